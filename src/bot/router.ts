import type { BeginRequest, Take } from '../../dialogs/turn.ts';
import { type DialogName, isDialogName } from '../cards/dialog-name.ts';
import { asksForSeller, bareDeal } from '../../dialogs/index.ts';
import type { Action } from '../cards/action.ts';
import type { Focus } from '../reading/focus.ts';
import { pointedAt, pointsAtIt, resumes } from '../reading/focus.ts';
import { findNames } from '../lookup/names.ts';
import type { Act, Reading } from '../reading/reading.ts';
import type { Words } from '../knowledge/words.ts';
import { spokenOf, type Spoken } from './deal-spoken-of.ts';
import { describesDeal, heldBack, type Held, isNewDeal, looksAtDeal, namesDeal } from './holding.ts';
import { readChoice } from '../language/choice.ts';
import { readCommand } from '../language/commands.ts';
import { readLanguageWish } from '../language/language-wish.ts';
import type { Locale } from '../language/locale.ts';
import { readPhrase } from '../language/phrases.ts';
import { readRecreate } from '../language/recreate-words.ts';
import { readSmallTalk, type SaidInTalk } from '../language/small-talk.ts';
import { readYesNo } from '../language/yes-no.ts';
import type { Candidate, Match } from '../matching/match.ts';
import { type PeopleDialog, peopleAsked } from './people-asked.ts';
import { MAGIC_CODE } from './sign-in/events.ts';

/** Who owns the turn, and what is to be done. Returned, never sent. */
export type Decision =
  | { readonly kind: 'continue-form' }
  | { readonly kind: 'answer'; readonly id: string; readonly match: Match | null }
  | {
      readonly kind: 'begin';
      readonly dialog: DialogName;
      readonly request: BeginRequest;
      readonly match: Match | null;
    }
  /** An act is spoken of and not ordered: it is told about, and offered. */
  | {
      readonly kind: 'held';
      readonly why: Held;
      readonly dialog: DialogName;
      readonly request: BeginRequest;
      readonly match: Match;
    }
  /** Something on the screen is meant, and it can't be told which. */
  | { readonly kind: 'which' }
  | { readonly kind: 'clarify'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'small-talk'; readonly what: SmallTalk }
  | { readonly kind: 'sign-in' | 'sign-out' | 'sign-in-cancelled' }
  | { readonly kind: 'sign-in-code'; readonly code: string }
  /** A deal is to be made anew; `named` is what names it. */
  | { readonly kind: 'recreate'; readonly named: string }
  | { readonly kind: 'person' | 'complaint' }
  | { readonly kind: 'nothing-to-cancel' | 'nothing-open' | 'acknowledged' | 'list-ended' }
  | { readonly kind: 'offer-declined' };

/** The little things that need no knowledge. */
export type SmallTalk = SaidInTalk | 'drafts';

/** What the router looks at. */
export interface RouteInput {
  readonly utterance: string;
  readonly locale: Locale;
  /** The utterance, read once. */
  readonly reading: Reading;
  /** What is on the screen; absent or null where nothing is. */
  readonly focus?: Focus | null;
  /** What people say in the language; absent where nothing on the screen can be meant. */
  readonly words?: Words;
  /** The person's drafts, latest first, by the customer they are for. */
  readonly drafts?: readonly {
    readonly id: string;
    readonly dialog: DialogName;
    readonly title: string | null;
  }[];
  /** Whether the words by themselves order to close a deal that they name, while another form is open. */
  readonly isClosing?: boolean;
  /** The draft of the open form, or null. */
  readonly openDraft?: string | null;
  /** How sure the open form is that the words are for it; null when no form is open. */
  readonly take: Take | null;
  /** What "sì" begins, or null. In an open form it was asked after the form's own question. */
  readonly offer: Action | null;
  /** The clarification that is open: its candidates with their titles, in the order shown. */
  readonly clarify:
    readonly { readonly id: string; readonly kind: Candidate['kind']; readonly label: string }[] | null;
  /** The list shown last, with what shows its next part; absent or null where none was. */
  readonly list?: { readonly next: Action | null } | null;
  /** Customers' names of the deals that the person may see. */
  readonly knownNames?: readonly string[];
  /** Whether the message before was about a deal. */
  readonly isAfterCheck?: boolean;
  /** What "riprova" does again, or null. */
  readonly retry: Action | null;
  /** Whether people sign in here, and whether a sign-in is waiting for its digits; absent where they don't. */
  readonly signIn?: 'on' | 'waiting';
  /** Whether the assistant can look after deals while the person is away. */
  readonly canWatch?: boolean;
  /** Absent where nobody may be named. */
  readonly peopleDialog?: PeopleDialog;
  /** Asks the matching engine; called only where the words themselves don't decide. */
  readonly match: () => Match;
}

/** From this confidence on, words that a form would take as free text are a question or request after all. */
const INTERRUPTS_FREE_TEXT = 0.75;

/** An order that the form could take as words is one to something else from this confidence on. */
const ORDER_INTERRUPTS = 0.5;

/** Free text of fewer words than this is always the form's: a customer may be called anything. */
const SHORTEST_INTERRUPTION = 4;

/** Decides who owns an utterance: the open form, a small command, the knowledge base or a dialog to begin. */
export function route(input: RouteInput): Decision {
  return routeSignIn(input) ?? routeWatch(input) ?? routeOwner(input);
}

/** Ending what is done while the person is away must work at any moment, so it goes before the open form. */
function routeWatch({ canWatch, utterance }: RouteInput): Decision | null {
  const what = canWatch === true ? readPhrase(utterance, 'watch-off', 'watch-on') : null;
  if (what === null) return null;
  return { kind: 'act', action: { action: 'watch', do: what === 'watch-on' ? 'on' : 'off' } };
}

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

/** "Riprendiamo il deal di Kappa": the draft of that customer, or the only one there is. */
function routeDraft({
  reading,
  words,
  drafts = [],
  openDraft = null,
  utterance,
}: RouteInput): Decision | null {
  if (words === undefined || drafts.length === 0 || !resumes(reading, words)) return null;
  const named = findNames(utterance, drafts, ({ title }) => title ?? '')[0]?.item;
  const [only, ...more] = drafts;
  const namesOther = reading.facts.some(({ kind }) => kind === 'organisation' || kind === 'known-name');
  const draft = named ?? (more.length === 0 && !namesOther ? only : undefined);
  if (draft === undefined) return null;
  const { id, dialog } = draft;
  if (id === openDraft) return { kind: 'act', action: { action: 'form', draftId: id, do: 'status' } };
  return { kind: 'begin', dialog, request: { draftId: id }, match: null };
}

function routeInsideForm(input: RouteInput, take: Take): Decision {
  const offered = routeOffer(input);
  if (offered !== null) return offered;
  const draft = routeDraft(input);
  if (draft !== null) return draft;
  if (input.isClosing === true) return closingOf(input.utterance);
  if (take === 'surely') return { kind: 'continue-form' };
  const pointed = take === 'no' ? routeFocus(input) : null;
  if (pointed !== null) return pointed;
  if (readCommand(input.utterance)?.kind === 'drafts') return { kind: 'small-talk', what: 'drafts' };
  if (readPhrase(input.utterance, 'person') !== null) return { kind: 'person' };
  if (complains(input.reading)) return { kind: 'complaint' };
  const isOrder = input.reading.clauses.some(({ act }) => act === 'order');
  const anew = take === 'no' || isOrder ? routeRecreate(input) : null;
  if (anew !== null) return anew;
  const talk = readSmallTalk(input.utterance);
  if (talk !== null && talk !== 'greeting') return { kind: 'small-talk', what: talk };
  const isQuestion = asks(input.reading);
  if (take === 'maybe' && !isQuestion) return routeFreeText(input);
  const match = input.match();
  if (match.outcome === 'answer' || match.outcome === 'dialog') return follow(match, input);
  if (!isQuestion || take === 'maybe') return { kind: 'continue-form' };
  return match.outcome === 'clarify' ? clarify(match) : { kind: 'none', candidates: match.candidates };
}

function routeFreeText(input: RouteInput): Decision {
  const isOrder = input.reading.clauses.some(({ act }) => act === 'order');
  const isShort = input.utterance.split(/\s+/).length < SHORTEST_INTERRUPTION;
  if (!isOrder && (isShort || isCompany(input.reading))) return { kind: 'continue-form' };
  const match = input.match();
  const least = isOrder ? ORDER_INTERRUPTS : INTERRUPTS_FREE_TEXT;
  const isSure = match.confidence >= least && (!isOrder || match.outcome === 'dialog');
  return isSure && match.id !== null ? follow(match, input) : { kind: 'continue-form' };
}

/** Nothing but a company's name, however many words it has. */
const isCompany = ({ facts: [only, ...more], text }: Reading): boolean =>
  only?.kind === 'organisation' && more.length === 0 && only.end - only.start === text.trim().length;

function routeOutsideForm(input: RouteInput): Decision {
  return (
    routeClarified(input) ??
    routeOffer(input) ??
    routeDraft(input) ??
    routeSmall(input) ??
    routeList(input) ??
    routeFocus(input) ??
    routeRecreate(input) ??
    routeDeal(input) ??
    routeIdle(input) ??
    routeMatch(input.match(), input)
  );
}

/** "Altri" after a list shows what follows. */
function routeList({ list, utterance }: RouteInput): Decision | null {
  if (list === undefined || list === null || readPhrase(utterance, 'more') === null) return null;
  return list.next === null ? { kind: 'list-ended' } : { kind: 'act', action: list.next };
}

function routeRecreate({ utterance }: RouteInput): Decision | null {
  const named = readRecreate(utterance);
  return named === null ? null : { kind: 'recreate', named };
}

/** "Perché?", "il secondo", "ricrealo": what is on the screen is meant, and nothing else is named. */
function routeFocus({ reading, focus = null, words, utterance }: RouteInput): Decision | null {
  const pointed = words === undefined ? null : pointedAt(reading, focus, words);
  if (pointed === null) return closesIt({ reading, focus, utterance });
  const { deal, wish } = pointed;
  if (deal === null) return { kind: 'which' };
  if (wish === 'anew') return { kind: 'recreate', named: '' };
  if (reading.clauses.some(({ act }) => act === 'order') && hasOutcome(reading))
    return closing(deal, utterance);
  const about = wish === 'who' ? 'seller' : wish === 'show' ? null : 'why';
  return checkOf({ referralId: deal, ...(about === null ? {} : { with: { about } }) });
}

/** "Segnalo come perso", "chiudilo" after a deal was shown. */
function closesIt({
  reading,
  focus,
  utterance,
}: Pick<RouteInput, 'reading' | 'focus' | 'utterance'>): Decision | null {
  const deal = focus === null || focus === undefined ? null : pointsAtIt(reading, focus);
  const isOrder = reading.clauses.some(
    ({ act, isOwn }) => act === 'order' || (act === 'report' && isOwn === true),
  );
  return deal !== null && isOrder && hasOutcome(reading) ? closing(deal, utterance) : null;
}

/** Whether it orders to close a deal that it names. */
export function closesNamed({ facts, clauses }: Reading): boolean {
  const isOrder =
    clauses.some(({ act }) => act === 'order') &&
    !clauses.some(({ act }) => act === 'question' || act === 'what-if');
  return (
    isOrder && facts.some(({ kind }) => kind === 'outcome') && facts.some(({ kind }) => kind === 'known-name')
  );
}

function closingOf(utterance: string): Decision {
  return { kind: 'begin', dialog: 'close-deal', request: { utterance }, match: null };
}

const hasOutcome = ({ facts }: Reading): boolean => facts.some(({ kind }) => kind === 'outcome');

/** Isn't content, and asks for nothing beside. */
const complains = ({ clauses }: Reading): boolean =>
  clauses.some(({ act }) => act === 'complaint') &&
  clauses.every(({ act }) => act === 'complaint' || act === 'courtesy' || act === 'filler');

const asks = ({ clauses }: Reading): boolean =>
  clauses.some(({ act }) => act === 'question' || act === 'what-if');

function closing(referralId: string, utterance: string): Decision {
  return { kind: 'begin', dialog: 'close-deal', request: { referralId, utterance }, match: null };
}

/** A deal's name or id alone, and who at Microsoft looks after one, are a check of it. */
function routeDeal(input: RouteInput): Decision | null {
  const { utterance, knownNames = [], isAfterCheck = false } = input;
  const name = bareDeal(utterance, knownNames, isAfterCheck);
  if (name !== null) return checkOf({ utterance: name });
  return asksForSeller(utterance, knownNames) ? checkOf({ utterance, with: { about: 'seller' } }) : null;
}

function checkOf(request: BeginRequest): Decision {
  return { kind: 'begin', dialog: 'check-acceptance', request, match: null };
}

/** A yes, a no or a form's command with nothing to answer and nothing open. */
function routeIdle({ utterance }: RouteInput): Decision | null {
  const command = readCommand(utterance)?.kind;
  const isForForm = command === 'back' || command === 'skip' || command === 'confirm' || command === 'status';
  if (isForForm || command === 'restart' || command === 'repeat') return { kind: 'nothing-open' };
  return readYesNo(utterance) === null ? null : { kind: 'acknowledged' };
}

function routeClarified({ clarify: open, utterance }: RouteInput): Decision | null {
  if (open === null) return null;
  if (readPhrase(utterance, 'none-of-these') !== null) return { kind: 'none', candidates: [] };
  const picked = readChoice(utterance, open);
  const candidate = picked?.kind === 'one' ? open.find(({ id }) => id === picked.id) : undefined;
  if (candidate === undefined) return null;
  return followId(candidate.id, candidate.kind, {}, null);
}

/** What can't be undone is begun by a plain yes alone: "ok, grazie" after an answer is no wish to close a deal. */
function routeOffer({ offer, reading }: RouteInput): Decision | null {
  if (offer === null) return null;
  const does = (act: Act): boolean => reading.clauses.some((clause) => clause.act === act);
  const isOnly = reading.clauses.every(
    ({ act }) => act === 'assent' || act === 'refusal' || act === 'courtesy',
  );
  if (!isOnly || does('assent') === does('refusal')) return null;
  if (does('refusal')) return { kind: 'offer-declined' };
  if (reading.clauses.some((clause) => clause.isPlain === true)) return { kind: 'act', action: offer };
  // "Ok" may be to anything: what deletes for good is asked once more.
  if (offer.action === 'forget-me') return { kind: 'act', action: { ...offer, isConfirmed: false } };
  const isFinal = offer.action === 'begin' && offer.dialog === 'close-deal';
  return isFinal ? null : { kind: 'act', action: offer };
}

function routeSmall({ utterance, retry, reading }: RouteInput): Decision | null {
  const talk = readSmallTalk(utterance);
  if (talk !== null) return { kind: 'small-talk', what: talk };
  if (readPhrase(utterance, 'person') !== null) return { kind: 'person' };
  if (complains(reading)) return { kind: 'complaint' };
  const command = readCommand(utterance);
  if (command?.kind === 'cancel') return { kind: 'nothing-to-cancel' };
  if (command?.kind === 'help') return { kind: 'small-talk', what: 'help' };
  if (command?.kind === 'drafts') return { kind: 'small-talk', what: 'drafts' };
  if (command?.kind === 'retry' && retry !== null) return { kind: 'act', action: retry };
  return null;
}

function routeMatch(match: Match, input: RouteInput): Decision {
  const { utterance, peopleDialog } = input;
  if (peopleAsked(match, peopleDialog) !== null) return follow(match, input);
  const isUnsure = match.outcome === 'clarify' || match.outcome === 'none';
  if (isUnsure && describesDeal(input.reading)) return createOf(match, input);
  const isAnswered = match.outcome === 'answer';
  if (match.id !== 'create-deal' && isNewDeal(input.reading, isAnswered)) return createOf(match, input);
  if (isUnsure && namesDeal(input.reading)) return checkOf({ utterance });
  const isTorn =
    match.outcome === 'clarify' && match.candidates.slice(0, 2).some(({ id }) => id === 'check-acceptance');
  if (isTorn && asks(input.reading) && input.reading.facts.some(({ kind }) => kind === 'known-name')) {
    return checkOf({ utterance });
  }
  if (isUnsure && looksAtDeal(input.reading)) return checkOf({ utterance });
  const spoken = spokenOf(input.reading, match);
  if (spoken !== null) return followSpoken(spoken, match, input);
  const it =
    match.outcome === 'none' && asks(input.reading) ? pointsAtIt(input.reading, input.focus ?? null) : null;
  if (it !== null) return checkOf({ referralId: it, with: { about: 'why' } });
  if (match.outcome === 'clarify') return clarify(match);
  if (match.outcome === 'none') return { kind: 'none', candidates: match.candidates };
  return follow(match, input);
}

/** A deal that is described and ordered is begun; a mail that orders nothing is offered one, filled in from it. */
function createOf(match: Match, { reading, utterance }: RouteInput): Decision {
  const request = { utterance };
  const isTerse = reading.facts.some(({ kind }) => kind === 'deal-kind');
  return isTerse || reading.clauses.some(({ act }) => act === 'order')
    ? { kind: 'begin', dialog: 'create-deal', request, match: null }
    : { kind: 'held', why: 'statement', dialog: 'create-deal', request, match: { ...match, candidates: [] } };
}

/** Does with the deal that a message speaks of what its acts allow. */
function followSpoken(spoken: Spoken, match: Match, { utterance }: RouteInput): Decision {
  const request = { utterance };
  switch (spoken.kind) {
    case 'check':
      return checkOf(request);
    case 'list':
      return checkOf({ with: { view: 'all' } });
    case 'begin':
      return { kind: 'begin', dialog: spoken.dialog, request, match: null };
    case 'held':
      return { ...spoken, request, match };
  }
}

function clarify(match: Match): Decision {
  return { kind: 'clarify', candidates: match.candidates };
}

/** Follows a sure match; the utterance goes along, so that a dialog takes from it what it says. */
function follow(match: Match, { utterance, peopleDialog, reading, focus }: RouteInput): Decision {
  const people = peopleAsked(match, peopleDialog);
  if (people !== null) return followId(people, 'dialog', { utterance }, match);
  const dialog = match.outcome === 'dialog' && isDialogName(match.id) ? match.id : null;
  const why = dialog === null ? null : heldBack(reading, dialog);
  const it = dialog === 'close-deal' && why === null ? pointsAtIt(reading, focus ?? null) : null;
  if (it !== null) return closing(it, utterance);
  if (dialog !== null && why !== null) return { kind: 'held', why, dialog, request: { utterance }, match };
  const kind = match.outcome === 'dialog' ? 'dialog' : 'answer';
  return followId(match.id ?? '', kind, { utterance }, match);
}

function followId(id: string, kind: Candidate['kind'], request: BeginRequest, match: Match | null): Decision {
  if (kind === 'answer') return { kind: 'answer', id, match };
  return isDialogName(id) ? { kind: 'begin', dialog: id, request, match } : { kind: 'none', candidates: [] };
}
