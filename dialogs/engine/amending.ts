import { splitAmendments } from '../../src/language/amendment.ts';
import { settleChange } from './commands.ts';
import { saidIn } from './answer.ts';
import { askAgain, askBack, askSlot, type Outcome } from './steps.ts';
import { contextOf, type Finding, type Play, visibleSlots } from './values.ts';
import type { Amended, Said, Slot } from './slot.ts';

interface Amendment {
  readonly slot: Slot;
  readonly amended: Amended;
}

/**
 * Carries out "aggiungi anche …" and "togli …", whatever is asked; null where no list of the form is meant. Several
 * wishes in one sentence are carried out where all of them can be.
 */
export function amend(play: Play, said: Said): Outcome | null {
  const several = severalIn(play, said);
  if (several.length > 1) return settleChange(play, { findings: several, parts: [] });
  const found = amendmentIn(play, said);
  if (found === undefined) return null;
  const { slot, amended } = found;
  if (amended.kind === 'ask') return askSlot(play, slot, []);
  // What was asked stays asked: the objection is only said.
  if (amended.kind === 'invalid') return askAgain(play, [amended.text]);
  if (amended.kind !== 'value') return askBack(play, slot, amended);
  return settleChange(play, { findings: [{ slot, ...amended }], parts: [] });
}

/** One finding a wish; empty where there is but one, or where one of them needs an answer first. */
function severalIn(play: Play, { text }: Said): readonly Finding[] {
  const { form } = play;
  const clauses = splitAmendments(text);
  if (clauses.length < 2) return [];
  const findings: Finding[] = [];
  let seen = form;
  for (const clause of clauses) {
    const found = amendmentIn({ ...play, form: seen }, saidIn(clause, form.asked, play.scene));
    if (found?.amended.kind !== 'value') return [];
    const { slot, amended } = found;
    findings.push({ slot, ...amended });
    seen = { ...seen, values: { ...seen.values, [slot.name]: amended.value } };
  }
  return findings;
}

function amendmentIn(play: Play, said: Said): Amendment | undefined {
  return visibleSlots(play)
    .map((slot) => ({ slot, amended: slot.amend?.(said, contextOf(play.form, play.scene, slot)) ?? null }))
    .find((each): each is Amendment => each.amended !== null);
}
