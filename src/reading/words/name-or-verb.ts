import type { Meaning } from '../../knowledge/words.ts';
import { isGivenName } from '../../language/name-like.ts';
import type { FactKind } from '../reading.ts';
import { type Item, NO_FORMS } from './items.ts';

/** What a person does, is or has. */
const OF_A_PERSON: ReadonlySet<Meaning> = new Set<Meaning>([
  'report',
  'have-others',
  'have-own',
  'be',
  'plan',
  'join',
  'polite',
]);
const OF_A_CONTACT: ReadonlySet<FactKind> = new Set<FactKind>(['phone', 'email', 'person']);
/** Words of a name that nobody knows: a last name, or two. */
const MOST_LAST_NAMES = 2;

/**
 * A given name that is a form of a listed verb as well ("Marco", "Mark") is the name where it stands alone, before a
 * last name, or before what somebody does; a verb has something that it is done to ("mark it as lost").
 */
export function withNames(items: readonly Item[]): Item[] {
  return items.map((item, at) => {
    if (item.verb === null) return item;
    const isNoVerb =
      leadsTo(item, items[at + 1]) ||
      (isGivenName(item.word) && isName(items.slice(at + 1, at + 1 + MOST_LOOKED_AT)));
    return isNoVerb ? { ...item, verb: null, forms: NO_FORMS } : item;
  });
}

/** "Da 60k" is a preposition with its value, though "da'" orders to give. */
const leadsTo = ({ isLight }: Item, next: Item | undefined): boolean => isLight && next?.kind === 'fact';

const MOST_LOOKED_AT = 5;

function isName(after: readonly Item[]): boolean {
  const end = after.findIndex(({ kind }) => kind === 'sign');
  const rest = end < 0 ? after : after.slice(0, end);
  const told = rest.find(({ isLight, meaning, forms }) => meaning !== null || forms.size > 0 || !isLight);
  if (told === undefined) return true;
  const { meaning, forms, fact } = told;
  if (fact !== null) return OF_A_CONTACT.has(fact.kind);
  if (meaning !== null) return OF_A_PERSON.has(meaning);
  return forms.has('past') || (rest.length <= MOST_LAST_NAMES && rest.every(isUnknown));
}

const isUnknown = ({ meaning, forms, isLight, fact }: Item): boolean =>
  meaning === null && forms.size === 0 && !isLight && fact === null;
