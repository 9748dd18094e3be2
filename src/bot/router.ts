import type { Take } from '../../dialogs/turn.ts';
import { asksForAll } from '../../dialogs/index.ts';
import { readChoice } from '../language/choice.ts';
import { readCommand } from '../language/commands.ts';
import { readLanguageWish } from '../language/language-wish.ts';
import { stripCourtesy } from '../language/courtesy.ts';
import { afterPhrase, readPhrase } from '../language/phrases.ts';
import { readSmallTalk } from '../language/small-talk.ts';
import { readYesNo } from '../language/yes-no.ts';
import { toPhrase } from '../language/flat.ts';
import { putsAside } from '../reading/put-aside.ts';
import { asksWhyAlone, FOCUS_LASTS } from '../reading/focus.ts';
import { readNoticeWish } from '../reading/notices/read-wish.ts';
import { asks, does, doesOnly, tells } from '../reading/contents.ts';
import type { Action } from '../cards/action.ts';
import type { Act, Reading } from '../reading/reading.ts';
import { closingOf } from './closing-meant.ts';
import { checkOf, routeDeal, routeFact, routeFocus, routeLike, routeRecreate } from './deal-meant.ts';
import { routeDraft } from './draft-meant.ts';
import { routeColleague, routeOnScreen, routePerson } from './screen-meant.ts';
import { isLookAtDeal } from './deal-told.ts';
import { carries } from './carried.ts';
import type { Decision, RouteInput } from './decision.ts';
import { clarify, follow, followId, routeMatch, unanswered } from './matched.ts';
import { routeOffer } from './offered.ts';
import { routeUnable } from './unable.ts';
import { MAGIC_CODE } from './sign-in/events.ts';

/** From this confidence on, words that a form would take as free text are a question or request after all. */
const INTERRUPTS_FREE_TEXT = 0.75;

/** An order that the form could take as words is one to something else from this confidence on. */
const ORDER_INTERRUPTS = 0.5;

/** Free text of fewer words than this is always the form's: a customer may be called anything. */
const SHORTEST_INTERRUPTION = 4;

/** Decides who owns an utterance: the open form, a small command, the knowledge base or a dialog to begin. */
export function route(input: RouteInput): Decision {
  return routeSignIn(input) ?? routeButton(input) ?? routeNotices(input) ?? routeOwner(input);
}

/** What is told without asking is set at any moment, so it goes before the open form, whatever that asks. */
function routeNotices(input: RouteInput): Decision | null {
  const { canWatch, utterance, reading, focus = null, isAfterNotice = false } = input;
  // Every word is part of a wish, its verb among them: "avvisami quando Microsoft risponde per Fabrikam" names no customer.
  const wish = canWatch === true ? readNoticeWish(reading, isAfterNotice && input.take === null) : null;
  if (wish === null) return null;
  // "Avvisami" below a deal's card is about that deal.
  const isOfIt = wish.kind === 'news' && wish.names.length === 0 && wish.isOfAll !== true;
  const deal = isOfIt && focus !== null && focus.age <= FOCUS_LASTS ? focus.current : null;
  const request = {
    utterance,
    ...(deal === null ? {} : { referralId: deal }),
    ...(isAfterNotice && input.take === null ? { with: { isGoingOn: 'true' } } : {}),
  };
  return { kind: 'begin', dialog: 'set-notices', request, match: null };
}

/** A button's title typed does what the tap does; an open form reads the titles of its own. */
function routeButton(input: RouteInput): Decision | null {
  const { buttons = [], clarify: open, utterance, take } = input;
  if (open !== null || take === 'surely') return null;
  const pointed = pointedAt(input);
  if (pointed !== null) return { kind: 'act', action: pointed };
  const said = toPhrase(utterance);
  const called = buttons.filter(({ title }) => said !== '' && toPhrase(title) === said);
  const [button] = called;
  return button === undefined || called.length > 1 ? null : { kind: 'act', action: button.action };
}

/** "Ritirala" and "hanno risposto?" after a question to the experts, "cancellali" below one's own data. */
function pointedAt({ buttons = [], utterance }: RouteInput): Action | null {
  const what = readPhrase(utterance, 'take-it-back', 'answered-yet', 'delete-them');
  if (what === null) return null;
  const actions = buttons.map(({ action }) => action);
  if (what === 'delete-them') return actions.find(({ action }) => action === 'forget-me') ?? null;
  const own = actions.filter((each) => each.action === 'ask-expert' && OWN_QUESTIONS.includes(each.do));
  const [only, ...others] = own.map((each) => (each.action === 'ask-expert' ? each.question : undefined));
  if (own.length === 0) return null;
  if (what === 'answered-yet' || others.length > 0) return { action: 'ask-expert', do: 'list' };
  return { action: 'ask-expert', do: 'close', ...(only === undefined ? {} : { question: only }) };
}

const OWN_QUESTIONS: readonly string[] = ['list', 'close'];

/** Signing in and out goes before all else, but for words that the open form knows as its own. */
function routeSignIn({ signIn, utterance, take }: RouteInput): Decision | null {
  if (signIn === undefined) return null;
  const isWaiting = signIn === 'waiting';
  if (isWaiting && MAGIC_CODE.test(utterance)) return { kind: 'sign-in-code', code: utterance };
  if (isWaiting && readCommand(utterance)?.kind === 'cancel') return { kind: 'sign-in-cancelled' };
  const kind = readPhrase(utterance, 'sign-in', 'sign-out', ...(take === null ? (['leave'] as const) : []));
  if (kind === null) return null;
  return { kind: kind === 'leave' ? 'sign-out' : kind };
}

function routeOwner(input: RouteInput): Decision {
  const wish = readLanguageWish(input.utterance);
  // "Torna in italiano" is never for the form, "in inglese" may be.
  if (wish?.kind === 'speak' && wish.by === 'talking')
    return { kind: 'small-talk', what: `speak-${wish.locale}` };
  return input.take === null ? routeOutsideForm(input) : routeInsideForm(input, input.take);
}

function routeOutsideForm(input: RouteInput): Decision {
  return (
    routeClarified(input) ??
    routeOffer(input) ??
    routeDraft(input) ??
    routeReason(input) ??
    routeOverview(input) ??
    routeSmall(input) ??
    routeList(input) ??
    routeLike(input) ??
    routeColleague(input) ??
    routePerson(input) ??
    routeUnable(input) ??
    routeOnScreen(input) ??
    routeFocus(input) ??
    routeRecreate(input) ??
    routeDeal(input) ??
    routeIdle(input) ??
    asTapped(routeMatch(input.match(), input), input)
  );
}

/** "Crea deal" below "[Crea un deal]" means that button, with the message that it carries. */
function asTapped(decision: Decision, { buttons = [], reading }: RouteInput): Decision {
  if (decision.kind !== 'begin' || reading.facts.length > 0) return decision;
  const carrying = buttons
    .map(({ action }) => action)
    .filter((each) => each.action === 'begin' && each.dialog === decision.dialog && carries(each));
  const [only, ...more] = carrying;
  return only === undefined || more.length > 0 ? decision : { kind: 'act', action: only };
}

/** What an open form may have: not what goes before it, all that it surely knows, and of the rest what asks for nothing else. */
function routeInsideForm(input: RouteInput, take: Take): Decision {
  const offered = routeOffer(input);
  if (offered !== null) return offered;
  const draft = routeDraft(input);
  if (draft !== null) return draft;
  const expert = routeExpert(input);
  if (expert !== null) return expert;
  if (input.isClosing === true) return closingOf(input.utterance);
  if (asksForAll(input.utterance) && isShort(input.utterance)) return checkOf({ with: { view: 'all' } });
  if (isLookAtDeal(input.reading)) return checkOf({ utterance: input.utterance });
  const unable = routeUnableInForm(input);
  if (unable !== null) return unable;
  const opening = input.isOpening === true ? input.match() : null;
  if (opening !== null && opening.outcome === 'dialog' && opening.id === 'create-deal')
    return follow(opening, input);
  const like = routeLike(input);
  if (like !== null) return like;
  if (take === 'surely') return { kind: 'continue-form' };
  const pointed =
    take === 'no'
      ? (routeReason(input) ??
        routeColleague(input) ??
        routePerson(input) ??
        routeOnScreen(input) ??
        routeFocus(input) ??
        routeFact(input))
      : null;
  if (pointed !== null) return pointed;
  if (readCommand(input.utterance)?.kind === 'drafts') return { kind: 'small-talk', what: 'drafts' };
  if (readPhrase(input.utterance, 'person') !== null) return { kind: 'person' };
  if (readPhrase(input.utterance, 'wrong-answer') !== null) return { kind: 'wrong-answer' };
  if (complains(input.reading)) return { kind: 'complaint' };
  const anew = take === 'no' || does(input.reading, 'order') ? routeRecreate(input) : null;
  if (anew !== null) return anew;
  const talk = readSmallTalk(input.utterance);
  if (talk !== null && talk !== 'greeting') return { kind: 'small-talk', what: talk };
  const isQuestion = asks(input.reading);
  if (take === 'maybe' && !isQuestion) return routeFreeText(input);
  const match = input.match();
  if (match.outcome === 'answer' || match.outcome === 'dialog') return follow(match, input);
  // "Aspetta, prima dimmi come sta Northwind" asks of a deal, in words that nothing else knows.
  if (isQuestion && tells(input.reading, 'known-name')) return checkOf({ utterance: input.utterance });
  if (!isQuestion || take === 'maybe') return { kind: 'continue-form' };
  return match.outcome === 'clarify' ? clarify(match) : unanswered(match);
}

const isShort = (utterance: string): boolean => utterance.split(/\s+/).length < SHORTEST_INTERRUPTION;

/** "Riapri Proseware" names no customer; a command ("annulla") and a change of a value are the form's. */
function routeUnableInForm(input: RouteInput): Decision | null {
  const { reading, utterance } = input;
  if (!does(reading, 'order') || !tells(reading, 'known-name') || readCommand(utterance) !== null)
    return null;
  const unable = routeUnable(input);
  return unable?.kind === 'unable' && unable.what !== 'edit' ? unable : null;
}

function routeFreeText(input: RouteInput): Decision {
  const isOrder = does(input.reading, 'order');
  if (!isOrder && (isShort(input.utterance) || isCompany(input.reading))) return { kind: 'continue-form' };
  const match = input.match();
  const least = isOrder ? ORDER_INTERRUPTS : INTERRUPTS_FREE_TEXT;
  const isSure = match.confidence >= least && (!isOrder || match.outcome === 'dialog');
  return isSure && match.id !== null ? follow(match, input) : { kind: 'continue-form' };
}

/** Nothing but a company's name, however many words it has. */
const isCompany = ({ facts: [only, ...more], text }: Reading): boolean =>
  only?.kind === 'organisation' && more.length === 0 && only.end - only.start === text.trim().length;

/** "Cosa c'è di urgente?", and "hanno risposto?" where no deal is on the screen: all deals, the most urgent first. */
function routeOverview({ utterance, focus = null }: RouteInput): Decision | null {
  const isOfIt = focus !== null && focus.age <= FOCUS_LASTS && focus.deals.length > 0;
  const asked = readPhrase(utterance, 'overview', ...(isOfIt ? [] : (['any-answers'] as const)));
  return asked === null ? null : checkOf({ with: { view: 'all' } });
}

/** "Perché?", "why not?" right after an answer: of that one. */
function routeReason({ justSaid = null, reading, words }: RouteInput): Decision | null {
  const isMeant = justSaid !== null && words !== undefined && asksWhyAlone(reading, words);
  return isMeant ? { kind: 'reason', id: justSaid } : null;
}

/** "Altri" after a list shows what follows. */
function routeList({ list, utterance }: RouteInput): Decision | null {
  if (list === undefined || list === null || readPhrase(utterance, 'more') === null) return null;
  return list.next === null ? { kind: 'list-ended' } : { kind: 'act', action: list.next };
}

/** Isn't content, and asks for nothing beside. */
const complains = (reading: Reading): boolean =>
  does(reading, 'complaint') && doesOnly(reading, ['complaint', 'courtesy', 'filler']);

/** A yes, a no or a form's command with nothing to answer and nothing open. */
function routeIdle({ utterance, reading }: RouteInput): Decision | null {
  const command = readCommand(utterance)?.kind;
  const isForForm = command === 'back' || command === 'skip' || command === 'confirm' || command === 'status';
  if (isForForm || command === 'restart' || command === 'repeat') return { kind: 'nothing-open' };
  const isAssent = readYesNo(utterance) !== null || (doesOnly(reading, AGREEING) && saysNothingElse(reading));
  return isAssent ? { kind: 'acknowledged' } : null;
}
/** "Ah ok, capito", "cool": what was said is taken in, and nothing is asked. */
const AGREEING: readonly Act[] = ['assent', 'refusal', 'courtesy', 'filler'];
const saysNothingElse = ({ facts, unclaimed }: Reading): boolean =>
  facts.length === 0 && unclaimed.length === 0;

function routeClarified({ clarify: open, utterance, reading }: RouteInput): Decision | null {
  if (open === null) return null;
  if (readPhrase(utterance, 'none-of-these') !== null) return { kind: 'none', candidates: [] };
  const picked = readChoice(utterance, open);
  const candidate = picked?.kind === 'one' ? open.find(({ id }) => id === picked.id) : undefined;
  if (candidate === undefined) return null;
  // An order with facts of its own picks the dialog and fills it: "crea un deal da 40k con Contoso".
  const request = reading.facts.length > 0 ? { utterance } : {};
  return followId(candidate.id, candidate.kind, request, null);
}

/** The experts are asked with the question itself behind it, or about what was said last. */
function routeExpert({ utterance }: Pick<RouteInput, 'utterance'>): Decision | null {
  if (readPhrase(utterance, 'my-questions') !== null)
    return { kind: 'act', action: { action: 'ask-expert', do: 'list' } };
  if (readPhrase(utterance, 'take-question-back') !== null)
    return { kind: 'act', action: { action: 'ask-expert', do: 'close' } };
  const question = afterPhrase(stripCourtesy(utterance), 'ask-expert');
  return question === null ? null : { kind: 'ask-expert', question };
}

function routeSmall({ utterance, retry, reading }: RouteInput): Decision | null {
  const talk = readSmallTalk(utterance);
  if (talk !== null) return { kind: 'small-talk', what: talk };
  const expert = routeExpert({ utterance });
  if (expert !== null) return expert;
  if (readPhrase(utterance, 'person') !== null) return { kind: 'person' };
  if (readPhrase(utterance, 'wrong-answer') !== null) return { kind: 'wrong-answer' };
  if (complains(reading)) return { kind: 'complaint' };
  const command = readCommand(utterance);
  if (command?.kind === 'cancel') return { kind: 'nothing-to-cancel' };
  if (command?.kind === 'help') return { kind: 'small-talk', what: 'help' };
  if (command?.kind === 'drafts') return { kind: 'small-talk', what: 'drafts' };
  // "Salvalo", "mettilo da parte", where no form is open.
  if (does(reading, 'order') && putsAside(reading)) return { kind: 'nothing-open' };
  if (command?.kind === 'retry' && retry !== null) return { kind: 'act', action: retry };
  return null;
}
