import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../errors.ts';

/** A key that the channel service signs with. */
export interface ChannelKey {
  readonly publicKey: KeyObject;
  /** The channels it is endorsed for; empty means all. */
  readonly channels: readonly string[];
}

/** The channel service's public keys. */
export interface ChannelKeys {
  /**
   * The key of that id; null where the service has none.
   *
   * @throws AppError `unreachable` when the service can't be asked, so that nobody knows.
   */
  find(kid: string): Promise<ChannelKey | null>;
}

export interface ChannelKeysOptions {
  /** The OpenID document, which says where the keys are. */
  readonly url: string;
  readonly now: () => Date;
}

/** Microsoft asks for a new look at least once a day. */
const FRESH_MS = 86_400_000;
/** While the service is away, what was read before goes on for another day, and no longer. */
const USABLE_MS = 2 * FRESH_MS;
/** Between two looks, in milliseconds: strangers with invented key ids must not make us call without end. */
export const LOOK_PAUSE_MS = 10_000;
/** One download, in milliseconds: the channel itself waits 15 s for our answer. */
const TIMEOUT_MS = 3_000;

const openIdDocument = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const keyList = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

type Found = ReadonlyMap<string, ChannelKey>;

/** Keeps the keys, and looks again when they are a day old or one of another id is asked for. */
export function createChannelKeys({ url, now }: ChannelKeysOptions): ChannelKeys {
  let known: { readonly keys: Found; readonly atMs: number } | null = null;
  let lastLookMs = -Infinity;
  let failure: AppError | null = null;
  let looking: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    lastLookMs = now().getTime();
    try {
      known = { keys: await downloadKeys(url), atMs: lastLookMs };
      failure = null;
    } catch (cause) {
      failure = new AppError('unreachable', 'channel keys: the OpenID document or its keys can’t be had', {
        cause,
      });
    }
  };
  const keyYoungerThan = (ms: number, kid: string): ChannelKey | null =>
    known !== null && now().getTime() - known.atMs < ms ? (known.keys.get(kid) ?? null) : null;

  return {
    async find(kid) {
      const fresh = keyYoungerThan(FRESH_MS, kid);
      if (fresh !== null) return fresh;
      if (looking !== null || now().getTime() - lastLookMs >= LOOK_PAUSE_MS) {
        looking ??= look().finally(() => (looking = null));
        await looking;
      }
      const usable = keyYoungerThan(USABLE_MS, kid);
      if (usable === null && failure !== null) throw failure;
      return usable;
    },
  };
}

async function downloadKeys(url: string): Promise<Found> {
  const { jwks_uri: keysUrl } = openIdDocument.parse(await download(url));
  // The keys come as safely as the document that names them.
  if (new URL(keysUrl).protocol !== new URL(url).protocol) throw new Error('the keys are elsewhere');
  const { keys } = keyList.parse(await download(keysUrl));
  return new Map(keys.flatMap(readKey));
}

async function download(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  return response.json();
}

/** A key of another kind, or one that can't be read, signs nothing for us; the others go on. */
function readKey(listed: unknown): [string, ChannelKey][] {
  const parsed = rsaKey.safeParse(listed);
  if (!parsed.success) return [];
  const { kty, kid, n, e, endorsements } = parsed.data;
  try {
    return [
      [kid, { publicKey: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), channels: endorsements }],
    ];
  } catch {
    return [];
  }
}
