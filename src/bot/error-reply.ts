import type { TurnContext } from 'botbuilder';
import { sayWith } from '../cards/reply-data.ts';
import { toActivity } from '../cards/reply.ts';
import { AppError } from '../errors.ts';
import type { Locale } from '../language/locale.ts';
import { botTexts } from './texts.ts';

/** Tells the person in their language that something failed, with the number that stands in the log. */
export async function sayError(context: TurnContext, error: unknown, reference: string): Promise<void> {
  const locale: Locale = context.turnState.get('locale') === 'en' ? 'en' : 'it';
  const texts = botTexts[locale];
  const sentence = texts.errors[error instanceof AppError ? error.code : 'unexpected'];
  const retry = { title: texts.retry, action: { action: 'retry' } } as const;
  await context.sendActivity(toActivity(sayWith(`${sentence} ${texts.reference(reference)}`, retry), locale));
}
