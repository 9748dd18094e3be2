import { AppError } from '../errors.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { type AccountsRecord, type Accounts, createAccounts } from './accounts.ts';
import type { BotTokenService, NoToken, UserToken } from './bot-token-service.ts';
import type { Account, SignIn, SignInOutcome } from './sign-in.ts';
import { createTokenCache, type TokenCache } from './token-cache.ts';
import { isOthers } from './token-owner.ts';
import type { Audience, TokenSource } from './token-source.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** The OAuth connection of the bot's Azure resource for each service; null where none is set up. */
export type Connections = Readonly<Record<Audience, string | null>>;

export interface UserTokensOptions {
  readonly service: BotTokenService;
  readonly connections: Connections;
  readonly accounts: RecordStore<AccountsRecord>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** People's own tokens, from the Bot Framework's token service, and how they sign in and out. */
export function createUserTokens(options: UserTokensOptions): TokenSource & SignIn {
  const parts: Parts = {
    service: options.service,
    connections: options.connections,
    accounts: createAccounts(options.accounts),
    cache: createTokenCache(options.now ?? Date.now),
    now: options.now ?? Date.now,
    asking: new Map(),
  };
  return { ...createSource(parts), ...createSignIn(parts) };
}

interface Parts {
  readonly service: BotTokenService;
  readonly connections: Connections;
  readonly accounts: Accounts;
  readonly cache: TokenCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Questions under way: one person's calls ask together, and each person and connection has its own. */
  readonly asking: Map<string, Promise<string>>;
}

const placeOf = (actor: Actor, connectionName: string): string =>
  JSON.stringify([personKey(actor), connectionName]);

function createSource(parts: Parts): Required<TokenSource> {
  const { connections, cache, asking } = parts;
  return {
    async tokenFor(actor, audience) {
      const connectionName = connectionOf(connections, audience);
      const kept = cache.get(actor, connectionName);
      if (kept !== null) return kept;
      const place = placeOf(actor, connectionName);
      const known = asking.get(place);
      if (known !== undefined) return known;
      const asked = fetchToken(parts, actor, audience, connectionName).finally(() => asking.delete(place));
      asking.set(place, asked);
      return asked;
    },
    forget(actor, audience) {
      const connectionName = connections[audience];
      if (connectionName !== null) cache.drop(actor, connectionName);
    },
  };
}

function connectionOf(connections: Connections, audience: Audience): string {
  const name = connections[audience];
  if (name !== null) return name;
  throw new AppError('refused', `sign-in: no OAuth connection is configured for '${audience}'`, {
    details: { reason: 'no-connection' },
  });
}

/** Asks for the token under each name the person is known by, the latest first. */
async function fetchToken(
  { service, accounts, cache, now }: Parts,
  actor: Actor,
  audience: Audience,
  connectionName: string,
): Promise<string> {
  let refusal: NoToken = { why: 'none' };
  for (const account of [...(await accounts.list(actor))].reverse()) {
    const answer = await service.getToken(account, connectionName);
    if ('token' in answer) {
      if (isOthers(answer.token, actor)) continue;
      cache.put(actor, connectionName, answer);
      await accounts.noteUsed(actor, new Date(now()).toISOString().slice(0, 10));
      return answer.token;
    }
    if (answer.why !== 'none') refusal = answer;
  }
  const hasSignedIn = await accounts.hasSignedIn(actor, connectionName);
  throw toAppError(refusal, audience, hasSignedIn);
}

function toAppError(refusal: NoToken, audience: Audience, hasSignedIn: boolean): AppError {
  const reason = refusal.why === 'none' ? (hasSignedIn ? 'expired' : 'not-signed-in') : refusal.why;
  const claims = refusal.why === 'claims' ? { claims: refusal.claims } : {};
  return new AppError('unauthorized', `sign-in: no token for '${audience}' (${reason})`, {
    details: { reason, audience, ...claims },
  });
}

function createSignIn(parts: Parts): SignIn {
  const { service, connections, accounts, cache } = parts;
  const names = [...new Set(Object.values(connections))].filter((name) => name !== null);
  return {
    async begin(actor, audience, activity, isFresh) {
      const connectionName = connectionOf(connections, audience);
      if (isFresh) await endSignIn(parts, actor, connectionName);
      return service.getLink(activity, connectionName);
    },
    async exchange(actor, account, connectionName, token) {
      if (!names.includes(connectionName)) return 'refused';
      // Teams vouches for the person, but whose token it is it must say itself.
      if (isOthers(token, actor)) return 'other-account';
      const outcome = await take(parts, { actor, account, connectionName }, () =>
        service.exchange(account, connectionName, token),
      );
      if (outcome === 'signed-in')
        await exchangeForOthers(parts, { actor, account, connectionName }, token, names);
      return outcome;
    },
    async redeem(actor, account, connectionName, code) {
      if (!names.includes(connectionName)) return 'refused';
      return take(parts, { actor, account, connectionName }, () =>
        service.getToken(account, connectionName, ...(code === null ? [] : [code])),
      );
    },
    async signOut(actor) {
      let wasSignedIn = false;
      for (const name of names) {
        wasSignedIn ||= cache.get(actor, name) !== null || (await accounts.hasSignedIn(actor, name));
        await endSignIn(parts, actor, name);
      }
      await accounts.delete(actor);
      return wasSignedIn;
    },
  };
}

/** Whose sign-in it is, under which name of the channel, and to which connection of the token service. */
interface OneSignIn {
  readonly actor: Actor;
  readonly account: Account;
  readonly connectionName: string;
}

/** Takes a token that a sign-in brought, unless it is somebody else's: that one is signed out at once. */
async function take(
  { service, accounts, cache }: Parts,
  { actor, account, connectionName }: OneSignIn,
  bring: () => Promise<UserToken | NoToken>,
): Promise<SignInOutcome> {
  const answer = await bring();
  if (!('token' in answer)) return answer.why === 'none' ? 'refused' : answer.why;
  if (isOthers(answer.token, actor)) {
    await service.signOut(account, connectionName);
    return 'other-account';
  }
  await accounts.remember(actor, account);
  await accounts.noteSignedIn(actor, connectionName, true);
  cache.put(actor, connectionName, answer);
  return 'signed-in';
}

/** One sign-in with Teams does for all connections; one that wants more asks when it is needed. */
async function exchangeForOthers(
  parts: Parts,
  done: OneSignIn,
  token: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names.filter((each) => each !== done.connectionName)) {
    try {
      const other = { ...done, connectionName: name };
      await take(parts, other, () => parts.service.exchange(done.account, name, token));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

async function endSignIn(
  { service, accounts, cache, asking }: Parts,
  actor: Actor,
  connectionName: string,
): Promise<void> {
  for (const account of await accounts.list(actor)) await service.signOut(account, connectionName);
  // A question that was under way may still have brought a token.
  await asking.get(placeOf(actor, connectionName))?.catch(() => null);
  cache.drop(actor, connectionName);
  await accounts.noteSignedIn(actor, connectionName, false);
}
