import type { Line } from '../../src/cards/line.ts';
import { holdsAny, leftOver } from './answer.ts';
import type { Gathered } from './answer.ts';
import type { Said } from './slot.ts';
import { formTexts } from './texts.ts';
import type { Scene } from './values.ts';

/** More than these are a text that was about something else. */
const MOST_UNREAD = 4;

/**
 * What a message said beside the values that were taken: said not to be understood, so that nobody thinks it is noted.
 * Nothing where nothing was taken, since the question that follows says it all.
 */
export function unreadLines<V, F>(
  said: Said,
  gathered: Gathered<V, F>,
  { locale }: Scene<V, F>,
): readonly Line[] {
  if (!holdsAny(gathered)) return [];
  const left = leftOver(said, gathered)
    .filter(({ kind }) => kind !== 'outcome' && kind !== 'link')
    .map(({ start, end }) => said.text.slice(start, end).trim());
  const words = [...left, ...said.reading.unclaimed].slice(0, MOST_UNREAD);
  return words.length === 0 ? [] : [formTexts(locale).unread(words)];
}
