import type { Fact, FactKind } from '../reading.ts';
import type { WordMeanings } from './lexicon.ts';
import { cutTokens, type WordToken } from './tokens.ts';

/** A word as it is meant, and where it was typed. */
export interface HeardWord {
  readonly word: string;
  readonly token: WordToken;
  readonly fact: Fact | null;
  readonly isMasked: boolean;
}

/** Facts whose words say nothing beside the value: a name is no verb. "Vinto", "domani" speak on. */
const MASKED: ReadonlySet<FactKind> = new Set<FactKind>([
  'money',
  'recurring',
  'phone',
  'email',
  'link',
  'known-name',
  'organisation',
  'person',
  'address',
  'number-id',
]);

/** "Non voglio che Microsoft lo veda" as a whole is a private deal, and denies nothing; its name alone is one word. */
const isToldByDenial = ({ kind, start, end }: Fact): boolean =>
  kind === 'deal-kind' && end - start > LONGEST_KIND;
/** Letters: "partner-led". */
const LONGEST_KIND = 14;

/** The words as they are meant: spelled out, with slips mended, each with the fact it belongs to. */
export function hear(text: string, facts: readonly Fact[], lexicon: WordMeanings): HeardWord[] {
  const tokens = cutTokens(text);
  const isShouted = text === text.toUpperCase();
  const heard: HeardWord[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    while ((facts[next]?.end ?? Infinity) <= token.start) next += 1;
    const fact = (facts[next]?.start ?? Infinity) < token.end ? (facts[next] ?? null) : null;
    const isMasked = fact !== null && (MASKED.has(fact.kind) || isToldByDenial(fact));
    if (isMasked || token.kind === 'sign') {
      heard.push({ word: token.word, token, fact, isMasked });
      continue;
    }
    const pair = spelledPair(token, tokens[at + 1], lexicon);
    const words = pair ?? meantBy(token, at === 0 || isShouted, text, lexicon, fact?.kind === 'outcome');
    heard.push(...words.map((word) => ({ word, token, fact, isMasked })));
    if (pair !== null) at += 1;
  }
  return heard;
}

/** "anno detto" is "hanno detto"; what an apostrophe parts is also looked up as one: "don't" is "dont". */
function spelledPair(
  token: WordToken,
  next: WordToken | undefined,
  lexicon: WordMeanings,
): readonly string[] | null {
  if (next?.kind !== 'word') return null;
  const isJoined = next.start === token.end && token.hasApostrophe;
  const joined = isJoined ? lexicon.spelled(token.word + next.word) : null;
  return joined ?? lexicon.spelled(`${token.word} ${next.word}`);
}

/** What a fact was read from is no slip: "losing" is no "closing". "nn" is "non", "dont" is "do not", "siii" is "si", "sisi" is "si", "trona" is "torna". */
function meantBy(
  token: WordToken,
  mayBeWord: boolean,
  text: string,
  lexicon: WordMeanings,
  isRead: boolean,
): readonly string[] {
  const { word } = token;
  const spelled = lexicon.spelled(word);
  if (spelled !== null) return spelled;
  const contracted = /['’‘´`]/.test(text.charAt(token.start - 1)) ? lexicon.contraction(word) : null;
  if (contracted !== null) return [contracted];
  if (lexicon.isKnown(word) || /\d/.test(word) || lexicon.isListedVerb(word)) return [word];
  const short = shortened(word, lexicon);
  if (short !== null) return [short];
  const isName = (token.isCapital && !mayBeWord) || isRead;
  return [(isName ? null : lexicon.mend(word)) ?? word];
}

/** A word of drawn-out letters or said twice, as one that is known. */
function shortened(word: string, lexicon: WordMeanings): string | null {
  const drawn = word.replace(/(\p{L})\1{1,}/gu, '$1');
  const half = word.slice(0, word.length / 2);
  const isTwice = word.length % 2 === 0 && word === half + half;
  if (isTwice && lexicon.isKnown(half)) return half;
  return /(\p{L})\1\1/u.test(word) && lexicon.isKnown(drawn) ? drawn : null;
}
