import { splitAmendments } from '../../src/language/amendment.ts';
import { settleChange } from './commands.ts';
import type { FormDefinition } from './definition.ts';
import { contextWithPartial } from './reading.ts';
import type { OpenForm } from './state.ts';
import { askAgain, askBack, askSlot } from './steps.ts';
import type { Outcome } from './steps.ts';
import { visibleSlots } from './values.ts';
import type { Finding, Scene } from './values.ts';
import type { Amended, Slot } from './slot.ts';

interface Amendment<V, F> {
  readonly slot: Slot<V, F>;
  readonly amended: Amended<V[keyof V & string]>;
}

/**
 * Carries out "aggiungi anche …" and "togli …", whatever is asked; null where no list of the form is meant. Several
 * wishes in one sentence are carried out where all of them can be.
 */
export function amend<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  const several = severalIn(definition, form, text, scene);
  if (several.length > 1) return settleChange(definition, form, several, scene);
  const found = amendmentIn(definition, form, text, scene);
  if (found === null) return null;
  const { slot, amended } = found;
  if (amended.kind === 'ask') return askSlot(definition, form, slot, [], scene);
  // What was asked stays asked: the objection is only said.
  if (amended.kind === 'invalid') return askAgain(definition, form, [amended.text], scene);
  if (amended.kind !== 'value') return askBack(definition, form, slot, amended, [], scene);
  return settleChange(definition, form, [{ slot, ...amended }], scene);
}

/** Whether words ask for such a change, without carrying it out. */
export function isAmendment<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  return (
    amendmentIn(definition, form, text, scene) !== null || severalIn(definition, form, text, scene).length > 1
  );
}

/** One finding a wish; empty where there is but one, or where one of them needs an answer first. */
function severalIn<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): readonly Finding<V, F>[] {
  const clauses = splitAmendments(text);
  if (clauses.length < 2) return [];
  const findings: Finding<V, F>[] = [];
  let seen = form;
  for (const clause of clauses) {
    const found = amendmentIn(definition, seen, clause, scene);
    if (found?.amended.kind !== 'value') return [];
    const { slot, amended } = found;
    findings.push({ slot, ...amended });
    seen = { ...seen, values: { ...seen.values, [slot.name]: amended.value } };
  }
  return findings;
}

function amendmentIn<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Amendment<V, F> | null {
  for (const slot of visibleSlots(definition, form, scene)) {
    const amended = slot.amend?.(text, contextWithPartial(form, slot, scene)) ?? null;
    if (amended !== null) return { slot, amended };
  }
  return null;
}
