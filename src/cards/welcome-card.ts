import type { Locale } from '../language/locale.ts';
import { jobButtons } from './job-buttons.ts';
import type { Reply } from './reply-data.ts';
import { lineBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';

/**
 * The one greeting at first contact: what is answered and the three things that are done.
 *
 * @param person null where the directory doesn't know who writes
 * @param isSample whether what is shown is the invented company: sample data is called sample data
 */
export function welcomeReply(
  person: { readonly firstName: string } | null,
  isSample: boolean,
  locale: Locale,
): Reply {
  const texts = cardTexts[locale];
  const welcome = texts.welcome(person?.firstName ?? null);
  return {
    // A greeting by name is for that person.
    ...(person === null ? { openTo: 'everybody' as const } : {}),
    summary: isSample ? `${welcome} ${texts.sampleCompany}` : welcome,
    body: [
      lineBlock(welcome),
      ...(isSample ? [lineBlock(texts.sampleCompany, { isSubtle: true, size: 'small' })] : []),
    ],
    buttons: jobButtons(locale),
  };
}
