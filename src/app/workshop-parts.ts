import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tryFilesAside } from './knowledge-trial.ts';
import type { Stores } from './stores.ts';
import { createImporter } from './workshop-import.ts';
import { previewAnswer } from '../bot/answer-preview.ts';
import { AppError } from '../errors.ts';
import { readKnowledgeFolder } from '../knowledge/load.ts';
import { createDeclined } from '../workshop/declined.ts';
import type { Workshop } from '../workshop/editor.ts';
import type { KnownNow } from '../workshop/judge.ts';
import { type KnowledgeFiles, openKnowledgeFiles } from '../workshop/knowledge-files.ts';
import type { HistoryStep } from '../workshop/parts.ts';
import { createWorkshop } from '../workshop/workshop.ts';

/** What the workshop of a running assistant works with. */
export interface OpenPartsOptions {
  /** The knowledge folder that is edited. */
  readonly dir: string;
  /** Whether anybody may write there: not where several companies share it, or several machines have one each. */
  readonly mayWrite: boolean;
  readonly known: () => KnownNow;
  readonly faults: () => readonly string[];
  readonly stores: Pick<Stores, 'questions' | 'expert-questions' | 'declined-questions' | 'usage'>;
  /** Writes what was counted and not kept yet. */
  readonly flushUsage: () => Promise<void>;
  readonly keepsQuestions: boolean;
  readonly now: () => Date;
}

/** Makes the workshop over a folder and the stores. Loaded when somebody first opens it: no turn needs any of it. */
export function openWorkshop(options: OpenPartsOptions): Workshop {
  const { dir, stores, now, known, faults } = options;
  const files = options.mayWrite ? openKnowledgeFiles(dir) : readOnly(openKnowledgeFiles(dir));
  const declined = createDeclined(stores['declined-questions'], now);
  const kept = async () => ({
    questions: await stores.questions.list(),
    askers: await stores['expert-questions'].list(),
  });
  return createWorkshop({
    files,
    readFolder: () => readKnowledgeFolder(dir),
    tryFiles: (changed) => tryFilesAside(dir, changed),
    known,
    faults,
    kept: options.keepsQuestions ? kept : null,
    declined: (tenantId) => declined.all(tenantId),
    decline: (tenantId, ids) => declined.add(tenantId, ids),
    async usage(tenantId, since) {
      await options.flushUsage();
      return (await stores.usage.list(tenantId ?? undefined)).filter(({ day }) => day >= since);
    },
    importer: createImporter({ dir, isWritable: () => files.isWritable() }),
    history: (file) => historyOf(dir, file),
    card: previewAnswer,
    now,
  });
}

function readOnly(files: KnowledgeFiles): KnowledgeFiles {
  return {
    ...files,
    isWritable: () => Promise.resolve(false),
    write: () =>
      Promise.reject(new AppError('invalid-input', 'workshop: the knowledge folder is not edited from here')),
  };
}

const run = promisify(execFile);
/** So many steps of a file's history are shown. */
const MOST_STEPS = 20;
const GIT_WITHIN_MS = 5_000;
/** Between the parts of a line that git prints: in no name and no message. */
const SEPARATOR = '\u001F';

/** What git knows of a file; null where the folder is in no repository, or there is no git. */
async function historyOf(dir: string, file: string): Promise<readonly HistoryStep[] | null> {
  const format = `--format=%cs${SEPARATOR}%an${SEPARATOR}%s`;
  const asked = ['-C', dir, 'log', '-n', String(MOST_STEPS), format, '--', file];
  const answer = await run('git', asked, { timeout: GIT_WITHIN_MS }).catch(() => null);
  if (answer === null) return null;
  const lines = answer.stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [day = '', by = '', what = ''] = line.split(SEPARATOR);
    return { day, by, what };
  });
}
