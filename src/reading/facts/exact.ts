import { findEmails } from '../../language/emails.ts';
import { findPhones } from '../../language/phones.ts';
import { STRENGTH } from './candidate.ts';
import type { ProposedFact } from './candidate.ts';
import type { Typed } from './typed.ts';

const GUID = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/gi;
const LINK = /https?:\/\/[^\s<>"«»“”]{3,2000}/gi;
/** Hosts on which a deal's page lies (learn.microsoft.com/partner-center, "Referrals"). */
const PORTAL = /^https:\/\/(?:[\w-]+\.)*partner\.microsoft\.com\//i;
/** E-mail addresses, links, and deals' ids: written for machines, so nothing else can be meant. */
export function findExact({ text }: Typed): ProposedFact[] {
  return [...findLinks(text), ...findDealIds(text), ...emailsIn(text)];
}

function findLinks(text: string): ProposedFact[] {
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

function findDealIds(text: string): ProposedFact[] {
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

const emailsIn = (text: string): ProposedFact[] =>
  findEmails(text).map((found) => ({ guess: { kind: 'email', ...found }, strength: STRENGTH.exact }));

/** Phone numbers: digits that a country has, or that "tel." stands before. */
export const findPhoneNumbers = ({ text }: Typed): ProposedFact[] =>
  findPhones(text).map((found) => ({
    guess: { kind: 'phone', ...found },
    strength: STRENGTH.formed + 10,
  }));
