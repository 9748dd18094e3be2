import { createBoundedCache } from '../bounded-cache.ts';
import type { UserToken } from './bot-token-service.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** Tokens are not used in the last minutes of their life: a call under way would outlive them. */
const MARGIN_MS = 300_000;
/** Two tokens each of this many people. */
const MOST_TOKENS = 1000;

/** People's tokens in memory, each under its own person and connection; never written anywhere. */
export interface TokenCache {
  get(actor: Actor, connectionName: string): string | null;
  put(actor: Actor, connectionName: string, token: UserToken): void;
  drop(actor: Actor, connectionName: string): void;
}

/** @param now milliseconds since 1970 */
export function createTokenCache(now: () => number): TokenCache {
  const tokens = createBoundedCache<UserToken>(MOST_TOKENS);
  const place = (actor: Actor, connectionName: string): string =>
    JSON.stringify([personKey(actor), connectionName]);
  return {
    get(actor, connectionName) {
      const key = place(actor, connectionName);
      const kept = tokens.get(key);
      if (kept !== undefined && kept.expiresAtMs - MARGIN_MS > now()) return kept.token;
      tokens.delete(key);
      return null;
    },
    put: (actor, connectionName, token) => void tokens.set(place(actor, connectionName), token),
    drop: (actor, connectionName) => void tokens.delete(place(actor, connectionName)),
  };
}
