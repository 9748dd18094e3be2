import { spokenFirst } from '../../language/locale.ts';
import type { KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { plainForm, wordsOf } from '../wording.ts';
import { collectPhrasings, listPhrasings } from './phrasings.ts';

/** An example is in the wrong place when another entry's phrasing is at least so near (1: the same rare words) … */
const NEAR = 0.85;
/** … and nearer by so much than the nearest of its own entry. */
const NEARER_BY = 0.2;
/** "registrare" and "registrazione" are compared by their first letters: "regis". */
const LETTERS = 5;

interface Phrase {
  readonly file: string;
  readonly field: string;
  /** The entry; a finer point belongs to its answer, since either is a right place for it. */
  readonly topic: string;
  readonly id: string;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/**
 * Examples that lie nearer to another entry than to their own. What two phrasings share counts by how rare it is:
 * "registrare un deal privato" and "posso registrare deal privati?" share three words that few others have.
 */
export function checkNearness(folder: KnowledgeFolder): Problem[] {
  const all = collectPhrasings(folder);
  return spokenFirst(all.map(({ locale }) => locale)).flatMap((locale) => {
    const entries = all.filter((each) => each.locale === locale);
    const phrases = entries.flatMap((entry) =>
      listPhrasings(entry).map(([field, text]): Phrase => {
        const topic = entry.id.startsWith('outside/') ? entry.id : (entry.id.split('/')[0] ?? entry.id);
        return { file: entry.file, field, topic, id: entry.id, text, words: beginnings(text) };
      }),
    );
    return findMisplaced(phrases);
  });
}

function beginnings(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map((word) => word.slice(0, LETTERS)));
}

function findMisplaced(phrases: readonly Phrase[]): Problem[] {
  const places = placesByWord(phrases);
  const rarity = new Map([...places].map(([word, at]) => [word, Math.log(1 + phrases.length / at.length)]));
  const lengths = phrases.map(({ words }) => Math.hypot(...[...words].map((word) => rarity.get(word) ?? 0)));
  return phrases.flatMap((phrase, at) => {
    const near = likenessToAll(phrase, at, places, rarity, lengths);
    const own = nearest(near, (other) => phrases[other]?.topic === phrase.topic);
    const other = nearest(near, (place) => phrases[place]?.topic !== phrase.topic);
    const rival = phrases[other.at];
    if (rival === undefined || other.likeness < Math.max(NEAR, own.likeness + NEARER_BY)) return [];
    // One that two entries share is an error already.
    return plainForm(rival.text) === plainForm(phrase.text) ? [] : [misplaced(phrase, rival)];
  });
}

function placesByWord(phrases: readonly Phrase[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  phrases.forEach(({ words }, at) => {
    for (const word of words) places.set(word, [...(places.get(word) ?? []), at]);
  });
  return places;
}

/** The cosine with every phrasing that shares a word, by place. */
function likenessToAll(
  { words }: Phrase,
  self: number,
  places: ReadonlyMap<string, readonly number[]>,
  rarity: ReadonlyMap<string, number>,
  lengths: readonly number[],
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const word of words) {
    const weight = (rarity.get(word) ?? 0) ** 2;
    for (const at of places.get(word) ?? []) if (at !== self) sums.set(at, (sums.get(at) ?? 0) + weight);
  }
  const length = lengths[self] ?? 1;
  return new Map([...sums].map(([at, sum]) => [at, sum / (length * (lengths[at] ?? 1))]));
}

function nearest(near: ReadonlyMap<number, number>, isWanted: (at: number) => boolean) {
  let best = { at: -1, likeness: 0 };
  for (const [at, likeness] of near) if (likeness > best.likeness && isWanted(at)) best = { at, likeness };
  return best;
}

function misplaced({ file, field, text }: Phrase, rival: Phrase): Problem {
  return {
    severity: 'warning',
    file,
    field,
    message: `"${text}" is nearer to "${rival.text}" of ${rival.id}`,
    cure: `move it to ${rival.id}, or say what only this entry is about`,
  };
}
