import { MAX_READ_LENGTH } from './flat.ts';
import { isFunctionWord } from './function-words.ts';
import { patternOf } from './said.ts';

/** An e-mail address in lower case, where it stands. */
export interface FoundEmail {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One blank beside "@" is forgiven, as phones put it there. */
const EMAIL =
  /(?<![a-z0-9._%+'-])[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_%+-])? ?@ ?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9-])/gi;

/** The e-mail addresses of a text, those that were dictated among them. */
export function findEmails(text: string): FoundEmail[] {
  const read = text.slice(0, MAX_READ_LENGTH);
  const dictated = saysAt().test(read) ? findDictated(read) : [];
  if (!text.includes('@')) return dictated;
  const written = Array.from(read.matchAll(EMAIL), (found) => ({
    value: found[0].replace(/ /g, '').toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
  return [...written, ...dictated].sort((a, b) => a.start - b.start);
}

const PIECE = /[a-z0-9]{1,40}/;
const saysAt = patternOf('i')`[a-z0-9] ${'said-at'} [a-z0-9]`;
const dictated = patternOf(
  'gi',
)`(?<![\p{L}\p{N}.@_-])(?<local>${PIECE}(?: (?:${'said-dot'}|${'said-hyphen'}|${'said-underscore'}) ${PIECE}){0,4}) ${'said-at'} (?<host>${PIECE}(?: (?:${'said-dot'}|${'said-hyphen'}) ${PIECE}){0,4} ${'said-dot'} [a-z]{2,24})(?![a-z0-9])`;
const dots = patternOf('gi')` ${'said-dot'} `;
const hyphens = patternOf('gi')` ${'said-hyphen'} `;
const underscores = patternOf('gi')` ${'said-underscore'} `;

/** "anna punto po chiocciola acme punto it"; "call me at acme dot com" gives nobody's. */
function findDictated(text: string): FoundEmail[] {
  return [...text.matchAll(dictated())].flatMap(({ index: start, 0: said, groups = {} }) => {
    const { local = '', host = '' } = groups;
    if (isFunctionWord(local.toLowerCase())) return [];
    const written = (part: string): string =>
      part.replace(dots(), '.').replace(underscores(), '_').replace(hyphens(), '-').toLowerCase();
    return [{ value: `${written(local)}@${written(host)}`, start, end: start + said.length }];
  });
}
