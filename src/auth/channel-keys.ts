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
export function createChannelKeys(options: ChannelKeysOptions): ChannelKeys {
  const kept = new KeptKeys(options);
  return { find: (kid) => kept.find(kid) };
}

class KeptKeys {
  readonly #url: string;
  readonly #now: () => Date;
  #known: { readonly keys: Found; readonly atMs: number } | null = null;
  #lastLookMs = -Infinity;
  /** Why the last look was in vain; null where it was not. */
  #failure: AppError | null = null;
  /** The look under way: all who ask meanwhile wait for the same one. */
  #looking: Promise<void> | null = null;

  constructor({ url, now }: ChannelKeysOptions) {
    this.#url = url;
    this.#now = now;
  }

  async find(kid: string): Promise<ChannelKey | null> {
    const fresh = this.#youngerThan(FRESH_MS, kid);
    if (fresh !== null) return fresh;
    if (this.#looking !== null || this.#now().getTime() - this.#lastLookMs >= LOOK_PAUSE_MS) {
      this.#looking ??= this.#look().finally(() => (this.#looking = null));
      await this.#looking;
    }
    const usable = this.#youngerThan(USABLE_MS, kid);
    if (usable === null && this.#failure !== null) throw this.#failure;
    return usable;
  }

  #youngerThan(ageMs: number, kid: string): ChannelKey | null {
    if (this.#known === null || this.#now().getTime() - this.#known.atMs >= ageMs) return null;
    return this.#known.keys.get(kid) ?? null;
  }

  async #look(): Promise<void> {
    this.#lastLookMs = this.#now().getTime();
    try {
      this.#known = { keys: await downloadKeys(this.#url), atMs: this.#lastLookMs };
      this.#failure = null;
    } catch (cause) {
      const message = 'channel keys: the OpenID document or its keys can’t be had';
      this.#failure = new AppError('unreachable', message, { cause });
    }
  }
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
