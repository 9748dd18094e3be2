import { functionWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** What z loses when every content word is unknown; in proportion when some are. */
const FOR_ALL = 0.7;
/** And what it loses more when not one is known: "how do I bake bread" has a familiar frame and nothing in it. */
const FOR_NONE_KNOWN = 0.4;
/** The strangeness of an utterance of which no content word is known. */
export const ALL_STRANGE = FOR_ALL + FOR_NONE_KNOWN;
/** How unknown a word is of which the examples have others of its kind: nobody asked of Friday, but of Tuesday. */
const OF_KNOWN_KIND = 0.5;

/** What is known of words. */
export interface Knowing {
  /** Is it a word of the examples? */
  knows(word: string): boolean;
  /** Have the examples a word of this kind? */
  knowsKind(kind: string): boolean;
}

/**
 * What z of all classes loses for words that no example has. Their letters weigh on the length of the vector
 * already; this counts the words that name something apart from those that hold the sentence together. It does
 * not change the order of candidates. Measured: AUROC +.001 on public sets, +.002 on the assistant's own; by kinds +.003
 * where examples are few.
 */
export function strangeness(words: readonly UtteranceWord[], locale: Language, knowing: Knowing): number {
  const content = words.filter((word) => !functionWords(locale).has(word.text));
  const unknown = content.filter((word) => !word.isPlaceholder && !knowing.knows(word.text));
  if (unknown.length === 0) return 0;
  const ofKnownKind = unknown.filter(({ kinds }) => kinds?.some((kind) => knowing.knowsKind(kind))).length;
  const share = (unknown.length - OF_KNOWN_KIND * ofKnownKind) / content.length;
  const isNoneKnown = ofKnownKind === 0 && unknown.length === content.length;
  return FOR_ALL * share + (isNoneKnown ? FOR_NONE_KNOWN : 0);
}
