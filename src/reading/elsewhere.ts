import { patternOf } from '../language/said.ts';
import { toPlain } from './facts/typed.ts';
import type { Folded } from './clausal.ts';
import type { Fact, Place } from './reading.ts';

const somewhere = patternOf()`(?<![a-z])(?:${'being-at'} (?:[a-z]+ )??[a-z]{3,}|${'being-away'})(?![a-z])`;

/**
 * In a form "sono a Milano domani" tells on which day somebody is busy somewhere: it puts off, and gives neither a day nor a
 * town. Clauses as they were where nothing tells so.
 */
export function asElsewhere(
  text: string,
  clauses: readonly Folded[],
  facts: readonly Fact[],
): readonly Folded[] {
  const days = facts.filter(({ kind }) => kind === 'day');
  if (days.length === 0) return clauses;
  const piece = pieceAround(text, days[0]?.start ?? 0);
  const inside = facts.filter(({ start, end }) => start >= piece.start && end <= piece.end);
  const isOfDay = inside.every(({ kind, role }) => kind === 'day' && role === null);
  const asks = clauses.some(({ act, start }) => act === 'question' && start < piece.end);
  if (asks || !isOfDay || !isSomewhere(text, piece, inside)) return clauses;
  const away = { start: piece.start, act: 'not-now', isOwn: null, isLook: false, isPraise: false } as const;
  const before = clauses.filter(({ start }) => start < piece.start);
  return [...before, away, ...clauses.filter(({ start }) => start >= piece.end)];
}

/** "Sono a fine marzo" is nowhere. */
function isSomewhere(text: string, { start, end }: Place, days: readonly Place[]): boolean {
  const blank = days.reduceRight(
    (rest, day) => `${rest.slice(0, day.start)}#${rest.slice(day.end)}`,
    toPlain(text.slice(0, end)),
  );
  return somewhere().test(blank.slice(start));
}

/** Between two marks, with what stands there. */
function pieceAround(text: string, at: number): Place {
  const start = Math.max(...MARKS.map((mark) => text.lastIndexOf(mark, at))) + 1;
  const ends = MARKS.map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return { start, end: Math.min(text.length, ...ends) };
}
const MARKS = [',', ';', '.', '!', '?', '\n'];
