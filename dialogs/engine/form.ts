import { asks } from '../../src/reading/contents.ts';
import { refusing, sayWith } from '../../src/cards/reply-data.ts';
import { dayIn } from '../../src/language/format.ts';
import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { BeginRequest, DialogTurn, Take } from '../turn.ts';
import type { DialogServices } from '../services.ts';
import { isOneOf, isQuoted, saidIn } from './answer.ts';
import { isNo } from './aside.ts';
import { type FormAct, takeAct } from './commands.ts';
import type { Elsewhere, FormDefinition } from './definition.ts';
import { dropDraft, findDraft, keepForm, readForm, staleReply } from './drafts.ts';
import { askReallyAgain, discard } from './ending.ts';
import { interpret } from './interpret.ts';
import { readOffer, begunBy, givenBy, offerDraft, openWith, resumeDraft, withBoxButton } from './opening.ts';
import type { Said } from './slot.ts';
import { emptyForm, formStateSchema, openDraft, type OpenForm, slotNamed } from './state.ts';
import { ask, askAgain, askSlot, type Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { contextOf, type Play, type Scene, withProposals } from './values.ts';

/** What is to happen on the stack after a form has answered. */
export type Step =
  | { readonly kind: 'wait' }
  /** The form is over, having done what it is for or not; `created` is the draft under whose id it made something. */
  | { readonly kind: 'end'; readonly isDone: boolean; readonly created: string | null }
  /** Another dialog runs first; this one goes on afterwards. */
  | { readonly kind: 'push' | 'replace'; readonly dialog: DialogName; readonly request: BeginRequest };

/** Where a form stands on the stack: what the session keeps of it. */
export interface Frame {
  readonly id: DialogName;
  state: unknown;
}

/** What a form makes of words, before anybody has decided that they are the form's. */
export interface FormReading {
  readonly take: Take;
  /** Carries it out. */
  run(): Promise<Step>;
}

const WAIT: Step = { kind: 'wait' };

/**
 * Runs one form definition: loads facts, lets the pure engine answer, keeps the draft, and carries out what was
 * confirmed. Its methods change nothing but the frame, the person's drafts and the turn's replies.
 */
export class FormDialog {
  readonly definition: FormDefinition;
  readonly #services: Pick<DialogServices, 'newId' | 'gateway'>;

  constructor(definition: FormDefinition, services: Pick<DialogServices, 'newId' | 'gateway'>) {
    this.definition = definition;
    this.#services = services;
  }

  /** Checks whether the form may begin, takes what the request says, and asks what is missing. */
  async begin(request: BeginRequest, frame: Frame, turn: DialogTurn): Promise<Step> {
    const { definition } = this;
    const kept = request.draftId === undefined ? null : findDraft(turn, request.draftId);
    const form =
      kept === null ? emptyForm(definition, this.#services.newId(), turn.now) : openDraft(definition, kept);
    const play = await this.play(turn, form);
    const start = await definition.start(request, contextOf(form, play.scene));
    if (start.kind === 'stop') {
      start.replies.forEach((reply) => turn.say(reply));
      return { kind: 'end', isDone: true, created: null };
    }
    (start.before ?? []).forEach((reply) => turn.say(reply));
    if (kept !== null) return this.#begin(resumeDraft(play), frame, play.scene);
    const own = start.utterance === undefined ? request : { ...request, utterance: start.utterance };
    const gathered = givenBy(play, start.values, own);
    const isEmpty = gathered.findings.length + gathered.parts.length === 0;
    const offered = isEmpty ? offerDraft(definition, play.scene) : null;
    return this.#begin(offered ?? openWith(play, gathered, own), frame, play.scene);
  }

  /** A first question may also be answered in a box. */
  #begin(outcome: Outcome, frame: Frame, scene: Scene): Promise<Step> {
    return this.#apply(withBoxButton(outcome, scene), frame, scene);
  }

  /** What the form makes of words. */
  async read(text: string, frame: Frame, turn: DialogTurn): Promise<FormReading> {
    const play = await this.open(frame, turn);
    if (play === null) return { take: 'no', run: () => this.withoutDraft(frame, turn) };
    if (play.form.pending?.kind === 'offer') {
      const { answer, draft, said, isSure } = readOffer(play, text);
      const meant = { ...play, form: openDraft(this.definition, draft) };
      const run = (): Promise<Step> => this.#answerOffer(answer, said, meant, frame);
      return { take: isSure ? 'surely' : 'no', run };
    }
    const away = this.#elsewhere(text, play);
    if (away !== null) return { take: 'surely', run: () => this.#follow(away, play, frame) };
    const { take, outcome } = interpret(play, text);
    return { take, run: () => this.carryOut(outcome, play, frame) };
  }

  /** Answers a tap. */
  async act(act: FormAct, frame: Frame, turn: DialogTurn): Promise<Step> {
    const play = await this.open(frame, turn);
    if (play === null) return this.withoutDraft(frame, turn);
    if (play.form.pending?.kind === 'offer') return this.#answerOffer(act.do, null, play, frame);
    return this.carryOut(takeAct(play, act), play, frame);
  }

  /** Asks the open question again, also when a dialog that was opened in between has ended. */
  async repeat(frame: Frame, turn: DialogTurn): Promise<Step> {
    const play = await this.open(frame, turn);
    if (play === null) return WAIT;
    const offered = play.form.pending?.kind === 'offer' ? offerDraft(this.definition, play.scene) : null;
    const again = offered ?? askReallyAgain(play) ?? askAgain(play, []);
    if (turn.isFormQuiet !== true) again.replies.forEach((reply) => turn.say(reply));
    frame.state = keepForm(this.definition, again.form, turn);
    return WAIT;
  }

  /** The form as it was kept; a slot or a fact that came with a new release may have its proposal only now. */
  async open(frame: Frame, turn: DialogTurn): Promise<Play | null> {
    const kept = readForm(this.definition, frame.state, turn);
    if (kept === null) return null;
    const play = await this.play(turn, kept);
    return kept.pending?.kind === 'offer' ? play : { ...play, form: withProposals(play) };
  }

  /** A form in this turn, with what it loads for it. */
  async play(turn: DialogTurn, form: OpenForm): Promise<Play> {
    const facts = await this.definition.load(turn, form.values);
    const scene = { turn, locale: turn.locale, today: dayIn(turn.timeZone, turn.now), facts };
    return { definition: this.definition, form, scene };
  }

  /** Does what was answered, and says it. */
  async carryOut(outcome: Outcome, { form, scene }: Play, frame: Frame): Promise<Step> {
    for (const { slot, value } of outcome.given) slot.remember?.(value, contextOf(form, scene));
    return this.#apply(outcome, frame, scene);
  }

  /** The draft is gone while its form is still open: it became a deal just before a crash, or was deleted. */
  async withoutDraft({ state }: Frame, turn: DialogTurn): Promise<Step> {
    const gone = formTexts(turn.locale).draftGone;
    const parsed = formStateSchema.safeParse(state);
    const { success } = parsed;
    turn.say(
      success ? await staleReply(parsed.data.draftId, turn, this.#services, gone) : refusing(sayWith(gone)),
    );
    return { kind: 'end', isDone: false, created: null };
  }

  #elsewhere(text: string, { form, scene }: Play): Elsewhere | null {
    if (form.asked !== null && isQuoted(text)) return null;
    // "Cambia qualcosa" typed is the button below the summary.
    if (form.asked === null && isOneOf(text, [formTexts(scene.locale).change])) return null;
    const said = saidIn(text, form.asked ?? 'review', scene);
    // "No" to "throw it away?" is to that.
    const isReallyAsked = form.pending?.kind === 'cancel' || form.pending?.kind === 'restart';
    if (asks(said.reading) || (isReallyAsked && isNo(said.reading))) return null;
    return this.definition.elsewhere?.(said, form.asked, contextOf(form, scene)) ?? null;
  }

  async #follow(away: Elsewhere, play: Play, frame: Frame): Promise<Step> {
    const { form, scene } = play;
    const { turn } = scene;
    if (away.kind === 'end') return this.#apply(discard(play), frame, scene);
    if (away.kind === 'stay') return this.#apply(askAgain(play, [away.text]), frame, scene);
    away.replies.forEach((reply) => turn.say(reply));
    dropDraft(turn, form.draft.id);
    return { kind: 'replace', dialog: away.dialog, request: away.request };
  }

  async #answerOffer(
    answer: FormAct['do'] | null,
    said: Said | null,
    { form, scene }: Play,
    frame: Frame,
  ): Promise<Step> {
    const { definition } = this;
    if (answer === 'go-on' || answer === 'confirm') {
      return this.#begin(
        resumeDraft({ definition, form: { ...form, pending: null }, scene }, said),
        frame,
        scene,
      );
    }
    if (answer === 'cancel') {
      scene.turn.say(sayWith(formTexts(scene.locale).draftLeft));
      return { kind: 'end', isDone: false, created: null };
    }
    if (answer === 'cancel-really') dropDraft(scene.turn, form.draft.id);
    const lines = answer === 'cancel-really' ? [formTexts(scene.locale).draftDeleted] : [];
    const play = { definition, form: emptyForm(definition, this.#services.newId(), scene.turn.now), scene };
    const utterance = answer === null ? (said?.text ?? '') : '';
    const gathered = begunBy(play, utterance);
    return this.#begin(openWith(play, gathered, { utterance }, lines), frame, scene);
  }

  /** Says what the engine answered, keeps where the form is, and carries out what follows. */
  async #apply(outcome: Outcome, frame: Frame, scene: Scene): Promise<Step> {
    const { form, replies } = outcome;
    replies.forEach((reply) => scene.turn.say(reply));
    if (outcome.then === 'discard') {
      dropDraft(scene.turn, form.draft.id);
      return { kind: 'end', isDone: false, created: null };
    }
    frame.state = keepForm(this.definition, form, scene.turn);
    if (outcome.then === 'wait') return WAIT;
    if (outcome.then === 'leave') return { kind: 'end', isDone: false, created: null };
    if (outcome.then === 'finish') return this.#finish({ definition: this.definition, form, scene }, frame);
    return { kind: 'push', dialog: outcome.then.dialog, request: outcome.then.request };
  }

  async #finish(play: Play, frame: Frame): Promise<Step> {
    const { form, scene } = play;
    const { id } = form.draft;
    const finish = await this.definition.finish(contextOf(form, scene));
    finish.replies.forEach((reply) => scene.turn.say(reply));
    if (finish.kind === 'failed') return WAIT;
    if (finish.kind === 'reopen') {
      const slot = slotNamed(this.definition, finish.slot);
      return this.#apply(slot === null ? ask(play, []) : askSlot(play, slot, []), frame, scene);
    }
    dropDraft(scene.turn, id);
    return finish.kind === 'again'
      ? { kind: 'replace', dialog: this.definition.name, request: finish.request }
      : { kind: 'end', isDone: true, created: this.definition.isDraftKept ? id : null };
  }
}
