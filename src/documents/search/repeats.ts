import type { SectionIndex } from './index.ts';

/** So many sections of one page are shown at most among the first. */
const OF_A_PAGE = 2;

/** The first of those that say the same, and few of one page, in their order; those of a page that is full come after. */
export function withoutRepeats<Ranked extends { readonly section: number }>(
  ranked: readonly Ranked[],
  { originals, pages }: Pick<SectionIndex, 'originals' | 'pages'>,
  most: number,
): Ranked[] {
  const seen = new Set<number>();
  const ofPage = new Map<number, number>();
  const kept: Ranked[] = [];
  const after: Ranked[] = [];
  for (const one of ranked) {
    const original = originals[one.section] ?? one.section;
    if (seen.has(original)) continue;
    seen.add(original);
    const page = pages[one.section] ?? 0;
    const many = ofPage.get(page) ?? 0;
    ofPage.set(page, many + 1);
    (many < OF_A_PAGE ? kept : after).push(one);
    if (kept.length >= most) break;
  }
  return [...kept, ...after].slice(0, most);
}
