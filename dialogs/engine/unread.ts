import type { Line } from '../../src/cards/line.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { holdsAny, leftOver } from './answer.ts';
import type { Gathered } from './answer.ts';
import type { Said } from './slot.ts';
import { formTexts } from './texts.ts';
import { shownOf } from './values.ts';
import type { Play } from './values.ts';

/** More than these are a text that was about something else. */
const MOST_UNREAD = 4;

/**
 * What a message said beside the values that were taken: said not to be understood, so that nobody thinks it is noted.
 * Nothing where nothing was taken, since the question that follows says it all.
 */
export function unreadLines<V, F>(
  said: Said,
  gathered: Gathered<V, F>,
  play: Pick<Play<V, F>, 'form' | 'scene'>,
): readonly Line[] {
  if (!holdsAny(gathered)) return [];
  const left = leftOver(said, gathered)
    .filter(({ kind }) => kind !== 'outcome' && kind !== 'link')
    .map(({ start, end }) => said.text.slice(start, end).trim());
  const words = [...left, ...unclaimedBeside(said, gathered, play)].slice(0, MOST_UNREAD);
  return words.length === 0 ? [] : [formTexts(play.scene.locale).unread(words)];
}

/** Without the words of values that were read from words: "the second one", "wms" of a solution that is called so. */
function unclaimedBeside<V, F>(
  { reading }: Said,
  { findings }: Gathered<V, F>,
  { form, scene }: Pick<Play<V, F>, 'form' | 'scene'>,
): readonly string[] {
  const answer = findings.find(({ slot }) => slot.name === form.asked);
  if (answer !== undefined && (answer.facts ?? []).length === 0) return [];
  const shown = toPhrase(findings.map((finding) => shownOf(form, finding, scene)).join(' '));
  return reading.unclaimed.filter((words) => !` ${shown} `.includes(` ${toPhrase(words)} `));
}
