import { withoutEnd } from '../../src/language/ends.ts';
import { flatten } from '../../src/language/flat.ts';
import { type DealId, findDealIds } from '../../src/language/ids.ts';
import { afterPhrase } from '../../src/language/phrases.ts';
import { holdsPhrase, inLists } from '../../src/language/said.ts';
import { isLegalForm } from '../../src/lookup/name-key.ts';
import { findNames } from '../../src/lookup/names.ts';
import { onlyName } from './words.ts';

/** What may stand beside a deal's id in a message that is nothing but the id. */
const isBesideId = inLists('beside-ids');
const speaksOfSeller = holdsPhrase('microsoft-sellers');
/** As much of a name as tells it from an everyday word, in letters. */
const MIN_BEGINNING = 4;

/**
 * The deal's name or id in words that are nothing else: "contoso", "contos", "e Pluto S.p.A.?", an id. A name that
 * no deal has counts with a legal form, or capitalised after a deal was looked at (`isFollowUp`). Null otherwise.
 *
 * @param names customers' names of the deals that the person may see
 */
export function bareDeal(text: string, names: readonly string[], isFollowUp: boolean): string | null {
  const [id] = findDealIds(text);
  if (id !== undefined) return isBareId(text, id) ? text : null;
  const after = afterPhrase(text, 'what-of');
  const rest = after ?? text;
  const name = onlyName(rest);
  if (name === null) return null;
  if (isKnown(name, names)) return name;
  if (after === null) return null;
  const last = withoutEnd(rest.trim(), ' ?!').split(/\s+/u).at(-1) ?? '';
  const isNameLike = isLegalForm(last) || (isFollowUp && /^\p{Lu}/u.test(name));
  return isNameLike ? withoutEnd(rest, ' ?!').trim() : null;
}

/** Whether words are nothing but what may be a name, written as one: "Contoso?". */
export function isOnlyName(text: string): boolean {
  return onlyName(text) !== null && /^\p{Lu}/u.test(text.trim());
}

function isBareId(text: string, { start, end }: DealId): boolean {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`;
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => isBesideId(flatten(word).text));
}

function isKnown(name: string, names: readonly string[]): boolean {
  const typed = name.toLowerCase();
  const begins =
    typed.length >= MIN_BEGINNING && names.some((known) => known.toLowerCase().startsWith(typed));
  const [found] = findNames(name, names, (known) => known);
  return begins || (found !== undefined && found.text.length >= name.length);
}

/** Whether words ask who at Microsoft looks after a deal that they name. */
export function asksForSeller(text: string, names: readonly string[]): boolean {
  return speaksOfSeller(flatten(text).text) && findNames(text, names, (known) => known).length > 0;
}
