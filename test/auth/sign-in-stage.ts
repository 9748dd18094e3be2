import { createBotTokenService } from '../../src/auth/bot-token-service.ts';
import type { AccountsRecord } from '../../src/auth/accounts.ts';
import type { Account, SignIn } from '../../src/auth/sign-in.ts';
import type { TokenSource } from '../../src/auth/token-source.ts';
import { createUserTokens } from '../../src/auth/user-tokens.ts';
import { BOT_URI, bot, people, type Stage, startStage } from '../fakes/stage.ts';
import type { FakeUser } from '../fakes/entra.ts';
import { createMemoryRecordStore } from '../storage/memory-record-store.ts';

export const REFERRALS = 'https://api.partner.microsoft.com';

/** People's tokens over the stand-ins of Entra and of the token service. */
export interface SignInStage {
  readonly stage: Stage;
  readonly tokens: TokenSource & SignIn;
  /** Moves the clock that decides what has ended. */
  readonly clock: { nowMs: number };
  /** The same over the same records, as after a restart. */
  restart(): TokenSource & SignIn;
  /** Signs a person in on the sign-in page, `as` somebody, and brings the digits. */
  signIn(person: FakeUser, as?: FakeUser): ReturnType<SignIn['redeem']>;
}

export const accountOf = (person: FakeUser): Account => ({
  channelId: 'msteams',
  userId: `29:${person.objectId}`,
});

/** An activity of the person's in Teams. */
export const activityOf = (person: FakeUser) => ({
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/',
  conversation: { id: `c-${person.objectId}`, name: '', isGroup: false, conversationType: 'personal' },
  from: { id: accountOf(person).userId, name: person.displayName },
  recipient: { id: '28:bot', name: 'bot' },
});

/** A token as Teams brings it: for the bot itself. */
export const ssoToken = (stage: Stage, person: FakeUser): string => stage.entra.issue(person, BOT_URI);

export async function startSignInStage(): Promise<SignInStage> {
  const stage = await startStage();
  const accounts = createMemoryRecordStore<AccountsRecord>();
  const clock = { nowMs: Date.now() };
  const make = (): TokenSource & SignIn =>
    createUserTokens({
      service: createBotTokenService({
        baseUrl: stage.tokens.url,
        appId: bot.clientId,
        botTokens: () => Promise.resolve('the-bots-own'),
        timeoutMs: 2_000,
      }),
      connections: { referrals: 'partner', 'partner-center': null, graph: 'graph' },
      accounts,
      now: () => clock.nowMs,
    });
  const tokens = make();
  return {
    stage,
    tokens,
    clock,
    restart: make,
    async signIn(person, as = person) {
      const { url } = await tokens.begin(person, 'referrals', activityOf(person), false);
      const code = await stage.tokens.signIn(url, as.objectId);
      return tokens.redeem(person, accountOf(person), 'partner', code);
    },
  };
}

export { people };
