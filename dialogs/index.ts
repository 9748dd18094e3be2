import { DialogContext, DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import type { DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder';
import { NullTelemetryClient } from 'botbuilder';
import { sayWith } from '../src/cards/reply-data.ts';
import { readCommand } from '../src/language/commands.ts';
import { readYesNo } from '../src/language/yes-no.ts';
import type { DialogName } from './dialog-name.ts';
import { isDialogName } from './dialog-name.ts';
import type { BeginRequest, DialogInput, DialogTurn, Take } from './turn.ts';
import { setFormTurn } from './engine/form.ts';
import type { FormResult } from './engine/form.ts';
import type { FormAct } from './engine/acts.ts';
import { draftsReply, dropDraft, findDraft } from './engine/drafts.ts';
import { formStateSchema } from './engine/state.ts';
import { staleReply } from './engine/stale.ts';
import { formTexts } from './engine/texts.ts';
import { allForms } from './all-forms.ts';
import type { DialogServices } from './services.ts';

export type { DialogName } from './dialog-name.ts';
export { DIALOG_NAMES, isDialogName } from './dialog-name.ts';
export type { BeginRequest, DialogInput, DialogTurn, Take } from './turn.ts';
export type { DialogServices } from './services.ts';
export { dealCard } from './check-acceptance/cards.ts';
export { overviewPage } from './check-acceptance/dialog.ts';
export { asksForSeller, bareDeal, isOnlyName } from './deals/naming.ts';
export { recreation } from './deals/recreating.ts';

/** Opaque JSON that the session keeps of the dialogs. */
export interface DialogState {
  dialogStack: DialogInstance[];
  /** The draft whose deal was created last, so that a second "yes" is understood. */
  finished?: { draftId: string; at: string };
}

/** Where the dialogs run: the SDK's turn context and the session's place for their state. */
export interface DialogHost {
  readonly context: TurnContext;
  state: DialogState | null;
}

/** The dialogs as the bot sees them. All methods may throw AppError; then the state is as it was before. */
export interface Dialogs {
  /** Begins a dialog; an open form worth keeping waits under a short one, else it is suspended. */
  begin(name: DialogName, request: BeginRequest, turn: DialogTurn, host: DialogHost): Promise<void>;
  /** Continues the open form with this turn's input; a tap on an old card changes nothing. */
  continue(input: DialogInput, turn: DialogTurn, host: DialogHost): Promise<void>;
  /**
   * How sure the open form is that the utterance answers its question, or is one of its commands (then
   * `surely`). `no` when nothing is open.
   */
  canTake(text: string, turn: DialogTurn, host: DialogHost): Promise<Take>;
  /** Asks the open question again, e.g. after an answer in between. */
  repeat(turn: DialogTurn, host: DialogHost): Promise<void>;
  /** The open form, or null. */
  active(host: DialogHost): { name: DialogName; draftId: string } | null;
  /** Ends the open form silently, draft kept. */
  suspend(host: DialogHost): void;
  /** Answers a button of a form that isn't open. Changes nothing. */
  handleStale(act: FormAct, turn: DialogTurn, host: DialogHost): Promise<void>;
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
  const forms = allForms(services);
  const set = new DialogSet();
  set.telemetryClient = new NullTelemetryClient();
  forms.forEach((form) => set.add(form));
  return new SdkDialogs(set, new Map(forms.map((form) => [form.definition.name, form])), services);
}

class SdkDialogs implements Dialogs {
  readonly #set: DialogSet;
  readonly #forms: ReadonlyMap<string, ReturnType<typeof allForms>[number]>;
  readonly #services: DialogServices;

  constructor(
    set: DialogSet,
    forms: ReadonlyMap<string, ReturnType<typeof allForms>[number]>,
    services: DialogServices,
  ) {
    this.#set = set;
    this.#forms = forms;
    this.#services = services;
  }

  async begin(name: DialogName, request: BeginRequest, turn: DialogTurn, host: DialogHost): Promise<void> {
    const open = this.active(host);
    const isShort = this.#forms.get(name)?.definition.isDraftKept === false;
    const state = stateOf(host);
    // One of the same kind takes the place of the open one; what waits below it goes on waiting.
    if (isShort && open?.name === name) state.dialogStack.pop();
    else if (!(isShort && this.#waits(open?.name))) state.dialogStack = [];
    await this.#run(state, null, turn, host, (dc) => dc.beginDialog(name, request));
  }

  async continue(input: DialogInput, turn: DialogTurn, host: DialogHost): Promise<void> {
    const open = this.active(host);
    if (input.kind === 'act' && input.act.draftId !== open?.draftId) {
      return this.handleStale(input.act, turn, host);
    }
    if (open === null) return this.#continueNothing(turn, host);
    await this.#run(stateOf(host), input, turn, host, (dc) => dc.continueDialog());
  }

  async canTake(text: string, turn: DialogTurn, host: DialogHost): Promise<Take> {
    const open = this.active(host);
    if (open === null) return this.#isSecondYes(text, turn, host) ? 'surely' : 'no';
    const state: unknown = stateOf(host).dialogStack.at(-1)?.state;
    return (await this.#forms.get(open.name)?.howSure(state, text, turn)) ?? 'no';
  }

  async repeat(turn: DialogTurn, host: DialogHost): Promise<void> {
    if (this.active(host) === null) return;
    await this.#run(stateOf(host), null, turn, host, async (dc) => {
      await dc.repromptDialog();
      return { status: DialogTurnStatus.waiting };
    });
  }

  active(host: DialogHost): { name: DialogName; draftId: string } | null {
    const top = host.state?.dialogStack.at(-1);
    const parsed = formStateSchema.safeParse(top?.state);
    if (top === undefined || !parsed.success || !isDialogName(top.id)) return null;
    return { name: top.id, draftId: parsed.data.draftId };
  }

  suspend(host: DialogHost): void {
    host.state = null;
  }

  async handleStale(act: FormAct, turn: DialogTurn, host: DialogHost): Promise<void> {
    turn.say(await staleReply(act.draftId, turn, this.#services));
    await this.repeat(turn, host);
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
    turn.say(sayWith(isKept ? texts.draftDeleted : texts.draftGone));
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
    const isConfirm = readCommand(text, turn.locale)?.kind === 'confirm';
    return isRecent && (isConfirm || readYesNo(text, turn.locale) === 'yes');
  }

  /** Runs the SDK's dialogs over a copy of the state, which replaces the session's only when all went well. */
  async #run(
    state: DialogState,
    input: DialogInput | null,
    turn: DialogTurn,
    host: DialogHost,
    act: (dc: DialogContext) => Promise<DialogTurnResult>,
  ): Promise<void> {
    setFormTurn(host.context, { turn, input });
    const created = createdDraft(await unwrapped(act(new DialogContext(this.#set, host.context, state))));
    if (created !== null) state.finished = { draftId: created, at: turn.now.toISOString() };
    host.state = state;
  }
}

function stateOf(host: DialogHost): DialogState {
  return host.state === null ? { dialogStack: [] } : structuredClone(host.state);
}

function createdDraft(result: DialogTurnResult): string | null {
  if (result.status !== DialogTurnStatus.complete) return null;
  const ended = result.result as FormResult | undefined;
  return ended?.isCreated === true ? ended.draftId : null;
}

/** The SDK wraps what a dialog throws; the bot wants the error itself. */
async function unwrapped<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (error) {
    throw error instanceof Error && 'error' in error && error.error instanceof Error ? error.error : error;
  }
}
