import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { inEach, type Localized } from '../language/locale.ts';

/** The pages that the assistant serves about itself; Teams' store wants the first two of every app. */
export const PAGES = ['privacy', 'terms', 'help'] as const;
export type PageName = (typeof PAGES)[number];

/** What a page may have filled in, in braces: `{contact}`. */
export const PAGE_FACTS = [
  'publisher',
  'contact',
  'support',
  'sessionDays',
  'draftDays',
  'questionDays',
  'backupDays',
] as const;
export type PageFacts = Readonly<Record<(typeof PAGE_FACTS)[number], string>>;

/** A page of content, in each language: `body` is Markdown. */
export interface Page {
  readonly id: PageName;
  /** The day of its last change, YYYY-MM-DD. */
  readonly updated: string;
  readonly texts: Localized<{ readonly title: string; readonly body: string }>;
}

const IN_BRACES = /\{(\w*)\}/g;

const isFact = (name: string): boolean => (PAGE_FACTS as readonly string[]).includes(name);

const body = z
  .string()
  .trim()
  .min(1)
  .refine((text) => [...text.matchAll(IN_BRACES)].every(([, name = '']) => isFact(name)), {
    error: `in braces stand ${PAGE_FACTS.join(', ')} alone`,
  });

const pageFile = z.strictObject({
  id: z.enum(PAGES),
  updated: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a day as 2026-11-24' }),
  ...inEach(() => z.strictObject({ title: z.string().trim().min(1), body })),
});

/**
 * Reads a page of a knowledge folder (`pages/<name>.yaml`).
 *
 * @throws AppError `invalid-input` where it is missing or malformed
 */
export async function readPage(dir: string, name: PageName): Promise<Page> {
  const file = join(dir, 'pages', `${name}.yaml`);
  const wrong = (cause: unknown, why: string): AppError =>
    new AppError('invalid-input', `knowledge: ${file} can't be used: ${why}`, { cause });
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw wrong(cause, 'it can’t be read');
  });
  const parsed = pageFile.safeParse(parseYaml(text, { logLevel: 'error' }));
  if (!parsed.success) throw wrong(parsed.error, z.prettifyError(parsed.error));
  const { id, updated, ...texts } = parsed.data;
  if (id !== name) throw wrong(null, `its id is "${id}"`);
  return { id, updated, texts };
}

/** The Markdown with its facts filled in; a fact is text and never markup. */
export function filledIn(body: string, facts: PageFacts): string {
  return body.replace(IN_BRACES, (_, name: keyof PageFacts) => escaped(facts[name]));
}

/** In an address nothing of it means anything in Markdown, and what is escaped there would be another address. */
function escaped(fact: string): string {
  return /^https:\/\/[^\s()<>[\]]+$/.test(fact)
    ? fact
    : fact.replace(/[\\`*_{}[\]()<>#+\-!|~&]/g, String.raw`\$&`);
}
