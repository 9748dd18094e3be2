import type { Locale } from '../language/locale.ts';
import type { DialogName } from './dialog-name.ts';
import type { Button, Reply } from './reply-data.ts';
import { cardTexts } from './texts.ts';

/** One thing that may have been meant. */
export type ClarifyOption = { readonly title: string } & (
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'dialog'; readonly id: DialogName }
);

/** Asks which of two or three things was meant; each is one tap away, and so is none of them. */
export function clarifyReply(options: readonly ClarifyOption[], locale: Locale): Reply {
  const texts = cardTexts[locale];
  const none: Button = { title: texts.noneOfThese, action: { action: 'none-of-these' } };
  const titles = options.map(({ title }, index) => `${String(index + 1)}. ${title}`);
  return {
    openTo: 'everybody',
    summary: [texts.clarify, ...titles].join(' '),
    text: [texts.clarify],
    buttons: [...options.map(optionButton), none],
  };
}

/** A button that answers, or begins. */
export function optionButton(option: ClarifyOption): Button {
  const { title } = option;
  return option.kind === 'answer'
    ? { title, action: { action: 'answer', id: option.id } }
    : { title, action: { action: 'begin', dialog: option.id } };
}
