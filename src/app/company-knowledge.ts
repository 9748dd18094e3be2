import { LRUCache } from 'lru-cache';
import type { LookedLayer } from './knowledge-layers.ts';
import type { PresentKnowledge, KnownIndex } from './known-index.ts';
import type { Lessons } from './trained-index.ts';
import { AppError } from '../errors.ts';
import type { ChangedFiles } from '../knowledge/load.ts';
import { createCoalescer } from '../watch/coalescer.ts';

/** What is known for the people of companies whose editors changed something; all others know what everybody does. */
export interface CompanyKnowledge {
  /** Resolves when what a company's people know is learned; at once where nothing is theirs alone. */
  ready(company: string): Promise<void>;
  /** Null where a company's people know what everybody does. */
  present(company: string): PresentKnowledge | null;
  /** Why what a company's editors changed can't be used; null where all is well. */
  problem(company: string): string | null;
  /** The same of any company, named; null where all is well. */
  anyProblem(): { readonly at: string; readonly text: string } | null;
  /**
   * Learns what changed.
   *
   * @param below what marks the folder that it is laid over
   */
  takeUp(layers: ReadonlyMap<string, LookedLayer>, below: string): Promise<void>;
  settle(): Promise<void>;
}

export interface CompanyKnowledgeOptions {
  /** Begins with what everybody knows. */
  readonly createIndex: () => KnownIndex;
  readonly lessonsOf: (company: string, layer: ChangedFiles) => Lessons;
  /** Learns into the lessons' file and nowhere else. False where no file is kept: then it was in vain. */
  readonly learnAhead: (lessons: Lessons) => Promise<boolean>;
  readonly onProblem: (error: unknown) => void;
  readonly now: () => Date;
  /** How many companies' matchers are kept, the last used; 8 unless told. Another one's is read when it is asked. */
  readonly most?: number;
}

/** Beside what everybody knows each is some tens of megabytes. */
const MOST = 8;

interface Own {
  readonly index: KnownIndex;
  /** What it was learned of. */
  readonly of: string;
}

export function createCompanyKnowledge(options: CompanyKnowledgeOptions): CompanyKnowledge {
  const { createIndex, lessonsOf, learnAhead, onProblem, now, most = MOST } = options;
  const known = new LRUCache<string, Own>({ max: most });
  const failed = new Map<string, { readonly of: string; readonly at: string; readonly text: string }>();
  const learning = createCoalescer();
  /** What was learned ahead for companies whose matcher isn't kept. */
  const ahead = new Map<string, string>();
  let layers: ReadonlyMap<string, LookedLayer> = new Map();
  let below = '';
  let isEnding = false;

  const madeOf = (layer: LookedLayer | undefined): string =>
    layer === undefined ? '' : `${below}\n${layer.mark}`;
  const learn = async (company: string): Promise<void> => {
    const layer = layers.get(company);
    const of = madeOf(layer);
    const own = known.get(company);
    if (layer === undefined || own?.of === of || failed.get(company)?.of === of) return;
    try {
      const index = own?.index ?? createIndex();
      await index.learn(lessonsOf(company, await layer.read()));
      known.set(company, { index, of });
      failed.delete(company);
    } catch (error) {
      const isRefused = error instanceof AppError && error.code === 'invalid-input';
      // What can't be used stays so until it is changed; what could not be read is read again.
      const text = isRefused ? error.message : 'learning it failed; see the log';
      failed.set(company, { of: isRefused ? of : '', at: now().toISOString(), text });
      onProblem(error);
    }
  };
  const learnOnce = (company: string): Promise<void> => learning.run(company, () => learn(company));
  /** So that whoever asks first reads a file, and doesn't wait for what takes seconds. */
  const learnOthers = async (): Promise<void> => {
    for (const [company, layer] of layers) {
      const of = madeOf(layer);
      if (isEnding || known.has(company) || failed.has(company) || ahead.get(company) === of) continue;
      try {
        if (!(await learnAhead(lessonsOf(company, await layer.read())))) return;
        ahead.set(company, of);
      } catch (error) {
        // Whoever asks hears of it then; the others are learned all the same.
        if (!(error instanceof AppError)) throw error;
      }
    }
  };

  return {
    async ready(company) {
      if (layers.has(company) && !known.has(company)) await learnOnce(company);
    },
    present: (company) => (layers.has(company) ? (known.get(company)?.index.present() ?? null) : null),
    problem: (company) => failed.get(company)?.text ?? null,
    anyProblem() {
      const [first] = failed;
      if (first === undefined) return null;
      const [company, { at, text }] = first;
      return { at, text: `company ${company}: ${text}` };
    },
    async takeUp(looked, of) {
      layers = looked;
      below = of;
      for (const company of [...known.keys(), ...failed.keys()])
        if (!looked.has(company)) {
          known.delete(company);
          failed.delete(company);
        }
      for (const company of ahead.keys()) if (!looked.has(company)) ahead.delete(company);
      const wanted = [...looked.keys()].filter((company) => known.has(company) || known.size < most);
      for (const company of wanted.slice(0, most)) await learnOnce(company);
      void learning.run('', learnOthers).catch(onProblem);
    },
    settle() {
      isEnding = true;
      return learning.settle();
    },
  };
}
