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
export function personReply(support: Support, locale: Locale): Reply {
  const line = cardTexts[locale].noneSupport(contactOf(support, locale));
  return forEverybody(sayWith(line, supportButton(support, locale)));
}

/** What is said to who wasn't understood: another way to say it, or a person. */
export function complaintReply(support: Support, locale: Locale): Reply {
  const texts = cardTexts[locale];
  const help: Button = { title: texts.whatICanDo, action: { action: 'help' } };
  return forEverybody(
    sayWith(texts.complaint(contactOf(support, locale)), help, supportButton(support, locale)),
  );
}

/**
 * "I don't know": what is known instead, the nearest of it one tap away, and where a person helps. The second time
 * running what is known was just said.
 */
export function noneReply(
  nearest: readonly ClarifyOption[],
  support: Support,
  locale: Locale,
  isAgain = false,
): Reply {
  const texts = cardTexts[locale];
  const near = nearest.slice(0, MAX_NEAREST).map(optionButton);
  const offered = near.length > 0 ? near : [{ title: texts.whatICanDo, action: { action: 'help' as const } }];
  const buttons = [...offered, supportButton(support, locale)];
  const contact = contactOf(support, locale);
  if (isAgain) {
    const line = texts.noneAgain(contact);
    return { openTo: 'everybody', summary: line, body: [lineBlock(line)], buttons };
  }
  return {
    openTo: 'everybody',
    summary: `${texts.none} ${texts.noneSupport(contact)}`,
    body: [
      lineBlock(texts.none),
      lineBlock(texts.noneSupport(contact), { spacing: 'small' }),
      ...(near.length === 0 ? [] : [lineBlock(texts.noneNearest, { isSubtle: true, size: 'small' })]),
    ],
    buttons,
  };
}

function contactOf({ contact }: Support, locale: Locale): string {
  return contact ?? cardTexts[locale].partnerCenterSupport;
}

function supportButton({ url }: Support, locale: Locale): Button {
  return { title: cardTexts[locale].support, url };
}
