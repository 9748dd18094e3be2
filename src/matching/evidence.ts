import { functionWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import type { Ranked } from './candidates.ts';
import { toConfidence } from './confidence.ts';
import type { Evidence } from './decision.ts';
import type { Candidate } from './match.ts';
import { isEveryday, type Understander, type Understanding } from './understanding.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** What speaks for taking the first candidate, and what for asking: the best ones and the words that are there. */
export function gatherEvidence(
  ranked: readonly Ranked[],
  candidates: readonly Candidate[],
  found: Understanding,
  locale: Language,
  understander: Understander,
): Evidence {
  const [first, second] = ranked;
  const confidence = candidates[0]?.confidence ?? 0;
  // A single letter names nothing.
  const isContent = ({ text }: UtteranceWord): boolean => text.length > 1 && !functionWords(locale).has(text);
  const content = found.words.filter(isContent);
  const isUnknown = (word: UtteranceWord): boolean => !word.isPlaceholder && !understander.knows(word.text);
  return {
    isOutside: confidence < toConfidence(first?.z ?? -Infinity),
    confidence,
    runnerUp: candidates[1]?.confidence ?? 0,
    lead: (first?.z ?? 0) - (second?.z ?? -Infinity),
    isExample: first !== undefined && understander.isExample(found, first.at),
    isDefinite: found.words.some((word) => word.isPlaceholder),
    words: found.words.length,
    contentWords: content.length,
    unknownWords: (found.mendedWords ?? found.words).filter((word) => isContent(word) && isUnknown(word))
      .length,
    // A dialog takes what it doesn't know for a name.
    hasUnknownCode:
      first?.entry.kind === 'answer' &&
      found.words.some((word) => word.isCode && isUnknown(word) && !isEveryday(word.text)),
    isBareFigure: content.length > 0 && content.every((word) => word.isPlaceholder),
  };
}
