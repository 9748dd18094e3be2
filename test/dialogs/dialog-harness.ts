import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { BeginRequest, DialogTurn, Take } from '../../dialogs/turn.ts';
import type { FormAct } from '../../dialogs/engine/commands.ts';
import { createDialogs } from '../../dialogs/index.ts';
import type { DialogHost, Dialogs } from '../../dialogs/index.ts';
import type { DialogServices } from '../../dialogs/services.ts';
import type { Action } from '../../src/cards/action.ts';
import { type Box, fieldId, type FilledBox } from '../../src/cards/box.ts';
import type { Button, Reply } from '../../src/cards/reply-data.ts';
import type { Person } from '../../src/directory/directory.ts';
import { sara } from '../../src/directory/sample-people.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { PersonRecord } from '../../src/storage/person-record.ts';
import { newPersonRecord, personRecordSchema } from '../../src/storage/person-record.ts';
import { shownText } from './card-text.ts';
import { customersOf, turnOf } from './engine/runner.ts';

/** What was said in one turn. */
export interface Said {
  /** Every text of every reply. */
  readonly text: string;
  readonly titles: readonly string[];
  readonly buttons: readonly Button[];
  readonly replies: readonly Reply[];
}

export interface SellerOptions {
  readonly person?: Person | null;
  readonly locale?: Locale;
  readonly clock?: { readonly now: Date };
  /** What is remembered of the person: shared by two sellers to be one person in two chats. */
  readonly memory?: { record: PersonRecord };
  /** Fails or counts; called before anything is created. */
  readonly saveNow?: () => Promise<void>;
}

/**
 * One person in one chat, over the dialogs as the bot uses them. Between turns everything goes through JSON, as
 * it does in the bot's storage.
 */
export class Seller {
  readonly dialogs: Dialogs;
  readonly memory: { record: PersonRecord };
  readonly #options: SellerOptions;
  readonly #services: DialogServices;
  /** Counts the messages and taps of this person. */
  messages = 0;
  state: DialogHost['state'] = null;
  last: Said = { text: '', titles: [], buttons: [], replies: [] };

  constructor(services: DialogServices, options: SellerOptions = {}) {
    this.dialogs = createDialogs(services);
    this.#options = options;
    this.#services = services;
    this.memory = options.memory ?? { record: newPersonRecord() };
  }

  get active(): ReturnType<Dialogs['active']> {
    return this.dialogs.active({ state: this.state });
  }

  /** The slot asked, `review` at the summary; null where no form is open. */
  get asked(): string | null {
    return this.active?.asked ?? null;
  }

  /** What the open form holds, by slot. */
  get values(): Readonly<Record<string, unknown>> {
    const draftId = this.active?.draftId;
    return this.memory.record.drafts.find(({ id }) => id === draftId)?.values ?? {};
  }

  begin(request: string | BeginRequest = {}, name: DialogName = 'create-deal'): Promise<Said> {
    const begun = typeof request === 'string' ? { utterance: request } : request;
    return this.#turn((turn, host) => this.dialogs.begin(name, begun, turn, host));
  }

  say(text: string): Promise<Said> {
    return this.#turn(async (turn, host) => (await this.dialogs.read(text, turn, host)).run());
  }

  act(act: FormAct): Promise<Said> {
    return this.#turn((turn, host) => this.dialogs.act(act, turn, host));
  }

  /** Taps a button of the last turn, or of an earlier one. */
  tap(title: string, said: Said = this.last): Promise<Said> {
    const action = actionOf(title, said);
    if (action.action === 'form') return this.act(action);
    if (action.action === 'begin') {
      return this.begin(requestOf(action), action.dialog);
    }
    if (action.action === 'delete-draft') {
      return this.#turn((turn, host) => {
        this.dialogs.deleteDraft(action.draftId, turn, host);
        return Promise.resolve();
      });
    }
    throw new Error(`"${title}" leads to ${action.action}`);
  }

  /** The box of the open form; throws where there is none. */
  async box(): Promise<Box> {
    const turn = await this.#turnWith([]);
    const box = await this.dialogs.boxes.open(this.active?.draftId ?? '', turn, { state: this.state });
    if ('groups' in box) return box;
    throw new Error(`no box: ${box.summary}`);
  }

  /** Sends what a box holds, with these changes; returns the box where it is shown again. */
  async fill(
    box: Box,
    changes: Readonly<Record<string, string>>,
    more: Partial<FilledBox> = {},
  ): Promise<Box | null> {
    const values = box.groups.flatMap(({ name, fields }) =>
      fields.map(({ part, value }) => [fieldId(name, part), value] as const),
    );
    const inputs = { ...Object.fromEntries(values), ...changes };
    const { draftId, shown } = box;
    let again: Awaited<ReturnType<Dialogs['boxes']['fill']>> = null;
    await this.#turn(async (turn, host) => {
      again = await this.dialogs.boxes.fill({ draftId, shown, isWhole: true, inputs, ...more }, turn, host);
    });
    return again;
  }

  drafts(): Promise<Said> {
    return this.#turn((turn) => Promise.resolve(this.dialogs.listDrafts(turn)));
  }

  repeat(): Promise<Said> {
    return this.#turn((turn, host) => this.dialogs.repeat(turn, host));
  }

  async sure(text: string): Promise<Take> {
    const { take } = await this.dialogs.read(text, await this.#turnWith([]), { state: this.state });
    return take;
  }

  async #turn(act: (turn: DialogTurn, host: DialogHost) => Promise<void>): Promise<Said> {
    this.messages += 1;
    const replies: Reply[] = [];
    const host: DialogHost = { state: this.state };
    const turn = await this.#turnWith(replies);
    await act(turn, host);
    this.state = JSON.parse(JSON.stringify(host.state)) as DialogHost['state'];
    this.memory.record = personRecordSchema.parse(JSON.parse(JSON.stringify(turn.record)));
    const buttons = replies.flatMap((reply) => reply.buttons ?? []);
    const text = replies.map(shownText).join('\n');
    this.last = { text, buttons, titles: buttons.map(({ title }) => title), replies };
    return this.last;
  }

  async #turnWith(replies: Reply[]): Promise<DialogTurn> {
    const {
      person = sara,
      locale = 'it',
      clock = { now: new Date('2026-11-24T09:00:00.000Z') },
    } = this.#options;
    const known = person === null ? [] : await customersOf(person, this.#services.gateway);
    return {
      ...turnOf(person, locale, clock.now, replies, known),
      record: structuredClone(this.memory.record),
      saveNow: this.#options.saveNow ?? (() => Promise.resolve()),
    };
  }
}

/** What a button sends. */
export function actionOf(title: string, said: Said): Action {
  const button = said.buttons.find((each) => each.title === title);
  if (button === undefined || !('action' in button)) {
    throw new Error(`no button "${title}" among ${said.titles.join(' | ')}\n${said.text}`);
  }
  return button.action;
}

/** What a button that begins a dialog asks for. */
function requestOf({ referralId, recreates, draftId }: Extract<Action, { action: 'begin' }>): BeginRequest {
  return {
    ...(referralId === undefined ? {} : { referralId }),
    ...(recreates === undefined ? {} : { recreates }),
    ...(draftId === undefined ? {} : { draftId }),
  };
}
