import type { PhraseName } from '../knowledge/sayings.ts';
import { stripCourtesy } from './courtesy.ts';
import { flatten, spanOf, toPhrase } from './flat.ts';
import { remembered } from './remembered.ts';
import { isPattern, madeBy, phrasesOf, sourceOf, spaced } from './said.ts';

/** Phrases by name: those that are written out, and one pattern for the others. */
interface Known {
  readonly plain: ReadonlySet<string>;
  readonly pattern: RegExp | null;
}

const knownAs = madeBy((name: PhraseName): Known => {
  const phrases = phrasesOf(name);
  const patterns = phrases.filter(isPattern).map((phrase) => sourceOf(phrase, ' '));
  return {
    plain: new Set(phrases.filter((phrase) => !isPattern(phrase))),
    pattern: patterns.length === 0 ? null : new RegExp(`^(?:${patterns.join('|')})$`),
  };
});

/** Words in quotes are content, and "Stop & Go" is a name. */
const IS_CONTENT = /["“”«»&@]/;
const MOST_LETTERS = 200;

/**
 * Which of these a whole message says, in any language, or null. Courtesy around it is allowed; any further word makes
 * it something else, so "Annulla S.r.l." and names in quotes are null.
 */
export function readPhrase<Name extends PhraseName>(text: string, ...names: readonly Name[]): Name | null {
  if (text.length > MOST_LETTERS || IS_CONTENT.test(text)) return null;
  const said = comparable(text);
  const bare = comparable(stripCourtesy(text));
  return nameOf(said, names) ?? (bare === said ? null : nameOf(bare, names));
}

function nameOf<Name extends PhraseName>(said: string, names: readonly Name[]): Name | null {
  const plain = names.find((name) => knownAs(name).plain.has(said));
  return plain ?? names.find((name) => knownAs(name).pattern?.test(`${said} `) === true) ?? null;
}

/** "Ciaooo" is "ciao". */
const comparable = remembered((text: string): string =>
  spaced(toPhrase(text).replace(/([a-z])\1{2,}/g, '$1')),
);

/** After a word: what parts it from the next one, or no letter. */
const WORD_END = "(?:[\\s,']+|(?![\\p{L}\\p{N}]))";

const beginnings = madeBy(
  (name: PhraseName) =>
    new RegExp(
      `^(?:${phrasesOf(name)
        .map((phrase) => sourceOf(phrase, WORD_END))
        .join('|')})`,
      'u',
    ),
);

/** What follows a phrase that a text begins with, as typed; null where it begins with none. */
export function afterPhrase(text: string, name: PhraseName): string | null {
  const flat = flatten(text.trim());
  const found = beginnings(name).exec(flat.text);
  return found === null ? null : spanOf(flat, found[0].length, flat.text.length).text.trim();
}
