import { type Aspects, AspectReader, ASKS } from './aspects.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { outsideScore, rank, type Ranked } from './candidates.ts';
import { mostBesideOutside, toConfidence } from './confidence.ts';
import { ANSWER_FROM, CLARIFY_FROM, decide, type CandidateDecision } from './decision.ts';
import { gatherEvidence } from './evidence.ts';
import { explain, type Explanation } from './explain.ts';
import { nameNothing } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import { inLists } from '../language/said.ts';
import { matchFirst } from './first-request.ts';
import { Neighbours } from './follow-up.ts';
import type { Answerer, Candidate, Match, MatchContext } from './match.ts';
import { listNames } from './placeholders.ts';
import { strangeness } from './strangeness.ts';
import { trainIndex, type TrainedIndex } from './training.ts';
import { Understander, type Understanding } from './understanding.ts';
import { weighPurpose } from './purpose.ts';

/** An answerer that can also say why. */
export interface ExplainingAnswerer extends Answerer {
  /** What was read, what spoke for the best three and why the outcome was chosen; for editors, not for speed. */
  explain(utterance: string, context: MatchContext): Explanation;
}

/** From this confidence on a question says by itself what it is about, whatever was spoken of before. */
const SURE = 0.75;

/** The strangeness of a question half of whose words nobody knows: with more it has a subject of its own. */
const MOST_STRANGE = 0.35;

const NOTHING_TO_READ: CandidateDecision = { act: 'none', reason: 'nothing-to-read' };

/** One utterance read as one request. */
interface Reading {
  readonly match: Match;
  readonly ranked: readonly Ranked[];
  readonly found: Understanding;
  readonly decision: CandidateDecision;
}

/**
 * Builds the index of a knowledge base once; matching then is pure and allocates little.
 *
 * The confidence of a candidate is σ(a + b·z) of its score z, with constants that are shipped, not fitted to the
 * knowledge at hand (`confidence.ts` says how: logistic regression over ten public test sets, `bench calibrate`); the
 * thresholds follow from it and from what mistakes cost (`decision.ts`).
 *
 * @param trained what was learned from this very knowledge; learned now where it isn't given.
 */
export function createAnswerer(
  knowledge: Knowledge,
  trained: TrainedIndex = trainIndex(knowledge),
): ExplainingAnswerer {
  const understander = new Understander(knowledge, trained);
  const neighbours = new Neighbours(knowledge);
  const aspects = new AspectReader(knowledge.vocabulary, understander.entries, trained.aspects);
  const read = (utterance: string, context: MatchContext): Reading => {
    const found = understander.understand(utterance, context.locale, listNames(context.knownNames ?? []));
    if (typeof context.lastAnswerId === 'string') {
      neighbours.favour(context.lastAnswerId, found.words, context.locale, understander.entries, found.z);
    }
    weighPurpose(found.words, understander.entries, found.z);
    const said = aspects.read(found, context.locale);
    aspects.weigh(said, understander.entries, found.z);
    return judge(found, said, context.locale, understander);
  };
  const matchAlone = (utterance: string, context: MatchContext): Match =>
    context.isOne === true
      ? read(utterance, context).match
      : matchFirst(utterance, (part) => read(part, context).match);
  /** What a question that goes on means within the subject of the answer before it; null where it says another. */
  const matchWithin = (
    utterance: string,
    { lastAnswerId, locale, knownNames, isOne }: MatchContext,
  ): Match | null => {
    const found = understander.understand(utterance, locale, listNames(knownNames ?? []));
    const loss = strangeness(found.words, locale, understander);
    const { entries } = understander;
    const z =
      loss > MOST_STRANGE ? null : neighbours.within(lastAnswerId ?? '', found.words, entries, found.z);
    if (z === null) return null;
    const said = aspects.read(found, locale);
    aspects.weigh(said, entries, z);
    const { match, decision } = judge({ ...found, z }, said, locale, understander);
    if (decision.reason === 'outside') return null;
    const [top] = match.candidates;
    // What the answer says itself of it is the answer, torn or not: "e se non rispondono?" after "they have 14 days".
    const isSaidThere = top?.id === lastAnswerId && match.confidence >= CLARIFY_FROM;
    // A supposition that names nothing ("e se non lo fa?") supposes what the answer speaks of.
    const isBare = isOne === true && isBareOf(found);
    if (match.id === null && (isSaidThere || isBare) && typeof lastAnswerId === 'string')
      return { ...match, outcome: 'answer', id: lastAnswerId };
    return match.id === null ? { ...match, outcome: 'clarify' } : match;
  };
  return {
    match: (utterance, context) => {
      const alone = matchAlone(utterance, context);
      if (context.isFollowUp !== true) return alone;
      const within = matchWithin(utterance, context);
      if (alone.id !== null && alone.confidence >= SURE) {
        // "E i miei dati?" after the notes is asked of those, where it may be asked of them at all.
        const also = alone.candidates.find(({ id }) => id === within?.id)?.confidence ?? 0;
        return within !== null && also >= ANSWER_FROM ? within : alone;
      }
      const { isOfIt, lastAnswerId } = context;
      // "And if they sit on it?" in words that nobody knows supposes what the answer speaks of.
      if (
        isOfIt === true &&
        alone.id === null &&
        typeof lastAnswerId === 'string' &&
        typeof within?.id !== 'string'
      )
        return { ...alone, outcome: 'answer', id: lastAnswerId };
      return within === null || (within.id === null && alone.id !== null) ? alone : within;
    },
    explain: (utterance, context) => {
      const { match, ranked, found, decision } = read(utterance, context);
      return explain(understander, found, ranked, match, decision);
    },
  };
}

const isWish = inLists('wishes');

/** Whether no word names a thing; "e se non le voglio?" wants something, all the same. */
function isBareOf({ words }: Understanding): boolean {
  const texts = words.map(({ text }) => text);
  return nameNothing(texts) && !texts.some(isWish);
}

function judge(found: Understanding, said: Aspects, locale: Language, understander: Understander): Reading {
  const ranked = rank(found.z, understander.entries);
  const outside = outsideScore(found.z, understander.entries);
  const candidates: Candidate[] = ranked.map(({ entry, z }) => ({
    id: entry.id,
    kind: entry.kind,
    confidence: found.words.length === 0 ? 0 : Math.min(toConfidence(z), mostBesideOutside(z - outside)),
  }));
  const top = candidates[0];
  const confidence = top?.confidence ?? 0;
  const evidence = gatherEvidence(ranked, candidates, found, locale, understander);
  const decision: CandidateDecision = found.words.length === 0 ? NOTHING_TO_READ : decide(evidence);
  // A mended word is worth a remark only where it changed what was understood.
  const isNews = understander.changedByMending(
    found,
    ranked.map(({ at }) => at),
  );
  const mended = isNews ? found.mended : [];
  const taken = decision.act === 'take' ? top : undefined;
  const outcome = taken?.kind ?? (decision.act === 'none' ? 'none' : 'clarify');
  const asks = [...(said.get(ASKS) ?? [])];
  const match: Match = {
    outcome,
    id: taken?.id ?? null,
    confidence,
    candidates,
    passages: [],
    mended,
    asks,
    rest: null,
  };
  return { match, ranked, found, decision };
}
