import { NullTelemetryClient, TestAdapter, TurnContext } from 'botbuilder';
import { DialogContext, DialogSet } from 'botbuilder-dialogs';
import type { DialogState } from 'botbuilder-dialogs';
import { Memory } from 'lowdb';
import type { BeginRequest, DialogInput, DialogTurn } from '../../../dialogs/turn.ts';
import { setFormTurn } from '../../../dialogs/engine/form.ts';
import type { FormDialog } from '../../../dialogs/engine/form.ts';
import type { Button, Reply } from '../../../src/cards/reply-data.ts';
import type { Person } from '../../../src/directory/directory.ts';
import { createFileDirectory } from '../../../src/directory/file-directory.ts';
import { SAMPLE_PEOPLE, sara } from '../../../src/directory/sample-people.ts';
import type { Locale } from '../../../src/language/locale.ts';
import type { DealFile } from '../../../src/referrals/embedded/deal-schema.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import { newPersonRecord } from '../../../src/storage/person-record.ts';
import { shownText } from '../card-text.ts';

/** The instant at which these conversations happen: a Tuesday morning. */
export const NOW = new Date('2026-11-24T09:00:00.000Z');

/** The sample company over an embedded gateway in memory. */
export async function sampleServices() {
  const clock = { now: NOW };
  const directory = createFileDirectory({ people: SAMPLE_PEOPLE, asOf: NOW.toISOString() });
  const gateway = await createLowdbGateway({
    file: new Memory<DealFile>(),
    directory,
    withSampleData: true,
    now: () => clock.now,
  });
  let lastId = 0;
  return { gateway, directory, newId: () => `draft-${String(++lastId)}`, clock };
}

/** What the form said in one turn. */
export interface Said {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly titles: readonly string[];
  readonly replies: readonly Reply[];
}

interface AnyForm {
  readonly id: string;
  readonly howSure: FormDialog<object, unknown>['howSure'];
}

/** One person's conversation with one form, without the bot around it. */
export class FormRunner {
  readonly #form: AnyForm;
  readonly #set = new DialogSet();
  readonly #person: Person | null;
  readonly #locale: Locale;
  readonly #clock: { readonly now: Date };
  #state: DialogState = { dialogStack: [] };

  constructor(
    form: AnyForm & Parameters<DialogSet['add']>[0],
    options: { person?: Person | null; locale?: Locale; clock?: { readonly now: Date } } = {},
  ) {
    this.#form = form;
    this.#set.telemetryClient = new NullTelemetryClient();
    this.#set.add(form);
    this.#person = options.person === undefined ? sara : options.person;
    this.#locale = options.locale ?? 'it';
    this.#clock = options.clock ?? { now: NOW };
  }

  /** True while the form waits for an answer. */
  get isOpen(): boolean {
    return this.#state.dialogStack.length > 0;
  }

  begin(request: BeginRequest | string = {}): Promise<Said> {
    this.#state = { dialogStack: [] };
    const begun = typeof request === 'string' ? { utterance: request } : request;
    return this.#run(null, (dc) => dc.beginDialog(this.#form.id, begun));
  }

  say(text: string): Promise<Said> {
    return this.#run({ kind: 'utterance', text }, (dc) => dc.continueDialog());
  }

  /** Taps a button of what was said; one that begins this form begins it. */
  tap(said: Said, title: string): Promise<Said> {
    const button = said.buttons.find((each) => each.title === title);
    if (button === undefined || !('action' in button)) {
      throw new Error(`no button "${title}" among ${said.titles.join(', ')}`);
    }
    const { action } = button;
    if (action.action === 'form') return this.#run({ kind: 'act', act: action }, (dc) => dc.continueDialog());
    if (action.action !== 'begin' || action.dialog !== this.#form.id)
      throw new Error(`"${title}" leads elsewhere`);
    const { referralId } = action;
    return this.begin({ with: action.with ?? {}, ...(referralId === undefined ? {} : { referralId }) });
  }

  async #run(input: DialogInput | null, act: (dc: DialogContext) => Promise<unknown>): Promise<Said> {
    const replies: Reply[] = [];
    const context = new TurnContext(new TestAdapter(async () => {}), { type: 'message' });
    setFormTurn(context, { turn: turnOf(this.#person, this.#locale, this.#clock.now, replies), input });
    const state = structuredClone(this.#state);
    await unwrapped(act(new DialogContext(this.#set, context, state)));
    this.#state = state;
    const buttons = replies.flatMap((reply) => reply.buttons ?? []);
    return {
      text: replies.map(shownText).join('\n'),
      buttons,
      titles: buttons.map(({ title }) => title),
      replies,
    };
  }
}

/** One turn of a person; null is somebody whom the directory doesn't know. */
export function turnOf(person: Person | null, locale: Locale, now: Date, replies: Reply[]): DialogTurn {
  const { tenantId, objectId } = person ?? { ...sara, objectId: 'a0000000-0000-4000-8000-0000000000ff' };
  return {
    locale,
    actor: { tenantId, objectId },
    person,
    now,
    timeZone: 'Europe/Rome',
    record: newPersonRecord(),
    say: (reply) => void replies.push(reply),
    saveNow: () => Promise.resolve(),
  };
}

/** The SDK wraps what a dialog throws. */
async function unwrapped(running: Promise<unknown>): Promise<void> {
  try {
    await running;
  } catch (error) {
    throw error instanceof Error && 'error' in error && error.error instanceof Error ? error.error : error;
  }
}
