import { isDeepStrictEqual } from 'node:util';
import { hashOfSection, type FiledDocument, type FiledSection } from './file.ts';

/** What becomes of a section at an import. */
export type SectionChange =
  /** New in the document. */
  | { readonly kind: 'added'; readonly section: FiledSection }
  /** The document has changed; what an editor added stays. */
  | { readonly kind: 'changed'; readonly before: FiledSection; readonly section: FiledSection }
  /** The document has changed, and the entry by hand: the entry stays. */
  | { readonly kind: 'kept'; readonly section: FiledSection; readonly offered: FiledSection }
  /** No longer in the document. */
  | { readonly kind: 'removed'; readonly section: FiledSection }
  /** No longer in the document; hidden instead of removed, since an editor has worked on it. */
  | { readonly kind: 'hidden'; readonly section: FiledSection };

/** What becomes of a document; `isNew` where the folder has none of its path. */
export interface DocumentChange {
  readonly document: FiledDocument;
  readonly isNew: boolean;
  readonly changes: readonly SectionChange[];
  /** Whether its file has to be written: also where only what it says of itself has changed. */
  readonly isWritten: boolean;
}

/** Brings documents that were imported together with those that a folder has. Nothing is written. */
export function mergeDocuments(
  there: ReadonlyMap<string, FiledDocument>,
  imported: readonly FiledDocument[],
): DocumentChange[] {
  return imported.map((document) => {
    const before = there.get(document.facts.path);
    return before === undefined ? asNew(document) : mergeDocument(before, document);
  });
}

function asNew(document: FiledDocument): DocumentChange {
  const changes = document.sections.map((section) => ({ kind: 'added', section }) as const);
  return { document, isNew: true, changes, isWritten: true };
}

function mergeDocument(before: FiledDocument, document: FiledDocument): DocumentChange {
  const pairs = pairSections(before.sections, document.sections);
  const changes: SectionChange[] = [];
  const sections: FiledSection[] = [];
  for (const section of document.sections) {
    const old = pairs.get(section);
    const merged =
      old === undefined
        ? { section, change: { kind: 'added', section } as const }
        : mergeSection(old, section);
    sections.push(merged.section);
    if (merged.change !== null) changes.push(merged.change);
  }
  const paired = new Set(pairs.values());
  for (const old of before.sections.filter((each) => !paired.has(each))) {
    if (!isEdited(old)) changes.push({ kind: 'removed', section: old });
    else {
      const hidden = { ...old, editor: { ...old.editor, hidden: true as const } };
      sections.push(hidden);
      if (old.editor.hidden !== true) changes.push({ kind: 'hidden', section: hidden });
    }
  }
  const merged = { ...document, sections };
  return {
    document: merged,
    isNew: false,
    changes,
    isWritten: !isDeepStrictEqual(merged, before),
  };
}

/**
 * Which section of before each section is: that of the same key, else one of the same content, whose heading or anchor
 * was changed.
 */
function pairSections(
  before: readonly FiledSection[],
  now: readonly FiledSection[],
): Map<FiledSection, FiledSection> {
  const byKey = new Map(before.map((section) => [section.key, section]));
  const pairs = new Map<FiledSection, FiledSection>();
  for (const section of now) {
    const same = byKey.get(section.key);
    if (same !== undefined) pairs.set(section, same);
  }
  const used = new Set(pairs.values());
  const free = new Map(before.filter((each) => !used.has(each)).map((each) => [contentOf(each), each]));
  for (const section of now.filter((each) => !pairs.has(each))) {
    const moved = free.get(contentOf(section));
    if (moved === undefined) continue;
    pairs.set(section, moved);
    free.delete(contentOf(section));
  }
  return pairs;
}

const contentOf = ({ blocks }: FiledSection): string => JSON.stringify(blocks);

/** Whether an editor has worked on a section: added to it, or changed what was imported. */
export function isEdited(section: FiledSection): boolean {
  return Object.keys(section.editor).length > 0 || isChangedByHand(section);
}

const isChangedByHand = (section: FiledSection): boolean => section.hash !== hashOfSection(section);

/** A section that was moved keeps its key, since buttons and links lead to it. */
function mergeSection(
  old: FiledSection,
  section: FiledSection,
): { readonly section: FiledSection; readonly change: SectionChange | null } {
  const { key, editor } = old;
  const isSame = old.hash === section.hash;
  if (isChangedByHand(old)) {
    const kept = { ...old, hash: section.hash };
    return { section: kept, change: isSame ? null : { kind: 'kept', section: kept, offered: section } };
  }
  const merged = { ...section, key, editor };
  return { section: merged, change: isSame ? null : { kind: 'changed', before: old, section: merged } };
}
