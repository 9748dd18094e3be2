import * as z from 'zod';

/** A field that should hold text: null where it is missing or holds anything else. */
const words = z.string().nullable().catch(null);

const account = z.object({ id: words, name: words }).nullable().catch(null);

const activitySchema = z
  .object({
    text: words,
    textFormat: words,
    recipient: account,
    entities: z.array(z.unknown()).catch([]),
    attachments: z.array(z.unknown()).catch([]),
  })
  .catch({ text: null, textFormat: null, recipient: null, entities: [], attachments: [] });

const mentionSchema = z.object({ type: z.literal('mention'), mentioned: account, text: words });

/** Teams' quoted reply: https://github.com/microsoft/teams-sdk, "Quoted replies". */
const quotedSchema = z.object({
  type: z.literal('quotedReply'),
  quotedReply: z.object({ preview: words, senderName: words }),
});

const attachmentSchema = z.object({
  contentType: words,
  content: z.unknown().optional(),
  contentUrl: words,
  name: words,
});

const referenceSchema = z.object({ messagePreview: words });

export type Mention = z.infer<typeof mentionSchema>;
type Attachment = z.infer<typeof attachmentSchema>;

/** A message that was replied to, as far as the channel tells what it said. */
export interface Quote {
  readonly preview: string | null;
  readonly senderName: string | null;
}

/** The fields of an activity that a message is made of, each of the type that it should have. */
export interface Wire {
  readonly text: string;
  /** Whether `text` is declared to be HTML; Teams calls that "xml". */
  readonly isHtml: boolean;
  readonly bot: { readonly id: string | null; readonly name: string | null };
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  /** The same message as HTML; null where there is none. */
  readonly html: string | null;
  /** Number of files and images beside the words. */
  readonly files: number;
}

/** A message mentions few and brings few files; more than these are not looked at. */
const MOST_LISTED = 50;

/** What comes as an attachment and isn't a file: cards, and the message or meeting that is referred to. */
const NO_FILE = /^application\/vnd\.microsoft\.(?:teams\.)?card\b|(?:message|meeting)reference$/i;

/** Reads the fields of an activity. Never throws, whatever it holds: what is of another type counts as missing. */
export function readWire(activity: unknown): Wire {
  const { text, textFormat, recipient, entities, attachments } = activitySchema.parse(activity);
  const attached = allOf(attachmentSchema, attachments);
  return {
    text: text ?? '',
    isHtml: textFormat === 'xml' || textFormat === 'html',
    bot: recipient ?? { id: null, name: null },
    mentions: allOf(mentionSchema, entities),
    quotes: [
      ...allOf(quotedSchema, entities).map(({ quotedReply }) => quotedReply),
      ...attached.flatMap(quoteOf),
    ],
    html: attached.map(htmlOf).find((html) => html !== null) ?? null,
    files: attached.filter(isFile).length,
  };
}

function allOf<T>(schema: z.ZodType<T>, values: readonly unknown[]): T[] {
  return values.slice(0, MOST_LISTED).flatMap((value) => {
    const { data } = schema.safeParse(value);
    return data === undefined ? [] : [data];
  });
}

function htmlOf({ contentType, content }: Attachment): string | null {
  return contentType?.toLowerCase().startsWith('text/html') === true && typeof content === 'string'
    ? content
    : null;
}

function isFile(attachment: Attachment): boolean {
  const { contentType, contentUrl, name } = attachment;
  if (contentType === null || contentType === '') return contentUrl !== null || name !== null;
  return htmlOf(attachment) === null && !NO_FILE.test(contentType);
}

/** A message that Teams refers to by an attachment, with its beginning in a JSON text. */
function quoteOf({ contentType, content }: Attachment): Quote[] {
  if (contentType === null || !/messagereference$/i.test(contentType)) return [];
  const preview = referenceSchema.safeParse(parseJson(content)).data?.messagePreview ?? null;
  return [{ preview, senderName: null }];
}

function parseJson(content: unknown): unknown {
  if (typeof content !== 'string') return content;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}
