import type { Locale } from '../language/locale.ts';
import type { ClarifyOption } from './clarify-card.ts';
import { clarifyReply } from './clarify-card.ts';
import type { Button, Reply } from './reply-data.ts';
import { textBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';

/** The human way out, as configured. */
export interface Support {
  readonly url: string;
  /** A person, a team or an address, as people should read it. */
  readonly contact: string;
}

const MAX_NEAREST = 2;

/** "I don't know": what is known instead, the nearest of it one tap away, and where a person helps. */
export function noneReply(nearest: readonly ClarifyOption[], support: Support, locale: Locale): Reply {
  const texts = cardTexts[locale];
  const offered = clarifyReply(nearest.slice(0, MAX_NEAREST), locale).buttons?.slice(0, -1) ?? [];
  const help: Button = { title: texts.support, url: support.url };
  const person = texts.noneSupport(support.contact);
  return {
    summary: `${texts.none} ${person}`,
    body: [
      textBlock(texts.none),
      textBlock(person),
      ...(offered.length === 0 ? [] : [textBlock(texts.noneNearest)]),
    ],
    buttons: [...offered, help],
  };
}
