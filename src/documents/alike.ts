import type { Section } from './section.ts';

/** Sections share so much of their runs of words, from which they say the same. */
const ALIKE = 0.8;
const RUN = 3;
/** Smaller ones are alike only where they are the same. */
const SMALLEST = 12;
/** Of a section's runs, the least by their hash: enough to find those that share most of them. */
const SKETCH = 16;
/** A run that so many sections have says nothing of one of them. */
const COMMON = 60;

/**
 * Marks sections that nearly repeat another one (`alike` is the id of the first of them): the same announcement on two
 * pages, a paragraph that was copied. One of them is enough among what is found.
 */
export function markAlike(sections: readonly Section[]): Section[] {
  const runs = sections.map((section) => runsOf(section));
  const buckets = new Map<number, number[]>();
  return sections.map((section, at) => {
    const own = runs[at] ?? new Set();
    const sketch = [...own].sort((a, b) => a - b).slice(0, SKETCH);
    const near = new Set(sketch.flatMap((run) => buckets.get(run) ?? []));
    const found = [...near].find((other) => overlap(own, runs[other] ?? new Set()) >= ALIKE);
    if (found !== undefined) return { ...section, alike: sections[found]?.id ?? null };
    for (const run of sketch) {
      const bucket = buckets.get(run) ?? [];
      if (bucket.length < COMMON) bucket.push(at);
      buckets.set(run, bucket);
    }
    return section;
  });
}

/** Hashes of all runs of words in a section's text. */
function runsOf({ heading, prose, tableText }: Section): ReadonlySet<number> {
  const words = `${prose}\n${tableText}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < SMALLEST) return new Set([hash(`${heading.toLowerCase()} ${words.join(' ')}`)]);
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(hash(words.slice(at, at + RUN).join(' ')));
  return runs;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const run of one) if (other.has(run)) shared++;
  return shared / (one.size + other.size - shared);
}
