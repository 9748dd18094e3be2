import type { SectionIndex } from './index.ts';
import type { WeightedTerm } from './weighted-fields.ts';

/** Words of one sentence that stand no farther apart belong together. */
const APART = 8;
const K1 = 1.2;

/** What words of the question are worth that stand near each other in a section. */
export function nearPairs(
  said: readonly WeightedTerm[],
  { said: texts, stems }: SectionIndex,
  section: number,
): number {
  const places = new Map(said.map(({ term }, place) => [term, place]));
  const counts = new Float32Array(said.length * said.length);
  const recent: { place: number; at: number }[] = [];
  for (let at = texts.starts[section] ?? 0; at < (texts.starts[section + 1] ?? 0); at++) {
    const term = texts.items[at] ?? -1;
    if (term < 0) {
      recent.length = 0;
      continue;
    }
    const place = places.get(term);
    if (place === undefined) continue;
    for (const other of recent) {
      if (other.place === place || at - other.at > APART) continue;
      const pair = Math.min(place, other.place) * said.length + Math.max(place, other.place);
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    recent.push({ place, at });
  }
  let sum = 0;
  counts.forEach((count, pair) => {
    if (count === 0) return;
    const a = said[Math.floor(pair / said.length)];
    const b = said[pair % said.length];
    const worth = (stems.idf[a?.term ?? 0] ?? 0) + (stems.idf[b?.term ?? 0] ?? 0);
    sum += ((a?.weight ?? 0) * (b?.weight ?? 0) * worth * (K1 + 1) * count) / (K1 + count);
  });
  return sum;
}
