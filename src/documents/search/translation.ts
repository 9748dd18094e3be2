import { type Rows, RowsBuilder } from './postings.ts';

/**
 * What words a heading has over a text that has others: "annullare" over one that says "disdire". Headings with their
 * English names are read as translations of what stands under them (IBM's first model, Brown et al. 1993), and a
 * question as one more heading.
 */
export interface Translations {
  /** By word of headings: the words of texts that speak for it, with P(heading's word | text's word). */
  readonly sources: Rows;
}

const ROUNDS = 6;
/** Less likely translations only cost memory. */
const LEAST = 0.002;
/** A table of a thousand words says no more of its heading than its first. */
const MOST_WORDS = 250;

/** Learns by expectation and maximisation, from the terms of headings and those of the texts under them. */
export function learnTranslations(
  headings: readonly Int32Array[],
  texts: readonly Int32Array[],
  termCount: number,
): Translations {
  const bodies = texts.map((text) => [...new Set(text)].slice(0, MOST_WORDS));
  const heads = headings.map((heading) => [...new Set(heading)]);
  const pairs = numberPairs(heads, bodies, termCount);
  let chances: Float64Array = new Float64Array(pairs.sources.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) chances = learnOnce(pairs, bodies, chances, termCount);
  const builder = new RowsBuilder();
  pairs.sources.forEach((source, pair) => {
    const chance = chances[pair] ?? 0;
    if (chance >= LEAST) builder.add(pairs.targets[pair] ?? 0, source, chance);
  });
  return { sources: builder.build(termCount) };
}

/** Each pair of words that stand together, numbered; and which pairs a heading's word makes with its text. */
interface Pairs {
  readonly targets: number[];
  readonly sources: number[];
  /** For each heading's word at its place: its section, and the pairs with the words of the text in their order. */
  readonly seen: readonly { readonly section: number; readonly pairs: Int32Array }[];
}

function numberPairs(
  heads: readonly (readonly number[])[],
  bodies: readonly (readonly number[])[],
  termCount: number,
): Pairs {
  const sectionsOf = Array.from({ length: termCount }, (): number[] => []);
  heads.forEach((words, section) => {
    for (const word of words) sectionsOf[word]?.push(section);
  });
  const targets: number[] = [];
  const sources: number[] = [];
  const seen: { section: number; pairs: Int32Array }[] = [];
  const number = new Int32Array(termCount);
  sectionsOf.forEach((sections, target) => {
    const first = targets.length;
    for (const section of sections) {
      const pairs = Int32Array.from(bodies[section] ?? [], (source) => {
        // A number from before this target's first is another target's.
        const known = (number[source] ?? 0) - 1;
        if (known >= first) return known;
        targets.push(target);
        sources.push(source);
        number[source] = targets.length;
        return targets.length - 1;
      });
      seen.push({ section, pairs });
    }
  });
  return { targets, sources, seen };
}

function learnOnce(
  { seen, sources }: Pairs,
  bodies: readonly (readonly number[])[],
  chances: Float64Array,
  termCount: number,
): Float64Array {
  const counts = new Float64Array(chances.length);
  const totals = new Float64Array(termCount);
  for (const { section, pairs } of seen) {
    let sum = 0;
    for (const pair of pairs) sum += chances[pair] ?? 0;
    const body = bodies[section] ?? [];
    for (let at = 0; at < pairs.length; at++) {
      const pair = pairs[at] ?? 0;
      const share = (chances[pair] ?? 0) / sum;
      counts[pair] = (counts[pair] ?? 0) + share;
      totals[body[at] ?? 0] = (totals[body[at] ?? 0] ?? 0) + share;
    }
  }
  return counts.map((count, pair) => count / (totals[sources[pair] ?? 0] || 1));
}
