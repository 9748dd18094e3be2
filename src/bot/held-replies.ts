import type { DialogName } from '../cards/dialog-name.ts';
import { beginButton } from '../cards/answer-card.ts';
import { sayWith } from '../cards/reply-data.ts';
import type { Match } from '../matching/match.ts';
import { readModal } from '../language/question-form.ts';
import { showAnswer } from './answering.ts';
import { answerToLack } from './fit-answer.ts';
import { tells } from '../reading/contents.ts';
import { nameWritten } from '../../dialogs/index.ts';
import { asAction, begin, repeatForm } from './begin.ts';
import { carrying } from './carried.ts';
import type { Decision } from './decision.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** From this confidence on an answer is worth showing beside an act that was asked about. */
const ANSWERS_FROM = 0.2;

/**
 * Answers a message that speaks of an act without ordering it: a question by the answer nearest to it, else by what the
 * act is; a plan, a report or a "don't" in a word. The act is offered as a button, and by "sì" where it was asked about or told.
 */
export async function sayHeld(
  { why, dialog, request, match }: Extract<Decision, { kind: 'held' }>,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const texts = botTexts[turn.locale];
  const isAsked = why === 'question' || why === 'statement';
  // What Microsoft sends by e-mail is no answer to what is sent from here.
  const nearest = isAsked && dialog !== 'set-notices' ? nearestAnswer(match) : null;
  // "Posso crearlo io?" of somebody who lacks what it takes: that comes before how it is done.
  const isMay = nearest !== null && readModal(request.utterance ?? '') === 'may';
  const ids = match.candidates.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
  const answer = (isMay ? await answerToLack(ids, turn, services) : null) ?? nearest;
  if (answer !== null)
    await showAnswer(answer, { utterance: request.utterance ?? null, mended: [] }, turn, services);
  const reading = turn.read(request.utterance ?? '', null);
  const named = nameWritten(reading);
  const says = { plan: texts.heldPlan(named), negation: texts.heldNegation(named), report: texts.heldReport };
  const text = why === 'question' || why === 'statement' ? aboutOf(dialog, turn) : says[why];
  // There is nothing to see of a deal with a new customer.
  if (why === 'report' && named !== null && (dialog !== 'create-deal' || tells(reading, 'known-name'))) {
    // What others tell of a deal is best met by the deal as it stands.
    turn.say(sayWith(text));
    await begin('check-acceptance', request, turn, services);
    // "Sì" below it takes the end that was told up to its summary.
    if (tells(reading, 'outcome')) turn.session.offer = asAction(dialog, { ...request, isMeant: true });
    return;
  }
  const action = asAction(dialog, { ...request, isMeant: true });
  const { title } = beginButton(dialog, turn.locale, services.knowledge);
  // What knows of a deal has its words with it, and the others find them in the session.
  const bare = { action: 'begin', dialog, isMeant: true } as const;
  const button = { title, action: request.referralId === undefined ? bare : action };
  turn.say(carrying(sayWith(text, ...(why === 'negation' ? [] : [button])), request.utterance ?? '', turn));
  // "Eh sì" behind "prima o poi lo dobbiamo fare" says that it is so, and not that it is time.
  const isOffered = why !== 'negation' && why !== 'plan' && services.dialogs.active(turn.host) === null;
  turn.session.offer = isOffered ? action : null;
  await repeatForm(turn, services);
}

function nearestAnswer({ candidates }: Match): string | null {
  return (
    candidates.find(({ kind, confidence }) => kind === 'answer' && confidence >= ANSWERS_FROM)?.id ?? null
  );
}

function aboutOf(dialog: DialogName, { locale }: Turn): string {
  const { about } = botTexts[locale];
  return dialog === 'close-deal' || dialog === 'set-notices' ? about[dialog] : about['create-deal'];
}
