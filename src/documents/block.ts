/**
 * What a document is made of once it was read. All text is plain: markup, images, HTML and escapes are gone, so that
 * nothing of it is ever parsed again. Links stand apart (`Section.links`).
 */
export type Block = ParagraphBlock | ListBlock | TableBlock | NoteBlock | CodeBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** A list; an ordered one is steps. What stands below an item (a nested list, a note, a picture's words) is its blocks. */
export interface ListBlock {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly items: readonly ListedItem[];
}

export interface ListedItem {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A table; every row has as many cells as the head. Lines within a cell are parted by `\n`. */
export interface TableBlock {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The kinds of alerts, of whatever spelling. */
export const NOTE_TONES = ['note', 'tip', 'important', 'caution', 'warning'] as const;
export type NoteTone = (typeof NOTE_TONES)[number];

/** An alert ("Nota", "Importante"). */
export interface NoteBlock {
  readonly kind: 'note';
  readonly tone: NoteTone;
  readonly blocks: readonly Block[];
}

export interface CodeBlock {
  readonly kind: 'code';
  readonly text: string;
}
