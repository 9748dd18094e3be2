import { Dialog } from 'botbuilder-dialogs';
import type { DialogContext, DialogInstance, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder';
import { sayWith } from '../../src/cards/reply-data.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import { dayIn } from '../../src/language/format.ts';
import { looksLikeQuestion } from '../../src/language/question-form.ts';
import type { BeginRequest, DialogInput, DialogTurn, Take } from '../turn.ts';
import { takeAct } from './acts.ts';
import { dropDraft, findDraft } from './drafts.ts';
import { askChange } from './commands.ts';
import type { Elsewhere, FormDefinition } from './definition.ts';
import { takeWords } from './engine.ts';
import { keepForm, readForm } from './keeping.ts';
import { answerOffer } from './offer.ts';
import { givenBy, offerDraft, openWith, resumeDraft } from './opening.ts';
import { isQuoted, takeFrom } from './reading.ts';
import { staleReply } from './stale.ts';
import { emptyForm, formStateSchema, openDraft, slotNamed } from './state.ts';
import type { OpenForm } from './state.ts';
import { ask, askAgain, askSlot } from './steps.ts';
import type { Outcome } from './steps.ts';
import { howSure } from './take.ts';
import { formTexts } from './texts.ts';
import { contextOf, withProposals } from './values.ts';
import type { Scene } from './values.ts';
import type { DialogServices } from '../services.ts';

/** What a form dialog needs of the turn; carried in the turn context's own state. */
export interface FormTurn {
  readonly turn: DialogTurn;
  readonly input: DialogInput | null;
}

const FORM_TURN = Symbol('form turn');

/** Hands the turn to the forms that run within this turn context. */
export function setFormTurn(context: TurnContext, formTurn: FormTurn): void {
  context.turnState.set(FORM_TURN, formTurn);
}

function formTurnOf(context: TurnContext): FormTurn {
  const formTurn = context.turnState.get<FormTurn | undefined>(FORM_TURN);
  if (formTurn === undefined) throw new Error('form: the turn context carries no form turn');
  return formTurn;
}

/** How a form ended, for the dialog below it on the stack and for whoever ran it. */
export interface FormResult {
  readonly draftId: string;
  /** True when the form made something under the draft's id. */
  readonly isCreated: boolean;
}

/**
 * Runs one form definition as a dialog of the SDK: loads facts, lets the pure engine answer, keeps the
 * draft, and carries out what was confirmed.
 */
export class FormDialog<V extends object, F> extends Dialog {
  readonly definition: FormDefinition<V, F>;
  readonly #services: Pick<DialogServices, 'newId' | 'gateway'>;

  constructor(definition: FormDefinition<V, F>, services: Pick<DialogServices, 'newId' | 'gateway'>) {
    super(definition.name);
    this.definition = definition;
    this.#services = services;
  }

  /** Checks whether the form may begin, takes what the request says, and asks what is missing. */
  override async beginDialog(dc: DialogContext, request: BeginRequest = {}): Promise<DialogTurnResult> {
    const { turn } = formTurnOf(dc.context);
    const kept = request.draftId === undefined ? null : findDraft(turn, request.draftId);
    const form =
      kept === null
        ? emptyForm(this.definition, this.#services.newId(), turn.now)
        : openDraft(this.definition, kept, { asked: null, pending: null, notices: [] });
    const scene = await this.#scene(turn, form);
    const start = await this.definition.start(request, contextOf(form, scene));
    if (start.kind === 'stop') {
      start.replies.forEach((reply) => turn.say(reply));
      return dc.endDialog(this.#result(form, false));
    }
    (start.before ?? []).forEach((reply) => turn.say(reply));
    if (kept !== null) return this.#apply(dc, resumeDraft(this.definition, form, scene), scene);
    const findings = givenBy(this.definition, form, start.values, request, scene);
    const offered = findings.length === 0 ? offerDraft(this.definition, scene) : null;
    return this.#apply(dc, offered ?? openWith(this.definition, form, findings, request, scene), scene);
  }

  /** Answers the user's words or tap. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { turn, input } = formTurnOf(dc.context);
    const kept = readForm(this.definition, dc.activeDialog?.state, turn);
    if (kept === null) {
      turn.say(await this.#withoutDraft(dc.activeDialog?.state, turn));
      return dc.endDialog();
    }
    const scene = await this.#scene(turn, kept);
    // A slot that came with a new release, or a fact that did, may have its proposal only now.
    const form = withProposals(this.definition, kept, scene);
    if (input === null) return this.#apply(dc, askAgain(this.definition, form, [], scene), scene);
    if (form.pending?.kind === 'offer') return this.#answerOffer(dc, form, input, scene);
    const away = input.kind === 'utterance' ? this.#elsewhere(input.text, form, scene) : null;
    if (away !== null) return this.#follow(dc, away, form, scene);
    const outcome =
      input.kind === 'act'
        ? takeAct(this.definition, form, input.act, scene)
        : takeWords(this.definition, form, input.text, scene);
    for (const { slot, value } of outcome.given) slot.remember?.(value, contextOf(form, scene));
    return this.#apply(dc, outcome, scene);
  }

  /** The draft is gone while its form is still open: it became a deal just before a crash, or was deleted. */
  async #withoutDraft(state: unknown, turn: DialogTurn): Promise<Reply> {
    const gone = formTexts(turn.locale).draftGone;
    const parsed = formStateSchema.safeParse(state);
    return parsed.success ? staleReply(parsed.data.draftId, turn, this.#services, gone) : sayWith(gone);
  }

  /** A dialog that was opened in between has ended: asks again. */
  override async resumeDialog(dc: DialogContext, _reason?: DialogReason): Promise<DialogTurnResult> {
    if (dc.activeDialog !== undefined) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  /** Asks the open question again. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { turn } = formTurnOf(context);
    const form = readForm(this.definition, instance.state, turn);
    if (form === null) return;
    const scene = await this.#scene(turn, form);
    const isOffer = form.pending?.kind === 'offer';
    const offered = isOffer ? offerDraft(this.definition, scene) : null;
    const again = offered ?? askAgain(this.definition, form, [], scene);
    again.replies.forEach((reply) => turn.say(reply));
    instance.state = keepForm(this.definition, again.form, turn);
  }

  /** How sure this form is that words are for it. */
  async howSure(state: unknown, text: string, turn: DialogTurn): Promise<Take> {
    const form = readForm(this.definition, state, turn);
    if (form === null) return 'no';
    const scene = await this.#scene(turn, form);
    if (form.pending?.kind === 'offer') return answerOffer(text, scene.locale) === null ? 'no' : 'surely';
    if (!looksLikeQuestion(text, scene.locale) && this.#elsewhere(text, form, scene) !== null)
      return 'surely';
    return howSure(this.definition, form, text, scene);
  }

  #elsewhere(text: string, form: OpenForm<V>, scene: Scene<V, F>): Elsewhere | null {
    if (form.asked !== null && isQuoted(text)) return null;
    const at = { asked: form.asked, pending: form.pending?.kind ?? null };
    return this.definition.elsewhere?.(text, at, contextOf(form, scene)) ?? null;
  }

  async #follow(
    dc: DialogContext,
    away: Elsewhere,
    form: OpenForm<V>,
    scene: Scene<V, F>,
  ): Promise<DialogTurnResult> {
    const { turn } = scene;
    if ('text' in away) {
      const say = away.kind === 'change' ? askChange : askAgainWith;
      return this.#apply(dc, say(this.definition, form, away.text, scene), scene);
    }
    if (away.kind === 'handover') {
      const waiting = { ...form, pending: null };
      if (dc.activeDialog !== undefined) dc.activeDialog.state = keepForm(this.definition, waiting, turn);
      return dc.beginDialog(away.dialog, away.request);
    }
    away.replies.forEach((reply) => turn.say(reply));
    dropDraft(turn, form.draft.id);
    return dc.replaceDialog(away.dialog, away.request);
  }

  async #scene(turn: DialogTurn, form: OpenForm<V>): Promise<Scene<V, F>> {
    const facts = await this.definition.load(turn, form.values);
    return { turn, locale: turn.locale, today: dayIn(turn.timeZone, turn.now), facts };
  }

  async #answerOffer(
    dc: DialogContext,
    form: OpenForm<V>,
    input: DialogInput,
    scene: Scene<V, F>,
  ): Promise<DialogTurnResult> {
    const answer = input.kind === 'act' ? input.act.do : answerOffer(input.text, scene.locale);
    if (answer === 'go-on' || answer === 'confirm') {
      return this.#apply(dc, resumeDraft(this.definition, { ...form, pending: null }, scene), scene);
    }
    if (answer === 'cancel') {
      scene.turn.say(sayWith(formTexts(scene.locale).draftLeft));
      return dc.endDialog(this.#result(form, false));
    }
    if (answer === 'cancel-really') dropDraft(scene.turn, form.draft.id);
    const lines = answer === 'cancel-really' ? [formTexts(scene.locale).draftDeleted] : [];
    const fresh = emptyForm(this.definition, this.#services.newId(), scene.turn.now);
    const utterance = input.kind === 'utterance' && answer === null ? input.text : '';
    const findings = takeFrom(this.definition, fresh, utterance, scene);
    return this.#apply(dc, openWith(this.definition, fresh, findings, { utterance }, scene, lines), scene);
  }

  /** Says what the engine answered, keeps where the form is, and carries out what follows. */
  async #apply(dc: DialogContext, outcome: Outcome<V, F>, scene: Scene<V, F>): Promise<DialogTurnResult> {
    const { form, replies } = outcome;
    const { turn } = scene;
    replies.forEach((reply) => turn.say(reply));
    if (outcome.then === 'discard') {
      dropDraft(turn, form.draft.id);
      return dc.endDialog(this.#result(form, false));
    }
    if (dc.activeDialog !== undefined) dc.activeDialog.state = keepForm(this.definition, form, turn);
    if (outcome.then === 'wait') return Dialog.EndOfTurn;
    if (outcome.then === 'finish') return this.#finish(dc, form, scene);
    return dc.beginDialog(outcome.then.dialog, outcome.then.request);
  }

  async #finish(dc: DialogContext, form: OpenForm<V>, scene: Scene<V, F>): Promise<DialogTurnResult> {
    const { turn } = scene;
    const finish = await this.definition.finish(contextOf(form, scene), form.draft.id);
    finish.replies.forEach((reply) => turn.say(reply));
    if (finish.kind === 'failed') return Dialog.EndOfTurn;
    if (finish.kind === 'again') {
      dropDraft(turn, form.draft.id);
      return dc.replaceDialog(this.id, finish.request);
    }
    if (finish.kind === 'reopen') {
      const slot = slotNamed(this.definition, finish.slot);
      const again =
        slot === null
          ? ask(this.definition, form, [], scene)
          : askSlot(this.definition, form, slot, [], scene);
      return this.#apply(dc, again, scene);
    }
    dropDraft(turn, form.draft.id);
    return dc.endDialog(this.#result(form, true));
  }

  #result(form: OpenForm<V>, isDone: boolean): FormResult {
    return { draftId: form.draft.id, isCreated: isDone && this.definition.isDraftKept };
  }
}

/** Asks again what was asked, after saying something. */
function askAgainWith<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> {
  return askAgain(definition, form, [text], scene);
}
