import type { SectionIndex } from './index.ts';
import type { WeightedTerm } from './weighted-fields.ts';

/** How much of a word's chance comes from the sections at large, so that one missing word doesn't rule a section out. */
const AT_LARGE = 0.3;
/** Of the rest: how much from the words that translate to it. */
const TRANSLATED = 0.5;

/**
 * How much likelier each section's own words make a question than words at large do: the sum of the logarithms over
 * its words.
 */
export function scoreTranslations(
  terms: readonly WeightedTerm[],
  { translations: { sources }, shares, background }: SectionIndex,
  sections: readonly number[],
): Float32Array {
  const scores = new Float32Array(sections.length);
  const chances = new Float32Array(background.length);
  for (const { term, weight } of terms) {
    const from = sources.starts[term] ?? 0;
    const end = sources.starts[term + 1] ?? 0;
    for (let at = from; at < end; at++)
      chances[sources.items[at] ?? 0] = TRANSLATED * (sources.values[at] ?? 0);
    chances[term] = (chances[term] ?? 0) + 1 - TRANSLATED;
    const floor = AT_LARGE * (background[term] ?? 0);
    sections.forEach((section, place) => {
      let own = 0;
      for (let at = shares.starts[section] ?? 0; at < (shares.starts[section + 1] ?? 0); at++)
        own += (chances[shares.items[at] ?? 0] ?? 0) * (shares.values[at] ?? 0);
      scores[place] = (scores[place] ?? 0) + weight * Math.log(((1 - AT_LARGE) * own + floor) / floor);
    });
    for (let at = from; at < end; at++) chances[sources.items[at] ?? 0] = 0;
    chances[term] = 0;
  }
  return scores;
}
