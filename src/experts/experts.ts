import type { Actor } from '../identity/actor.ts';
import type { Locale } from '../language/locale.ts';
import type { RecordKey, RecordStore } from '../storage/record-store.ts';
import { type ActResult, actOn, askerActs, type ExpertAct, moved } from './acts.ts';
import {
  type AskedExpert,
  type ExpertAsker,
  type Expert,
  type ExpertsChannel,
  isOver,
} from './asked-expert.ts';

/** So many questions of a person may stand open at once, and so many are kept. */
const MOST_OPEN = 10;
const MOST_KEPT = 30;

/** A question, and whose it is. */
export interface Owned {
  readonly asker: ExpertAsker;
  readonly question: AskedExpert;
}

export type NewQuestion = Pick<AskedExpert, 'id' | 'locale' | 'text' | 'said'>;

/** Questions that people ask the experts of their company: who has which, and how they stand. */
export interface Experts {
  /** Null where the company has none. */
  channelOf(tenantId: string): Promise<ExpertsChannel | null>;
  setChannel(tenantId: string, channel: Omit<ExpertsChannel, 'schema'>): Promise<void>;
  /**
   * Keeps a new question; one with an id that is kept already isn't asked twice.
   *
   * @param reference of the asker's personal chat
   */
  ask(
    actor: Actor,
    asked: NewQuestion,
    reference: ExpertAsker['reference'],
    now: Date,
  ): Promise<Owned | 'asked-already' | 'too-many'>;
  /** Of a person, newest last. */
  of(actor: Actor): Promise<readonly AskedExpert[]>;
  /** All of a company, or of everybody. */
  all(tenantId?: string): Promise<readonly Owned[]>;
  find(tenantId: string, isIt: (question: AskedExpert) => boolean): Promise<Owned | null>;
  /** Does what an expert wants, as one step: of several who want the same, one does it. Null where it is gone. */
  act(
    owned: Owned,
    act: ExpertAct,
    who: Expert,
    now: Date,
  ): Promise<(ActResult & { readonly asker: ExpertAsker }) | null>;
  /** Does what the asker wants; null where there is nothing (more) to be done. */
  actAsAsker(actor: Actor, id: string, act: 'close' | 'reopen', now: Date): Promise<Owned | null>;
  /** The channel has the question, as this message. */
  notePosted(actor: Actor, id: string, post: AskedExpert['post'], now: Date): Promise<void>;
  /** The experts moved: null where the question is over, or in that conversation already. It then waits to be brought there. */
  noteMoved(owned: Owned, conversationId: string | null, now: Date): Promise<Owned | null>;
  /** The channel will never have it; resolves to it where the asker doesn't know yet. */
  noteUndelivered(actor: Actor, id: string): Promise<Owned | null>;
  /** The asker is told, or will be. */
  noteTold(actor: Actor, id: string, what: AskedExpert['owed']): Promise<void>;
}

export interface ExpertRecords {
  readonly askers: RecordStore<ExpertAsker>;
  readonly channels: RecordStore<ExpertsChannel>;
}

export function createExperts({ askers, channels }: ExpertRecords): Experts {
  /** Changes one question; null where it isn't there or stays as it is. */
  const change = async (
    actor: Actor,
    id: string,
    how: (question: AskedExpert) => AskedExpert | null,
  ): Promise<Owned | null> => {
    let changed: Owned | null = null;
    await askers.change(
      askerKey(actor),
      (before) => {
        changed = null;
        const question = before?.questions.find((each) => each.id === id);
        const after = question === undefined ? null : how(question);
        if (before === null || after === null) return before;
        const questions = before.questions.map((each) => (each.id === id ? after : each));
        const asker = { ...before, questions };
        changed = { asker, question: after };
        return asker;
      },
      { isDurable: true },
    );
    return changed;
  };
  const all = async (tenantId?: string): Promise<readonly Owned[]> =>
    (await askers.list(tenantId?.toLowerCase())).flatMap((asker) =>
      asker.questions.map((question) => ({ asker, question })),
    );

  return {
    channelOf: (tenantId) => channels.get(tenantId.toLowerCase()),
    async setChannel(tenantId, channel) {
      await channels.put(tenantId.toLowerCase(), { schema: 1, ...channel }, { isDurable: true });
    },
    async ask(actor, asked, reference, now) {
      let result: Owned | 'asked-already' | 'too-many' = 'too-many';
      await askers.change(
        askerKey(actor),
        (before) => {
          const asker = before ?? newAsker(actor, reference);
          if (asker.questions.some(({ id }) => id === asked.id)) result = 'asked-already';
          else if (asker.questions.filter((each) => !isOver(each)).length >= MOST_OPEN) result = 'too-many';
          else {
            const question = newQuestion(asked, now);
            const after = { ...asker, reference, questions: withinLimit([...asker.questions, question]) };
            result = { asker: after, question };
            return after;
          }
          return before;
        },
        { isDurable: true },
      );
      return result;
    },
    of: async (actor) => (await askers.get(askerKey(actor)))?.questions ?? [],
    all,
    find: async (tenantId, isIt) => (await all(tenantId)).find(({ question }) => isIt(question)) ?? null,
    async act({ asker, question: { id } }, act, who, now) {
      let result: ActResult | null = null;
      const changed = await change(asker, id, (question) => {
        result = actOn(question, act, who, now);
        return result.isDone ? result.question : null;
      });
      return result === null ? null : { ...(result as ActResult), asker: changed?.asker ?? asker };
    },
    actAsAsker: (actor, id, act, now) => change(actor, id, (question) => askerActs(question, act, now)),
    async notePosted(actor, id, post, now) {
      await change(actor, id, (question) =>
        question.state === 'waiting' ? moved(question, 'open', null, now, { post }) : { ...question, post },
      );
    },
    noteMoved: ({ asker, question: { id } }, conversationId, now) =>
      change(asker, id, (question) =>
        isOver(question) || (question.post !== null && question.post.conversationId === conversationId)
          ? null
          : moved(question, 'waiting', null, now, { post: null, heldBy: null }),
      ),
    noteUndelivered: (actor, id) =>
      change(actor, id, (question) =>
        question.state === 'waiting' && question.owed === null ? { ...question, owed: 'undelivered' } : null,
      ),
    async noteTold(actor, id, what) {
      await change(actor, id, (question) => (question.owed === what ? { ...question, owed: null } : null));
    },
  };
}

/** GUIDs are the same in either case. A person stands under their company, whose experts look among its people. */
export function askerKey({ tenantId, objectId }: Actor): RecordKey {
  return [tenantId.toLowerCase(), objectId.toLowerCase()];
}

function newAsker({ tenantId, objectId }: Actor, reference: ExpertAsker['reference']): ExpertAsker {
  return {
    schema: 1,
    tenantId: tenantId.toLowerCase(),
    objectId: objectId.toLowerCase(),
    reference,
    questions: [],
  };
}

function newQuestion(asked: NewQuestion, now: Date): AskedExpert {
  const at = now.toISOString();
  return {
    ...asked,
    state: 'waiting',
    askedAt: at,
    heldBy: null,
    answer: null,
    history: [{ state: 'waiting', at, by: null }],
    post: null,
    owed: null,
  };
}

/** The oldest that are over go first. */
function withinLimit(questions: readonly AskedExpert[]): AskedExpert[] {
  const kept = [...questions];
  while (kept.length > MOST_KEPT) kept.splice(Math.max(0, kept.findIndex(isOver)), 1);
  return kept;
}

/** The questions without what says which expert was at them, where that expert's data is deleted. */
export function withoutExpert(asker: ExpertAsker, { objectId }: Actor): ExpertAsker {
  const isIt = (expert: Expert | null | undefined): boolean =>
    expert?.objectId.toLowerCase() === objectId.toLowerCase();
  const questions = asker.questions.map((question) => ({
    ...question,
    ...(isIt(question.heldBy) ? { heldBy: null, state: 'open' as const } : {}),
    answer: question.answer && isIt(question.answer.by) ? { ...question.answer, by: null } : question.answer,
    history: question.history.map((step) =>
      step.by?.toLowerCase() === objectId.toLowerCase() ? { ...step, by: null } : step,
    ),
  }));
  return { ...asker, questions };
}

/** In the language of the experts where they have a channel. */
export function languageOf(channel: ExpertsChannel | null, { locale }: Pick<AskedExpert, 'locale'>): Locale {
  return channel?.locale ?? locale;
}
