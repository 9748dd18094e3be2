import type { BeginRequest } from '../../dialogs/turn.ts';
import { type MessageForForm, recreation } from '../../dialogs/index.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import { performAction } from './act.ts';
import { asAction, begin, repeatForm } from './begin.ts';
import { complaintReply, personReply } from '../cards/none-card.ts';
import { type Asked, showAnswer, showClarification, showNone } from './answering.ts';
import { showPassages } from './passages.ts';
import { rateInWords, takeWrongAnswer } from './rating.ts';
import { draft, withExperts } from './experts/asking.ts';
import { offerLater } from './second-request.ts';
import { performSmallTalk } from './small-talk-replies.ts';
import { sayHeld } from './held-replies.ts';
import type { Decision } from './decision.ts';
import { type GoOn, performSignInWords } from './sign-in/perform.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** The words of a decision. */
export interface HeardWords {
  readonly utterance: string;
  /** The words that the open clarification was about, or null. */
  readonly clarifyUtterance: string | null;
  /** What the open form makes of them; absent where no form can be open. */
  readonly forForm?: MessageForForm;
  /** Handles what came in anew, after a sign-in. */
  readonly handle: GoOn;
}

/** Does what was decided. */
export async function perform(
  decision: Decision,
  { utterance, clarifyUtterance, forForm, handle }: HeardWords,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  switch (decision.kind) {
    case 'sign-in':
    case 'sign-out':
    case 'sign-in-cancelled':
    case 'sign-in-code':
      return performSignInWords(decision, turn, services, handle);
    case 'continue-form':
      return forForm?.run();
    case 'held':
      return sayHeld(decision, turn, services);
    case 'unable':
      turn.say(sayWith(botTexts[turn.locale].unable[decision.what]));
      return begin('check-acceptance', decision.request, turn, services);
    case 'which':
      return turn.say(sayWith(botTexts[turn.locale].whichShown));
    case 'answer':
      await showAnswer(decision.id, { utterance, ...cameWith(decision) }, turn, services);
      return repeatForm(turn, services);
    case 'reason':
      await showAnswer(decision.id, { utterance: null, mended: [], isReason: true }, turn, services);
      return repeatForm(turn, services);
    case 'begin':
      return begin(decision.dialog, withWords(decision.request, clarifyUtterance), turn, services);
    case 'later':
      await repeatForm(turn, services);
      return offerLater(utterance, asAction('create-deal', decision.request), turn);
    case 'recreate': {
      const { dialog, request } = await recreation(
        decision.named,
        decision.deal ?? turn.session.focus?.current ?? null,
        turn,
        services,
      );
      return begin(dialog, request, turn, services);
    }
    case 'clarify':
      await showClarification(decision.candidates, utterance, turn, services);
      return repeatForm(turn, services);
    case 'none':
      await showNone(decision.candidates, utterance, turn, services);
      return repeatForm(turn, services);
    case 'passages':
      await showPassages(decision.passages, utterance, turn, services);
      return repeatForm(turn, services);
    case 'act':
      return performAction(decision.action, turn, services);
    case 'small-talk':
      await performSmallTalk(decision.what, utterance, turn, services);
      // A "sì" must not fall between two questions: the form waits until this one is answered.
      return turn.session.offer === null ? repeatForm(turn, services) : undefined;
    case 'ask-expert':
      await draft(decision.question, turn, services);
      return turn.session.offer === null ? repeatForm(turn, services) : undefined;
    case 'person':
      turn.say(await withExperts(personReply(services.support, turn.locale), turn, services));
      return repeatForm(turn, services);
    case 'complaint':
      await rateInWords(turn, services);
      turn.say(await withExperts(complaintReply(services.support, turn.locale), turn, services));
      return repeatForm(turn, services);
    case 'wrong-answer':
      await takeWrongAnswer(turn, services);
      return repeatForm(turn, services);
    case 'nothing-open':
      turn.say(forEverybody(sayWith(botTexts[turn.locale].nothingOpen)));
      // "Dove eravamo?" a day later: what waits is a tap away.
      if (turn.readership === 'personal' && turn.record.drafts.length > 0) services.dialogs.listDrafts(turn);
      return;
    case 'acknowledged':
      return turn.say(forEverybody(sayWith(botTexts[turn.locale].acknowledged)));
    case 'list-ended':
      return turn.say(sayWith(botTexts[turn.locale].listEnded));
    case 'nothing-to-cancel':
      return turn.say(forEverybody(sayWith(botTexts[turn.locale].nothingToCancel)));
    case 'offer-declined':
      turn.say(forEverybody(sayWith(botTexts[turn.locale].offerDeclined)));
      return repeatForm(turn, services);
  }
}

/** How the words were read, and what else came into question. */
function cameWith({
  id,
  match,
}: Extract<Decision, { kind: 'answer' }>): Pick<Asked, 'mended' | 'candidates'> {
  const candidates = match?.candidates.map((each) => each.id).filter((each) => each !== id) ?? [];
  return { mended: match?.mended ?? [], candidates };
}

/** A dialog picked from a clarification still takes what the first words said. */
function withWords(request: BeginRequest, clarifyUtterance: string | null): BeginRequest {
  if (request.utterance !== undefined || clarifyUtterance === null) return request;
  return { ...request, utterance: clarifyUtterance };
}
