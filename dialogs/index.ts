import { refusing, sayWith } from '../src/cards/reply-data.ts';
import { readCommand } from '../src/language/commands.ts';
import { readYesNo } from '../src/language/yes-no.ts';
import { type Boxes, createBoxes } from './boxes.ts';
import { type DialogName, isDialogName } from '../src/cards/dialog-name.ts';
import type { Agreed } from '../src/reading/agreement.ts';
import type { FormAct } from './engine/commands.ts';
import { draftsReply, dropDraft, findDraft, staleReply } from './engine/drafts.ts';
import type { FormDialog, Frame, Step } from './engine/form.ts';
import { formStateSchema } from './engine/state.ts';
import { formTexts } from './engine/texts.ts';
import { makeDialogs } from './registry.ts';
import type { DialogServices } from './services.ts';
import { formOf, runSteps } from './stack.ts';
import type { BeginRequest, DialogTurn, Take } from './turn.ts';

export type { BeginRequest, DialogTurn, Take } from './turn.ts';
export type { DialogServices } from './services.ts';
export { dealCard } from './check-acceptance/cards.ts';
export { refreshed } from './check-acceptance/refreshed.ts';
export { overviewCard, overviewPage } from './check-acceptance/dialog.ts';
export { asksForSeller, bareDeal, isOnlyName } from './deals/naming.ts';
export { insertedDeal } from './check-acceptance/inserted.ts';
export { findReason } from './close-deal/reasons.ts';
export { asksForAll } from './deals/words.ts';
export { colleaguesCalled } from './find-account-admins/colleagues.ts';
export { type DealFilter, filterDeals } from './deals/filter.ts';
export { nameWritten } from './deals/search.ts';
export { recreation } from './deals/recreating.ts';
export { digestCard, newsCard } from './set-notices/round-up.ts';
export { settingsButton } from './set-notices/settings.ts';

/** Opaque JSON that the session keeps of the dialogs. */
export interface DialogState {
  dialogStack: Frame[];
  /** The draft whose deal was created last, so that a second "yes" is understood. */
  finished?: { draftId: string; at: string };
}

/** The session's place for the dialogs' state. */
export interface DialogHost {
  state: DialogState | null;
  /** Look-ups that began, and that showed what they found, in this turn: most are never open between two. */
  lookUps?: { readonly begun: string[]; readonly finished: string[] };
}

/** What the open form makes of a message. */
export interface MessageForForm {
  /** How sure it is that the message is its own; `no` also where no form is open. */
  readonly take: Take;
  /** Lets the form have it. May throw AppError; then the state is as it was before. */
  run(): Promise<void>;
}

/** The dialogs as the bot sees them. All methods may throw AppError; then the state is as it was before. */
export interface Dialogs {
  /** Begins a dialog; an open form worth keeping waits under a short one, else it is suspended. */
  begin(name: DialogName, request: BeginRequest, turn: DialogTurn, host: DialogHost): Promise<void>;
  /** Reads a message for the open form, once; nothing happens before `run`. */
  read(text: string, turn: DialogTurn, host: DialogHost): Promise<MessageForForm>;
  /** Carries out a tap; one on an old card changes nothing. */
  act(act: FormAct, turn: DialogTurn, host: DialogHost): Promise<void>;
  /** Asks the open question again, e.g. after an answer in between. */
  repeat(turn: DialogTurn, host: DialogHost): Promise<void>;
  /** The open form and the slot it asked (`review` at its summary), or null. */
  active(host: DialogHost): { name: DialogName; draftId: string; asked: string } | null;
  /** The uppermost form that keeps a draft, whatever short one is open above it, and the slot it asked; or null. */
  openDraft(host: DialogHost): { name: DialogName; draftId: string; asked: string } | null;
  /** The open dialogs that keep no draft, the lowest first, and the slot that each asked. */
  openLookUps(host: DialogHost): readonly { name: DialogName; draftId: string; asked: string }[];
  /** The draft that a form finished last in this conversation, or null. */
  finishedDraft(host: DialogHost): string | null;
  /** The forms as boxes beside the chat. */
  readonly boxes: Boxes;
  /** Ends the open form silently, draft kept. */
  suspend(host: DialogHost): void;
  /** Answers a button of a form that isn't open. Changes nothing. */
  handleStale(act: FormAct, turn: DialogTurn, host: DialogHost): Promise<void>;
  /** What a yes to the dialog's summary is to; null where it has none. */
  agreedBy(name: DialogName): Agreed | null;
  /** Whether the dialog's drafts are kept in the person's record. */
  keepsDraft(name: DialogName): boolean;
  /** Says which drafts there are. */
  listDrafts(turn: DialogTurn): void;
  /** Deletes a draft, and ends its form where it is open. */
  deleteDraft(draftId: string, turn: DialogTurn, host: DialogHost): void;
}

/** How long after a creation a typed "yes" still means its confirmation. */
const SECOND_YES_MS = 120_000;

/** Makes the dialogs over their services. */
export function createDialogs(services: DialogServices): Dialogs {
  return new StackedDialogs(services);
}

class StackedDialogs implements Dialogs {
  readonly boxes: Boxes;
  readonly #forms: ReturnType<typeof makeDialogs>;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    this.#forms = makeDialogs(services);
    this.#services = services;
    this.boxes = createBoxes(this.#forms, services, (...of) => this.#run(...of));
  }

  async begin(name: DialogName, request: BeginRequest, turn: DialogTurn, host: DialogHost): Promise<void> {
    const open = this.active(host);
    const isShort = !this.keepsDraft(name);
    const state = stateOf(host);
    // One of the same kind takes the place of the open one; what waits below it goes on waiting.
    if (isShort && open?.name === name) state.dialogStack.pop();
    else if (!(isShort && this.#waits(open?.name))) state.dialogStack = [];
    const left =
      isShort || open === null || open.draftId === request.draftId ? null : findDraft(turn, open.draftId);
    if (typeof left?.title === 'string') turn.say(sayWith(formTexts(turn.locale).draftWaits(left.title)));
    await this.#run({ kind: 'push', dialog: name, request }, state, turn, host);
  }

  async read(text: string, turn: DialogTurn, host: DialogHost): Promise<MessageForForm> {
    if (this.active(host) === null) {
      const take = this.#isSecondYes(text, turn, host) ? 'surely' : 'no';
      return { take, run: () => this.#continueNothing(turn, host) };
    }
    const { form, top, state } = this.#top(host);
    const read = await form.read(text, top, turn);
    return { take: read.take, run: async () => this.#run(await read.run(), state, turn, host) };
  }

  async act(act: FormAct, turn: DialogTurn, host: DialogHost): Promise<void> {
    if (act.draftId !== this.active(host)?.draftId) return this.handleStale(act, turn, host);
    const { form, top, state } = this.#top(host);
    await this.#run(await form.act(act, top, turn), state, turn, host);
  }

  async repeat(turn: DialogTurn, host: DialogHost): Promise<void> {
    if (this.active(host) === null) return;
    const { form, top, state } = this.#top(host);
    await this.#run(await form.repeat(top, turn), state, turn, host);
  }

  active(host: DialogHost): { name: DialogName; draftId: string; asked: string } | null {
    return formIn(host.state?.dialogStack.at(-1));
  }

  openDraft(host: DialogHost): { name: DialogName; draftId: string; asked: string } | null {
    const isKept = ({ id }: Frame): boolean => isDialogName(id) && this.keepsDraft(id);
    return formIn(host.state?.dialogStack.findLast(isKept));
  }

  openLookUps(host: DialogHost): readonly { name: DialogName; draftId: string; asked: string }[] {
    const open = (host.state?.dialogStack ?? []).flatMap((frame) => formIn(frame) ?? []);
    return open.filter(({ name }) => !this.keepsDraft(name));
  }

  finishedDraft(host: DialogHost): string | null {
    return host.state?.finished?.draftId ?? null;
  }

  suspend(host: DialogHost): void {
    host.state = null;
  }

  async handleStale(act: FormAct, turn: DialogTurn, host: DialogHost): Promise<void> {
    turn.say(await staleReply(act.draftId, turn, this.#services));
    await this.repeat(turn, host);
  }

  agreedBy(name: DialogName): Agreed | null {
    return this.#forms.get(name)?.definition.agreed ?? null;
  }

  keepsDraft(name: DialogName): boolean {
    return this.#forms.get(name)?.definition.isDraftKept ?? false;
  }

  listDrafts(turn: DialogTurn): void {
    turn.say(draftsReply(turn));
  }

  deleteDraft(draftId: string, turn: DialogTurn, host: DialogHost): void {
    const texts = formTexts(turn.locale);
    const isKept = findDraft(turn, draftId) !== null;
    dropDraft(turn, draftId);
    if (this.active(host)?.draftId === draftId) this.suspend(host);
    turn.say(isKept ? sayWith(texts.draftDeleted) : refusing(sayWith(texts.draftGone)));
  }

  #waits(name: DialogName | undefined): boolean {
    const definition = name === undefined ? undefined : this.#forms.get(name)?.definition;
    return definition !== undefined && (definition.waits ?? definition.isDraftKept);
  }

  /** Words for a form that isn't there: a second yes, or a state that this release can't read. */
  async #continueNothing(turn: DialogTurn, host: DialogHost): Promise<void> {
    const { finished } = stateOf(host);
    if (host.state?.dialogStack.length === 0 && finished !== undefined) {
      return turn.say(await staleReply(finished.draftId, turn, this.#services));
    }
    host.state = null;
    turn.say(sayWith(formTexts(turn.locale).olderState));
    if (turn.record.drafts.length > 0) turn.say(draftsReply(turn));
  }

  #isSecondYes(text: string, turn: DialogTurn, host: DialogHost): boolean {
    const finished = host.state?.finished;
    if (finished === undefined) return false;
    const isRecent = turn.now.getTime() - Date.parse(finished.at) < SECOND_YES_MS;
    const isConfirm = readCommand(text)?.kind === 'confirm';
    return isRecent && (isConfirm || readYesNo(text) === 'yes');
  }

  /** The open form and its frame in a copy of the state. */
  #top(host: DialogHost): { form: FormDialog; top: Frame; state: DialogState } {
    const state = stateOf(host);
    const top = state.dialogStack.at(-1);
    if (top === undefined) throw new Error('dialogs: no form is open');
    return { form: formOf(top, this.#forms), top, state };
  }

  /** Runs over a copy of the state, which replaces the session's only when all went well. */
  async #run(first: Step, state: DialogState, turn: DialogTurn, host: DialogHost): Promise<void> {
    const lookUps = (host.lookUps ??= { begun: [], finished: [] });
    const created = await runSteps(first, state.dialogStack, this.#forms, turn, (what, name) => {
      if (isDialogName(name) && !this.keepsDraft(name)) lookUps[what].push(name);
    });
    if (created !== null) state.finished = { draftId: created, at: turn.now.toISOString() };
    host.state = state;
  }
}

/** The form of a frame and the slot it asked; null where there is none that this release can read. */
function formIn(frame: Frame | undefined): { name: DialogName; draftId: string; asked: string } | null {
  const parsed = formStateSchema.safeParse(frame?.state);
  if (frame === undefined || !parsed.success || !isDialogName(frame.id)) return null;
  return { name: frame.id, draftId: parsed.data.draftId, asked: parsed.data.asked ?? 'review' };
}

/** A copy of the dialogs' state, to be changed. */
function stateOf(host: DialogHost): DialogState {
  return host.state === null ? { dialogStack: [] } : structuredClone(host.state);
}
