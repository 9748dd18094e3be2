import { MAX_READ_LENGTH } from './flat.ts';

/** An e-mail address in lower case, where it stands. */
export interface FoundEmail {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One blank beside "@" is forgiven, as phones put it there. */
const EMAIL =
  /(?<![a-z0-9._%+'-])[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_%+-])? ?@ ?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9-])/gi;

/** The e-mail addresses of a text. */
export function findEmails(text: string): FoundEmail[] {
  if (!text.includes('@')) return [];
  return Array.from(text.slice(0, MAX_READ_LENGTH).matchAll(EMAIL), (found) => ({
    value: found[0].replace(/ /g, '').toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}
