import { extname } from 'node:path';
import { visibleLine } from '../../language/visible-text.ts';
import { collectFiles } from './collect.ts';
import { type FileReading, readBytes, readFoundFile } from './read-file.ts';
import { WebReader } from './web.ts';

/** A document that can be read, with the path that it will be filed under. */
export interface DocumentSource {
  readonly path: string;
  readonly read: () => Promise<FileReading>;
}

/** What was found, and addresses that were refused before they were asked for. */
export interface FoundSources {
  readonly sources: readonly DocumentSource[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

const WEB = /^https?:\/\//i;

/**
 * Finds what paths and addresses name: files, all files of a folder, a page on the web, the pages of a sitemap.
 *
 * @throws AppError `invalid-input` where a path isn't there or an address isn't https, `unreachable` where a host doesn't
 *   answer
 */
export async function findSources(paths: readonly string[], base: string | null): Promise<FoundSources> {
  const files = await collectFiles(paths.filter((path) => !WEB.test(path)));
  const sources: DocumentSource[] = files.map((file) => ({
    path: file.path,
    read: () => readFoundFile(file, base),
  }));
  const refused: { path: string; reason: string }[] = [];
  for (const address of paths.filter((path) => WEB.test(path))) {
    const web = new WebReader(address);
    for (const url of await web.addresses())
      sources.push({ path: pathOf(url), read: () => readPage(web, url) });
    refused.push(...web.refused.splice(0).map(({ url, reason }) => ({ path: url, reason })));
  }
  return { sources, refused };
}

/** The path of an address without its host; a folder's own page is its `index.html`. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  const path = decodePath(pathname)
    .replace(/^\/+/, '')
    .replace(/(^|\/)$/, '$1index.html');
  const query = search.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '');
  // No part of it may lead out of the folder that it is filed in.
  return `${path}${query}`
    .split('/')
    .filter((part) => !/^\.*$/.test(part))
    .join('/');
}

function decodePath(path: string): string {
  try {
    return visibleLine(decodeURIComponent(path)).replace(/[\\:*?"<>|]/g, '-');
  } catch {
    return path;
  }
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:text\/html|application\/xhtml)/, '.html'],
  [/^text\/(?:x-)?markdown/, '.md'],
  [/^application\/pdf/, '.pdf'],
  [/^text\/csv/, '.csv'],
];

/** A page's kind is what its server says; where that is plain text or nothing, its name decides. */
async function readPage(web: WebReader, url: string): Promise<FileReading> {
  const page = await web.read(url);
  if (page === null) return { document: null, reason: web.refused.pop()?.reason ?? 'no answer' };
  const kind = KINDS.find(([pattern]) => pattern.test(page.contentType))?.[1];
  const isPlain = /^(?:text\/plain|application\/octet-stream|$)/.test(page.contentType);
  const named = extname(new URL(page.url).pathname).toLowerCase() || '.txt';
  const extension = kind ?? (isPlain ? named : page.contentType);
  return readBytes(extension, page.bytes, { path: pathOf(url), base: null, url: page.url }, () => null);
}
