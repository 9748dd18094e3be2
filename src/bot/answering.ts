import { isDialogName } from '../../dialogs/dialog-name.ts';
import { answerReply, beginButton, titleOf } from '../cards/answer-card.ts';
import { type ClarifyOption, clarifyReply } from '../cards/clarify-card.ts';
import { noneReply } from '../cards/none-card.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import type { Candidate, MendedWord } from '../matching/match.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

type Named = Pick<Candidate, 'id' | 'kind'>;

/** Shows an answer and remembers it with its offer. An id that is gone (an old button) says so. */
export function showAnswer(
  id: string,
  mended: readonly MendedWord[],
  turn: Turn,
  services: BotServices,
): void {
  const texts = botTexts[turn.locale];
  const answer = services.knowledge.answers.get(id);
  if (answer === undefined) return turn.say(forEverybody(sayWith(texts.oldButton)));
  const words = mended.map(({ to }) => `«${to}»`).join(', ');
  const hasWaysOn = services.dialogs.active(turn.host) === null;
  // Where others read nothing is begun: a button leads into the person's own chat, and "sì" begins nothing.
  const hasOffer = turn.readership === 'personal';
  const before = words === '' ? {} : { before: texts.didYouMean(words) };
  turn.say(answerReply(answer, turn.locale, services.knowledge, { hasWaysOn, hasOffer, ...before }));
  turn.session.lastAnswerId = id;
  const { dialog } = answer;
  turn.session.offer =
    hasOffer && hasWaysOn && dialog !== null && isDialogName(dialog) ? { action: 'begin', dialog } : null;
}

/** Asks which of the candidates is meant. */
export function showClarification(
  candidates: readonly Candidate[],
  utterance: string,
  turn: Turn,
  services: BotServices,
): void {
  const options = clarifyOptions(worthAsking(candidates), turn, services);
  turn.say(clarifyReply(options, turn.locale));
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

/** Says that this one is not known, what is, and where a person can help. */
export function showNone(candidates: readonly Candidate[], turn: Turn, services: BotServices): void {
  const near = candidates.filter(({ confidence }) => confidence >= NEAR_FROM);
  turn.say(noneReply(clarifyOptions(near, turn, services), services.support, turn.locale));
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
    const answer = services.knowledge.answers.get(id);
    return answer === undefined ? [] : [{ kind, id, title: titleOf(answer, turn.locale) }];
  });
}
