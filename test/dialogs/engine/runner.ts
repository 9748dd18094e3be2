import { Memory } from 'lowdb';
import type { DialogServices } from '../../../dialogs/services.ts';
import type { FormDialog, Frame, Step } from '../../../dialogs/engine/form.ts';
import { formOf, runSteps } from '../../../dialogs/stack.ts';
import type { Forms } from '../../../dialogs/stack.ts';
import type { BeginRequest, DialogTurn } from '../../../dialogs/turn.ts';
import type { Button, Reply } from '../../../src/cards/reply-data.ts';
import type { Person } from '../../../src/directory/directory.ts';
import { createFileDirectory } from '../../../src/directory/file-directory.ts';
import { SAMPLE_PEOPLE, sara } from '../../../src/directory/sample-people.ts';
import { dayIn } from '../../../src/language/format.ts';
import type { Locale } from '../../../src/language/locale.ts';
import type { DealFile } from '../../../src/referrals/embedded/deal-schema.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import type { Reading } from '../../../src/reading/reading.ts';
import type { ReferralGateway } from '../../../src/referrals/gateway.ts';
import { newPersonRecord } from '../../../src/storage/person-record.ts';
import { readAs } from '../../reading/words-reader.ts';
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
  return { gateway, directory, notices: noticeBook(), newId: () => `draft-${String(++lastId)}`, clock };
}

/** What the form said in one turn. */
export interface Said {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly titles: readonly string[];
  readonly replies: readonly Reply[];
}

/** Any form, whatever it collects. */
type AnyForm = Pick<FormDialog, 'begin' | 'read' | 'act' | 'repeat'> & {
  readonly definition: Pick<FormDialog['definition'], 'name'>;
};

interface RunnerOptions {
  readonly person?: Person | null;
  readonly locale?: Locale;
  readonly clock?: { readonly now: Date };
  /** Whose deals' customers the reader knows; none by default. */
  readonly gateway?: Pick<ReferralGateway, 'list'>;
}

/** One person's conversation with one form, without the bot around it. */
export class FormRunner {
  readonly #name: FormDialog['definition']['name'];
  readonly #forms: Forms;
  readonly #options: RunnerOptions;
  #stack: Frame[] = [];

  constructor(form: AnyForm, options: RunnerOptions = {}) {
    this.#name = form.definition.name;
    this.#forms = new Map([[this.#name, form]]);
    this.#options = options;
  }

  /** True while the form waits for an answer. */
  get isOpen(): boolean {
    return this.#stack.length > 0;
  }

  begin(request: BeginRequest | string = {}): Promise<Said> {
    this.#stack = [];
    const begun = typeof request === 'string' ? { utterance: request } : request;
    return this.#run(() => Promise.resolve({ kind: 'push', dialog: this.#name, request: begun }));
  }

  say(text: string): Promise<Said> {
    return this.#run(async (frame, turn) => (await formOf(frame, this.#forms).read(text, frame, turn)).run());
  }

  /** Taps a button of what was said; one that begins this form begins it. */
  tap(said: Said, title: string): Promise<Said> {
    const button = said.buttons.find((each) => each.title === title);
    if (button === undefined || !('action' in button)) {
      throw new Error(`no button "${title}" among ${said.titles.join(', ')}`);
    }
    const { action } = button;
    if (action.action === 'form')
      return this.#run((frame, turn) => formOf(frame, this.#forms).act(action, frame, turn));
    if (action.action !== 'begin' || action.dialog !== this.#name)
      throw new Error(`"${title}" leads elsewhere`);
    const { referralId } = action;
    return this.begin({ with: action.with ?? {}, ...(referralId === undefined ? {} : { referralId }) });
  }

  async #run(act: (frame: Frame, turn: DialogTurn) => Promise<Step>): Promise<Said> {
    const { person = sara, locale = 'it', clock = { now: NOW }, gateway } = this.#options;
    const replies: Reply[] = [];
    const known = person === null || gateway === undefined ? [] : await customersOf(person, gateway);
    const turn = turnOf(person, locale, clock.now, replies, known);
    const stack = structuredClone(this.#stack);
    const top = stack.at(-1) ?? { id: this.#name, state: null };
    await runSteps(await act(top, turn), stack, this.#forms, turn);
    this.#stack = stack;
    const buttons = replies.flatMap((reply) => reply.buttons ?? []);
    return {
      text: replies.map(shownText).join('\n'),
      buttons,
      titles: buttons.map(({ title }) => title),
      replies,
    };
  }
}

/** Customers of the deals that a person may see, as the bot knows them; none where they can't be had. */
export async function customersOf(
  { tenantId, objectId }: Pick<Person, 'tenantId' | 'objectId'>,
  gateway: Pick<ReferralGateway, 'list'>,
): Promise<readonly string[]> {
  const deals = await gateway.list({ tenantId, objectId }).catch(() => []);
  return deals.map(({ customer }) => customer.name);
}

/** One turn of a person; null is somebody whom the directory doesn't know. */
export function turnOf(
  person: Person | null,
  locale: Locale,
  now: Date,
  replies: Reply[],
  known: readonly string[] = [],
): DialogTurn {
  const { tenantId, objectId } = person ?? { ...sara, objectId: 'a0000000-0000-4000-8000-0000000000ff' };
  const timeZone = 'Europe/Rome';
  const today = dayIn(timeZone, now);
  const readings = new Map<string, Reading>();
  return {
    locale,
    language: locale,
    actor: { tenantId, objectId },
    person,
    now,
    timeZone,
    hasBoxes: false,
    record: newPersonRecord(),
    read(text, asked) {
      const key = `${String(asked)}|${text}`;
      const reading = readings.get(key) ?? readAs(text, { locale, today, asked, known });
      readings.set(key, reading);
      return reading;
    },
    say: (reply) => void replies.push(reply),
    saveNow: () => Promise.resolve(),
  };
}

/** Nobody was met: what is set needs a chat to be told in. */
function noticeBook(): DialogServices['notices'] {
  return {
    needsConsent: false,
    held: () => Promise.resolve({ notices: null, nextList: null, until: null }),
    change: () => Promise.resolve(null),
  };
}
