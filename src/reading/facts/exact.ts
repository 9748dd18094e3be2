import { STRENGTH } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Typed } from './typed.ts';

const GUID = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/gi;
const LINK = /https?:\/\/[^\s<>"«»“”]{3,2000}/gi;
/** Hosts on which a deal's page lies (learn.microsoft.com/partner-center, "Referrals"). */
const PORTAL = /^https:\/\/(?:[\w-]+\.)*partner\.microsoft\.com\//i;
const EMAIL =
  /(?<![a-z0-9._%+'-])[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9-])/gi;

/** E-mail addresses, links, and deals' ids: written for machines, so nothing else can be meant. */
export function findExact({ text }: Typed): Candidate[] {
  return [...findLinks(text), ...findDealIds(text), ...findEmails(text)];
}

function findEmails(text: string): Candidate[] {
  if (!text.includes('@')) return [];
  return Array.from(text.matchAll(EMAIL), (found) => ({
    guess: {
      kind: 'email',
      value: found[0].toLowerCase(),
      start: found.index,
      end: found.index + found[0].length,
    },
    strength: STRENGTH.exact,
  }));
}

function findLinks(text: string): Candidate[] {
  if (!/https?:/i.test(text)) return [];
  return Array.from(text.matchAll(LINK), (found) => {
    const value = found[0].replace(/[).,;:!?\]]{1,8}$/, '');
    const id = PORTAL.test(value) ? (value.match(GUID)?.at(-1) ?? null) : null;
    const place = { start: found.index, end: found.index + value.length };
    return {
      guess: { kind: 'link', value, dealId: id?.toLowerCase() ?? null, ...place },
      strength: STRENGTH.exact + 1,
    };
  });
}

function findDealIds(text: string): Candidate[] {
  if (!/[0-9a-f]{8}-/i.test(text)) return [];
  return Array.from(text.matchAll(GUID), (found) => ({
    guess: {
      kind: 'number-id',
      what: 'deal',
      value: found[0].toLowerCase(),
      start: found.index,
      end: found.index + found[0].length,
    },
    strength: STRENGTH.exact,
  }));
}
