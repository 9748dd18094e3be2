import { flatten, toPhrase } from '../../src/language/flat.ts';
import { isGoOn } from '../../src/language/go-on.ts';
import { afterSecondThought, withoutSecondThought } from '../../src/language/second-thoughts.ts';
import type { FormDefinition } from './definition.ts';
import { isAllOf } from './overlap.ts';
import { parseSlot, takeChanges } from './reading.ts';
import { labelOf } from './render.ts';
import type { OpenForm } from './state.ts';
import { contextOf, visibleSlots, shownOf } from './values.ts';
import type { Finding, Scene } from './values.ts';
import type { Slot } from './slot.ts';

/**
 * What words say anew of slots other than the one asked: "in realtà privato", "no aspetta, 95k", "chiude tra due
 * mesi". Empty where they answer the question at hand.
 */
export function restatedIn<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): readonly Finding<V, F>[] {
  const rest = afterSecondThought(text);
  const bare = withoutSecondThought(text);
  const stated = definition.slots.filter((other) => other.statedBy?.test(flatten(bare).text) === true);
  if ((rest === null && stated.length === 0) || isAnswer(form, slot, bare, scene)) return [];
  const changes = takeChanges(definition, form, bare, scene).filter((found) => found.slot !== slot);
  const said = changes.filter((found) => stated.includes(found.slot));
  if (said.length > 0 || rest === null) return slot.isFreeText === true && rest === null ? [] : said;
  const isName = slot.isFreeText === true || slot.isOpenEnded === true;
  return isName ? changes.filter((found) => isNearlyAll(found, form, rest, scene)) : changes;
}

/** Another slot that words are clearly for, whatever is asked: an address at the question for the customer. */
export function claimantOf<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): Slot<V, F> | null {
  if (slot.isFreeText === true || isAnswer(form, slot, text, scene)) return null;
  const context = contextOf(form, scene);
  const others = visibleSlots(definition, form, scene).filter((other) => other !== slot);
  return others.find((other) => other.claims?.(text, context) === true) ?? null;
}

/** A question with a closed set of answers, or of a kind that is read from any sentence, may have its answer here. */
function isAnswer<V, F>(form: OpenForm<V>, slot: Slot<V, F>, text: string, scene: Scene<V, F>): boolean {
  const isClosed = slot.ask(contextOf(form, scene)).isClosed === true;
  if (slot.isOpenEnded === true || (slot.take === undefined && !isClosed)) return false;
  return parseSlot(form, slot, text, scene).kind !== 'invalid';
}

/** Where any words could be the answer, only those count that say nothing else. */
function isNearlyAll<V, F>(
  found: Finding<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  const isFigure = /\d/.test(text) && toPhrase(text).split(' ').length <= 2;
  return isFigure || isAllOf(text, shownOf(form, found, scene));
}

/** What words state of slots that they name: "valore 95k" at another question. */
export function statedBeside<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): readonly Finding<V, F>[] {
  return takeChanges(definition, form, text, scene).filter(({ slot }) => names(slot, text, scene));
}

/** "Vai avanti" at a question to which it is no answer of its own. */
export function isPassingOn<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  if (slot.isDecision === true || !isGoOn(text, scene.locale)) return false;
  const said = toPhrase(text);
  const choices = slot.ask(contextOf(form, scene)).choices ?? [];
  return !choices.some(({ label, words = [] }) => [label, ...words].some((word) => toPhrase(word) === said));
}

function names<V, F>(slot: Slot<V, F>, text: string, scene: Scene<V, F>): boolean {
  const said = ` ${toPhrase(text)} `;
  const words = [labelOf(slot, scene.locale), ...slot.words[scene.locale]];
  return words.some((word) => said.includes(` ${toPhrase(word)} `));
}
