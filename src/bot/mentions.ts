import type { Activity } from 'botbuilder';
import * as z from 'zod';

const mentionSchema = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
  text: z.string().nullish(),
});

type Mention = z.infer<typeof mentionSchema>;

/** A message mentions few; more than these are not looked at. */
const MOST_MENTIONS = 50;

/** `<at>Name</at>` or `<at id="0">Name</at>`; bounded, so that no text is read over and over. */
const TAG = /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/gi;

/** Whether a message speaks to the bot: by an entity that names it, or by a tag of its name where the entity is missing. */
export function mentionsBot(activity: Activity): boolean {
  return (
    mentions(activity).some((each) => isBot(each, activity)) || textOf(activity) !== withoutTags(activity)
  );
}

/**
 * The text of a message without the bot's mentions; those of others stay. A name with a space can arrive as two
 * mentions, an entity can come without its text, and a tag without its entity.
 */
export function withoutBot(activity: Activity): string {
  return mentions(activity)
    .filter((each) => isBot(each, activity))
    .reduce((text, { text: tag }) => (tag ? text.replaceAll(tag, ' ') : text), withoutTags(activity));
}

/** The text without tags of the bot's name. */
function withoutTags(activity: Activity): string {
  const name = nameOf(activity.recipient);
  const text = textOf(activity);
  if (name === '') return text;
  return text.replace(TAG, (tag, named: string) => (named.trim().toLowerCase() === name ? ' ' : tag));
}

function mentions({ entities }: Activity): Mention[] {
  if (!Array.isArray(entities)) return [];
  return entities.slice(0, MOST_MENTIONS).flatMap((entity) => mentionSchema.safeParse(entity).data ?? []);
}

function isBot({ mentioned }: Mention, { recipient }: Activity): boolean {
  const bot = (recipient as { id?: unknown } | null | undefined)?.id;
  return typeof bot === 'string' && bot !== '' && mentioned?.id === bot;
}

function nameOf(account: unknown): string {
  const named = z.object({ name: z.string() }).safeParse(account);
  return named.success ? named.data.name.trim().toLowerCase() : '';
}

function textOf({ text }: Activity): string {
  return typeof text === 'string' ? text : '';
}
