import { setImmediate as others } from 'node:timers/promises';
import type { BotServices } from '../bot/turn.ts';
import { listEntries } from '../matching/entries.ts';

/** What a question is read and matched by. */
type Reading = Pick<BotServices, 'knowledge' | 'reader' | 'answerer'>;

/** Nothing is said of days to anybody: any will do. */
const A_DAY = '2027-01-04';

/**
 * Reads and matches the knowledge's own examples, one from each answer and dialog in turn, as long as told: V8 makes code
 * fast by running it, and who asks first after a start shall be answered as fast as who asks tenth. Between two of them
 * others get the processor.
 *
 * @param forMs milliseconds of work
 */
export async function warmUp({ knowledge, reader, answerer }: Reading, forMs: number): Promise<void> {
  let spentMs = 0;
  for (const { text, locale } of inTurn(listEntries(knowledge).map(({ examples }) => examples))) {
    if (spentMs >= forMs) return;
    const startedAt = performance.now();
    reader.read(text, { locale, today: A_DAY, asked: null, known: [] });
    answerer.match(text, { locale });
    spentMs += performance.now() - startedAt;
    await others();
  }
}

/** The first of each list, then the second of each, and so on. */
function* inTurn<T>(lists: readonly (readonly T[])[]): Generator<T> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let at = 0; at < longest; at += 1) for (const list of lists) yield* list.slice(at, at + 1);
}
