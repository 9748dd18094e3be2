import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tryFilesAside } from './knowledge-trial.ts';
import type { Stores } from './stores.ts';
import { createImporter, createLookedImports, type OpenedDocuments } from './workshop-import.ts';
import { previewAnswer } from '../bot/answer-preview.ts';
import { writeDocument } from '../documents/file.ts';
import { readDocumentFolder } from '../documents/load.ts';
import { fileOf, storeDocument } from '../documents/store.ts';
import { readKnowledgeFolder } from '../knowledge/load.ts';
import type { TryFiles } from '../workshop/accept.ts';
import { createDeclined } from '../workshop/declined.ts';
import { type EditedFiles, openEditedFiles } from '../workshop/edited-files.ts';
import type { Editor, Workshop } from '../workshop/editor.ts';
import type { KnownNow } from '../workshop/judge.ts';
import { openKnowledgeFiles } from '../workshop/knowledge-files.ts';
import type { Layers } from '../workshop/layer.ts';
import type { HistoryStep } from '../workshop/parts.ts';
import { createWorkshop } from '../workshop/workshop.ts';

/** What the workshop of a running assistant works with. */
export interface OpenPartsOptions {
  /** The knowledge folder that is edited. */
  readonly dir: string;
  /** Whether anybody may write there: not where several companies share it, or several machines have one each. */
  readonly mayWrite: boolean;
  /** What editors change where the folder isn't written. */
  readonly layers: Layers;
  /** Whose layer an editor works on. */
  readonly companyOf: (editor: Editor) => string;
  /** Takes up what was laid over the folder. */
  readonly onLaid: () => void;
  /** What the people of a company are answered from. */
  readonly known: (company: string) => Promise<KnownNow>;
  readonly faults: (company: string) => readonly string[];
  readonly stores: Pick<Stores, 'questions' | 'expert-questions' | 'declined-questions' | 'usage'>;
  /** Writes what was counted and not kept yet. */
  readonly flushUsage: () => Promise<void>;
  readonly keepsQuestions: boolean;
  readonly now: () => Date;
}

/** Makes the workshop over a folder and the stores. Loaded when somebody first opens it: no turn needs any of it. */
export function openWorkshop(options: OpenPartsOptions): Workshop {
  const { dir, mayWrite, layers, onLaid, stores, now } = options;
  const folder = openKnowledgeFiles(dir);
  const waiting = createLookedImports();
  const declined = createDeclined(stores['declined-questions'], now);
  const kept = async () => ({
    questions: await stores.questions.list(),
    askers: await stores['expert-questions'].list(),
  });
  return createWorkshop(async (editor) => {
    const company = options.companyOf(editor);
    const files = openEditedFiles({ folder, mayWrite, layers, company, by: editor.person, onLaid });
    const known = await options.known(company);
    const tryFiles: TryFiles = async (changed) =>
      tryFilesAside({ dir, company, layer: await files.laidOver() }, changed);
    return {
      files,
      readFolder: async () => readKnowledgeFolder(dir, { changed: await files.laidOver() }),
      tryFiles,
      known: () => known,
      faults: () => options.faults(company),
      kept: options.keepsQuestions ? kept : null,
      declined: (tenantId) => declined.all(tenantId),
      decline: (tenantId, ids) => declined.add(tenantId, ids),
      async usage(tenantId, since) {
        await options.flushUsage();
        return (await stores.usage.list(tenantId ?? undefined)).filter(({ day }) => day >= since);
      },
      importer: createImporter({
        waiting,
        company,
        openDocuments: () => openDocuments(dir, files),
        tryFiles,
        words: () => known.knowledge.words ?? {},
      }),
      history: async (file) => ({
        laid: [...(await files.versionsOf(file))].reverse(),
        git: await historyOf(dir, file),
      }),
      card: previewAnswer,
      now,
    };
  });
}

/** The imported documents, which are filed where changes go. */
async function openDocuments(dir: string, files: EditedFiles): Promise<OpenedDocuments> {
  const isInFolder = (await files.goTo()) === 'folder';
  const lay = await files.beginLaying();
  const { documents } = await readDocumentFolder(dir, undefined, await files.laidOver());
  return {
    documents: documents.map(({ document }) => document),
    async file(written) {
      if (!isInFolder)
        return lay(new Map(written.map((document) => [fileOf(document), writeDocument(document)])));
      for (const document of written) await storeDocument(dir, document);
    },
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
