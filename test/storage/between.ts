import { expect } from 'chai';

/** As it was before a step or as it is after; what removes several things may have removed some of them. */
export function expectBetween(found: unknown, before: unknown, after: unknown, what: string): void {
  const isShrinking = [found, before, after].every((each) => Array.isArray(each));
  if (!isShrinking) return void expect([before, after], what).to.deep.include(found);
  const [some, all, rest] = [found, before, after] as [unknown[], unknown[], unknown[]];
  const isPartOf = (part: unknown[], whole: unknown[]) => part.every((each) => whole.includes(each));
  if (!isPartOf(rest, some) || !isPartOf(some, all)) expect([before, after], what).to.deep.include(found);
}
