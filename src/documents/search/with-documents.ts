import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ExplainingAnswerer } from '../../matching/answerer.ts';
import { CLARIFY_FROM } from '../../matching/decision.ts';
import type { Match, MatchContext, Passage } from '../../matching/match.ts';
import type { SectionIndex } from './index.ts';
import { SectionSearch } from './search.ts';

/** How many passages a match gives: one is shown, two are offered beside it, and a list may have two more. */
const GIVEN = 5;

/**
 * Lets an answerer answer from imported documents what it has no answer for. What people wrote as answers goes first:
 * its outcome stays unless it is `none`.
 *
 * @param index what `buildSectionIndex` made of the same sections; made now where it isn't given.
 */
export function withDocuments(
  answerer: ExplainingAnswerer,
  { sections = [], related }: Knowledge,
  index?: SectionIndex,
): ExplainingAnswerer {
  if (sections.length === 0) return answerer;
  const search = new SectionSearch(sections, related, index);
  const widen = (match: Match, utterance: string, { locale }: MatchContext): Match => {
    const found = search.find(utterance, locale, GIVEN);
    const passages = found.sections.map(({ section, confidence }) => ({ section: section.id, confidence }));
    return join({ ...match, passages }, found.mended, passages[0]);
  };
  return {
    match: (utterance, context) => widen(answerer.match(utterance, context), utterance, context),
    explain: (utterance, context) => {
      const explanation = answerer.explain(utterance, context);
      return { ...explanation, match: widen(explanation.match, utterance, context) };
    },
  };
}

/** A passage is shown from the chance on from which the best three answers would be. */
function join(match: Match, mended: Match['mended'], best: Passage | undefined): Match {
  if (match.outcome !== 'none' || best === undefined || best.confidence < CLARIFY_FROM) return match;
  return { ...match, outcome: 'passages', confidence: best.confidence, mended };
}
