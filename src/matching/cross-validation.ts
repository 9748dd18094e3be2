import type { Language } from '../language/locale.ts';
import { CALIBRATION } from './confidence.ts';
import type { Entry } from './entries.ts';
import { buildIndex, Ranker } from './ranker.ts';
import { largest } from './rivals.ts';
import { strangeness } from './strangeness.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** Examples are asked in so many parts, each of an index that is built of the others. */
const FOLDS = 5;
/** One number is fitted, for which so many examples are enough. */
const ENOUGH_ASKED = 400;
/** Where an entry has more examples, or all together have, the shipped confidence holds and training takes long enough. */
const MOST_OF_ONE = 12;
const MOST_OF_ALL = 2_000;
/** The index of all examples is right more often than those that are asked, which lack a fifth of them. */
const WITH_ALL = 0.2;
/** Newton's method ends long before. */
const ROUNDS = 20;

/** The words of an entry's examples, and after them of its own texts. */
type Class = readonly (readonly UtteranceWord[])[];

/** How an example was understood by an index that had not seen it. */
interface Asked {
  readonly z: number;
  readonly isRight: boolean;
}

/**
 * By how much z is too modest, judged by the knowledge base itself: its examples are asked of indexes that were built
 * without them. Never less than 0: where an entry's examples are unlike each other on purpose, asking them says that
 * the engine finds nothing, while people's own questions are found.
 */
export function liftByAsking(entries: readonly Entry[], classes: readonly Class[]): number {
  const sizes = entries.map(({ examples }) => examples.length);
  const isFew = entries.every(({ kind, phrasings }) => kind === 'outside' || phrasings <= MOST_OF_ONE);
  if (!isFew || sizes.reduce((sum, size) => sum + size, 0) > MOST_OF_ALL) return 0;
  const asked: Asked[] = [];
  for (let fold = 0; fold < FOLDS && asked.length < ENOUGH_ASKED; fold++)
    asked.push(...askFold(entries, classes, fold));
  return asked.length === 0 ? 0 : WITH_ALL + Math.max(0, fitShift(asked));
}

function askFold(entries: readonly Entry[], classes: readonly Class[], fold: number): Asked[] {
  const isAsked = (c: number, e: number): boolean => {
    const { kind, examples } = entries[c] ?? { kind: 'outside', examples: [] };
    if (kind === 'outside' || e >= examples.length || examples.length === 1) return false;
    // A title may be a label that nobody asks with ("alarm_query").
    if (e === 0 && examples.length > 2) return false;
    return (e + c) % Math.min(examples.length, FOLDS) === fold;
  };
  const kept = classes.map((words, c) => words.filter((_, e) => !isAsked(c, e)));
  const known = new Set(kept.flat(2).map(({ text }) => text));
  const ranker = new Ranker(buildIndex(kept));
  const knowing = {
    knows: (word: string) => known.has(word),
    knowsKind: (kind: string) => ranker.knowsKind(kind),
  };
  const z = new Float64Array(classes.length);
  const ask = (words: readonly UtteranceWord[], c: number, locale: Language): Asked => {
    ranker.score(ranker.vectorize(words), z);
    const [best = c] = largest(z, 1);
    return {
      z: (z[best] ?? 0) - strangeness(words, locale, knowing),
      isRight: best === c,
    };
  };
  return entries.flatMap(({ examples }, c) =>
    examples.flatMap(({ locale }, e) => (isAsked(c, e) ? [ask(classes[c]?.[e] ?? [], c, locale)] : [])),
  );
}

/** What must be added to z so that the confidences of all that was asked sum up to as many as were right. */
function fitShift(asked: readonly Asked[]): number {
  const { b } = CALIBRATION;
  let { a } = CALIBRATION;
  for (let round = 0; round < ROUNDS; round++) {
    let [error, curve] = [0, 1e-9];
    for (const { z, isRight } of asked) {
      const p = 1 / (1 + Math.exp(-(a + b * z)));
      error += p - (isRight ? 1 : 0);
      curve += p * (1 - p);
    }
    a -= error / curve;
  }
  return (a - CALIBRATION.a) / b;
}
