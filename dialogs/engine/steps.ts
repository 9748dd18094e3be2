import type { Line } from '../../src/cards/line.ts';
import { sayLines } from '../../src/cards/reply-data.ts';
import type { Button, Reply } from '../../src/cards/reply-data.ts';
import type { FormDefinition } from './definition.ts';
import { choiceButtons, listFindings, questionReply, actButton, reviewReply } from './render.ts';
import { leadLines, noticesOf, otherReadings } from './lead.ts';
import type { Lead } from './lead.ts';
import { toStored, withPartial } from './state.ts';
import type { OpenForm } from './state.ts';
import { formTexts } from './texts.ts';
import { contextOf, openSlots, visibleSlots, withFindings } from './values.ts';
import type { Finding, Scene } from './values.ts';
import type { Parsed, Slot } from './slot.ts';

/** What the form does after an event, as plain data. */
export interface Outcome<V, F> {
  readonly form: OpenForm<V>;
  readonly replies: readonly Reply[];
  /** `finish` runs what was confirmed, `discard` throws the draft away, `wait` waits for the next answer. */
  readonly then: 'wait' | 'finish' | 'discard' | Extract<Parsed<unknown>, { kind: 'handover' }>;
  /** What the user gave in this turn, for slots that remember it beyond the form. */
  readonly given: readonly Finding<V, F>[];
}

/** Takes values in and goes on to what is open. */
export function settle<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  findings: readonly Finding<V, F>[],
  noted: readonly Finding<V, F>[],
  scene: Scene<V, F>,
): Outcome<V, F> {
  const after = withFindings(definition, form, findings, scene);
  return goOn(definition, form, after, { noted, given: findings }, scene);
}

/** Asks the next open slot, else shows the review, else finishes; says before what has been understood. */
export function goOn<V, F>(
  definition: FormDefinition<V, F>,
  before: OpenForm<V>,
  after: OpenForm<V>,
  lead: Lead<V, F>,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const lines = leadLines(definition, before, after, lead, scene);
  const { notices, seen } = noticesOf(definition, after, scene);
  const form = { ...after, notices: seen, pending: null };
  const texts = formTexts(scene.locale);
  const { id } = after.draft;
  const asides = [
    ...otherReadings(lead.noted ?? [], form, scene),
    ...notices.map(({ text, buttons = [] }) => ({
      text,
      buttons: [
        ...buttons.map(({ words: _words, ...button }) => button),
        actButton(texts.goOn, id, { do: 'go-on' }),
      ],
    })),
  ];
  const replies = asides.map(({ text, buttons }, index) =>
    sayLines(index === 0 ? [...lines, text] : [text], ...buttons),
  );
  const shown = ask(definition, form, replies.length === 0 ? lines : [], scene);
  const given = lead.given ?? [];
  if (notices.length === 0) return { ...shown, replies: [...replies, ...shown.replies], given };
  const isHeldBack = definition.slots.some(
    ({ name, isDecision }) => isDecision === true && name === shown.form.asked,
  );
  const noticed = { ...shown.form, pending: { kind: 'notice' } as const };
  return { ...shown, form: noticed, replies: isHeldBack ? replies : [...replies, ...shown.replies], given };
}

/** Asks the next open slot or shows the review, with lines before it. */
export function ask<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  lines: readonly Line[],
  scene: Scene<V, F>,
): Outcome<V, F> {
  const next = begunSlot(definition, form, scene) ?? openSlots(definition, form, scene)[0];
  if (next !== undefined) return askSlot(definition, form, next, lines, scene);
  const atReview = { ...form, asked: null, pending: null };
  const review = reviewReply(definition, atReview, scene);
  const said = lines.length === 0 ? [] : [sayLines(lines)];
  if (review === null) return { form: atReview, replies: said, then: 'finish', given: [] };
  return { form: atReview, replies: [...said, review], then: 'wait', given: [] };
}

/** A slot that has its value while something more for it was begun (somebody named for the team, and not yet known). */
export function begunSlot<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  scene: Scene<V, F>,
): Slot<V, F> | null {
  const begun = form.draft.partial?.slot;
  const slots = visibleSlots(definition, form, scene);
  return slots.find(({ name }) => name === begun && form.values[name] !== undefined) ?? null;
}

/** Asks one slot, open or not. */
export function askSlot<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  lines: readonly Line[],
  scene: Scene<V, F>,
): Outcome<V, F> {
  const asked = { ...form, asked: slot.name, pending: null };
  const { partial } = form.draft;
  if (partial?.slot === slot.name) return askRest(asked, slot, partial.text, lines, scene);
  return waitWith(asked, [questionReply(definition, asked, slot, lines, scene)]);
}

/** Asks for what is still missing of a value that is there in part. */
function askRest<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  lines: readonly Line[],
  { locale }: Scene<V, F>,
): Outcome<V, F> {
  const texts = formTexts(locale);
  const { id } = form.draft;
  const keep = form.values[slot.name] === undefined ? [] : [actButton(texts.keep, id, { do: 'keep' })];
  const buttons = [...keep, actButton(texts.cancel, id, { do: 'cancel' })];
  return waitWith(form, [sayLines([...lines, text], ...buttons)]);
}

/** Asks again what was asked, with lines before it. */
export function askAgain<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  lines: readonly Line[],
  scene: Scene<V, F>,
): Outcome<V, F> {
  const slot = definition.slots.find(({ name }) => name === form.asked);
  const isShown = slot?.isAskedWhen?.(contextOf(form, scene)) ?? true;
  return slot === undefined || !isShown
    ? ask(definition, form, lines, scene)
    : askSlot(definition, form, slot, lines, scene);
}

/** An answer that was read, but not as a value: asks for the rest, which one, or says what is wrong. */
export function askBack<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  parsed: Exclude<Parsed<unknown>, { kind: 'value' }>,
  noted: readonly Finding<V, F>[],
  scene: Scene<V, F>,
): Outcome<V, F> {
  const texts = formTexts(scene.locale);
  const { id } = form.draft;
  const lines = noted.length === 0 ? [] : [texts.noted(listFindings(noted, form, scene))];
  const say = (text: string, buttons: readonly Button[]): Reply => sayLines([...lines, text], ...buttons);
  const waiting = { ...form, asked: slot.name };
  switch (parsed.kind) {
    case 'choose': {
      const pending = { kind: 'choose', slot: slot.name, choices: toStored(parsed.choices) } as const;
      const { kept, text } = parsed;
      const open = kept === undefined ? waiting : withPartial(waiting, { slot: slot.name, kept, text });
      return waitWith({ ...open, pending }, [say(parsed.text, choiceButtons(parsed.choices, slot.name, id))]);
    }
    case 'partial': {
      const { kept, text } = parsed;
      const asking = withPartial({ ...waiting, pending: null }, { slot: slot.name, kept, text });
      return askRest(asking, slot, text, lines, scene);
    }
    case 'handover':
      return { form: { ...waiting, pending: null }, replies: [], then: parsed, given: [] };
    case 'invalid': {
      const again = questionReply(definition, waiting, slot, [], scene);
      return waitWith({ ...waiting, pending: null }, [say(parsed.text, again.buttons ?? [])]);
    }
  }
}

/** Waits for the next answer. */
export function waitWith<V, F>(form: OpenForm<V>, replies: readonly Reply[]): Outcome<V, F> {
  return { form, replies, then: 'wait', given: [] };
}
