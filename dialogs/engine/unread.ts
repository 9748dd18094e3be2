import type { Line } from '../../src/cards/line.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { holdsAny, leftOver } from './answer.ts';
import type { Gathered } from './answer.ts';
import type { Said } from './slot.ts';
import { formTexts } from './texts.ts';
import { contextOf } from './values.ts';
import type { Play } from './values.ts';

/** More than these are a text that was about something else. */
const MOST_UNREAD = 4;
/** Shorter words carry nothing by themselves. */
const SHORTEST_WORD = 4;
/** Facts that tell of a deal in general, or of who writes. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['outcome', 'link', 'deal-kind']);

/**
 * What a message said beside the values that were taken: said not to be understood, so that nobody thinks it is noted.
 * Nothing where nothing was taken, since the question that follows says it all; and nothing of words that a value is
 * made of or called by ("la soluzione WMS").
 */
export function unreadLines<V, F>(play: Play<V, F>, said: Said, gathered: Gathered<V, F>): readonly Line[] {
  if (!holdsAny(gathered)) return [];
  const taken = takenWords(play, gathered);
  const isTaken = (text: string): boolean =>
    wordsIn(text).every((word) => taken.has(word) || [...taken].some((other) => other.startsWith(word)));
  const left = leftOver(said, gathered)
    .filter(({ kind }) => !SAID_ELSEWHERE.has(kind))
    .map(({ start, end }) => said.text.slice(start, end).trim());
  const words = [...left, ...said.reading.unclaimed].filter((run) => !isTaken(run)).slice(0, MOST_UNREAD);
  return words.length === 0 ? [] : [formTexts(play.scene.locale).unread(words)];
}

/** Every word of what is shown of the values, and of the names of their slots and choices. */
function takenWords<V, F>(
  { form, scene }: Play<V, F>,
  { findings, parts }: Gathered<V, F>,
): ReadonlySet<string> {
  const values = Object.fromEntries(findings.map(({ slot, value }) => [slot.name, value]));
  const after = { ...form, values: { ...form.values, ...values } };
  const context = contextOf(after, scene);
  const shown = findings.flatMap(({ slot, value, note = '' }) => {
    const choices = slot.ask(context).choices ?? [];
    const chosen = choices
      .filter(({ id }) => id === value)
      .flatMap(({ label, words = [] }) => [label, ...words]);
    return [slot.show(value, context) ?? '', note, ...slot.words[scene.locale], ...chosen];
  });
  const inPart = parts.map(({ slot, partial }) => slot.showPartial?.(partial.kept, context) ?? '');
  return new Set([...shown, ...inPart].flatMap(wordsIn));
}

const wordsIn = (text: string): string[] =>
  toPhrase(text)
    .split(' ')
    .filter((word) => word.length >= SHORTEST_WORD || /\d/.test(word));
