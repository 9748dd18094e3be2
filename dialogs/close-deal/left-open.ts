import { flatten } from '../../src/language/flat.ts';
import { holdsPhrase } from '../../src/language/said.ts';
import { toldEnds } from '../../src/reading/told-ends.ts';
import type { Said } from '../engine/slot.ts';
import type { CloseValues } from './slots.ts';

const isLeftOpen = holdsPhrase('closing-left-open');

/**
 * Whether words take the closing at hand back: "non chiuderlo, mi hanno appena scritto", "keep it open". What tells an
 * end all the same ("non vinto, chiudilo perso") or names another deal doesn't.
 */
export function leavesOpen({ text, facts }: Said, { deal }: Partial<CloseValues>): boolean {
  const isOfOther = facts.some(
    (fact) => NAMING.has(fact.kind) && !(fact.kind === 'known-name' && fact.value === deal?.customer),
  );
  return !isOfOther && toldEnds({ text, facts }).length === 0 && isLeftOpen(flatten(text).text);
}

const NAMING: ReadonlySet<string> = new Set(['known-name', 'organisation', 'link', 'number-id']);
