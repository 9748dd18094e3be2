import type { KnowledgeFolder } from '../knowledge/load.ts';
import type { SectionChange } from '../documents/merge.ts';
import type { Answer, Knowledge } from '../knowledge/knowledge.ts';
import type { Locale } from '../language/locale.ts';
import type { TryFiles } from './accept.ts';
import type { EditedFiles } from './edited-files.ts';
import type { KeptQuestions } from './gather.ts';
import type { LayerVersion } from './layer.ts';
import type { KnownNow } from './judge.ts';
import type { Trial } from './trial.ts';
import type { DayUsage } from './usage.ts';

/** Files that somebody sent, or where they are. */
export interface ImportSource {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** A folder, a file or an address; null where files were sent. */
  readonly from: string | null;
  readonly locale: Locale;
}

/** What an import would do to one document. */
export interface ImportChange {
  readonly kind: 'added' | 'changed' | 'same';
  readonly path: string;
  readonly sections: number;
  /** Sections that are new, changed, gone, or stay although the document has changed. */
  readonly parts: readonly { readonly kind: SectionChange['kind']; readonly heading: string }[];
}

/** An import that was looked at, and not written yet. */
export interface LookedAt {
  /** What it is called in the form that says yes. */
  readonly id: string;
  readonly changes: readonly ImportChange[];
  readonly leftOut: readonly string[];
}

/** Imports documents in two steps: a look, and a yes. */
export interface Importer {
  look(source: ImportSource): Promise<LookedAt>;
  /** Writes what was looked at, if the trial finds nothing against it. @param anyway without a trial */
  write(id: string, anyway: boolean): Promise<ImportOutcome>;
}

/** What came of a yes. */
export type ImportOutcome =
  | { readonly kind: 'written'; readonly documents: number }
  /** What was looked at is gone, or isn't as it was. */
  | { readonly kind: 'gone' }
  /** Questions would get worse; nothing is written. */
  | { readonly kind: 'refused'; readonly trial: Trial; readonly look: LookedAt };

/** One step in the history of a file, as git has it. */
export interface HistoryStep {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly by: string;
  readonly what: string;
}

/** What became of a file, newest first. */
export interface FileHistory {
  /** Versions that editors laid over the folder's. */
  readonly laid: readonly LayerVersion[];
  /** Null where the folder has no history. */
  readonly git: readonly HistoryStep[] | null;
}

/** What the workshop works with, for one editor. */
export interface WorkshopParts {
  readonly files: EditedFiles;
  readonly readFolder: () => Promise<KnowledgeFolder>;
  readonly tryFiles: TryFiles;
  /** What the engine knows at this moment. */
  readonly known: () => KnownNow;
  /** What is wrong with the folder as it is, so that an older state still holds; empty where nothing is. */
  readonly faults: () => readonly string[];
  /** What is kept of questions; null where none are. */
  readonly kept: (() => Promise<KeptQuestions>) | null;
  /** Ids of questions that editors don't want to see again. */
  readonly declined: (tenantId: string | null) => Promise<ReadonlySet<string>>;
  readonly decline: (tenantId: string | null, questionIds: readonly string[]) => Promise<void>;
  /** What was asked and done since a day (`YYYY-MM-DD`), a record a day and company. */
  readonly usage: (tenantId: string | null, since: string) => Promise<readonly DayUsage[]>;
  readonly importer: Importer;
  readonly history: (file: string) => Promise<FileHistory>;
  /** An answer as the chat shows it: an Adaptive Card. */
  readonly card: (answer: Answer, locale: Locale, knowledge: Knowledge) => unknown;
  readonly now: () => Date;
}
