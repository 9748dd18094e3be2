import { withoutEnd } from './ends.ts';

const GUID = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/gi;

/** An address as somebody types or pastes it; a portal address also without its scheme. */
const ADDRESS = /(?:https?:\/\/|(?<![\p{L}\p{N}./@-])partner(?:center)?\.microsoft\.com\/)[^\s<>"«»“”]+/giu;

/** What stands after an address in a sentence and isn't part of it. */
const SENTENCE_END = ".,;:!?)]}'’*_";

const PORTAL_HOST = /partner(?:center)?\.microsoft\.com\//i;

/** An address in a text, at `[start, end)`. */
export interface Link {
  readonly url: string;
  readonly start: number;
  readonly end: number;
  /** The deal whose page in the portal it is, in lower case; null for any other address. */
  readonly dealId: string | null;
}

/** What names a deal by its id: the id itself, or the whole address of its page, at `[start, end)`. */
export interface DealId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The addresses in a text, in its order, without the punctuation after them. */
export function findLinks(text: string): Link[] {
  return [...text.matchAll(ADDRESS)].map((found) => {
    const url = withoutEnd(found[0], SENTENCE_END);
    return { url, start: found.index, end: found.index + url.length, dealId: dealIdOf(url) };
  });
}

/**
 * The id in the address of a deal's page: the first GUID after the portal's `referrals`, whatever stands between, since
 * the portal's paths change. A mail program may have wrapped the address into another one (`?url=https%3A%2F%2F…`).
 * Null for any other address, so that the tenant of a Teams link is no deal.
 *
 * @example dealIdOf('https://partner.microsoft.com/dashboard/referrals/v2/…/3f2a7b80-1111-4222-8333-444455556666')
 */
export function dealIdOf(url: string): string | null {
  const plain = url.replace(/%(?:25)*2f/gi, '/');
  const host = plain.search(PORTAL_HOST);
  const area = host === -1 ? -1 : plain.toLowerCase().indexOf('referrals', host);
  return area === -1 ? null : (plain.slice(area).match(GUID)?.[0]?.toLowerCase() ?? null);
}

/**
 * What names deals by their ids, in the order of the text: addresses of their pages, and GUIDs that stand alone, in
 * quotes or in braces. A GUID in another address is no deal's.
 */
export function findDealIds(text: string): DealId[] {
  const links = findLinks(text);
  const pages = links.flatMap(({ dealId, start, end }) =>
    dealId === null ? [] : [{ id: dealId, start, end }],
  );
  const alone = [...text.matchAll(GUID)]
    .map(({ 0: id, index }) => ({ id: id.toLowerCase(), start: index, end: index + id.length }))
    .filter(({ start }) => !links.some((link) => link.start <= start && start < link.end));
  return [...pages, ...alone].sort((a, b) => a.start - b.start);
}
