import type { Match } from '../matching/match.ts';
import { goesOn, supposesOfIt } from '../reading/focus.ts';
import { looksAtDeal } from './deal-told.ts';
import { requestIn } from './requests.ts';
import type { BotServices, Turn } from './turn.ts';

/** What a part asks for; "guarda Contoso" is a look at that deal, however the engine hears it. */
export function requestOf(part: string, turn: Turn, services: BotServices): Match {
  const reading = turn.read(part, null);
  const isLook = looksAtDeal(reading) && reading.clauses.some((clause) => clause.isLook === true);
  const match = matchOf(part, turn, services);
  if (!isLook) return match;
  const look = { id: 'check-acceptance', kind: 'dialog', confidence: 1 } as const;
  return { ...match, id: look.id, outcome: look.kind, confidence: look.confidence, candidates: [look] };
}

/** What is asked for is told by the request alone; names in it are no words, whoever they are of. */
export function matchOf(text: string, turn: Turn, { answerer, knowledge }: BotServices): Match {
  const { language, knownNames, session } = turn;
  const words = knowledge.words?.[language];
  const reading = turn.read(text, null);
  const names = reading.facts.flatMap((fact) =>
    fact.kind === 'organisation' ? [text.slice(fact.start, fact.end)] : [],
  );
  // A supposition takes its sentence: what comes after "and then" belongs to it.
  const isOne = reading.clauses.length === 1 && reading.clauses[0]?.act === 'what-if';
  // "E se scade?" right after a deal is about that deal.
  const hasJustShownDeals = session.focus?.age === 0 && session.focus.deals.length > 0;
  const context = {
    locale: language,
    knownNames: [...knownNames, ...names],
    lastAnswerId: session.lastAnswerId,
    // A deal that was shown after the answer is what it goes on from.
    isFollowUp: words !== undefined && !hasJustShownDeals && goesOn(reading, words),
    isOne,
    isOfIt: words !== undefined && supposesOfIt(reading, words),
  };
  return answerer.match(requestIn(reading), context);
}
