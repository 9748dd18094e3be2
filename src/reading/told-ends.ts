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

/** The ends of a deal that a message tells, without those that it denies ("non vinto, perso"). */
export function toldEnds({ text, facts }: Pick<Reading, 'text' | 'facts'>): readonly Outcome[] {
  const told = facts.filter((fact) => fact.kind === 'outcome');
  return told.filter(({ start }) => {
    const found = denied().exec(text.slice(Math.max(0, start - MOST_BEFORE), start));
    return found === null || name.test(found.groups?.['between'] ?? '');
  });
}
