import { findEmails } from './emails.ts';
import { toPhrase } from './flat.ts';
import { inLists, patternOf } from './said.ts';

/** A person's name as typed, capitals mended. */
export interface PersonName {
  readonly firstName: string;
  /** Missing where one word was given. */
  readonly lastName?: string;
}

/** The first e-mail address of a text, in lower case, or null. */
export function readEmail(text: string): string | null {
  return findEmails(text)[0]?.value ?? null;
}

/** Titles before a person's name, without their dots. */
export const isTitleWord = inLists('titles');
const isSmallPart = inLists('person-particles');
const label = patternOf('iu')`^(?:.*(?<!\p{L}))?${'name-labels'}(?!\p{L})\s*[:=]?\s+(?=\p{L})`;
/** "Mario Rossi di Fabrikam": a small "di" after two capitalised words leads to the company. */
const affiliation = patternOf('u')`^(\p{Lu}\S*(?:\s\p{Lu}\S*)+)\s${'affiliated'}\s.+$`;

const isAround = inLists('beside-names');

/** Whether a word is no part of a name but stands around one: "contatto", "numero", "is". */
export const isBesideName = (word: string): boolean => isAround(word.toLowerCase());

/** A first and last name; null when the text holds none. "Maria Elena De Luca" is Maria Elena, De Luca. */
export function readName(text: string): PersonName | null {
  const labelled = readLabelledName(text);
  if (labelled !== null) return { firstName: labelled.firstName, lastName: labelled.lastName };
  for (const part of text.slice(0, 300).split(/[\n,;:()<>|]|\s[-–—]\s/)) {
    const words = wordsOfName(part);
    if (words.length > 0 && words.length <= 6) return splitName(words);
  }
  return null;
}

const NAME = /\s{0,3}(?:[:=]\s{0,3})?([\p{L}'’ -]{2,40}?)/u;
const nameEnd = patternOf('iu')`(?=\s{0,3}(?:$|[\n,;]|\b${'name-ends'}\b|\btel|\be?-?mail))`;
const lastLabelled = patternOf('diu')`\b${'surname-words'}${NAME}${nameEnd}`;
const firstLabelled = patternOf('diu')`\b${'first-name-words'}${NAME}${nameEnd}`;

/** "nome: Mario, cognome: Rossi", in either order, with the place of both together; null where one of them is missing. */
export function readLabelledName(text: string): {
  readonly firstName: string;
  readonly lastName: string;
  readonly start: number;
  readonly end: number;
} | null {
  const [last, first] = [lastLabelled(), firstLabelled()].map((label) => label.exec(text));
  const places = [last, first].map((found) => found?.indices?.[1]);
  const [ofLast, ofFirst] = places;
  if (ofLast === undefined || ofFirst === undefined) return null;
  const firstName = inNameCase(text.slice(...ofFirst).trim());
  const lastName = inNameCase(text.slice(...ofLast).trim());
  const start = Math.min(ofLast[0], ofFirst[0]);
  return { firstName, lastName, start, end: Math.max(ofLast[1], ofFirst[1]) };
}

/** The words of a part that may be a name; empty when it is anything else. */
function wordsOfName(part: string): string[] {
  const bare = part.replace(label(), '').trim().replace(affiliation(), '$1');
  const words = bare.split(/\s+/).filter((word) => word !== '' && !isTitleWord(bareTitle(word)));
  while (words.length > 0 && isBesideName(words[0] ?? '') && !isParticle(words[0] ?? '', words.length))
    words.shift();
  const isName = words.every((word) => /^[\p{L}][\p{L}\p{M}'’.-]*$/u.test(word) && !isPlainWord(word));
  return isName ? words : [];
}

const article = patternOf('u')`^${'elided'}['’]`;
/** "dottssa" of "Dott.ssa", "ingegner" of "l'ingegner". */
export const bareTitle = (word: string): string =>
  word.toLowerCase().replace(/\./g, '').replace(article(), '');

const isPlainWord = (word: string): boolean => isBesideName(word) && !isSmallPart(word.toLowerCase());
const isParticle = (word: string, count: number): boolean =>
  count > 1 && isSmallPart(word.toLowerCase()) && /^\p{Lu}/u.test(word);

function splitName(words: readonly string[]): PersonName {
  const capitals = words.filter(isAllCapitals);
  // "ROSSI Mario": forms write the last name in capitals.
  if (capitals.length > 0 && capitals.length < words.length) {
    const others = words.filter((word) => !isAllCapitals(word));
    return { firstName: inNameCase(others.join(' ')), lastName: inNameCase(capitals.join(' ')) };
  }
  if (words.length === 1) return { firstName: inNameCase(words[0] ?? '') };
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && isSmallPart(toPhrase(word)),
  );
  const cut = particle > 0 ? particle : words.length - 1;
  return {
    firstName: inNameCase(words.slice(0, cut).join(' ')),
    lastName: inNameCase(words.slice(cut).join(' ')),
  };
}

const isAllCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && /\p{Lu}{2}/u.test(word);

/** "mario rossi" and "MARIO ROSSI" become "Mario Rossi"; mixed capitals ("McAdam") stay. */
function inNameCase(name: string): string {
  const isMixed = name !== name.toLowerCase() && name !== name.toUpperCase();
  if (isMixed) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
