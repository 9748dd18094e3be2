import type { Locale } from '../language/locale.ts';
import { jobButtons } from './job-buttons.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { Reply } from './reply-data.ts';
import { lineBlock, textBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';

/** What the assistant can do, as a short list with the three commonest things as buttons. */
export function helpReply(locale: Locale, isSample: boolean): Reply {
  const texts = cardTexts[locale];
  return {
    openTo: 'everybody',
    summary: texts.helpLead,
    body: [
      textBlock(texts.helpLead, { isHeading: true }),
      ...markdownBlocks(texts.helpList),
      ...(isSample ? [lineBlock(texts.sampleCompany, { isSubtle: true, size: 'small' })] : []),
    ],
    buttons: jobButtons(locale),
  };
}
