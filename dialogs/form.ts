import { Dialog } from 'botbuilder-dialogs';
import type { DialogContext, DialogInstance, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder';
import { dayIn } from '../src/language/format.ts';
import type { BeginRequest, DialogInput, DialogTurn, Take } from './dialog-turn.ts';
import { takeAct } from './form-acts.ts';
import { currentDrafts, draftTitle, dropDraft, findDraft, keepDraft, offerReply } from './form-drafts.ts';
import type { FormDefinition } from './form-definition.ts';
import { takeWords } from './form-engine.ts';
import { answerOffer } from './form-offer.ts';
import { plain } from './form-render.ts';
import { takeFrom } from './form-reading.ts';
import { closeDraft, emptyForm, formStateSchema, openDraft, slotNamed } from './form-state.ts';
import type { FormState, OpenForm } from './form-state.ts';
import { ask, askAgain, askSlot, goOn } from './form-steps.ts';
import type { Lead, Outcome } from './form-steps.ts';
import { howSure } from './form-take.ts';
import { formTexts } from './form-texts.ts';
import { contextOf, withFindings } from './form-values.ts';
import type { Finding, Scene } from './form-values.ts';
import type { DialogServices } from './services.ts';

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
  readonly #services: Pick<DialogServices, 'newId'>;

  constructor(definition: FormDefinition<V, F>, services: Pick<DialogServices, 'newId'>) {
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
    if (kept !== null) return this.#apply(dc, this.#resume(form, turn, scene), scene);
    const findings = this.#given(form, start.values, request, scene);
    const offered = findings.length === 0 && request.with === undefined ? this.#offer(turn, form) : null;
    return this.#apply(dc, offered ?? this.#open(form, findings, request, scene), scene);
  }

  /** Answers the user's words or tap. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { turn, input } = formTurnOf(dc.context);
    const form = this.#read(dc.activeDialog?.state, turn);
    if (form === null) {
      turn.say(plain(formTexts(turn.locale).draftGone));
      return dc.endDialog();
    }
    const scene = await this.#scene(turn, form);
    if (input === null) return this.#apply(dc, askAgain(this.definition, form, [], scene), scene);
    if (form.pending?.kind === 'offer') return this.#answerOffer(dc, form, input, scene);
    const outcome =
      input.kind === 'act'
        ? takeAct(this.definition, form, input.act, scene)
        : takeWords(this.definition, form, input.text, scene);
    for (const { slot, value } of outcome.given) slot.remember?.(value, contextOf(form, scene));
    return this.#apply(dc, outcome, scene);
  }

  /** A dialog that was opened in between has ended: asks again. */
  override async resumeDialog(dc: DialogContext, _reason?: DialogReason): Promise<DialogTurnResult> {
    if (dc.activeDialog !== undefined) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  /** Asks the open question again. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { turn } = formTurnOf(context);
    const form = this.#read(instance.state, turn);
    if (form === null) return;
    const again = await this.#again(form, turn);
    again.replies.forEach((reply) => turn.say(reply));
    instance.state = this.#toState(again.form, turn);
  }

  /** How sure this form is that words are for it. */
  async howSure(state: unknown, text: string, turn: DialogTurn): Promise<Take> {
    const form = this.#read(state, turn);
    if (form === null) return 'no';
    const scene = await this.#scene(turn, form);
    if (form.pending?.kind === 'offer') return answerOffer(text, scene.locale) === null ? 'no' : 'surely';
    return howSure(this.definition, form, text, scene);
  }

  async #scene(turn: DialogTurn, form: OpenForm<V>): Promise<Scene<V, F>> {
    const facts = await this.definition.load(turn, form.values);
    return { turn, locale: turn.locale, today: dayIn(turn.timeZone, turn.now), facts };
  }

  #again(form: OpenForm<V>, turn: DialogTurn): Promise<Outcome<V, F>> {
    return this.#scene(turn, form).then((scene) =>
      form.pending?.kind === 'offer'
        ? (this.#offer(turn, form) ?? ask(this.definition, form, [], scene))
        : askAgain(this.definition, form, [], scene),
    );
  }

  /** The values of the start itself, then what the user's sentence says. */
  #given(
    form: OpenForm<V>,
    values: Readonly<Partial<V>>,
    request: BeginRequest,
    scene: Scene<V, F>,
  ): readonly Finding<V, F>[] {
    const known = this.definition.slots.flatMap((slot) => {
      const value = values[slot.name];
      return value === undefined ? [] : [{ slot, value }];
    });
    if (request.utterance === undefined) return known;
    const after = withFindings(this.definition, form, known, scene);
    return [...known, ...takeFrom(this.definition, after, request.utterance, scene)];
  }

  #open(
    form: OpenForm<V>,
    findings: readonly Finding<V, F>[],
    request: BeginRequest,
    scene: Scene<V, F>,
  ): Outcome<V, F> {
    const after = withFindings(this.definition, form, findings, scene);
    const lead: Lead<V, F> = request.utterance === undefined ? {} : { noted: findings };
    return goOn(this.definition, form, after, { ...lead, given: findings }, scene);
  }

  #resume(form: OpenForm<V>, turn: DialogTurn, scene: Scene<V, F>): Outcome<V, F> {
    const texts = formTexts(turn.locale);
    const isOlder = form.draft.version !== this.definition.version;
    const lines = [texts.resumed(draftTitle(form.draft, turn)), ...(isOlder ? [texts.olderDraft] : [])];
    return goOn(this.definition, form, withFindings(this.definition, form, [], scene), { lines }, scene);
  }

  /** Offers the latest draft of this form, null when there is none. */
  #offer(turn: DialogTurn, form: OpenForm<V>): Outcome<V, F> | null {
    if (!this.definition.isDraftKept) return null;
    const [latest, ...more] = currentDrafts(turn).filter(({ dialog }) => dialog === this.definition.name);
    if (latest === undefined) return null;
    const offered = openDraft(this.definition, latest, { asked: null, pending: { kind: 'offer' }, notices: [] });
    const replies = [offerReply(latest, turn, more.length > 0)];
    return { form: form.draft.id === latest.id ? form : offered, replies, then: 'wait', given: [] };
  }

  async #answerOffer(
    dc: DialogContext,
    form: OpenForm<V>,
    input: DialogInput,
    scene: Scene<V, F>,
  ): Promise<DialogTurnResult> {
    const { turn } = scene;
    const answer = input.kind === 'act' ? input.act.do : answerOffer(input.text, scene.locale);
    if (answer === 'go-on' || answer === 'confirm') {
      return this.#apply(dc, this.#resume({ ...form, pending: null }, turn, scene), scene);
    }
    if (answer === 'cancel-really') dropDraft(turn, form.draft.id);
    else if (answer === 'cancel') return dc.endDialog(this.#result(form, false));
    const lines = answer === 'cancel-really' ? [formTexts(scene.locale).draftDeleted] : [];
    const fresh = emptyForm(this.definition, this.#services.newId(), turn.now);
    const text = input.kind === 'utterance' && answer === null ? input.text : '';
    const findings = takeFrom(this.definition, fresh, text, scene);
    const after = withFindings(this.definition, fresh, findings, scene);
    return this.#apply(dc, goOn(this.definition, fresh, after, { lines, noted: findings }, scene), scene);
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
    this.#write(dc, form, turn);
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
      const again = slot === null ? ask(this.definition, form, [], scene) : askSlot(this.definition, form, slot, [], scene);
      return this.#apply(dc, again, scene);
    }
    dropDraft(turn, form.draft.id);
    return dc.endDialog(this.#result(form, true));
  }

  #result(form: OpenForm<V>, isDone: boolean): FormResult {
    return { draftId: form.draft.id, isCreated: isDone && this.definition.isDraftKept };
  }

  #write(dc: DialogContext, form: OpenForm<V>, turn: DialogTurn): void {
    if (dc.activeDialog !== undefined) dc.activeDialog.state = this.#toState(form, turn);
  }

  /** Keeps a draft worth keeping in the person's record, where it is found from another chat. */
  #toState(form: OpenForm<V>, turn: DialogTurn): FormState {
    const isOffer = form.pending?.kind === 'offer';
    const draft = isOffer ? form.draft : closeDraft(this.definition, form, turn.now);
    const isKept = this.definition.isDraftKept && form.history.length > 0;
    if (isKept && !isOffer) keepDraft(turn, draft);
    const { asked, pending, notices } = form;
    return { schema: 1, draftId: draft.id, asked, pending, notices, draft: isKept ? null : draft };
  }

  #read(state: unknown, turn: DialogTurn): OpenForm<V> | null {
    const parsed = formStateSchema.safeParse(state);
    if (!parsed.success) return null;
    const { draftId, draft: own, ...position } = parsed.data;
    const draft = own ?? findDraft(turn, draftId);
    return draft === null ? null : openDraft(this.definition, draft, position);
  }
}
