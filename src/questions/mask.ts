import type { Locale } from '../language/locale.ts';
import { findNames } from '../lookup/names-in-sentence.ts';
import type { Fact, Reading } from '../reading/reading.ts';
import { figuresIn, type Hidden, lowerNamesIn } from './looks.ts';
import { type MaskedKind, maskTexts } from './mask-texts.ts';

/** Who and what is known by name, so that it can be hidden. */
export interface NamesToHide {
  readonly customers: readonly string[];
  readonly people: readonly string[];
}

/**
 * The words of a message without what would say who asks and about which deal: every fact that was read in them, every
 * known name, what looks like a figure, and what looks like a name that the answers don't know. How deals end and which kinds there are stays:
 * it is what a question is about, and names nobody.
 *
 * Example: "Fabrikam mi paga 80k, Rossi lo sa?" → "[cliente] mi paga [importo], [persona] lo sa?"
 *
 * @param knows whether a word, in small letters, is one of the trade
 * @param isCommon whether it is one that people use of anything: then a capital at the beginning of a sentence says nothing
 */
export function maskWords(
  { text, facts }: Pick<Reading, 'text' | 'facts'>,
  names: NamesToHide,
  knows: (word: string) => boolean,
  locale: Locale,
  isCommon: (word: string) => boolean = () => true,
): string {
  const hidden = [
    ...placesOf(text, names.customers, 'known-name'),
    ...placesOf(text, names.people, 'person'),
    ...facts.flatMap(hiddenFact),
    ...figuresIn(text, knows),
    ...lowerNamesIn(text, isCommon),
    ...unknownNames(text, knows, isCommon),
  ];
  const labels = maskTexts[locale];
  let masked = '';
  let end = 0;
  for (const each of hidden.sort((one, other) => one.start - other.start || other.end - one.end)) {
    // What a longer one covers already is hidden with it; of one that reaches further, the rest is dropped too.
    if (each.start >= end) masked += `${text.slice(end, each.start)}[${labels[each.as]}]`;
    end = Math.max(end, each.end);
  }
  return (masked + text.slice(end)).replace(/\s+/gu, ' ').trim();
}

function hiddenFact({ kind, start, end }: Fact): readonly Hidden[] {
  return kind === 'outcome' || kind === 'deal-kind' ? [] : [{ start, end, as: kind }];
}

function placesOf(text: string, names: readonly string[], as: MaskedKind): readonly Hidden[] {
  return findNames(text, names, (name) => name).map(({ start, end }) => ({ start, end, as }));
}

const WORD = /\p{L}[\p{L}\p{N}'’&.-]*/gu;
/** Before it a sentence ends, or none has begun. */
const SENTENCE_START = /(?:^|[.!?:;\n«"“(])\s*$/u;

/** A word with a capital which nothing of ours has, at the beginning of a sentence in no everyday sense either; where all is capitals, none says it. */
function unknownNames(
  text: string,
  knows: (word: string) => boolean,
  isCommon: (word: string) => boolean,
): readonly Hidden[] {
  if (!/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }): readonly Hidden[] => {
    const word = found.replace(/[.'’-]+$/u, '');
    const isCapital = /^\p{Lu}/u.test(word) || /^\p{L}{1,2}['’]\p{Lu}/u.test(word);
    if (!isCapital || word.length < 2) return [];
    const bare = word.replace(/^\p{L}{1,6}['’]/u, '').toLowerCase();
    const isFirst = SENTENCE_START.test(text.slice(Math.max(0, index - 3), index));
    return (isFirst ? isCommon(bare) : knows(bare))
      ? []
      : [{ start: index, end: index + word.length, as: 'name' }];
  });
}
