import { PHRASE_GROUPS } from '../knowledge/sayings.ts';
import { stripCourtesy } from './courtesy.ts';
import { editDistance } from './edit-distance.ts';
import { flatten, spanOf, toPhrase } from './flat.ts';
import type { Flat } from './flat.ts';
import { readPhrase } from './phrases.ts';
import { remembered } from './remembered.ts';
import { anyOf, inLists, listOf, made, oneOf, phrasesOf } from './said.ts';
import { withoutSecondThought } from './second-thoughts.ts';
import { withoutEnd } from './ends.ts';
import { readYesNo } from './yes-no.ts';

const COMMANDS = PHRASE_GROUPS.form;

export type PlainCommand = (typeof COMMANDS)[number];

/**
 * What a message asks of the form itself. `change` names what to change as typed, without its article
 * ("valore", "data di chiusura"), and the new value as typed, or null where none was given.
 */
export type Command =
  | { readonly kind: PlainCommand }
  | { readonly kind: 'change'; readonly what: string; readonly to: string | null };

/** Long single words that are forgiven one slip; shorter ones are too near to names ("Salto", "Torno"). */
const mendable = made(() =>
  COMMANDS.flatMap((kind) =>
    phrasesOf(kind).flatMap((word) => (/^[a-z]{7,}$/.test(word) ? [{ kind, word }] : [])),
  ),
);
const MOST_LETTERS = 300;

/**
 * The command that a whole message is, in any language, or null. Courtesy around it is allowed; any
 * further word makes it something else, so "Annulla S.r.l.", "Stop & Go" and names in quotes are null.
 */
export const readCommand = remembered((text: string): Command | null => {
  if (text.length > MOST_LETTERS) return null;
  const bare = stripCourtesy(text);
  const kind =
    readPhrase(text, ...COMMANDS) ??
    readPhrase(withoutSecondThought(bare), ...COMMANDS) ??
    readMistyped(bare) ??
    readMistyped(text);
  if (kind === null && givesAllUp(text)) return { kind: 'cancel' };
  return kind === null ? readChange(bare) : { kind };
});

/** "No guarda lascia stare, butta via tutto", "actually, forget it, cancel": each part by itself gives up, or takes back. */
function givesAllUp(text: string): boolean {
  const parts = text.split(/[,;.!]/u).filter((part) => part.trim() !== '');
  const bare = parts
    .map((part) => withoutSecondThought(stripCourtesy(part)).trim())
    .filter((part) => part !== '');
  const givesUp = (part: string): boolean => readPhrase(part, 'cancel') !== null;
  return (
    parts.length > 1 && bare.some(givesUp) && bare.every((part) => givesUp(part) || readYesNo(part) === 'no')
  );
}

function readMistyped(text: string): PlainCommand | null {
  const typed = toPhrase(withoutSecondThought(text));
  if (!/^[a-z]{6,}$/.test(typed) || isCapitalizedOnly(text)) return null;
  return mendable().find(({ word }) => editDistance(typed, word, 1) === 1)?.kind ?? null;
}

/** "Annulli" at the start of a phone's message is capitalised by itself, but it is also how names look. */
const isCapitalizedOnly = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text.trim()) && text.trim().length < 8;

/** A field is named and changed ("cambia il valore in 90k"), is something else, is wrong, or isn't one but another. */
const patterns = made(() => {
  const field = `(?:${oneOf(listOf('articles').map((word) => (word.endsWith("'") ? word : `${word} `)))})?`;
  const known = `${field}(${anyOf('fields')})`;
  const wish = `(?:${anyOf('leads')}[ ,]+)?(?:${anyOf('wishes')} )?`;
  const aside = `(?: ${anyOf('aside')})?`;
  return {
    change: new RegExp(
      `^${wish}${anyOf('change-verbs', 'set-verbs')} ${field}(.+?)(?:(?: ${anyOf('into')}|:| =) (.+))?$`,
      'd',
    ),
    sets: new RegExp(`^${anyOf('set-verbs')}\\b`),
    becomes: new RegExp(`^${known}${aside}(?: ${anyOf('becomes')}|:| =)${aside} (.+)$`, 'd'),
    wrong: new RegExp(
      `^(?:${known} ${anyOf('is-wrong')}|${anyOf('got-wrong')} ${known}(?: ${anyOf('amiss')})?)$`,
      'd',
    ),
    notBut: new RegExp(`^${known} ${anyOf('is-not')} .+?,? ${anyOf('but')} (.+)$`, 'd'),
    denied: new RegExp(` ?[,;]? ?(?:${anyOf('leads')} )?${anyOf('instead-of')} .+$`),
    deal: new RegExp(`^${anyOf('deal-nouns', 'deal-states')}(?: |$)`),
    asks: new RegExp(`^${anyOf('polite-orders')}\\b`),
  };
});
const isField = inLists('fields');
const isNoField = inLists('no-fields');

/** "cambia il valore (in 90k)", "il cliente è X, non Y", "la data è sbagliata". */
function readChange(text: string): Command | null {
  if (text.trimEnd().endsWith('?') && !patterns().asks.test(flatten(text.trim()).text)) return null;
  const whole = trimmed(text);
  const flat = trimmed(withoutSecondThought(text));
  // "ho sbagliato il valore" takes back and says what in one.
  return (
    readWrong(whole) ?? readChangeVerb(flat) ?? readWrong(flat) ?? readNotBut(flat) ?? readNewValue(flat)
  );
}

function trimmed(text: string): Flat {
  return flatten(withoutEnd(text.trim(), ' !?…').replace(/\s+/g, ' '));
}

type Places = readonly ([number, number] | undefined)[];
const placesOf = (pattern: RegExp, flat: Flat): Places => pattern.exec(flat.text)?.indices ?? [];
const typedAt = (flat: Flat, place: [number, number] | undefined): string | null =>
  place === undefined ? null : spanOf(flat, place[0], place[1]).text.trim();

/** A deal is no field of itself: "posso cambiare un deal chiuso?" is a question about deals. */
function change(what: string | null, to: string | null): Command | null {
  const name = withoutEnd(what ?? '', '.,;:').trim();
  const said = toPhrase(name);
  const isNone = name === '' || /[?!]/.test(name) || isNoField(said) || name.split(/\s+/).length > 4;
  if (isNone || patterns().deal.test(said)) return null;
  const value = withoutEnd(to ?? '', ',;:').trim();
  return { kind: 'change', what: name, to: value === '' ? null : value };
}

function readChangeVerb(flat: Flat): Command | null {
  const [whole, what, to] = placesOf(patterns().change, flat);
  if (whole === undefined || what === undefined) return null;
  // "metti 80k" and "fix it" set nothing by name.
  const isSet = patterns().sets.test(flat.text);
  if (isSet && (to === undefined || !isField(flat.text.slice(...what).trim()))) return null;
  return change(typedAt(flat, what), withoutDenied(flat, to));
}

/** The value without "…, non Fabrikam". */
function withoutDenied(flat: Flat, place: [number, number] | undefined): string | null {
  if (place === undefined) return null;
  const denied = patterns().denied.exec(flat.text.slice(...place));
  const end = denied === null || denied.index === 0 ? place[1] : place[0] + denied.index;
  return typedAt(flat, [place[0], end]);
}

function readWrong(flat: Flat): Command | null {
  const [, first, second] = placesOf(patterns().wrong, flat);
  return change(typedAt(flat, first ?? second), null);
}

function readNotBut(flat: Flat): Command | null {
  const [, what, to] = placesOf(patterns().notBut, flat);
  return what === undefined ? null : change(typedAt(flat, what), typedAt(flat, to));
}

function readNewValue(flat: Flat): Command | null {
  const [, what, to] = placesOf(patterns().becomes, flat);
  return what === undefined ? null : change(typedAt(flat, what), withoutDenied(flat, to));
}
