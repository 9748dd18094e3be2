import type { Reply } from '../../cards/reply-data.ts';
import { toActivity } from '../../cards/reply.ts';
import type { Locale } from '../../language/locale.ts';
import type { InvokeAnswer } from '../invoke-answer.ts';

/** The answer to a tap by which a reply's card takes the place of the one that was tapped (Universal Actions). */
export function cardAnswer(reply: Reply, locale: Locale): InvokeAnswer {
  const [card] = toActivity(reply, locale).attachments ?? [];
  const value: unknown = card?.content;
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
  return { status: 200, body };
}
