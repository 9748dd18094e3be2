import type { Locale } from '../language/locale.ts';
import { optionButton } from './clarify-card.ts';
import type { ClarifyOption } from './clarify-card.ts';
import { forEverybody, sayWith } from './reply-data.ts';
import type { Button, Reply } from './reply-data.ts';
import { lineBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';

/** The human way out, as configured. */
export interface Support {
  readonly url: string;
  /** A person, a team or an address, as people should read it; null for Partner Center's own support. */
  readonly contact: string | null;
}

const MAX_NEAREST = 2;

/** Where a person helps, for who asks for one. */
export function personReply({ contact, url }: Support, locale: Locale): Reply {
  const texts = cardTexts[locale];
  const who = contact ?? texts.partnerCenterSupport;
  return forEverybody(sayWith(texts.noneSupport(who), { title: texts.support, url }));
}

/** "I don't know": what is known instead, the nearest of it one tap away, and where a person helps. */
export function noneReply(nearest: readonly ClarifyOption[], support: Support, locale: Locale): Reply {
  const texts = cardTexts[locale];
  const near = nearest.slice(0, MAX_NEAREST).map(optionButton);
  const offered = near.length > 0 ? near : [{ title: texts.whatICanDo, action: { action: 'help' as const } }];
  const contact = support.contact ?? texts.partnerCenterSupport;
  const help: Button = { title: texts.support, url: support.url };
  return {
    openTo: 'everybody',
    summary: `${texts.none} ${texts.noneSupport(contact)}`,
    body: [
      lineBlock(texts.none),
      lineBlock(texts.noneSupport(contact), { spacing: 'small' }),
      ...(near.length === 0 ? [] : [lineBlock(texts.noneNearest, { isSubtle: true, size: 'small' })]),
    ],
    buttons: [...offered, help],
  };
}
