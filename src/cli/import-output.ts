import type { Imported } from '../documents/import/read-all.ts';
import { textOfBlocks } from '../documents/block-text.ts';
import type { FiledSection } from '../documents/file.ts';
import type { DocumentChange, SectionChange } from '../documents/merge.ts';

const SIGNS: Readonly<Record<SectionChange['kind'], string>> = {
  added: '+',
  changed: '~',
  kept: '!',
  removed: '-',
  hidden: '-',
};
const NOTES: Readonly<Partial<Record<SectionChange['kind'], string>>> = {
  kept: '  (changed by hand, so it stays; the document now says:)',
  hidden: '  (no longer in the document; hidden, since an editor worked on it)',
};
/** Of a changed section so many lines are shown; more is read in the files. */
const LINES = 6;
const WIDTH = 120;

/** What an import would change, a document after the other; new documents in one line each. */
export function describeChanges(changes: readonly DocumentChange[]): string[] {
  return changes
    .filter(({ isWritten }) => isWritten)
    .flatMap(({ document, isNew, changes: parts }) => {
      const { path } = document.facts;
      if (isNew) return [`+ ${path}: ${String(parts.length)} sections`];
      if (parts.length === 0) return [`~ ${path}: what it says of itself`];
      return [`~ ${path}`, ...parts.flatMap(describeSection)];
    });
}

function describeSection(change: SectionChange): string[] {
  const { kind, section } = change;
  const head = `  ${SIGNS[kind]} ${section.heading}${NOTES[kind] ?? ''}`;
  if (kind === 'changed') return [head, ...describeLines(change.before, section)];
  if (kind === 'kept') return [head, ...describeLines(section, change.offered)];
  return [head];
}

/** Lines that only one of two versions has. */
function describeLines(before: FiledSection, after: FiledSection): string[] {
  const lines = ({ heading, blocks }: FiledSection) => [heading, ...textOfBlocks(blocks).split('\n')];
  const [old, now] = [lines(before), lines(after)];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `      - ${short(line)}`);
  const come = now.filter((line) => !old.includes(line)).map((line) => `      + ${short(line)}`);
  const shown = [...gone.slice(0, LINES), ...come.slice(0, LINES)];
  const hidden = gone.length + come.length - shown.length;
  return hidden > 0 ? [...shown, `      … ${String(hidden)} lines more`] : shown;
}

const short = (line: string): string => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line);

/** What was not taken: files with their reasons, and what was left out of documents. */
export function describeLeftOut({ passedOver, leftOut }: Imported): string[] {
  const files = passedOver.map(({ path, reason }) => `left out: ${path}: ${reason}`);
  const parts = [...leftOut].map(([what, times]) => `${String(times)} × ${what}`);
  return parts.length === 0 ? files : [...files, `left out of documents: ${parts.join(', ')}`];
}

export function describeTotals(imported: Imported, written: readonly DocumentChange[], out: string): string {
  const sections = written.reduce((sum, { document }) => sum + document.sections.length, 0);
  const of = imported.documents.length;
  return `${String(written.length)} of ${String(of)} documents with ${String(sections)} sections written to ${out}`;
}
