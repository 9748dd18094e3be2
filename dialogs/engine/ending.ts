import { type Finding, type Play, withProposals } from './values.ts';
import { sayWith } from '../../src/cards/reply-data.ts';
import { actButton, listFindings, titleOf } from './render.ts';
import { emptyForm, type OpenForm } from './state.ts';
import { ask, type Outcome, waitWith } from './steps.ts';
import { formTexts } from './texts.ts';

/** Asks once whether to throw the draft away, where there is something to lose; a second time means yes. */
export function cancel(play: Play): Outcome {
  const { definition, form, scene } = play;
  const texts = formTexts(scene.locale);
  if (form.history.length === 0) return endWith(form, texts.cancelledEmpty);
  if (form.pending?.kind === 'cancel') return discard(play);
  const typed = definition.slots.flatMap((slot) => {
    const value = form.values[slot.name];
    return value === undefined || !form.history.includes(slot.name) ? [] : [{ slot, value }];
  });
  const what = inBrief(typed, play) || titleOf(definition, form, scene.locale);
  return askReally(play, 'cancel', texts.askCancel(what), texts.cancelReally);
}

/** The same question once more, after something in between: a yes is to what was asked last. Null where none is open. */
export function askReallyAgain(play: Play): Outcome | null {
  const { pending } = play.form;
  const unasked = { ...play, form: { ...play.form, pending: null } };
  if (pending?.kind === 'cancel') return cancel(unasked);
  return pending?.kind === 'restart' ? restart(unasked) : null;
}

/** Asks before what was typed is lost. */
function askReally({ form, scene }: Play, kind: 'cancel' | 'restart', text: string, title: string): Outcome {
  const { id } = form.draft;
  const act = kind === 'cancel' ? 'cancel-really' : kind;
  return waitWith({ ...form, pending: { kind } }, [
    sayWith(
      text,
      actButton(title, id, { do: act }, 'destructive'),
      actButton(formTexts(scene.locale).cancelNo, id, { do: 'go-on' }),
    ),
  ]);
}

const MOST_LETTERS = 90;

/** The first of the values, as many as fit in a line. */
function inBrief(typed: readonly Finding[], play: Play): string {
  const shown = typed.map((finding) => listFindings([finding], play)).filter((part) => part !== '');
  const fits = shown.filter((_, index) => shown.slice(0, index + 1).join(', ').length <= MOST_LETTERS);
  return [...fits, ...(fits.length > 0 && fits.length < shown.length ? ['…'] : [])].join(', ');
}

/** Ends the form and its draft, after saying so. */
export function discard(play: Play): Outcome {
  const {
    definition,
    form,
    scene: { locale },
  } = play;
  return endWith(form, definition.says?.[locale].cancelled ?? formTexts(locale).cancelled);
}

/** Ends the form and keeps its draft, a tap away; one that nothing was typed in is not worth keeping. */
export function leave({ definition, form, scene: { locale } }: Play): Outcome {
  const texts = formTexts(locale);
  if (form.history.length === 0) return endWith(form, texts.cancelledEmpty);
  const action = { action: 'begin', dialog: definition.name, draftId: form.draft.id } as const;
  const left = sayWith(texts.draftLeft, { title: texts.resume, action });
  return { form, replies: [left], then: 'leave', given: [] };
}

function endWith(form: OpenForm, text: string): Outcome {
  return { form: { ...form, pending: null }, replies: [sayWith(text)], then: 'discard', given: [] };
}

/** Asks once whether to start over, where there is something to lose; a second time means yes. */
export function restart(play: Play): Outcome {
  const { definition, form, scene } = play;
  const texts = formTexts(scene.locale);
  if (form.history.length > 0 && form.pending?.kind !== 'restart')
    return askReally(play, 'restart', texts.askRestart, texts.restartReally);
  const empty = emptyForm(definition, form.draft.id, scene.turn.now);
  return ask({ ...play, form: withProposals({ ...play, form: empty }) }, [texts.restarted]);
}
