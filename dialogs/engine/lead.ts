import { bullet, type Line } from '../../src/cards/line.ts';
import type { Button } from '../../src/cards/reply-data.ts';
import type { Gathered } from './answer.ts';
import { actButton, choiceButtons, labelOf, listFindings } from './render.ts';
import type { OpenForm } from './state.ts';
import { formTexts } from './texts.ts';
import { changesSince, contextOf, type Finding, type PartFound, type Play, visibleSlots } from './values.ts';

/** What a step says before it goes on. */
export interface Lead {
  readonly lines?: readonly Line[];
  /** Values to show back. */
  readonly noted?: readonly Finding[];
  readonly given?: readonly Finding[];
  /** Values that are there in part. */
  readonly parts?: readonly PartFound[];
}

/** What a change says, where the same question follows. */
export function leadLines({ form: before }: Play, now: Play, lead: Lead): readonly Line[] {
  const texts = formTexts(now.scene.locale);
  const proposed = changesSince(before, now).filter(
    ({ slot }) => !now.form.history.includes(slot.name) && slot.isQuiet !== true,
  );
  const noted = listNoted({ findings: lead.noted ?? [], parts: lead.parts ?? [] }, now);
  const cleared = clearedBy(before, now, lead);
  const known = proposed.map((finding) => listFindings([finding], now)).filter((line) => line !== '');
  return [
    ...(lead.lines ?? []),
    ...(noted === '' ? [] : [texts.noted(noted)]),
    ...(cleared.length === 0 ? [] : [texts.cleared(cleared)]),
    ...(known.length === 0 ? [] : [texts.known, ...known.map(bullet)]),
  ];
}

/** What was understood, whole or in part: "valore 80.000 €, contatto Gina Corti, gina@corti.example". */
export function listNoted({ findings, parts }: Gathered, play: Play): string {
  const { form, scene } = play;
  const context = contextOf(form, scene);
  const inPart = parts.flatMap(({ slot, partial }) => {
    const shown = slot.showPartial?.(partial.kept, context) ?? null;
    return shown === null ? [] : [`${labelOf(slot, scene.locale)} ${shown}`];
  });
  const whole = listFindings(findings, play);
  return [...(whole === '' ? [] : [whole]), ...inPart].join(', ');
}

/** The labels of what the user gave and what a change has cleared. */
function clearedBy(before: OpenForm, now: Play, lead: Lead): readonly string[] {
  const { form: after, scene } = now;
  // A decision clears what it was about: that is no news.
  if ((lead.given ?? []).every(({ slot }) => slot.isDecision === true)) return [];
  return visibleSlots(now).flatMap((slot) => {
    const value = before.values[slot.name];
    const wasGiven = value !== undefined && before.history.includes(slot.name);
    const isGone = !after.history.includes(slot.name);
    if (!wasGiven || !isGone || slot.show(value, contextOf(before, scene)) === null) return [];
    return [labelOf(slot, scene.locale)];
  });
}

/** Something said apart, with buttons of its own. */
interface Aside {
  readonly text: string;
  readonly buttons: readonly Button[];
}

/** Other usual readings of what was noted, to tap where the first one isn't meant. */
export function otherReadings(noted: readonly Finding[], { form, scene }: Play): readonly Aside[] {
  return noted
    .filter(({ others = [] }) => others.length > 0)
    .map(({ slot, others = [] }) => ({
      text: formTexts(scene.locale).otherReading(labelOf(slot, scene.locale)),
      buttons: choiceButtons(others, slot.name, form.draft.id),
    }));
}

/** What is to be pointed out now, and the ids of all that holds: what doesn't any more is forgotten, to be said again when it does. */
export function noticesOf({ definition, form, scene }: Play): {
  readonly notices: readonly Aside[];
  readonly seen: readonly string[];
} {
  const all = definition.notices?.(contextOf(form, scene)) ?? [];
  const goOn = actButton(formTexts(scene.locale).goOn, form.draft.id, { do: 'go-on' });
  const notices = all
    .filter(({ id }) => !form.notices.includes(id))
    .map(({ text, buttons = [] }) => ({
      text,
      buttons: [...buttons.map(({ words: _words, ...button }) => button), goOn],
    }));
  return { notices, seen: all.map(({ id }) => id) };
}
