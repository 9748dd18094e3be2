import type { Locale } from '../language/locale.ts';
import type { ActionDialog } from './action.ts';
import type { Button, Reply } from './reply-data.ts';
import { cardTexts } from './texts.ts';

/** One thing that may have been meant. */
export type ClarifyOption = { readonly title: string } & (
  { readonly kind: 'answer'; readonly id: string } | { readonly kind: 'dialog'; readonly id: ActionDialog }
);

/** Asks which of two or three things was meant; each is one tap away, and so is none of them. */
export function clarifyReply(options: readonly ClarifyOption[], locale: Locale): Reply {
  const texts = cardTexts[locale];
  const none: Button = { title: texts.noneOfThese, action: { action: 'none-of-these' } };
  return {
    summary: texts.clarify,
    markdown: `**${texts.clarify}**`,
    buttons: [...options.map(optionButton), none],
  };
}

function optionButton(option: ClarifyOption): Button {
  const action =
    option.kind === 'answer'
      ? ({ action: 'answer', id: option.id } as const)
      : ({ action: 'begin', dialog: option.id } as const);
  return { title: option.title, action };
}
