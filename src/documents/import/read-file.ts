import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../errors.ts';
import type { FoundFile } from './collect.ts';
import { decodeText } from './decode.ts';
import { type Flow, NO_FACTS, type ReadDocument } from './flow.ts';
import type { Including } from './learn-lines.ts';
import type { Origin } from './markdown.ts';

/** Why a file is no document; null where it was read. */
export type FileReading =
  | { readonly document: ReadDocument }
  | { readonly document: null; readonly reason: string };

/** Gives the text of a file that a page includes. */
type Reading = (bytes: Buffer, origin: Origin, including: Including) => Promise<FileReading>;

/** Larger files are no text that anybody reads. */
const MOST_BYTES = 50_000_000;

const READERS: Readonly<Record<string, Reading>> = {
  '.md': async (bytes, origin, including) => {
    const { readMarkdown } = await import('./markdown.ts');
    return { document: readMarkdown(decodeText(bytes), origin, including) };
  },
  '.yml': async (bytes, origin) => {
    const { FAQ_MARK, readFaq } = await import('./faq.ts');
    const text = decodeText(bytes);
    if (!FAQ_MARK.test(text)) return { document: null, reason: 'YAML, but no FAQ ("### YamlMime:FAQ")' };
    return { document: readFaq(text, origin) };
  },
  '.html': async (bytes, origin) => {
    const { readHtml } = await import('./html.ts');
    return { document: readHtml(decodeText(bytes), origin) };
  },
  '.txt': async (bytes) => {
    const { readPasted } = await import('./pasted.ts');
    return { document: loose(readPasted(decodeText(bytes))) };
  },
  '.docx': async (bytes, origin) => {
    const { readDocx } = await import('./docx.ts');
    return { document: await readDocx(bytes, origin) };
  },
  '.pdf': async (bytes) => {
    const { readPdf } = await import('./pdf.ts');
    return { document: await readPdf(bytes) };
  },
  '.csv': async (bytes, origin) => {
    const { readGrid, rowsOf } = await import('./grid.ts');
    const { isQnaSheet, readQnaSheet } = await import('./qna.ts');
    const rows = rowsOf(decodeText(bytes), origin.path);
    return { document: isQnaSheet(rows) ? readQnaSheet(rows, origin) : loose(readGrid(rows)) };
  },
  '.json': async (bytes, origin) => {
    const { readQnaJson } = await import('./qna.ts');
    return { document: readQnaJson(decodeText(bytes), origin) };
  },
};
const SAME: Readonly<Record<string, string>> = {
  '.markdown': '.md',
  '.yaml': '.yml',
  '.htm': '.html',
  '.tsv': '.csv',
};

/** What says nothing of itself. */
function loose(flow: Flow): ReadDocument {
  return { isPage: false, facts: NO_FACTS, flow, leftOut: new Map() };
}

/**
 * Reads a document by the extension of its kind. The parsers are loaded where a file needs them: they take longer to load
 * than the rest of the program.
 */
export async function readBytes(
  extension: string,
  bytes: Buffer,
  origin: Origin,
  including: Including,
): Promise<FileReading> {
  const reading = READERS[SAME[extension] ?? extension];
  if (reading === undefined) return { document: null, reason: `files "${extension}" are not read` };
  if (bytes.length > MOST_BYTES) return { document: null, reason: `over ${String(MOST_BYTES / 1e6)} MB` };
  try {
    return await reading(bytes, origin, including);
  } catch (error) {
    const reason =
      error instanceof AppError ? error.message : 'broken, or of another kind than its name says';
    return { document: null, reason: `cannot be read: ${reason}` };
  }
}

/** Reads a file that was found. */
export async function readFoundFile(file: FoundFile, base: string | null): Promise<FileReading> {
  const extension = extname(file.path).toLowerCase();
  if (/(?:^|\/)includes\//i.test(file.path))
    return { document: null, reason: 'a part of other pages; it is read where they include it' };
  const isKnown = (SAME[extension] ?? extension) in READERS;
  const bytes = isKnown ? await readFile(file.file) : Buffer.alloc(0);
  return readBytes(extension, bytes, { path: file.path, base }, includingFrom(file));
}

/**
 * Included files are read from within the folder that is imported, and from nowhere else: neither by a path that leads out
 * of it, nor by a link.
 */
function includingFrom({ file, root }: FoundFile): Including {
  return (path) => {
    const target = path.startsWith('~/') ? join(root, path.slice(2)) : join(dirname(file), path);
    try {
      const real = relative(realpathSync(root), realpathSync(target));
      return real.startsWith('..') || isAbsolute(real) ? null : decodeText(readFileSync(target));
    } catch {
      return null;
    }
  };
}
