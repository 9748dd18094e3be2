import {
  contextOf,
  type Finding,
  openSlots,
  type Play,
  previousSlot,
  type Scene,
  visibleSlots,
} from './values.ts';
import type { Action } from '../../src/cards/action.ts';
import { type Button, type Reply, sayLines } from '../../src/cards/reply-data.ts';
import { bullet, type Line, lineText, type Piece } from '../../src/cards/line.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { FormDefinition } from './definition.ts';
import { type OpenForm, revisionOf } from './state.ts';
import { formTexts } from './texts.ts';
import type { Choice, Question, Slot } from './slot.ts';

type FormAction = Extract<Action, { action: 'form' }>;

/** Teams shows six buttons at most, and so do we. */
export const MAX_BUTTONS = 6;

/** A button that acts inside a form. */
export function actButton(
  title: string,
  draftId: string,
  act: Omit<FormAction, 'action' | 'draftId'>,
  style?: 'positive' | 'destructive',
): Button {
  const action: Action = { action: 'form', draftId, ...act };
  return style === undefined ? { title, action } : { title, action, style };
}

/** The button that opens the form's box; none where the channel knows no boxes. */
export function boxButtons(draftId: string, { turn, locale }: Scene): readonly Button[] {
  const action = { action: 'open-box', draftId } as const;
  return turn.hasBoxes ? [{ title: formTexts(locale).openBox, action }] : [];
}

/** The label of a slot in sentences: the first of its words. */
export function labelOf(slot: Slot, locale: Locale): string {
  return slot.words[locale][0] ?? slot.name;
}

/** "valore 80.000 €, chiusura mercoledì 31 marzo 2027"; empty when nothing is to be shown. */
export function listFindings(findings: readonly Finding[], { form, scene }: Play): string {
  const context = contextOf(form, scene);
  const parts = findings.flatMap(({ slot, value, note }) => {
    if (note !== undefined) return [note];
    const shown = slot.show(value, context);
    return shown === null ? [] : [`${labelOf(slot, scene.locale)} ${shown}`];
  });
  return parts.join(', ');
}

/** The question of a slot, with what was understood before it, its buttons and how many are left. */
export function questionReply(play: Play, slot: Slot, lead: readonly Line[]): Reply {
  const { definition, form, scene } = play;
  const texts = formTexts(scene.locale);
  const context = contextOf(form, scene);
  const question = slot.ask(context);
  const value = form.values[slot.name];
  const shown = value === undefined ? null : slot.show(value, context);
  const open = openSlots(play).filter((other) => other.isQuiet !== true);
  const isKnown = definition.isCountKnown?.(context) ?? true;
  const isCounted = isKnown && visibleSlots(play).length > 1 && open.includes(slot);
  const left = isCounted ? texts.left(open.length) : null;
  const { above = [] } = question;
  const lines = [...lead, ...above, askedLine(question, left), ...(shown === null ? [] : [texts.now(shown)])];
  const news = [...lead.slice(0, 1), ...above, question.text].map(lineText).join(' ');
  return { ...sayLines(lines, ...questionButtons(play, slot)), ...showsDeal(play), summary: news };
}

/** The deal that the form is about, which "it" means then. */
function showsDeal({ definition, form }: Play): Pick<Reply, 'shows'> {
  const deal = definition.about?.(form.values) ?? null;
  return deal === null ? {} : { shows: { deals: [deal], current: deal, isOfForm: true } };
}

/** The parts of a question that can be tapped, the more important first, at most six. */
function questionButtons(play: Play, slot: Slot): Button[] {
  const { form, scene } = play;
  const texts = formTexts(scene.locale);
  const { id } = form.draft;
  const question = slot.ask(contextOf(form, scene));
  const choices = choiceButtons(question.choices ?? [], slot.name, id);
  const own: Button[] = [];
  if (form.values[slot.name] !== undefined)
    own.push(actButton(texts.keep, id, { do: 'keep', slot: slot.name }));
  if (slot.isOptional === true) own.push(actButton(texts.skip, id, { do: 'skip', slot: slot.name }));
  own.push(...(question.buttons ?? []));
  if (choices.length === 0 && previousSlot(play) !== null) {
    own.push(actButton(texts.back, id, { do: 'back', slot: slot.name }));
  }
  if (choices.length === 0) own.push(actButton(texts.cancel, id, { do: 'cancel' }));
  return [...choices, ...own].slice(0, MAX_BUTTONS);
}

/** Choices as buttons. */
export function choiceButtons(choices: readonly Choice[], slot: string, draftId: string): Button[] {
  return choices
    .slice(0, MAX_BUTTONS)
    .map(({ id, label }) => actButton(label, draftId, { do: 'choose', slot, choice: id }));
}

/** The summary that asks to confirm, with the form's buttons. */
export function reviewReply(play: Play): Reply | null {
  const { definition, form, scene } = play;
  const { id } = form.draft;
  const reply = definition.review(contextOf(form, scene));
  if (reply === null) return null;
  const own = reply.buttons ?? [];
  const texts = formTexts(scene.locale);
  const title = definition.says?.[scene.locale].confirm ?? texts.confirm;
  // It confirms exactly the values at hand.
  const confirm = actButton(title, id, { do: 'confirm', choice: revisionOf(form.values) }, 'positive');
  const change = actButton(texts.change, id, { do: 'change' });
  const cancel = actButton(texts.cancel, id, { do: 'cancel' });
  const box = boxButtons(id, scene);
  return {
    ...reply,
    ...showsDeal(play),
    buttons: [confirm, ...own.slice(0, MAX_BUTTONS - 3 - box.length), change, ...box, cancel],
  };
}

/** The draft as it stands: what is known, what is missing. */
export function statusReply(play: Play): Reply {
  const { definition, form, scene } = play;
  const texts = formTexts(scene.locale);
  const context = contextOf(form, scene);
  const isShown = new Set(visibleSlots(play));
  const slots = play.definition.slots.filter((slot) => isShown.has(slot) || slot.name in form.partials);
  const lines = slots.flatMap((slot) => {
    const value = form.values[slot.name];
    const partial = form.partials[slot.name];
    const inPart = partial === undefined ? null : (slot.showPartial?.(partial.kept, context) ?? null);
    const shown = value === undefined ? inPart : slot.show(value, context);
    return shown === null ? [] : [bullet(`${capitalize(labelOf(slot, scene.locale))}: ${shown}`)];
  });
  const open = openSlots(play).map((slot) => labelOf(slot, scene.locale));
  const head = lines.length === 0 ? texts.statusEmpty : texts.status(titleOf(definition, form, scene.locale));
  const foot = open.length === 0 ? texts.nothingMissing : texts.missing(open.join(', '));
  return sayLines([head, ...lines, foot]);
}

/** The draft by name, for sentences. */
export function titleOf(definition: FormDefinition, form: OpenForm, locale: Locale): string {
  return definition.titleOf(form.values) ?? formTexts(locale).untitled;
}

/** The question, why it is asked, and how many are left. */
function askedLine({ text, why }: Question, left: string | null): readonly Piece[] {
  const asides = [why, left].filter((part) => part !== undefined && part !== null);
  return [...stressed(text), ...asides.map((aside) => ({ text: ` ${aside}` }))];
}

/** The sentence that asks stands out from what is said around it. */
function stressed(question: string): readonly Piece[] {
  const [sentence, rest] = partQuestion(question);
  return [{ text: sentence, isBold: true }, { text: rest }].filter(({ text }) => text !== '');
}

/** The sentence of a question that asks, and what is said behind it, such as an example. */
export function partQuestion(question: string): readonly [sentence: string, rest: string] {
  const sentence = /[^?]*\?/.exec(question)?.[0] ?? '';
  return [sentence, question.slice(sentence.length)];
}

/** With a capital first letter. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
