import type { TurnContext } from 'botbuilder';
import { sayWith } from '../cards/reply-data.ts';
import { toActivity } from '../cards/reply.ts';
import { AppError } from '../errors.ts';
import { isUnreadable } from '../storage/record-store.ts';
import type { Locale } from '../language/locale.ts';
import { type BotTexts, botTexts } from './texts.ts';

/** Tells the person in their language that something failed, with the number that stands in the log. */
export async function sayError(context: TurnContext, error: unknown, reference: string): Promise<void> {
  const locale: Locale = context.turnState.get('locale') === 'en' ? 'en' : 'it';
  const texts = botTexts[locale];
  const sentence = texts.errors[kindOf(error)];
  const retry = { title: texts.retry, action: { action: 'retry' } } as const;
  await context.sendActivity(toActivity(sayWith(`${sentence} ${texts.reference(reference)}`, retry), locale));
}

function kindOf(error: unknown): keyof BotTexts['errors'] {
  if (isUnreadable(error)) return 'unreadable';
  return error instanceof AppError ? error.code : 'unexpected';
}
