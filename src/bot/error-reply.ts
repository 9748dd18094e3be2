import { forEverybody, type Reply, sayWith } from '../cards/reply-data.ts';
import { AppError, isStoreFault } from '../errors.ts';
import { isUnreadable } from '../storage/record-store.ts';
import type { Locale } from '../language/locale.ts';
import { type BotTexts, botTexts } from './texts.ts';

/** Tells the person in their language that something failed, with the number that stands in the log. */
export function errorReply(error: unknown, reference: string, locale: Locale): Reply {
  const texts = botTexts[locale];
  const sentence = texts.errors[kindOf(error)];
  const retry = { title: texts.retry, action: { action: 'retry' } } as const;
  return forEverybody(sayWith(`${sentence} ${texts.reference(reference)}`, retry));
}

/** Tells somebody whose earlier messages are still waiting that this one was not read. */
export function busyReply(locale: Locale): Reply {
  return forEverybody(sayWith(botTexts[locale].busy));
}

function kindOf(error: unknown): keyof BotTexts['errors'] {
  if (isStoreFault(error)) return 'store';
  if (isUnreadable(error)) return 'unreadable';
  return error instanceof AppError ? error.code : 'unexpected';
}
