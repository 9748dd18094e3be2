import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createCompanyKnowledge } from './company-knowledge.ts';
import { watchFolders, type FolderWatch } from './folder-watch.ts';
import { createKnownIndex, type PresentKnowledge, toPresent } from './known-index.ts';
import type { LayerSource } from './knowledge-layers.ts';
import { openFirst, parted, withLayer } from './layered-lessons.ts';
import { createLearner, type Learner } from './learner.ts';
import { createReadingHold } from './reading-hold.ts';
import type { Learned, Lessons } from './trained-index.ts';
import { errorFacts } from '../bot/adapter.ts';
import type { StandingServices } from '../bot/turn.ts';
import { DOCUMENTS } from '../documents/section.ts';
import { AppError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createCoalescer } from '../watch/coalescer.ts';
import { type Rounds, startRounds } from '../watch/rounds.ts';

/** How it stands with the knowledge, for whoever runs the assistant or edits what it knows. */
export interface KnowledgeState {
  /** When what is known now was taken up: ISO 8601. */
  readonly since: string;
  readonly answers: number;
  readonly sections: number;
  /** Why what is there now can't be used, so that what was known before still holds; null where all is well. */
  readonly problem: { readonly at: string; readonly text: string } | null;
}

/** What is known, while the folder that it is read from, and what editors lay over it, may change at any time. */
export interface LiveKnowledge {
  /** What a turn that begins now would know, of somebody of that company; of nobody's unless told. */
  present(company?: string | null): PresentKnowledge;
  /** Resolves when what a company's editors changed is learned, where that isn't done yet. */
  ready(company: string): Promise<void>;
  readonly knowing: StandingServices['knowing'];
  /** Whether a turn is under way. */
  readonly isRead: () => boolean;
  state(): KnowledgeState;
  /** Why what a company's editors changed can't be used; null where all is well. */
  problemOf(company: string | null): string | null;
  /** When something was taken up last, and an object that is another one each time. */
  latest(): { readonly at: Date };
  /** Takes up what changed; comes by itself once started. Never throws: what goes wrong is in the state. */
  takeUp(): Promise<KnowledgeState>;
  /** Takes up what editors changed, if anything; comes by itself once started. Never throws. */
  lookAgain(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface LiveKnowledgeOptions {
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly now: () => Date;
  /** What editors lay over the folder; absent where nobody does. */
  readonly layers?: LayerSource;
  /** Who learns what changed; in threads unless told. */
  readonly learner?: Learner;
}

/** So often it is looked whether editors changed something, in milliseconds: it is known ten seconds later everywhere. */
const LOOK_MS = 5_000;
/** After so many looks, ten minutes, what the folder holds by now is taken off: all processes have that folder then. */
const TIDY_EVERY = 120;

const NO_LAYERS: LayerSource = {
  everybodys: null,
  look: () => Promise.resolve(new Map()),
  tidy: () => Promise.resolve(),
};

/** Knowledge that was learnt before and doesn't change, where several assistants run in one process. */
export function fixedKnowledge(learned: Learned, { now }: Pick<LiveKnowledgeOptions, 'now'>): LiveKnowledge {
  const known = toPresent(learned);
  const state = stateOf(known.knowledge, now(), null);
  const latest = { at: now() };
  const hold = createReadingHold();
  return {
    present: () => known,
    ready: () => Promise.resolve(),
    knowing: (turn) => hold.run(() => turn(known)),
    isRead: hold.isRead,
    state: () => state,
    problemOf: () => null,
    latest: () => latest,
    takeUp: () => Promise.resolve(state),
    lookAgain: () => Promise.resolve(),
    start: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/**
 * Reads a knowledge folder, with what editors laid over it, and keeps up with both: what changes is learned in a thread
 * of its own and swapped between turns, of which each keeps the knowledge that it began with. What can't be used changes
 * nothing.
 *
 * @throws AppError `invalid-input` where the folder can't be used at the beginning.
 */
export async function openKnowledgeOf(
  lessons: Lessons,
  options: LiveKnowledgeOptions,
): Promise<LiveKnowledge> {
  const { log, now, layers = NO_LAYERS, learner = createLearner() } = options;
  const readAt = new Date();
  const opened = await openFirst(lessons, layers);
  let state = stateOf(opened.index.knowledge, now(), null);
  let latest = { at: now() };
  const hold = createReadingHold();
  const learning = createCoalescer();
  const note = (problem: unknown): void => {
    const text = problem instanceof AppError ? problem.message : 'learning it failed; see the log';
    // What is as wrong as before was said before.
    if (state.problem?.text !== text)
      log.warn(
        errorFacts(problem),
        'the knowledge can’t be used as it is; what was known before still holds',
      );
    state = { ...state, problem: { at: now().toISOString(), text } };
  };
  if (opened.problem !== null) note(opened.problem);
  const all = createKnownIndex({
    first: opened.index,
    learner,
    hold,
    onSwap(knowledge) {
      state = stateOf(knowledge, now(), null);
      latest = { at: now() };
    },
  });
  const companies = createCompanyKnowledge({
    createIndex: () =>
      createKnownIndex({
        first: all.index(),
        learner,
        hold,
        onSwap: () => (latest = { at: now() }),
      }),
    lessonsOf: (company, layer) => withLayer(lessons, company, layer),
    async learnAhead(own) {
      await learner.learn(
        () => ({ lessons: own, known: all.index().madeOf }),
        () => undefined,
      );
      return existsSync(own.file);
    },
    now,
    onProblem: (error) => {
      if (!isStopped) log.warn(errorFacts(error), 'what editors of a company changed can’t be used as it is');
    },
  });
  let watch: FolderWatch | null = null;
  let rounds: Rounds | null = null;
  let isStopped = false;
  /** How often the folder changed: what is laid over it is learned with it. */
  let changes = 0;
  let learnedOf = opened.of;

  let isUnseen = false;
  /** Null where the store can't be read: what was seen last goes on. */
  const look = async () => {
    const looked = await layers.look().catch((error: unknown) => {
      if (!isUnseen) log.warn(errorFacts(error), 'what editors changed can’t be read for now');
      return null;
    });
    isUnseen = looked === null;
    return looked;
  };
  const learn = async (): Promise<void> => {
    const startedAt = performance.now();
    const looked = await look();
    if (looked === null) return;
    let of = learnedOf;
    try {
      const { own, others } = parted(looked, layers.everybodys);
      of = `${String(changes)}\n${own?.mark ?? ''}`;
      if (of !== learnedOf) {
        await all.learn(withLayer(lessons, layers.everybodys ?? '', (await own?.read()) ?? new Map()));
        learnedOf = of;
        const { answers, sections } = state;
        log.info({ answers, sections, durationMs: performance.now() - startedAt }, 'knowledge taken up');
      }
      await companies.takeUp(others, String(changes));
    } catch (error) {
      if (isStopped) return;
      // What can't be used stays so until it is changed; what could not be read is read again.
      if (error instanceof AppError && error.code === 'invalid-input') learnedOf = of;
      note(error);
    }
  };
  const lookAgain = async (): Promise<void> => {
    if (!isStopped) await learning.run('knowledge', learn);
  };
  const takeUp = async (): Promise<KnowledgeState> => {
    changes += 1;
    await lookAgain();
    return state;
  };
  const present = (company: string | null = null): PresentKnowledge =>
    (company === null ? null : companies.present(company)) ?? all.present();
  let looks = 0;
  const round = async (): Promise<void> => {
    looks += 1;
    if (looks % TIDY_EVERY === 0) await layers.tidy().catch(note);
    await lookAgain();
  };
  return {
    present,
    ready: (company) => companies.ready(company),
    async knowing(turn, tenantId) {
      const company = tenantId.toLowerCase();
      await companies.ready(company);
      return hold.run(() => turn(present(company)));
    },
    isRead: hold.isRead,
    state: () => ({ ...state, problem: state.problem ?? companies.anyProblem() }),
    problemOf: (company) => state.problem?.text ?? (company === null ? null : companies.problem(company)),
    latest: () => latest,
    takeUp,
    lookAgain,
    start() {
      const folders = [lessons.dir, ...lessons.documentFolders.map((folder) => join(folder, DOCUMENTS))];
      watch = watchFolders(
        folders,
        readAt,
        () => void takeUp(),
        (error) =>
          log.warn(errorFacts(error), 'the knowledge folder can’t be watched; a restart reads it anew'),
      );
      if (layers === NO_LAYERS) return;
      void lookAgain();
      rounds = startRounds(LOOK_MS, round);
    },
    async stop() {
      isStopped = true;
      await Promise.all([watch?.stop(), rounds?.stop(), learner.stop()]);
      await learning.settle();
      await companies.settle();
    },
  };
}

function stateOf(
  { answers, sections = [] }: Knowledge,
  at: Date,
  problem: KnowledgeState['problem'],
): KnowledgeState {
  return { since: at.toISOString(), answers: answers.size, sections: sections.length, problem };
}
