import { flatten } from '../language/flat.ts';
import { patternOf } from '../language/said.ts';
import type { Fact, Reading } from './reading.ts';

type Outcome = Extract<Fact, { kind: 'outcome' }>;

/** "Non vinto", "non l'abbiamo ancora persa", "it isn't lost": up to two words after the denial, in the same brackets. */
const denied = patternOf(
  'iu',
)`(?:\b(?:${'outcome-denied'}|${'excluding'})|n['’]t)(?<between>(?:\s+[^\s,.;:)]+){0,2})\s*$`;
/** "Chiudi Tailspin, non Wingtip come perso" denies a name, and not its end. */
const name = /^\s+\p{Lu}\p{Ll}+(?:\s|$)/u;
const MOST_BEFORE = 40;

/** "Non credo che l'abbiamo perso", "magari avessimo vinto", "hopefully we win": so many words may stand between. */
const unreal = patternOf()`(?<![a-z])${'outcome-unreal'}(?: (?!${'but'} )[a-z']+){0,6} $`;
const MOST_DOUBTED = 90;

/** The ends of a deal that a message tells, without those that it denies ("non vinto, perso"), doubts or wishes for. */
export function toldEnds({ text, facts }: Pick<Reading, 'text' | 'facts'>): readonly Outcome[] {
  const told = facts.filter((fact) => fact.kind === 'outcome');
  return told.filter(({ start, end }) => {
    const found = denied().exec(text.slice(Math.max(0, start - MOST_BEFORE), start));
    return (found === null || name.test(found.groups?.['between'] ?? '')) && !isUnreal(text, start, end);
  });
}

/** Whether every end of a deal that a message speaks of is doubted or wished for; false where it speaks of none. */
export function areEndsUnreal({ text, facts }: Pick<Reading, 'text' | 'facts'>): boolean {
  const told = facts.filter(({ kind }) => kind === 'outcome');
  return told.length > 0 && told.every(({ start, end }) => isUnreal(text, start, end));
}

const isUnreal = (text: string, start: number, end: number): boolean =>
  unreal().test(flatten(text.slice(Math.max(0, start - MOST_DOUBTED), start)).text) ||
  unsure().test(flatten(text.slice(end, end + MOST_BEHIND)).text);
/** "Vinta (spero)", "persa mi sa", "lost, I guess": at the end of what is said. */
const unsure = patternOf()`^[\s,(–-]{1,3}(?:[a-z]+ )?${'unsure-behind'}(?= *(?:[).!,;\n]|$))`;
const MOST_BEHIND = 40;
