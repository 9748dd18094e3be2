import { setImmediate as others, setTimeout as wait } from 'node:timers/promises';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { listEntries, type Example } from '../matching/entries.ts';

export interface WarmUpParts {
  /** Has an example answered. */
  readonly ask: (example: Example) => Promise<void>;
  /** Whether somebody is answered now. */
  readonly isBusy: () => boolean;
}

/** Between two looks whether somebody is still answered, in milliseconds. */
const BUSY_MS = 100;

/**
 * Asks the knowledge's own examples, one from each answer and dialog in turn, as long as told: V8 makes code fast by
 * running it, and who asks first after a start shall be answered as fast as who asks tenth. Every other one is mistyped.
 * Between two of them others
 * get the processor, and while somebody is answered it waits: their turns make the code fast, too.
 *
 * @param forMs milliseconds of work
 */
export async function warmUp(
  knowledge: Knowledge,
  { ask, isBusy }: WarmUpParts,
  forMs: number,
): Promise<void> {
  let spentMs = 0;
  let isMistyped = false;
  for (const example of inTurn(listEntries(knowledge).map(({ examples }) => examples))) {
    if (spentMs >= forMs) return;
    while (isBusy()) await wait(BUSY_MS, undefined, { ref: false });
    const startedAt = performance.now();
    await ask(isMistyped ? { ...example, text: withSlip(example.text) } : example);
    isMistyped = !isMistyped;
    spentMs += performance.now() - startedAt;
    await others();
  }
}

/** Without an inner letter of its longest word: people mistype, and a slip is mended by code of its own. */
function withSlip(text: string): string {
  const longest = text.split(' ').reduce((one, other) => (other.length > one.length ? other : one), '');
  return text.replace(
    longest,
    (word) => word.slice(0, word.length >> 1) + word.slice((word.length >> 1) + 1),
  );
}

/** The first of each list, then the second of each, and so on. */
function* inTurn<T>(lists: readonly (readonly T[])[]): Generator<T> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let at = 0; at < longest; at += 1) for (const list of lists) yield* list.slice(at, at + 1);
}
