import { contentWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import { stem } from '../language/stems.ts';
import { fold } from '../language/tokens.ts';
import type { Block, TableBlock } from './block.ts';
import { sentencesOf } from './lead.ts';
import type { Section } from './section.ts';

/** A piece of text, and whether the question has its word. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isAsked: boolean;
}

/** What of a section is shown for a question, in the section's own words. */
export interface Excerpt {
  /** Two or three sentences in the order of the text; none where the section has no sentence. */
  readonly sentences: readonly (readonly ExcerptPiece[])[];
  /** The steps of an instruction, at most eight; none where it isn't one. */
  readonly steps: readonly (readonly ExcerptPiece[])[];
  /** Whether there are more steps than are shown. */
  readonly hasMoreSteps: boolean;
  /** Rows of its tables with most words of the question; where nothing else can be shown, the first ones. */
  readonly rows: readonly ExcerptRow[];
  /** Whether there are more of such rows than are shown. */
  readonly hasMoreRows: boolean;
}

/** A row of a table: its cells that say something, each with the name of its column, empty where that has none. */
export type ExcerptRow = readonly { readonly name: string; readonly cell: readonly ExcerptPiece[] }[];

const MOST_SENTENCES = 3;
const MOST_STEPS = 8;
const MOST_ROWS = 5;
/** A row of more cells is read on the page. */
const MOST_CELLS = 8;
/** Letters of a sentence that are shown: what is longer is a table's row, or no sentence. */
const MOST_LETTERS = 400;
/** What the section's own lead is worth beside words of the question: one word of them. */
const IS_LEAD = 1;

/**
 * Chooses the sentences of a section that matter for a question: those with most of its words, the section's lead where
 * nothing tells them apart. Chosen, never made. Of a section that answers several questions it is the nearest one's
 * answer.
 */
export function excerptOf(section: Section, question: string): Excerpt {
  const { locale } = section.document;
  const asked = stemsOf(question, locale);
  const inside = nearestInside(section, asked);
  const blocks = inside?.answer ?? section.blocks;
  const sentences = sentencesOf(blocks).map((text) => text.slice(0, MOST_LETTERS));
  const lead = inside === null ? section.lead : '';
  const steps = inside === null ? section.steps : [];
  const plain = sentences.filter((text) => !steps.includes(text));
  const marked = (text: string): readonly ExcerptPiece[] =>
    markAsked(text.slice(0, MOST_LETTERS), asked, locale);
  const isBare = plain.length === 0 && steps.length === 0;
  const rows = rowsFor(inside === null ? blocks : [], isBare, asked, locale);
  return {
    sentences: choose(plain, lead, asked, locale).map(marked),
    steps: steps.slice(0, MOST_STEPS).map(marked),
    hasMoreSteps: steps.length > MOST_STEPS,
    rows: rows.slice(0, MOST_ROWS).map((row) => row.map(({ name, cell }) => ({ name, cell: marked(cell) }))),
    hasMoreRows: rows.length > MOST_ROWS,
  };
}

/** The rows of all tables that have most words of the question; all of them where none has any and nothing else is said. */
function rowsFor(
  blocks: readonly Block[],
  isBare: boolean,
  asked: ReadonlySet<string>,
  locale: Language,
): readonly (readonly { readonly name: string; readonly cell: string }[])[] {
  const rated = tablesIn(blocks).flatMap(({ head, rows }) =>
    rows.map((row) => ({ head, row, shared: sharedWith(row.join(' '), asked, locale) })),
  );
  const most = rated.reduce((best, { shared }) => Math.max(best, shared), 0);
  if (most === 0 && !isBare) return [];
  return rated
    .filter(({ shared }) => shared === most)
    .map(({ head, row }) =>
      row
        .map((cell, at) => ({ name: head[at] ?? '', cell: cell.replace(/\s*\n\s*/g, ' ') }))
        .filter(({ cell }) => cell !== '')
        .slice(0, MOST_CELLS),
    );
}

function tablesIn(blocks: readonly Block[]): readonly TableBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (block.kind === 'note') return tablesIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap((item) => tablesIn(item.blocks)) : [];
  });
}

function choose(
  sentences: readonly string[],
  lead: string,
  asked: ReadonlySet<string>,
  locale: Language,
): readonly string[] {
  // "Sì, a giornata." has no word of the question, and answers it.
  if (sentences.length <= MOST_SENTENCES) return sentences;
  const rated = sentences.map((text, at) => ({
    text,
    at,
    score: sharedWith(text, asked, locale) + (text === lead ? IS_LEAD : 0),
  }));
  const best = rated
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_SENTENCES);
  const chosen = best.length === 0 ? rated.slice(0, 1) : best;
  return chosen.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

/** The question of a table of questions that has most words of the one asked; null where none has any. */
function nearestInside(
  { asked: inside, document }: Section,
  asked: ReadonlySet<string>,
): Section['asked'][number] | null {
  const rated = inside.map((each) => ({ each, shared: sharedWith(each.question, asked, document.locale) }));
  const best = rated.reduce((one, other) => (other.shared > one.shared ? other : one), {
    each: null,
    shared: 0,
  } as {
    each: Section['asked'][number] | null;
    shared: number;
  });
  return best.each;
}

/** Content words of the question that a text has, each once. */
function sharedWith(text: string, asked: ReadonlySet<string>, locale: Language): number {
  return [...stemsOf(text, locale)].filter((each) => asked.has(each)).length;
}

const WORD = /[\p{L}\p{N}]+/gu;

function stemsOf(text: string, locale: Language): Set<string> {
  const words = (text.match(WORD) ?? []).map(fold);
  return new Set(contentWords(words, locale).map((word) => stem(word, locale)));
}

/** Cuts a text at the words that the question has. */
function markAsked(text: string, asked: ReadonlySet<string>, locale: Language): readonly ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  let rest = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!asked.has(stem(fold(word), locale))) continue;
    if (index > rest) pieces.push({ text: text.slice(rest, index), isAsked: false });
    pieces.push({ text: word, isAsked: true });
    rest = index + word.length;
  }
  if (rest < text.length) pieces.push({ text: text.slice(rest), isAsked: false });
  return pieces;
}
