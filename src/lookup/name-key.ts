import { flatten } from '../language/flat.ts';
import { inLists, made } from '../language/said.ts';

/** Legal forms, dots and spaces taken out: Italian, English, German, French, Dutch, Spanish, Nordic. */
const LEGAL_FORMS = new Set(
  (
    'spa srl srls sapa snc sas ss scarl scrl scpa soccoop inc incorporated corp corporation co company ltd limited llc ' +
    'llp lp plc gmbh ag kg ohg se sa sarl sasu bv nv sl slu ab oy as aps ua'
  ).split(' '),
);
/** Legal forms that are also words: only dropped when written with dots or in capitals ("S.A.", "AG"). */
const FORM_OR_WORD = new Set([
  'co',
  'se',
  'as',
  'ss',
  'sa',
  'sl',
  'ab',
  'ag',
  'kg',
  'lp',
  'company',
  'ua',
  'oy',
]);
const DOTTED = /(?<![a-z])(?:[a-z]\.\s?){1,5}[a-z]?\.?(?![a-z])/g;

/** "S.p.A." and "S. r. l." become "spa" and "srl". */
const joinDotted = (text: string): string =>
  text.replace(DOTTED, (form) => ` ${form.replace(/[.\s]/g, '')} `);

const isAnd = inLists('joins-names');

/** The words of a name, folded: "Rossi & Figli S.p.A." gives "rossi", "figli", "spa". */
export function wordsOfName(name: string): string[] {
  return joinDotted(flatten(name).text)
    .replace(/\bsoc(?:ieta)?\.? ?coop(?:erativa)?\b/g, ' soccoop ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !isAnd(word));
}

/**
 * A name as it is compared: without case, accents, punctuation and legal form ("Fabrikam S.p.A." is
 * "fabrikam"). A name that is only a legal form keeps it.
 */
export function keyOfName(name: string): string {
  const known = keys().get(name);
  if (known !== undefined) return known;
  if (keys().size >= REMEMBERED_NAMES) keys().clear();
  const key = makeKey(name);
  keys().set(name, key);
  return key;
}

/** The same customers are looked up at every turn; past this many the memory is emptied. */
const REMEMBERED_NAMES = 5000;
const keys = made(() => new Map<string, string>());

function makeKey(name: string): string {
  const words = wordsOfName(name);
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end).join(' ');
}

/** Whether a word as typed is a legal form ("Srl", "S.p.A.", "GmbH"), so that it belongs to the name before it. */
export function isLegalForm(word: string): boolean {
  const plain = flatten(word).text.replace(/[.\s]/g, '');
  if (!LEGAL_FORMS.has(plain)) return false;
  return !FORM_OR_WORD.has(plain) || word.includes('.') || /^\p{Lu}/u.test(word);
}
