import { patternOf } from '../language/said.ts';

/**
 * Where a message may hold two requests. A join ("e poi", "and then") says so itself; a stop or a question
 * mark only separates sentences, of which the first may just tell the story of the second.
 */
const joins = patternOf(
  'giu',
)`[,.;!?]?\s+${'joins-requests'}[,:]?\s+|[,;]\s*${'and-requests'}\s+|;\s+|\?+\s+${'and-requests'}\s+|\s+${'and-requests'}\s+(?=${'begins-requests'}(?!\p{L}))`;
/** The last stop of "S.p.A." ends no sentence. */
const STOPS = /(?<!\.\p{L}{1,2})\.\s+|!\s+|(?<!\?)\?+\s+|\n+/gu;

/** Shorter halves are no request but a rest of one. */
const SHORTEST_HALF = 6;
/** Enough for any message by a person, and a bound on the work. */
const MOST_SPLITS = 4;
/** A longer message is a story, and matching each of its halves would cost too much. */
const LONGEST_SPLIT = 400;

/** A story has no more sentences than this, or only its first ones are looked at. */
const MOST_SENTENCES = 8;

/** One way to cut a message in two. */
export interface Split {
  readonly first: string;
  readonly rest: string;
  /** True where the words themselves say that something else follows. */
  readonly isJoined: boolean;
}

/** All ways to cut a message in two requests, at most {@link MOST_SPLITS}. */
export function findSplits(utterance: string): Split[] {
  const splits: Split[] = [];
  if (utterance.length > LONGEST_SPLIT) return splits;
  for (const [pattern, isJoined] of [
    [joins(), true],
    [STOPS, false],
  ] as const) {
    for (const found of utterance.matchAll(pattern)) {
      const first = utterance.slice(0, found.index).trim();
      const rest = utterance.slice(found.index + found[0].length).trim();
      if (splits.length >= MOST_SPLITS) return splits;
      // A question mark belongs to the question before it.
      const mark = found[0].trimStart().startsWith('?') ? '?' : '';
      if (first.length >= SHORTEST_HALF && rest.length >= SHORTEST_HALF)
        splits.push({ first: first + mark, rest, isJoined });
    }
  }
  return splits;
}

/** The sentences of a message, longer ones only; empty where there is just one. */
export function listSentences(utterance: string): string[] {
  const sentences = utterance
    .split(STOPS)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST_HALF);
  return sentences.length < 2 ? [] : sentences.slice(0, MOST_SENTENCES);
}
