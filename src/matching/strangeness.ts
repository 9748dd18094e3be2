import { functionWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** What z loses when every content word is unknown; in proportion when some are. */
const FOR_ALL = 0.7;
/** And what it loses more when not one is known: "how do I bake bread" has a familiar frame and nothing in it. */
const FOR_NONE_KNOWN = 0.4;
/** The strangeness of an utterance of which no content word is known. */
export const ALL_STRANGE = FOR_ALL + FOR_NONE_KNOWN;

/**
 * What z of all classes loses for words that no example has. Their letters weigh on the length of the vector
 * already; this counts the words that name something apart from those that hold the sentence together. It does
 * not change the order of candidates. Measured: AUROC +.001 on public sets, +.002 on the assistant's own.
 */
export function strangeness(
  words: readonly UtteranceWord[],
  locale: Language,
  isKnown: (word: string) => boolean,
): number {
  const content = words.filter((word) => !functionWords(locale).has(word.text));
  const unknown = content.filter((word) => !word.isPlaceholder && !isKnown(word.text)).length;
  if (unknown === 0) return 0;
  return FOR_ALL * (unknown / content.length) + (unknown === content.length ? FOR_NONE_KNOWN : 0);
}
