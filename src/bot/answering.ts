import { isDialogName } from '../cards/dialog-name.ts';
import { answerReply, beginButton, titleOf } from '../cards/answer-card.ts';
import { type ClarifyOption, clarifyReply } from '../cards/clarify-card.ts';
import { noneReply } from '../cards/none-card.ts';
import { forEverybody, refusing, sayWith } from '../cards/reply-data.ts';
import type { Answer } from '../knowledge/knowledge.ts';
import type { Candidate, MendedWord } from '../matching/match.ts';
import { NONE_OF_THESE, noteAsked, notePicked, ratable, unlessStoreFails } from './asked.ts';
import { carrying } from './carried.ts';
import {
  ASK_AGAIN,
  askCase,
  caseOptions,
  fitCase,
  nameOfHolding,
  noteCase,
  readCaseId,
  withCase,
  withOtherCase,
} from './circumstances.ts';
import { askingExperts, withExperts } from './experts/asking.ts';
import { answerToLack, fitAnswer } from './fit-answer.ts';
import { inOwnLanguage } from './own-language.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';
import { presentAnswer } from './watch/present-answer.ts';

type Named = Pick<Candidate, 'id' | 'kind'>;

/** What an answer is shown for. */
export interface Asked {
  /** The question as typed; null where a button asked. */
  readonly utterance: string | null;
  /** How misspelt words were read. */
  readonly mended: readonly MendedWord[];
  /** Ids of what else came into question, the likeliest first; absent where nothing is known to have. */
  readonly candidates?: readonly string[];
  /** Whether it was just said, and is asked for its reason. */
  readonly isReason?: boolean;
}

/**
 * Shows an answer, in the words that fit the question and who asks, and remembers it with its offer. An id that is gone
 * (an old button) says so.
 */
export async function showAnswer(
  id: string,
  { utterance, mended, candidates = [], isReason = false }: Asked,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const texts = botTexts[turn.locale];
  const { answerId, value } = readCaseId(id);
  const known = services.knowledge.answers.get(answerId);
  if (known === undefined || !takesCase(known, value, turn))
    return turn.say(forEverybody(refusing(sayWith(texts.oldButton))));
  const found = inOwnLanguage(known, turn);
  const fitting = fitCase(found, turn);
  if (value === ASK_AGAIN || fitting.kind === 'unknown') return askCase(found, turn);
  const holds = fitting.kind === 'one' ? fitting.holds : null;
  const answer =
    holds === null ? await fitAnswer(found, utterance, turn, services) : withCase(found, holds, turn.locale);
  const isTold = fitting.kind === 'one' && fitting.isTold;
  const words = mended.map(({ to }) => `«${to}»`).join(', ');
  const hasWaysOn = services.dialogs.active(turn.host) === null;
  // Where others read nothing is begun: a button leads into the person's own chat, and "sì" begins nothing.
  const hasOffer = turn.readership === 'personal';
  const notes = [
    ...(words === '' ? [] : [texts.didYouMean(words)]),
    ...(isReason ? [texts.noReason] : []),
    ...(isTold ? [texts.holdsFor(nameOfHolding(found, holds, turn.locale))] : []),
  ];
  const before = notes.length === 0 ? {} : { before: notes.join(' ') };
  const shown = answerReply(answer, turn.locale, services.knowledge, { hasWaysOn, hasOffer, ...before });
  const reply = isTold ? withOtherCase(shown, answerId, turn.locale) : shown;
  const question = await noteAsked({ outcome: 'answer', answerId, candidates }, utterance, turn, services);
  turn.say(ratable(reply, question, turn));
  await noteAnswered(answerId, turn, services);
  turn.session.lastAnswerId = answerId;
  const { dialog } = answer;
  turn.session.offer =
    hasOffer && hasWaysOn && dialog !== null && isDialogName(dialog) ? { action: 'begin', dialog } : null;
}

/** Who wants to hear when an answer changes is told by what it said to them. */
async function noteAnswered(answerId: string, turn: Turn, services: BotServices): Promise<void> {
  const { actor, locale, readership } = turn;
  const said = readership === 'public' ? null : presentAnswer(services.knowledge, answerId, locale);
  if (said === null || services.watch === undefined) return;
  await unlessStoreFails(services.watch.noteAnswered(actor, { answerId, locale, fact: said.fact }), services);
}

/** Whether an id that names a case names one there is; what a person says holds for them is remembered. */
function takesCase(answer: Answer, value: string | null, turn: Turn): boolean {
  if (value === null || value === ASK_AGAIN || turn.readership === 'public') return true;
  return noteCase(answer, value, turn);
}

/** Asks which of the candidates is meant; one that speaks of what the person lacks is shown unasked. */
export async function showClarification(
  candidates: readonly Candidate[],
  utterance: string,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const likely = worthAsking(candidates);
  const lack = await answerToLack(
    likely.map(({ id }) => id),
    turn,
    services,
  );
  if (lack !== null) return showAnswer(lack, { utterance, mended: [] }, turn, services);
  const options = clarifyOptions(likely, turn, services);
  turn.say(carrying(clarifyReply(options, turn.locale), utterance, turn));
  const came = { outcome: 'clarify', answerId: null, candidates: options.map(({ id }) => id) } as const;
  await noteAsked(came, utterance, turn, services);
  turn.session.clarify = options.map(({ id, kind }) => ({ id, kind }));
  turn.session.clarifyUtterance = utterance;
}

/** Two or three: a third that is less than half as likely as the second is only in the way. */
function worthAsking(candidates: readonly Candidate[]): Candidate[] {
  const [first, second, third] = candidates;
  const least = (second?.confidence ?? 0) / 2;
  return [first, second, third]
    .filter((each) => each !== undefined)
    .filter((each) => each !== third || each.confidence >= least);
}

/** Less likely than this, "the nearest thing I know" is nowhere near. */
const NEAR_FROM = 0.08;

/** Says that this one is not known, what is, and where a person can help; the second time running in fewer words. */
export async function showNone(
  candidates: readonly Candidate[],
  utterance: string | null,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const near = candidates.filter(({ confidence }) => confidence >= NEAR_FROM);
  const isAgain = turn.session.wasUnknown;
  const plain = noneReply(clarifyOptions(near, turn, services), services.support, turn.locale, isAgain);
  const reply = await withExperts(plain, turn, services);
  const asks = isAgain && reply !== plain && turn.readership === 'personal';
  const said = asks ? askingExperts(reply, turn) : reply;
  turn.say(utterance === null ? said : carrying(said, utterance, turn));
  const came = { outcome: 'none', answerId: null, candidates: candidates.map(({ id }) => id) } as const;
  if (utterance === null) await notePicked(NONE_OF_THESE, turn, services);
  else await noteAsked(came, utterance, turn, services);
}

/** The candidates as buttons; what the knowledge folder no longer has is left out. */
export function clarifyOptions(
  candidates: readonly Named[],
  turn: Turn,
  services: BotServices,
): ClarifyOption[] {
  return candidates.flatMap(({ id, kind }): ClarifyOption[] => {
    if (kind === 'dialog') {
      return isDialogName(id)
        ? [{ kind, id, title: beginButton(id, turn.locale, services.knowledge).title }]
        : [];
    }
    const { answerId, value } = readCaseId(id);
    const answer = services.knowledge.answers.get(answerId);
    if (value !== null && answer !== undefined)
      return caseOptions(answer, turn.locale).filter((option) => option.id === id);
    return answer === undefined
      ? []
      : [{ kind, id, title: titleOf(inOwnLanguage(answer, turn), turn.locale) }];
  });
}
