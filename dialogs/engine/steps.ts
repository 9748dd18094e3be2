import type { Line } from '../../src/cards/line.ts';
import { type Reply, sayLines } from '../../src/cards/reply-data.ts';
import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { PartialValue } from '../../src/storage/person-record.ts';
import type { BeginRequest } from '../turn.ts';
import type { Gathered } from './answer.ts';
import { actButton, choiceButtons, MAX_BUTTONS, questionReply, reviewReply } from './render.ts';
import { type Lead, leadLines, listNoted, noticesOf, otherReadings } from './lead.ts';
import { type OpenForm, slotNamed, toStored, withPartial } from './state.ts';
import { formTexts } from './texts.ts';
import { type Finding, openSlots, type PartFound, type Play, visibleSlots, withFindings } from './values.ts';
import type { Parsed, Slot } from './slot.ts';

/** Something is looked at first; the question is asked again afterwards. */
interface Handover {
  readonly dialog: DialogName;
  readonly request: BeginRequest;
}

/** What the form does after an event, as plain data. */
export interface Outcome {
  readonly form: OpenForm;
  readonly replies: readonly Reply[];
  /** `finish` runs what was confirmed, `discard` throws the draft away, `leave` keeps it, `wait` waits for the next answer. */
  readonly then: 'wait' | 'finish' | 'discard' | 'leave' | Handover;
  /** What the user gave in this turn, for slots that remember it beyond the form. */
  readonly given: readonly Finding[];
}

/** Takes in what a message said and goes on to what is open; `noted` is what of it is shown back. */
export function settle(
  play: Play,
  { findings, parts }: Gathered,
  { noted = findings, lines = [] }: Pick<Lead, 'noted' | 'lines'> = {},
): Outcome {
  const after = withParts(withFindings(play, findings), parts);
  return goOn(play, after, { noted, parts, given: findings, lines });
}

/** Keeps what there is of values that are not whole; a whole one stays until the rest is given. */
export function withParts(form: OpenForm, parts: readonly PartFound[]): OpenForm {
  return parts.reduce((before, { slot, partial }) => withPartial(before, slot.name, partial), form);
}

/** Asks the next open slot, else shows the review, else finishes; says before what has been understood. */
export function goOn(play: Play, after: OpenForm, lead: Lead): Outcome {
  const { definition } = play;
  const now = { ...play, form: after };
  const lines = leadLines(play, now, lead);
  const { notices, seen } = noticesOf(now);
  const form = { ...after, notices: seen, pending: null };
  const asides = [...otherReadings(lead.noted ?? [], now), ...notices];
  const replies = asides.map(({ text, buttons }, index) =>
    sayLines(index === 0 ? [...lines, text] : [text], ...buttons),
  );
  const shown = ask({ ...play, form }, replies.length === 0 ? lines : []);
  const given = lead.given ?? [];
  if (notices.length === 0) return { ...shown, replies: [...replies, ...shown.replies], given };
  const isHeldBack = slotNamed(definition, shown.form.asked)?.isDecision === true;
  const noticed = { ...shown.form, pending: { kind: 'notice' } as const };
  return { ...shown, form: noticed, replies: isHeldBack ? replies : [...replies, ...shown.replies], given };
}

/** Asks the next open slot or shows the review, with lines before it. */
export function ask(play: Play, lines: readonly Line[]): Outcome {
  const { form } = play;
  const next = begunSlot(play) ?? nextOpen(play);
  if (next !== null) return askSlot(play, next, lines);
  const atReview = { ...form, asked: null, pending: null };
  const review = reviewReply({ ...play, form: atReview });
  const said = lines.length === 0 ? [] : [sayLines(lines)];
  if (review === null) return { form: atReview, replies: said, then: 'finish', given: [] };
  return { form: atReview, replies: [...said, review], then: 'wait', given: [] };
}

/** The slot to be asked next: what was said and has several readings before anything else, what was put off last. */
function nextOpen(play: Play): Slot | null {
  const open = openSlots(play);
  const { later, partials } = play.form;
  const now = open.filter(({ name }) => !later.includes(name));
  return now.find(({ name }) => partials[name]?.choices !== undefined) ?? now[0] ?? open[0] ?? null;
}

/** Puts a question off and asks the next one; the last that is open is asked again. */
export function putOff(play: Play, { name }: Slot, lines: readonly Line[]): Outcome {
  const { form } = play;
  const later = [...form.later.filter((other) => other !== name), name];
  const next = nextOpen({ ...play, form: { ...form, later } });
  const isLast = next === null || later.includes(next.name);
  return isLast ? askAgain(play, lines) : askSlot({ ...play, form: { ...form, later } }, next, lines);
}

/** A slot that has its value while something more for it was begun (somebody named for the team, and not yet known). */
export function begunSlot(play: Play): Slot | null {
  const { form } = play;
  const slots = visibleSlots(play);
  return slots.find(({ name }) => name in form.partials && form.values[name] !== undefined) ?? null;
}

/** Asks one slot, open or not. */
export function askSlot(play: Play, slot: Slot, lines: readonly Line[]): Outcome {
  const { form } = play;
  const asked = { ...form, asked: slot.name, pending: null };
  const partial = form.partials[slot.name];
  if (partial !== undefined) return askRest({ ...play, form: asked }, slot, partial, lines);
  return waitWith(asked, [questionReply({ ...play, form: asked }, slot, lines)]);
}

/** Asks for what is still missing of a value that is there in part. */
function askRest(
  { form, scene }: Play,
  slot: Slot,
  { text, choices = [] }: PartialValue,
  lines: readonly Line[],
): Outcome {
  const texts = formTexts(scene.locale);
  const { id } = form.draft;
  const keep =
    form.values[slot.name] === undefined ? [] : [actButton(texts.keep, id, { do: 'keep', slot: slot.name })];
  const cancel = actButton(texts.cancel, id, { do: 'cancel' });
  const buttons = [...choiceButtons(choices, slot.name, id), ...keep, cancel].slice(0, MAX_BUTTONS);
  return waitWith(form, [sayLines([...lines, text], ...buttons)]);
}

/** Asks again what was asked, with lines before it. */
export function askAgain(play: Play, lines: readonly Line[]): Outcome {
  const slot = visibleSlots(play).find(({ name }) => name === play.form.asked);
  return slot === undefined ? ask(play, lines) : askSlot(play, slot, lines);
}

/** An answer that was read, but not as a value: asks for the rest, which one, or says what is wrong. */
export function askBack(
  play: Play,
  slot: Slot,
  parsed: Exclude<Parsed, { kind: 'value' }>,
  noted: Gathered = { findings: [], parts: [] },
  unread: readonly Line[] = [],
): Outcome {
  const { form, scene } = play;
  const { text } = parsed;
  const shown = listNoted(noted, play);
  const lines = shown === '' ? unread : [...unread, formTexts(scene.locale).noted(shown)];
  const waiting = { ...form, asked: slot.name, pending: null };
  if (parsed.kind === 'invalid') {
    const again = questionReply({ ...play, form: waiting }, slot, []);
    return waitWith(waiting, [sayLines([...lines, text], ...(again.buttons ?? []))]);
  }
  const { kept = null } = parsed;
  if (parsed.kind === 'partial') {
    const begun = withPartial(waiting, slot.name, { kept, text });
    return askRest({ ...play, form: begun }, slot, { kept, text }, lines);
  }
  // The readings are there again when the question is, whatever comes in between.
  const open = withPartial(waiting, slot.name, { kept, text, choices: toStored(parsed.choices) });
  const pending = { kind: 'choose', slot: slot.name, choices: toStored(parsed.choices) } as const;
  const buttons = choiceButtons(parsed.choices, slot.name, form.draft.id);
  return waitWith({ ...open, pending }, [sayLines([...lines, text], ...buttons)]);
}

/** Waits for the next answer. */
export function waitWith(form: OpenForm, replies: readonly Reply[]): Outcome {
  return { form, replies, then: 'wait', given: [] };
}
