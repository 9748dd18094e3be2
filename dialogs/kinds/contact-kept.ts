import { deniedIn, withoutDenied } from '../../src/language/denied.ts';
import { editDistance } from '../../src/language/edit-distance.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import { patternOf } from '../../src/language/said.ts';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';
import type { ContactParts } from './contact-said.ts';
import { knownParts } from './row.ts';

const surname = patternOf()`(?<![a-z])${'surname-words'}(?![a-z])`;
const sameMail = patternOf()`(?<![a-z])${'the-same'} (?:[a-z]+ )?${'mail-nouns'}(?![a-z])`;
const samePhone = patternOf()`(?<![a-z])${'the-same'} (?:[a-z]+ )?${'phone-nouns'}(?![a-z])`;
/** Two slips in a whole name are still the same person's. */
const MOST_SLIPS = 2;

/**
 * What of the person known stays where a message tells a name: all else where it mends the name ("il cognome è De Lucia",
 * "si chiama Pina, non Pia"), and what is said to be the same ("Franca Zanetti, stesso numero").
 */
export function keptOf(parts: ContactParts, base: ContactParts, text: string): ContactParts {
  if (parts.firstName === undefined || base.firstName === undefined || base.lastName === undefined) return {};
  const mended = mendedName(parts, base as Named, text);
  const rest = { phone: parts.phone ?? base.phone, email: parts.email ?? base.email };
  if (mended !== null) return knownParts({ ...rest, ...mended });
  const { text: flat } = flatten(text);
  return knownParts({
    email: parts.email ?? (sameMail().test(flat) ? base.email : undefined),
    phone: parts.phone ?? (samePhone().test(flat) ? base.phone : undefined),
  });
}

/** "Blum non Blu", "non è Blu è Blum": one name in place of one of the person's; null where none of theirs is denied. */
export function nameInstead(text: string, base: ContactParts): ContactParts | null {
  const denied = deniedIn(text).map(({ what }) => toPhrase(what.replace(isAgain(), ' ')));
  const part = (['lastName', 'firstName'] as const).find((each) => {
    const name = base[each];
    return name !== undefined && denied.includes(toPhrase(name));
  });
  const now = withoutSecondThought(withoutDenied(text).replace(isAgain(), ' '))
    .replace(/[,.;:!]/gu, ' ')
    .trim();
  return part !== undefined && NAME.test(now) && isNameLike(now) ? { ...base, [part]: now } : null;
}
const isAgain = patternOf('giu')`(?<!\p{L})${'is-again'}(?!\p{L})`;
/** One or two words, as they are typed. */
const NAME = /^\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?$/u;

type Named = ContactParts & { readonly firstName: string; readonly lastName: string };

/** "Jo" and "Joanna", "Pia" and "Pina": forms of one name, or a slip in it. */
const isFormOf = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one) || editDistance(one, other, 1) <= 1;

/** The name of the same person, as it is put right; null where another person is named. */
function mendedName(
  { firstName = '', lastName }: ContactParts,
  base: Named,
  text: string,
): ContactParts | null {
  const whole = [firstName, lastName].filter((part) => part !== undefined).join(' ');
  if (surname().test(flatten(text).text)) return { firstName: base.firstName, lastName: whole };
  const denied = toPhrase(
    deniedIn(text)
      .map(({ what }) => what)
      .join(' '),
  ).split(' ');
  const isDenied = (name: string): boolean =>
    toPhrase(name)
      .split(' ')
      .every((word) => denied.includes(word));
  if (lastName === undefined)
    return isDenied(base.firstName)
      ? { firstName, lastName: base.lastName }
      : isDenied(base.lastName)
        ? { firstName: base.firstName, lastName: firstName }
        : isFormOf(toPhrase(firstName), toPhrase(base.firstName))
          ? { firstName, lastName: base.lastName }
          : null;
  const before = `${base.firstName} ${base.lastName}`;
  const isNear = editDistance(toPhrase(whole), toPhrase(before), MOST_SLIPS) <= MOST_SLIPS;
  return isNear ? { firstName, lastName } : null;
}
