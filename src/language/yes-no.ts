import { toPhrase } from './flat.ts';
import { anyOf, inLists, listOf, made } from './said.ts';

const MARKS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/[\u{1f44d}\u{1f44c}\u2705\u2714\u{1f197}\u{1f64f}\u{1f4af}]/gu, ' ok '],
  [/[\u{1f44e}\u274c\u2716\u{1f6ab}\u26d4\u{1f645}]/gu, ' no '],
  [/(?<![\p{L}\p{N}])\+1(?![\p{L}\p{N}])/gu, ' ok '],
];

/** Phrases, and what may stand beside a yes or a no without changing it. */
const kinds = made(
  () =>
    new Map(
      (['beside-yes-no', 'courtesy', 'greetings', 'thanking', 'yes', 'no'] as const).flatMap((name) =>
        listOf(name).map((phrase) => [phrase, name] as const),
      ),
    ),
);
type Kind = 'yes' | 'no' | 'beside-yes-no' | 'courtesy' | 'greetings' | 'thanking';
const isYesThoughAsked = inLists('yes-though-asked');
/** Before a final "no" these only say "I see". */
const mildYes = made(
  () => new RegExp(`^(?:${anyOf('mild-yes')} )+no(?: ${anyOf('courtesy', 'thanking')})?$`),
);
const LONGEST_PHRASE = 5;
const MOST_WORDS = 9;

function toWords(text: string): string[] {
  let marked = text.slice(0, 300);
  for (const [pattern, word] of MARKS) marked = marked.replace(pattern, word);
  const drawnIn = toPhrase(marked).replace(/([a-z])\1{2,}/g, '$1');
  return drawnIn.split(' ').filter((word) => word !== '');
}

/** Cuts the words into known phrases, longest first; null when a word belongs to none, and stands beside none. */
function toKinds(words: readonly string[], isBeside: (word: string) => boolean): Kind[] | null {
  const found: Kind[] = [];
  for (let at = 0; at < words.length;) {
    let size = Math.min(LONGEST_PHRASE, words.length - at);
    while (size > 0 && !kinds().has(words.slice(at, at + size).join(' '))) size -= 1;
    const said = words.slice(at, at + size).join(' ');
    const kind = kinds().get(said) ?? (isBeside(words[at] ?? '') ? 'beside-yes-no' : undefined);
    if (kind === undefined) return null;
    found.push(kind);
    at += Math.max(size, 1);
  }
  return found;
}

const nothing = (_: string): boolean => false;

/**
 * A yes or a no in any language, or null: "sì", "va bene", "ok procedi", "no grazie", "non va bene".
 * Whatever says more than that ("sì ma cambia il valore", "sì?") is null; so is a yes beside a no, unless
 * the message ends or begins with a plain "no" ("ok no", "no, va bene così").
 *
 * @param isBeside tells of a folded word whether it may stand beside the yes without changing it
 */
export function readYesNo(text: string, isBeside = nothing): 'yes' | 'no' | null {
  const words = toWords(text);
  const said = words.join(' ');
  if (text.trimEnd().endsWith('?')) return isYesThoughAsked(said) ? 'yes' : null;
  const found = words.length > MOST_WORDS ? null : toKinds(words, isBeside);
  const [saysYes, saysNo] = [found?.includes('yes') === true, found?.includes('no') === true];
  if (saysYes && saysNo) return words[0] === 'no' || mildYes().test(said) ? 'no' : null;
  return saysYes ? 'yes' : saysNo ? 'no' : null;
}
