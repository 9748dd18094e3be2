import type { Place } from '../reading.ts';

/** A street with its number. `isPlain` where its form alone tells it: capitals, or a word that is nothing else. */
export interface Street extends Place {
  readonly isPlain: boolean;
}

const NUMBER =
  '(?:,? ?(?:n\\.?|nr\\.?|num\\.|civico|km)?[ ]?)(?:\\d{1,4}(?: ?/ ?[a-z\\d]{1,3}| ?(?:bis|ter)|[a-z])?|s\\.?n\\.?c\\.?)(?![\\p{L}\\d]|[.,]\\d|/\\d)(?: km ?\\d+(?:[.,+]\\d+)?)?';
const WORD = "[\\p{L}\\d.'’°º-]+";
const ITALIAN =
  '(?:via|viale|v\\.le|corso|c\\.so|piazza|p\\.?zz?a|piazzale|p\\.le|largo|vicolo|vico|strada|stradone|contrada|localita|loc\\.|frazione|fraz\\.|lungomare|lungotevere|lungarno|lungo ?po|borgo|galleria|salita|rione|calle|circonvallazione|foro|zona industriale|z\\.i\\.)';
const ENGLISH =
  '(?:street|st|road|rd|lane|ln|avenue|ave|drive|dr|way|square|sq|court|ct|place|pl|parkway|pkwy|highway|hwy|boulevard|blvd|terrace|crescent|close|gardens|row|quay|hill|park|walk|mews|circle|plaza|broadway)';

const FORMS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\d])${ITALIAN} (?:${WORD} ){0,5}?${WORD}${NUMBER}`, 'gu'),
  new RegExp(
    `(?<![\\p{L}\\d.,/-])\\d{1,5}[a-z]?(?:-\\d{1,4})?,? (?:${WORD} ){1,4}?${ENGLISH}(?![\\p{L}])\\.?(?: (?:north|south|east|west|n|s|e|w|nw|ne|sw|se)(?![\\p{L}\\d]))?`,
    'gu',
  ),
  new RegExp(
    '(?<![\\p{L}\\d])[\\p{L}.-]*(?:strasse|straße|str\\.|platz|weg|allee|gasse|damm|straat|laan|plein|gracht) ?\\d{1,4}(?: ?[a-z](?!\\p{L}))?',
    'gu',
  ),
  new RegExp(
    "(?<![\\p{L}\\d.,/])\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|bd|place|chemin|quai|impasse|allee) (?:[\\p{L}'’-]+ ?){1,5}?(?=[,\\n]|$| \\d{5})",
    'gu',
  ),
  new RegExp(
    "(?<![\\p{L}\\d])(?:calle|avenida|av\\.|plaza|paseo|carrer|rua) (?:[\\p{L}'’-]+ ){0,4}[\\p{L}'’-]+,? ?\\d{1,4}(?![\\p{L}\\d])",
    'gu',
  ),
];
/** A street that has no number: "Piazza del Duomo, 20122 Milano". */
const WITHOUT_NUMBER = new RegExp(
  `(?<![\\p{L}\\d])${ITALIAN} (?:${WORD} ){0,4}?${WORD}(?=,? ?[,\\n-]? ?(?:i-)?\\d{5} \\p{L})`,
  'gu',
);
const MAY_HOLD =
  /(?:via|viale|v\.le|corso|c\.so|piazz|p\.?zz?a|p\.le|larg|vico|strad|contrad|loc|fraz|lung|borgo|galler|salit|rione|calle|circonv|foro|industr|z\.i\.|rue|aven|boulev|bd|chem|quai|impas|plaza|paseo|carrer|rua|str|platz|weg|allee|gasse|damm|laan|plein|gracht|st|rd|ro|la|ln|dr|wa|sq|co|ct|pl|p|hw|h|te|cr|cl|ga|me|ci|br)/;
/** Street words that are other words as well, and then are written small: "via mail 3", "a way". */
const STREET_OR_WORD =
  /^(?:via|corso|largo|strada|borgo|foro|salita|galleria)(?![a-z])|(?:way|close|place|park|hill|row|drive|walk|court|st|pl|dr)\.?$/;

/** Streets of a text; `plain` is the text folded, place by place. */
export function findStreets(text: string, plain: string): Street[] {
  if (!/\d|snc|s\.n\.c/.test(plain) || !MAY_HOLD.test(plain)) return [];
  const numbered = FORMS.flatMap((form) => [...plain.matchAll(form)]);
  const bare = [...plain.matchAll(WITHOUT_NUMBER)];
  return [...numbered, ...bare].map((found) => {
    const end = found.index + found[0].length;
    const typed = text.slice(found.index, end);
    // "via Roma 1", "Via roma 1": a capital beyond the first letter; "58 Abbey Road": any.
    const hasCapital = /\p{Lu}/u.test(/^\d/.test(typed) ? typed : typed.slice(1));
    const isPlain = hasCapital || !STREET_OR_WORD.test(found[0]) || /^via xx|^via \d/.test(found[0]);
    return { start: found.index, end, isPlain };
  });
}
