import { withoutEnd } from '../../src/language/ends.ts';
import { languages, made, patternOf, typedListOf } from '../../src/language/said.ts';

const aDeal = patternOf('iu')`\b${'deal-one'}`;
const dealSaid = patternOf('iu')`${'deal-one'}\b`;
const last = patternOf('iu')`\b${'the-last'}\b`;
const lastMade = patternOf('iu')`\b${'last-made'}\b`;
const latest = patternOf('iu')`\b${'my-last'}\b`;

const all = patternOf('iu')`\b${'all-deals'}\b|\b${'these-deals'}\s+(?:\p{L}+\s+)?${'deal-many'}(?!\p{L})`;
const ofOurs = patternOf('iu')`\b${'of-ours'}\b`;
const dealsLater = patternOf('iu')`\b${'deals-further-on'}\b`;

const yesterday = patternOf('i')`\b${'made-yesterday'}\b`;
const today = patternOf('i')`\b${'made-today'}\b`;

/**
 * Words that stand in a request and never in place of a customer's name; one of them among the words
 * says that the sentence is more than a name.
 */
const requestWords = made(
  () => new Set(languages().flatMap((locale) => typedListOf('request-words', locale))),
);

/** "Il mio ultimo deal", "the latest one". */
export function asksForLatest(sentence: string): boolean {
  return (
    latest().test(sentence) ||
    isFollowed(sentence, last(), aDeal()) ||
    isFollowed(sentence, dealSaid(), lastMade())
  );
}

/** "Stato dei miei deal", "show me all my deals". */
export function asksForAll(sentence: string): boolean {
  return all().test(sentence) || isFollowed(sentence, ofOurs(), dealsLater());
}

/** Whether one thing is said and later on the same line the other; each line is looked through once. */
function isFollowed(sentence: string, first: RegExp, later: RegExp): boolean {
  return sentence.split('\n').some((line) => {
    const found = first.exec(line);
    return found !== null && later.test(line.slice(found.index + found[0].length));
  });
}

/** How many days ago the deal was created, where the sentence says "of yesterday" or "of today"; else null. */
export function daysAgoSaid(sentence: string): 0 | 1 | null {
  if (yesterday().test(sentence)) return 1;
  return today().test(sentence) ? 0 : null;
}

/** The sentence without its punctuation when it is nothing but what may be a name: "Contoso?"; else null. */
export function onlyName(sentence: string): string | null {
  const words = wordsOf(sentence);
  const isName = words.length > 0 && words.length <= 4 && !words.some(isRequestWord);
  return isName ? words.join(' ') : null;
}

/** What is left of a sentence without the words of a request; empty when it is nothing else. */
export function withoutRequestWords(sentence: string): string {
  return wordsOf(sentence)
    .filter((word) => !isRequestWord(word))
    .join(' ');
}

function wordsOf(sentence: string): string[] {
  const words = sentence
    .split(/[^\p{L}\p{N}&.-]+/u)
    .map((word) => withoutEnd(word.replace(/^[.-]+/, ''), '.-'));
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function isRequestWord(word: string): boolean {
  return requestWords().has(word.toLowerCase());
}
