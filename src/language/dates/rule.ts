import { made } from '../said.ts';
import { filled } from './words.ts';
import type { DateContext, DayMeaning } from './meaning.ts';

/** Named groups of a pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of saying a day. */
export interface DateRule {
  /** Over flat text; named groups. Made when a day is first looked for, since it has words of the languages in it. */
  readonly pattern: () => RegExp;
  /** The meanings, in reading order (two for "15 o 20 marzo"); `impossible` for 31 February; null for no date. */
  read(groups: Groups, context: DateContext): readonly DayMeaning[] | 'impossible' | null;
  /**
   * In a message about other things the words count only after "per", "entro", "chiude": `always`, since they tell of a
   * time and are no day ("gli incentivi di questo trimestre"), or where they are `short` and other words as well ("sun").
   */
  readonly needsFrame?: 'short' | 'always';
  /** Only in an answer to "when", never in a sentence ("15.03" there is no date). */
  readonly isAnswerOnly?: true;
}

/** A way of saying a day: the source of its pattern over flat text, with `{names}` of words (`filled`), and what its named groups mean. */
export const rule = (
  source: string,
  read: DateRule['read'],
  more: Pick<DateRule, 'needsFrame' | 'isAnswerOnly'> = {},
): DateRule => ({ pattern: made(() => new RegExp(filled(source), 'gu')), read, ...more });
