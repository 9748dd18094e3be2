import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import * as z from 'zod';
import { readBlock, writeBlock, writtenBlocks } from './block-file.ts';
import type { ImportedDocument, ImportedSection } from './imported.ts';

/**
 * A document in a folder of imports: one YAML file a page. What stands under `editor` is never touched by an import; what
 * else was changed by hand is told by the section's `hash`, and stays as well.
 */
const text = (cure: string) => z.string({ error: cure }).trim().min(1, { error: cure });
const day = text('write a day as 2026-11-24').regex(/^\d{4}-\d{2}-\d{2}$/, {
  error: 'write a day as 2026-11-24',
});
const names = z.array(text('write a name')).default([]);
const address = z.url({ protocol: /^https$/, error: 'write the full address, beginning with https://' });

const documentFields = z.strictObject({
  path: text('write the path of the document that was imported'),
  url: address.optional(),
  title: text('write the title'),
  secondTitle: text('write the first heading, or leave the field out').optional(),
  description: text('write what the document is about, or leave the field out').optional(),
  locale: z.string().regex(/^[a-z]{2}$/, { error: 'write the two letters of a language, such as it' }),
  date: day.optional(),
  licence: text('write the licence, or leave the field out').optional(),
  isNews: z.literal(true, { error: 'write true, or leave the field out' }).optional(),
  isArchived: z.literal(true, { error: 'write true, or leave the field out' }).optional(),
  anchors: names,
  boilerplate: z.record(z.string(), z.string()).default({}),
});

const editorFields = z.strictObject({
  lead: text('write one sentence that answers by itself').optional(),
  examples: z.array(text('write another way of asking')).optional(),
  hidden: z.literal(true, { error: 'write true, or leave the field out' }).optional(),
});

const sectionFields = z.strictObject({
  key: text('leave the key as it was imported: links lead to it'),
  heading: text('write the heading'),
  level: z.int().min(1).max(6),
  isIntro: z.literal(true).optional(),
  trail: names,
  anchors: names,
  lead: z.string().default(''),
  text: writtenBlocks,
  boilerplate: z.record(z.string(), z.string()).default({}),
  links: z.array(z.strictObject({ text: text('write what the link is called'), url: address })).default([]),
  examples: names,
  prompts: z
    .array(z.strictObject({ label: text('write the label'), key: text('write the key of a section') }))
    .default([]),
  hash: z.string().default(''),
  editor: editorFields.default({}),
});

const documentFile = z.strictObject({ document: documentFields, sections: z.array(sectionFields) });

/** What an editor added to a section. */
export type EditorFields = z.infer<typeof editorFields>;

/** A section as it stands in a file. */
export interface FiledSection extends ImportedSection {
  readonly lead: string;
  /** Of the section as it was imported; another one than its content's tells that it was changed by hand. */
  readonly hash: string;
  readonly editor: EditorFields;
}

export interface FiledDocument extends ImportedDocument {
  readonly sections: readonly FiledSection[];
}

/** The shape of a file; `toDocument` makes of it what the rest of the program sees. */
export const documentFileSchema = documentFile;

export function toDocument({ document, sections }: z.infer<typeof documentFile>): FiledDocument {
  const { anchors, boilerplate, ...facts } = document;
  const { url, secondTitle, description, date, licence, isNews, isArchived, ...rest } = facts;
  return {
    facts: {
      ...rest,
      url: url ?? null,
      secondTitle: secondTitle ?? null,
      description: description ?? null,
      date: date ?? null,
      licence: licence ?? null,
      isNews: isNews ?? false,
      isArchived: isArchived ?? false,
    },
    anchors,
    boilerplate,
    sections: sections.map(({ text: written, isIntro, ...section }) => ({
      ...section,
      isIntro: isIntro ?? false,
      blocks: written.map(readBlock),
    })),
  };
}

/** A document as the text of its file; the same document gives the same text. */
export function writeDocument({ facts, anchors, boilerplate, sections }: FiledDocument): string {
  const document = { ...facts, anchors, boilerplate };
  return stringify(
    { document: withoutEmpty(document), sections: sections.map(writeSection) },
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}

function writeSection(section: FiledSection): Record<string, unknown> {
  const { key, heading, level, isIntro, trail, anchors, lead, blocks, ...rest } = section;
  const { boilerplate, links, examples, prompts, hash, editor } = rest;
  const written = { key, heading, level, isIntro, trail, anchors, lead, text: blocks.map(writeBlock) };
  return withoutEmpty({ ...written, boilerplate, links, examples, prompts, hash, editor });
}

/** Fields that say nothing are left out, so that an editor reads what is there; `text` stays. */
function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name === 'text' || !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === false || value === '';
}

/** Tells the content of a section as it was imported. */
export function hashOfSection(section: ImportedSection & { readonly lead: string }): string {
  const { heading, trail, anchors, blocks, boilerplate, links, examples, prompts, lead } = section;
  const content = { heading, trail, anchors, blocks, boilerplate, links, examples, prompts, lead };
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, HASH_LETTERS);
}

/** Enough to tell a changed section: 64 bits. */
const HASH_LETTERS = 16;
