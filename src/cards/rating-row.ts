import type { Locale } from '../language/locale.ts';
import type { CardElement } from './reply-data.ts';
import { tapAction } from './tap-action.ts';
import { column, lineBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';

/**
 * Two small buttons that say how content somebody is with an answer, for channels without thumbs of their own.
 *
 * @param question what the question that was answered is called by
 */
export function ratingRow(question: string, locale: Locale): CardElement {
  const { useful, useless } = cardTexts[locale];
  const button = (title: string, as: 'like' | 'dislike'): CardElement => ({
    ...column('auto', lineBlock(title, { isSubtle: true, size: 'small' })),
    selectAction: tapAction(title, { action: 'rate', question, as }),
  });
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [button(useful, 'like'), button(useless, 'dislike')],
  };
}
