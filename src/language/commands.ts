import { COMMAND_PHRASES, FIELD_NOUNS, NOT_A_FIELD } from './command-words.ts';
import { stripCourtesy } from './courtesy.ts';
import { editDistance } from './edit-distance.ts';
import { flatten, spanOf, toPhrase } from './flat.ts';
import type { Flat } from './flat.ts';
import type { Locale } from './locale.ts';
import { withoutSecondThought } from './second-thoughts.ts';
import { withoutEnd } from './ends.ts';

export type PlainCommand = keyof typeof COMMAND_PHRASES;

/**
 * What a message asks of the form itself. `change` names what to change as typed, without its article
 * ("valore", "data di chiusura"), and the new value as typed, or null where none was given.
 */
export type Command =
  | { readonly kind: PlainCommand }
  | { readonly kind: 'change'; readonly what: string; readonly to: string | null };

const plainCommands: ReadonlyMap<string, PlainCommand> = new Map(
  (Object.keys(COMMAND_PHRASES) as PlainCommand[]).flatMap((kind) =>
    COMMAND_PHRASES[kind].map((phrase) => [phrase, kind] as const),
  ),
);
/** Long single words that are forgiven one slip; shorter ones are too near to names ("Salto", "Torno"). */
const MENDABLE = [...plainCommands.keys()].filter((phrase) => /^[a-z]{7,}$/.test(phrase));
const QUOTE_OR_NAME_MARK = /["“”«»&@]/;
const MOST_LETTERS = 300;

/**
 * The command that a whole message is, in either language, or null. Courtesy around it is allowed; any
 * further word makes it something else, so "Annulla S.r.l.", "Stop & Go" and names in quotes are null.
 */
export function readCommand(text: string, locale: Locale): Command | null {
  if (text.length > MOST_LETTERS) return null;
  const bare = stripCourtesy(text, locale);
  return readPlain(bare) ?? readPlain(text) ?? readShow(bare) ?? readChange(bare);
}

const SHOW = new RegExp(
  '^(?:prima |intanto |aspetta |first |wait )?' +
    "(?:fammi |mi fai |facci |voglio |vorrei |posso |possiamo |puoi |let me |let us |can i |could i |can we |show me |i want to |i would like to |i'd like to )?" +
    '(?:ri)?(?:vedere|leggere|guardare|controllare|mostrami|mostrarmi|see|read|check|review|look at|go over)?(?: di nuovo| again)?' +
    " (?:tutto|tutto quanto|il tutto|tutti i dati|i dati|il riepilogo|il riassunto|la bozza|com'e venuto|com'e|everything|it all|all of it|the (?:whole )?(?:draft|summary|thing)|what we have|what you have)" +
    '(?: insieme| prima| prima di andare avanti| di nuovo| first| again| once more)?$',
);

/** "Prima fammi rivedere tutto", "let me see it all again first": what stands so far. */
function readShow(text: string): Command | null {
  const said = toPhrase(text);
  const isAsked = /vedere|leggere|guardare|controllare|mostra|see|read|check|review|look|go over/.test(said);
  return isAsked && SHOW.test(said) ? { kind: 'status' } : null;
}

function readPlain(text: string): Command | null {
  if (QUOTE_OR_NAME_MARK.test(text)) return null;
  const phrase = toPhrase(text).replace(/^(?:no|ok|allora|e|ma|well|but|si) (?=\S+)/, '');
  const known =
    plainCommands.get(toPhrase(text)) ??
    plainCommands.get(phrase) ??
    plainCommands.get(toPhrase(withoutSecondThought(text)));
  if (known !== undefined) return { kind: known };
  if (!/^[a-z]{6,}$/.test(phrase) || isCapitalizedOnly(text)) return null;
  const meant = MENDABLE.find((word) => editDistance(phrase, word, 1) === 1);
  return meant === undefined ? null : { kind: plainCommands.get(meant) ?? 'cancel' };
}

/** "Annulli" at the start of a phone's message is capitalised by itself, but it is also how names look. */
const isCapitalizedOnly = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text.trim()) && text.trim().length < 8;

const ARTICLE =
  "(?:il |lo |la |i |gli |le |l'|un |una |the |my |il mio |la mia |mio |mia |il suo |la sua |its |their )?";
const ASK =
  "(?:(?:no|ok|si|e)[ ,]+)?(?:vorrei |voglio |devo |posso |possiamo |puoi |potresti |fammi |mi fai |bisogna |dovrei |i want to |i'd like to |i need to |can i |can you |could you |let me |let's |i have to )?";
const VERB =
  '(?:cambia|cambiare|cambiami|cambiamo|modifica|modificare|modifichiamo|correggi|correggere|correggiamo|aggiorna|aggiornare|sostituisci|rettifica|' +
  'imposta|metti|mettere|change|edit|modify|correct|fix|update|set|replace)';
const INTO = '(?: (?:in|a|con|come|su|da|to|with|as|into|by)|:| =)';
const CHANGE = new RegExp(`^${ASK}${VERB} ${ARTICLE}(.+?)(?:${INTO} (.+))?$`, 'd');
const ASIDE = '(?: (?:in realta|invece|ora|adesso|actually|now|really))?';
const IS =
  `${ASIDE}(?: (?:e|e'|era|sarebbe|sara|deve essere|dovrebbe essere|diventa|is|was|should be|must be|has to be|will be)|:| =)` +
  ASIDE;
const NEW_VALUE = new RegExp(`^${ARTICLE}(${FIELD_NOUNS})${IS} (.+)$`, 'd');
const WRONG = new RegExp(
  `^(?:${ARTICLE}(${FIELD_NOUNS}) (?:e|is|non e|isn't|is not|not) (?:sbagliat[oaie]|errat[oaie]|scorrett[oaie]|wrong|incorrect|right|correct|giust[oa]|corrett[oa])` +
    `|(?:ho sbagliato|ho scritto male|i got|i mistyped) ${ARTICLE}(${FIELD_NOUNS})(?: wrong)?)$`,
  'd',
);
const DENIED = / ?[,;]? ?(?:e |and )?(?:non|not|instead of|invece di|anziche|rather than) .+$/;
const NOT_BUT = new RegExp(
  `^${ARTICLE}(${FIELD_NOUNS}) (?:non e|non e'|isn't|is not) .+?,? (?:ma|bensi|but|it's|e) (.+)$`,
  'd',
);

/** "cambia il valore (in 90k)", "il cliente è X, non Y", "la data è sbagliata". */
function readChange(text: string): Command | null {
  if (
    text.trimEnd().endsWith('?') &&
    !/^(?:posso|possiamo|puoi|potresti|mi fai|can|could)\b/i.test(text.trim())
  )
    return null;
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
const placesOf = (found: RegExpExecArray | null): Places => found?.indices ?? [];
const typedAt = (flat: Flat, place: [number, number] | undefined): string | null =>
  place === undefined ? null : spanOf(flat, place[0], place[1]).text.trim();

/** A deal is no field of itself: "posso cambiare un deal chiuso?" is a question about deals. */
const DEAL =
  /^(?:deal|trattativa|affare|accordo|referral|segnalazione|opportunita|opportunity|lead|stato|status|ruolo|role)(?: |$)/;

function change(what: string | null, to: string | null): Command | null {
  const name = withoutEnd(what ?? '', '.,;:').trim();
  if (
    name === '' ||
    /[?!]/.test(name) ||
    DEAL.test(toPhrase(name)) ||
    NOT_A_FIELD.has(toPhrase(name)) ||
    name.split(/\s+/).length > 4
  )
    return null;
  const value = withoutEnd(to ?? '', ',;:').trim();
  return { kind: 'change', what: name, to: value === '' ? null : value };
}

function readChangeVerb(flat: Flat): Command | null {
  const found = CHANGE.exec(flat.text);
  const verb = /^(?:metti|mettere|imposta|set|correct|fix)\b/.test(flat.text);
  const [, what, to] = placesOf(found);
  // "metti 80k" and "fix it" set nothing by name.
  if (found === null || (verb && (to === undefined || !isField(found[1] ?? '')))) return null;
  return change(typedAt(flat, what), withoutDenied(flat, to));
}

const isField = (name: string): boolean => new RegExp(`^(?:${FIELD_NOUNS})$`).test(name.trim());

/** The value without "…, non Fabrikam". */
function withoutDenied(flat: Flat, place: [number, number] | undefined): string | null {
  if (place === undefined) return null;
  const value = flat.text.slice(place[0], place[1]);
  const denied = DENIED.exec(value);
  const end = denied === null || denied.index === 0 ? place[1] : place[0] + denied.index;
  return typedAt(flat, [place[0], end]);
}

function readWrong(flat: Flat): Command | null {
  const [, first, second] = placesOf(WRONG.exec(flat.text));
  return change(typedAt(flat, first ?? second), null);
}

function readNotBut(flat: Flat): Command | null {
  const [, what, to] = placesOf(NOT_BUT.exec(flat.text));
  return what === undefined ? null : change(typedAt(flat, what), typedAt(flat, to));
}

function readNewValue(flat: Flat): Command | null {
  const [, what, to] = placesOf(NEW_VALUE.exec(flat.text));
  return what === undefined ? null : change(typedAt(flat, what), withoutDenied(flat, to));
}
