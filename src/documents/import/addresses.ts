import { posix } from 'node:path';
import type { Resolving } from './tree.ts';

const LEARN = 'https://learn.microsoft.com/';
/** Longer addresses are no links that anybody wrote. */
const LONGEST = 2000;
const DOCUMENT = /\.(?:md|markdown|yml|yaml)$/i;

/** Where a document lies and where its folder is on the web, as far as that is known. */
export interface DocumentPlace {
  /** Relative to the folder that is imported. */
  readonly path: string;
  /** Address of the folder that is imported, or null. */
  readonly base: string | null;
  /** What the document says itself. */
  readonly url: string | null;
  readonly isLearn: boolean;
  readonly language: string | null;
}

/**
 * A document's address: what it says itself, else its path below the folder's address, else by the rule of Microsoft
 * Learn for pages that were written for it (`partner-center/x.md` is `/it-it/partner-center/x`). Null where none of
 * these holds.
 */
export function addressOf({ path, base, url, isLearn, language }: DocumentPlace): string | null {
  if (url !== null) return url.startsWith('https:') ? url : null;
  const folder = base ?? (isLearn && path.includes('/') ? `${LEARN}${learnLocale(language)}` : null);
  if (folder === null) return null;
  const page = path.replace(DOCUMENT, '').replace(/(?:^|\/)index$/, '/');
  return safeAddress(
    new URL(encodeURI(page).replace(/^\/+/, ''), folder.endsWith('/') ? folder : `${folder}/`),
  );
}

const learnLocale = (language: string | null): string =>
  /^[a-z]{2}-[a-z]{2}$/i.test(language ?? '') ? `${String(language).toLowerCase()}/` : '';

/**
 * Makes links of a document whole: relative ones by its place, `~/…` and `/…` by its folder and host. Only https is
 * kept, without names and passwords in the address.
 */
export function createResolver(place: DocumentPlace): Resolving {
  const page = addressOf(place);
  return (href) => {
    const written = href.trim();
    if (written.length > LONGEST || /^[\s#]*$/.test(written)) return null;
    if (/^[a-z][a-z\d+.-]*:/i.test(written))
      return /^https:/i.test(written) ? safe(written, undefined) : null;
    if (page === null) return null;
    if (written.startsWith('~/')) return safe(fromRoot(written.slice(2), place.path), page);
    return safe(written, page);
  };
}

/** A path of the imported folder as it is seen from one of its documents. */
function fromRoot(target: string, path: string): string {
  return posix.join(posix.relative(posix.dirname(path), '.') || '.', target);
}

function safe(href: string, page: string | undefined): string | null {
  try {
    const url = new URL(href, page);
    if (page !== undefined && url.origin === new URL(page).origin)
      url.pathname = url.pathname.replace(DOCUMENT, '');
    return safeAddress(url);
  } catch {
    return null;
  }
}

function safeAddress(url: URL): string | null {
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== ''
    ? url.href
    : null;
}
