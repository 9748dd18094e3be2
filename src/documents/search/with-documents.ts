import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ExplainingAnswerer } from '../../matching/answerer.ts';
import { AMONG_THREE, CLARIFY_FROM } from '../../matching/decision.ts';
import type { Match, MatchContext } from '../../matching/match.ts';
import type { SectionIndex } from './index.ts';
import { type FoundSection, SectionSearch } from './search.ts';

/** How many passages a match gives: one is shown, two are offered beside it, and a list may have two more. */
const GIVEN = 5;

/**
 * Lets an answerer answer from imported documents what it has no answer for. What people wrote as answers goes first: its
 * outcome stays unless it is `none`, a question back of which the documents know more, or an answer to a question that a
 * section is called by.
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
    return join({ ...match, passages }, found.mended, found.sections[0]);
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
function join(match: Match, mended: Match['mended'], best: FoundSection | undefined): Match {
  if (best === undefined || best.confidence < CLARIFY_FROM || !isLikelier(best, match)) return match;
  return { ...match, outcome: 'passages', id: null, confidence: best.confidence, mended, rest: null };
}

/** Whether a passage says more surely what was asked; what orders something is never looked up instead. */
function isLikelier({ confidence, isCalledSo }: FoundSection, match: Match): boolean {
  if (match.outcome === 'none') return true;
  if (match.candidates[0]?.kind !== 'answer') return false;
  return match.outcome === 'clarify'
    ? confidence > AMONG_THREE * match.confidence
    : match.outcome === 'answer' && isCalledSo && confidence > match.confidence;
}
