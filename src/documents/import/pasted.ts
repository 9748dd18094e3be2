import type { Block, ListedItem } from '../block.ts';
import { visibleText } from '../../language/visible-text.ts';
import { announcesSteps, boilerplateOf, isNextSteps } from '../wording.ts';
import type { Flow, FlowBlock, FlowHeading } from './flow.ts';

const BULLET = /^\s*(?:[-*•·▪◦‣–]|\u00b7)\s+/;
const NUMBER = /^\s*\d{1,3}[.)]\s+/;
/** Longer lines are text, whatever they end with. */
const LONGEST_QUESTION = 300;
const LONGEST_HEADING = 70;
const MOST_WORDS = 7;
const QUESTION = 2;

/**
 * Reads the plain text of a page that somebody copied: a line that is a question by itself is a heading, and so is a short
 * line between two ends of sentences. What the copying broke is put together again: lines that end in the middle of a
 * sentence, and bullets that stand in a line with what is before them ("segnalazione. - Se si gestiscono …").
 */
export function readPasted(source: string): Flow {
  const lines = apart(visibleText(source).split('\n'));
  const flow: (FlowHeading | FlowBlock)[] = [];
  const open: Piece[] = [];
  const close = (): void => {
    for (const piece of open.splice(0)) addPiece(flow, piece);
  };
  for (const [at, line] of lines.entries()) {
    const [before] = open;
    if (line === '') close();
    else if (isHeadingLine(lines, at, before)) {
      close();
      flow.push({ kind: 'heading', level: QUESTION, text: line, anchors: [], links: [] });
    } else {
      const piece = pieceOf(line);
      const isRest = piece.kind === 'paragraph' && before !== undefined && goesOn(before.text, line);
      if (isRest) open[0] = { ...before, text: `${before.text} ${line}` };
      else {
        close();
        open.push(piece);
      }
    }
  }
  close();
  return flow;
}

/** A line with those that go on with it. */
interface Piece {
  readonly kind: 'paragraph' | 'bullet' | 'step';
  readonly text: string;
}

function pieceOf(line: string): Piece {
  if (BULLET.test(line)) return { kind: 'bullet', text: line.replace(BULLET, '') };
  if (NUMBER.test(line)) return { kind: 'step', text: line.replace(NUMBER, '') };
  return { kind: 'paragraph', text: line };
}

/** Lines trimmed, and cut where a bullet stands in the middle of one: after the end of a sentence, or where another is before it. */
function apart(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line
      .replace(/\s+/g, ' ')
      .replace(/([.;:!?])\s?[-•]\s(?=\p{Lu})/gu, '$1\n- ')
      .split('\n')
      .map((part) => part.trim().replace(/\s+([.,;])/g, '$1')),
  );
}

const endsSentence = (line: string): boolean => /[.:;!?…][»”"')\]]*$/.test(line);

/** Whether a line belongs to the text above it: that one has not ended, or this one begins small. */
function goesOn(before: string, line: string): boolean {
  if (boilerplateOf(before) !== null || boilerplateOf(line) !== null) return false;
  return !endsSentence(before) || /^\p{Ll}/u.test(line);
}

function isHeadingLine(lines: readonly string[], at: number, open: Piece | undefined): boolean {
  const line = lines[at] ?? '';
  if (BULLET.test(line) || NUMBER.test(line) || !/^[\p{Lu}\p{N}¿«"“(]/u.test(line)) return false;
  if (isNextSteps(line)) return true;
  const isOpen = open?.kind === 'paragraph' && !endsSentence(open.text) && boilerplateOf(open.text) === null;
  if (isOpen) return false;
  if (/\?[»”"')\]]*$/.test(line)) return line.length <= LONGEST_QUESTION;
  return isShortLine(line) && isTextLine(lines.slice(at + 1).find((each) => each !== '') ?? '');
}

/** "Prerequisiti", "Come funziona il programma": no comma, no end. */
function isShortLine(line: string): boolean {
  return line.length <= LONGEST_HEADING && line.split(' ').length <= MOST_WORDS && !/[.,:;!…|]/.test(line);
}

/** What a heading stands above: a sentence, or a list. */
function isTextLine(line: string): boolean {
  return (
    BULLET.test(line) ||
    NUMBER.test(line) ||
    (line.length > LONGEST_HEADING && /^\p{Lu}/u.test(line)) ||
    /^\p{Lu}.*[.:]$/u.test(line)
  );
}

/** Adds a paragraph; items go to the list that they follow, and are steps where the line above it announces them. */
function addPiece(flow: (FlowHeading | FlowBlock)[], { kind, text }: Piece): void {
  if (kind === 'paragraph') return void flow.push(asBlock({ kind: 'paragraph', text }));
  const last = flow.at(-1);
  const block = last?.kind === 'block' ? last.block : null;
  const item: ListedItem = { text, blocks: [] };
  const isAnnounced = block?.kind === 'paragraph' && announcesSteps(block.text);
  const isOrdered = kind === 'step' || isAnnounced;
  const goesOnWith = block?.kind === 'list' && (block.isOrdered === isOrdered || kind === 'bullet');
  if (!goesOnWith) flow.push(asBlock({ kind: 'list', isOrdered, items: [item] }));
  else flow.splice(-1, 1, asBlock({ ...block, items: [...block.items, item] }));
}

const asBlock = (block: Block): FlowBlock => ({ kind: 'block', block, links: [] });
