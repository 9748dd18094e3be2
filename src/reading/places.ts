import type { Meaning, Words } from '../knowledge/words.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { inLists, listOf, madeBy } from '../language/said.ts';
import { foldedWords } from './folded.ts';
import type { Act, Reading } from './reading.ts';

/** What makes a noun of a place that follows it: "il secondo", "al primo", "the last". */
const isArticle = inLists('place-articles');
/** "La prima cosa" agrees with it, "il primo cosa vale?" doesn't. */
const isAskingNoun = inLists('asking-nouns');

/** What may stand behind a place beside the words of every sentence: "il primo, grazie", "the second please". */
const BEHIND: readonly Meaning[] = [
  'polite',
  'thank',
  'join',
  'contrast',
  'pause',
  'beside',
  'be',
  'ask',
  'later',
];
/** Beside a bare "secondo", and changing nothing of it: "no, secondo", "primo, grazie". */
const BESIDE: ReadonlySet<Act> = new Set<Act>(['assent', 'refusal', 'courtesy', 'filler', 'correction']);

/** The words of each spelling of a form: "first one|first" is `[[first, one], [first]]`. */
export type Form = readonly (readonly string[])[];

/** Makes a form of its spellings. */
export const formOf = (spellings: readonly string[]): Form => spellings.map((each) => foldedWords(each));

/**
 * The index of the form that stands in a message as a noun: "il secondo", "the first one", a bare "primo". "Prima vorrei
 * sapere …" and "first tell me …" say when, and "il primo passo" is another thing's place. Null where none is said.
 */
export function nounSaid({ text, clauses }: Reading, forms: readonly Form[], words: Words): number | null {
  const said = foldedWords(text);
  const rest = clauses.filter(({ act }) => !BESIDE.has(act));
  const polite = politeWords(words);
  const alone = foldedWords(rest[0]?.text ?? text)
    .filter((word) => !polite.has(word))
    .join(' ');
  const kindOf = nounTest(words);
  const at = forms.findIndex((spellings) =>
    spellings.some(
      (form) =>
        said.includes(form[0] ?? '') &&
        ((rest.length <= 1 && form.join(' ') === alone) || standsAsNoun(said, form, kindOf)),
    ),
  );
  return at < 0 ? null : at;
}

const politeWords = madeBy((words: Words) => new Set(cuesOf(words, ['polite', 'thank', 'pause'])));

type NounTest = (word: string | undefined) => 'deal' | 'other' | null;

/** Whether the word behind a place is the noun it belongs to: a deal, or something else. */
const nounTest = madeBy((words: Words): NounTest => {
  const { cues, clitics, followUps } = words;
  const deals = new Set([...listOf('noun-ones'), ...cues.deal.flatMap(foldedWords)]);
  const asks = Object.values(followUps).flatMap((phrases) => phrases.map((phrase) => foldedWords(phrase)[0]));
  const behind = new Set([...cuesOf(words, BEHIND), ...asks]);
  // "Il terzo aprilo": a verb with its pronoun is no noun.
  const isVerb = (word: string): boolean =>
    clitics.some((clitic) => clitic.length === 2 && word.endsWith(clitic));
  return (word) => {
    if (word === undefined) return null;
    if (deals.has(word)) return 'deal';
    return isFunctionWord(word) || behind.has(word) || isVerb(word) ? null : 'other';
  };
});

/** The first words of the phrases with these meanings. */
const cuesOf = ({ cues }: Words, meanings: readonly Meaning[]): (string | undefined)[] =>
  meanings.flatMap((meaning) => cues[meaning]).map((cue) => foldedWords(cue)[0]);

function standsAsNoun(said: readonly string[], form: readonly string[], kindOf: NounTest): boolean {
  return said.some((_, at) => {
    if (!form.every((word, index) => said[at + index] === word)) return false;
    const behind = said[at + form.length];
    const next =
      behind !== undefined && isAskingNoun(behind) && form.at(-1)?.endsWith('a') === true
        ? 'other'
        : kindOf(behind);
    const hasArticle = isArticle(said[at - 1] ?? '') || isArticle(form[0] ?? '');
    // "Il terzo deal" and "first deal" say whose place it is, "my first deal" doesn't.
    return next === 'deal' ? hasArticle || at === 0 : next === null && hasArticle;
  });
}
