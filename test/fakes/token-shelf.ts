import type { FakeUser } from './entra.ts';

export interface Kept {
  readonly channelId: string;
  readonly userId: string;
  readonly connectionName: string;
  readonly user: FakeUser;
  token: string;
  expiresAt: string;
}

interface PendingSignIn {
  readonly code: string;
  readonly kept: Kept;
}

/** Tokens by (channel, user, connection), as the Bot Framework keeps them for a bot. */
export class TokenShelf {
  readonly kept = new Map<string, Kept>();
  readonly pending: PendingSignIn[] = [];

  static key(channelId: string, userId: string, connectionName: string): string {
    return JSON.stringify([channelId, userId, connectionName]);
  }

  put(kept: Kept): void {
    this.kept.set(TokenShelf.key(kept.channelId, kept.userId, kept.connectionName), kept);
  }

  /** Redeems the six digits: only the person who started that sign-in can. */
  redeem(channelId: string, userId: string, connectionName: string, code: string): void {
    const index = this.pending.findIndex(
      (one) =>
        one.code === code &&
        one.kept.channelId === channelId &&
        one.kept.userId === userId &&
        one.kept.connectionName === connectionName,
    );
    const [found] = index < 0 ? [] : this.pending.splice(index, 1);
    if (found) this.put(found.kept);
  }
}
