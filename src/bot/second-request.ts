import { isDialogName } from '../cards/dialog-name.ts';
import { readCommand } from '../language/commands.ts';
import type { Action } from '../cards/action.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import type { Match } from '../matching/match.ts';
import { asks, tells } from '../reading/contents.ts';
import { anotherForThem } from '../reading/like-deal.ts';
import { putsAside } from '../reading/put-aside.ts';
import type { Reading } from '../reading/reading.ts';
import { readNoticeWish } from '../reading/notices/read-wish.ts';
import { performAction } from './act.ts';
import { asAction } from './begin.ts';
import { isRestBeyond, notDone, tellsOthers } from './beyond.ts';
import { noteShown } from './open-questions.ts';
import { cutRequest, type Parts } from './requests.ts';
import { isOpenAct } from './gate.ts';
import type { Decision } from './decision.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** What the matching engine found to be a second request in the message that was decided on. */
export const restOf = (decision: Decision): string | null =>
  'match' in decision ? (decision.match?.rest ?? null) : null;

/** From this confidence on "… e poi controlla Contoso" is no value of the form that is open. */
const SURE = 0.75;
/** So near, an order is for this dialog if it is for any: "fammi vedere gli altri" after another order. */
const NEAR = 0.2;

/**
 * Whether the second of two orders is a request of its own, and doesn't go on with the first: a deal that is created
 * or closed takes whatever is said of it ("crea un deal e metti 40k", "chiudi Contoso e scrivi che era caro").
 *
 * @param names whether the second names a deal or a company
 */
function isOwnRequest(first: Match, second: Match, names: boolean): boolean {
  const [near] = second.candidates;
  if (first.id === null || near === undefined) return false;
  // "Crea un deal e usa Contoso" may name the customer.
  if (second.id === null && (names || near.confidence < NEAR || !LOOK_UPS.has(near.id))) return false;
  if (near.kind === 'answer') return first.outcome === 'answer' || LOOK_UPS.has(first.id);
  if (near.id === first.id) return LOOK_UPS.has(near.id) && names;
  return names || near.id !== 'close-deal';
}

/** Two requests are parted only where each of them is understood by itself, and two orders where the second isn't of the first. */
export function areTwo(
  { first, rest, areOrders, areQuestions }: Parts,
  match: (part: string) => Match,
  turn: Turn,
  services: BotServices,
): boolean {
  const reading = turn.read(rest, null);
  // Of "… e mostrami Wingtip e manda una mail" what comes first says whether it is a request of its own.
  const [one, other] = [match(first), match(cutRequest(reading, false)?.first ?? rest)];
  if (services.watch !== undefined && readNoticeWish(reading) !== null) return one.id !== null;
  // "Mostrami Wingtip e salva la bozza".
  if (services.dialogs.active(turn.host) !== null && putsAside(reading)) return true;
  // "… e dimmi anche quanto manca per Contoso Pharma": of a deal that it names anything may be asked.
  if (tellsOthers(other)) return false;
  if (areQuestions && one.id === other.id) return false;
  // "Come va Contoso" of "come va Contoso, e chi …?" is asked, though its mark stands behind.
  const before = turn.read(first, null);
  const isFirst = one.id !== null || asksOfDeal(before) || (areQuestions && tells(before, 'known-name'));
  if (!areOrders) return isFirst && (other.id !== null || asksOfDeal(reading));
  const names = areNamed(reading);
  const isInForm = services.dialogs.active(turn.host) !== null;
  if (!isInForm) return isOwnRequest(one, other, names);
  // Several orders may change values of the form: only a sure look at a deal is surely none of them.
  return names && other.id !== null && LOOK_UPS.has(other.id) && other.confidence >= SURE;
}

const asksOfDeal = (reading: Reading): boolean => asks(reading) && tells(reading, 'known-name');

/** Whether it says which deal an order is about. */
export const areNamed = (reading: Reading): boolean => tells(reading, 'known-name', 'organisation', 'link');

/** Answers orders behind one that was carried out, each by itself: "… e mostrami Wingtip e manda una mail a Marco". */
export async function answerOrders(
  rest: string,
  turn: Turn,
  match: (text: string) => Match,
  services: BotServices,
): Promise<void> {
  const more = cutRequest(turn.read(rest, null), false);
  if (more === null) return answerRest(rest, turn, match, services);
  const isBeyond = await isRestBeyond(more, match, turn, services);
  if (!isBeyond && !areTwo(more, match, turn, services)) return answerRest(rest, turn, match, services);
  await answerRest(more.first, turn, match, services);
  if (isBeyond) turn.say(notDone(more.rest, turn));
  else await answerOrders(more.rest, turn, match, services);
}

/**
 * Two requests in one message: the first was done, and the second is answered after it; what does something is offered,
 * so that nothing is lost silently and nothing begins beside what is open.
 */
export async function answerRest(
  rest: string,
  turn: Turn,
  match: (text: string) => Match,
  services: BotServices,
): Promise<void> {
  const { dialogs } = services;
  const reading = turn.read(rest, null);
  const action = asksOfDeal(reading)
    ? asAction('check-acceptance', { utterance: rest })
    : actionFor(match(rest), rest);
  if (action === null) return;
  const texts = botTexts[turn.locale];
  // A form that is open has asked something of its own: then "sì" is for the form, and the rest a tap away.
  const isInForm = dialogs.active(turn.host) !== null;
  // Where others read, what is a person's own can only be begun in their own chat.
  const canOffer = !isInForm && (turn.readership === 'personal' || isOpenAct(action));
  if (canOffer && isAnswer(action)) {
    await performAction(action, turn, services);
    return noteShown(turn, services);
  }
  turn.session.offer = canOffer ? action : null;
  const text = isInForm ? texts.secondRequestLater(rest) : texts.secondRequest(rest);
  turn.say(forEverybody(sayWith(text, { title: texts.beginSecond, action })));
}

/** What comes after the form that the first request has opened: a tap away, since a "sì" is the form's. */
export function offerLater(rest: string, action: Action, turn: Turn): void {
  const texts = botTexts[turn.locale];
  turn.say(forEverybody(sayWith(texts.secondRequestLater(rest), { title: texts.beginSecond, action })));
}

/** What words behind a deal's end begin: another deal's end, or a new deal, for whom the first is with where they say so. */
export function requestAfterEnd(rest: string, turn: Turn, match: (text: string) => Match): Action {
  const reading = turn.read(rest, null);
  const { focus } = turn.session;
  const customerOf = focus?.age === 0 ? focus.current : null;
  const more = anotherForThem(reading);
  if (more !== null && customerOf !== null)
    return asAction('create-deal', { ...(more === '' ? {} : { utterance: more }), with: { customerOf } });
  if (!reading.clauses.some(({ isAnother }) => isAnother === true))
    return asAction('close-deal', { utterance: rest });
  // "E chiudi anche un altro deal" makes none.
  return actionFor(match(rest), rest) ?? asAction('create-deal', { utterance: rest });
}

function isAnswer(action: Action): boolean {
  return action.action === 'answer' || (action.action === 'begin' && LOOK_UPS.has(action.dialog));
}

/**
 * What is begun by words behind one that leaves the form ("lascia perdere e segna Wingtip come perso"): the form asks
 * whether it is thrown away first. Null where nothing is.
 */
export function begunAfterLeaving(
  first: string,
  rest: string,
  match: (text: string) => Match,
): Action | null {
  if (readCommand(first)?.kind !== 'cancel') return null;
  const action = actionFor(match(rest), rest);
  return action?.action === 'begin' && !LOOK_UPS.has(action.dialog) ? action : null;
}

/** Dialogs that show something, and change nothing. */
const LOOK_UPS: ReadonlySet<string> = new Set(['check-acceptance', 'find-account-admins']);

function actionFor({ id, outcome, candidates }: Match, utterance: string): Action | null {
  if (outcome === 'answer' && id !== null) return { action: 'answer', id };
  const [near] = candidates;
  const dialog = id ?? (near !== undefined && near.confidence >= NEAR ? near.id : '');
  return isDialogName(dialog) ? asAction(dialog, { utterance }) : null;
}
