import { asksForSeller, bareDeal } from '../../dialogs/index.ts';
import type { BeginRequest } from '../../dialogs/turn.ts';
import { afterPhrase } from '../language/phrases.ts';
import { readRecreate } from '../language/recreate-words.ts';
import { describedIn, isToldByName } from '../reading/described.ts';
import { dealsAsked } from '../reading/deals/asked.ts';
import { asksThere, factAsked } from '../reading/fact-asked.ts';
import { asksTimeLeft, FOCUS_LASTS, type Pointed, pointedAt, pointsAtIt } from '../reading/focus.ts';
import { asks, does, tells } from '../reading/contents.ts';
import { USD_THRESHOLD } from '../referrals/referral.ts';
import { askedWith } from './asked-with.ts';
import { anotherForThem, likeDeal } from '../reading/like-deal.ts';
import { closes, closesIt, closing, ordersOrTells } from './closing-meant.ts';
import type { Decision, RouteInput } from './decision.ts';

/** "Rifammi il deal di Kappa": made anew. */
export function routeRecreate({ utterance, reading }: RouteInput): Decision | null {
  const named = readRecreate(utterance, tells(reading, 'known-name'));
  return named === null ? null : { kind: 'recreate', named };
}

/** "Duplica il deal di Contoso per Rossi": a new deal with the values of another, but for what is said of it. */
export function routeLike({ reading, focus = null, take, utterance }: RouteInput): Decision | null {
  const shown = focus !== null && focus.age <= FOCUS_LASTS ? focus.current : null;
  const more = take === null && shown !== null ? anotherForThem(reading) : null;
  if (more !== null && shown !== null) {
    const told = more === '' ? {} : { utterance: more };
    return {
      kind: 'begin',
      dialog: 'create-deal',
      request: { ...told, with: { customerOf: shown } },
      match: null,
    };
  }
  const like = likeDeal(reading);
  if (like === null) return null;
  const model = like.model ?? shown;
  const request = model === null ? { utterance } : { utterance: like.rest, with: { like: model } };
  if (take === null)
    return model === null ? null : { kind: 'begin', dialog: 'create-deal', request, match: null };
  // In an open form "come quello di Contoso" is a value, and another deal comes after it.
  return like.isOfDeal && does(reading, 'order') ? { kind: 'later', request } : null;
}

/** So few messages after a deal's card a question for one of its facts is about that deal. */
export const JUST_NOW = 2;

/** "Perché?", "il secondo", "ricrealo": what is on the screen is meant, and nothing else is named. */
export function routeFocus(input: RouteInput): Decision | null {
  const { reading, focus = null, words, utterance } = input;
  const described = routeDescribed(input);
  if (described !== null) return described;
  const pointed = words === undefined ? null : pointedAt(reading, focus, words);
  const asked = tells(reading, 'outcome') && ordersOrTells(reading) ? null : factAsked(reading);
  const it = asked === null || focus === null || focus.age > JUST_NOW ? null : pointsAtIt(reading, focus);
  if (it !== null && asked !== null) return checkOf({ referralId: it, with: { about: asked } });
  if (pointed === null || asksBeside(pointed, input)) return closesIt(input);
  const { deal, wish } = pointed;
  if (deal === null) return { kind: 'which' };
  if (afterPhrase(utterance, 'recreate') !== null && wish === 'show')
    return { kind: 'recreate', named: '', deal };
  if (wish === 'anew') return { kind: 'recreate', named: readRecreate(utterance) ?? '' };
  // "Il terzo l'abbiamo perso" tells its end, and so does the order to close it.
  const isEnd = tells(reading, 'outcome') && does(reading, 'order', 'report', 'statement') && !asks(reading);
  if (isEnd || (does(reading, 'order') && closes(input))) return closing(deal, utterance);
  const about = wish === 'who' ? 'seller' : wish === 'show' ? null : wish;
  return checkOf({ referralId: deal, ...(about === null ? {} : { with: { about } }) });
}

/**
 * "Quello in attesa", "the oldest one", "quello di Verona" after a list, "quale deal scade prima?" at any time: a look
 * at the deal that fits.
 */
function routeDescribed({
  reading,
  focus = null,
  utterance,
  list = null,
  soldNames = [],
  match,
}: RouteInput): Decision | null {
  const isClosing = tells(reading, 'outcome') && ordersOrTells(reading);
  const told = isClosing ? null : describedIn(reading);
  const shown = focus === null || focus.age > FOCUS_LASTS ? [] : focus.deals;
  const isList = shown.length >= 2;
  const several = dealsAsked(reading, { solutions: soldNames, ruled: USD_THRESHOLD });
  // Of one that stands above the others all that are equally so fit.
  const many = told?.isWhole === true && !told.areMany && several?.most === 1 ? null : several;
  if (many !== null && (!many.isFragment || isList)) {
    // "Solo gli aperti" of what is on the screen, "e quelli vinti?" of all.
    const isOfShown =
      isList &&
      !many.isWhole &&
      (many.isRefined || (!many.isFragment && many.traits.length === 0)) &&
      list === null;
    return checkOf({ with: { ...askedWith(many), ...(isOfShown ? { shown: shown.join(' ') } : {}) } });
  }
  if (told === null) {
    const isNamed = isList && isToldByName(reading) && match().outcome !== 'answer';
    return isNamed ? checkOf({ utterance }) : null;
  }
  if (!told.isWhole && !isList) return null;
  // A list of all deals has more of them than the page on the screen.
  const isAll = told.isWhole || list !== null;
  return checkOf({ utterance, ...(isAll ? {} : { with: { shown: shown.join(' ') } }) });
}

/** From this confidence on words that name no thing of their own ask for something else than the deal on the screen. */
const ASKS_ELSE = 0.75;

/** Whether "perché …" asks about something that the knowledge base knows, or names, beside deals and how they stand. */
function asksBeside({ beside }: Pointed, { match, offeredBy }: RouteInput): boolean {
  if (beside === 'nothing') return false;
  const { candidates, outcome, confidence } = match();
  const [top] = candidates;
  const isOfDeal = top?.id === 'check-acceptance' || offeredBy?.(top?.id ?? '') === 'check-acceptance';
  if (outcome !== 'none' && isOfDeal) return false;
  return beside === 'thing' || (outcome !== 'clarify' && confidence >= ASKS_ELSE);
}

/** "Quanto vale Contoso?", "posso ancora modificare Contoso?": one thing of a deal that is named. */
export function routeFact({
  reading,
  utterance,
}: Pick<RouteInput, 'reading' | 'utterance'>): Decision | null {
  const asked = tells(reading, 'known-name') && !ordersOrTells(reading) ? factAsked(reading) : null;
  return asked === null ? null : checkOf({ utterance, with: { about: asked } });
}

/** A deal's name or id alone, and who at Microsoft looks after one, are a check of it. */
export function routeDeal(input: RouteInput): Decision | null {
  const { utterance, knownNames = [], isAfterCheck = false } = input;
  const name = bareDeal(utterance, knownNames, isAfterCheck);
  if (name !== null) return checkOf({ utterance: name });
  const asked = routeFact(input);
  if (asked !== null) return asked;
  const { reading, words } = input;
  if (words !== undefined && tells(reading, 'known-name') && asksTimeLeft(reading, words))
    return checkOf({ utterance });
  if (!ordersOrTells(input.reading) && asksThere(input.reading)) return checkOf({ utterance });
  return asksForSeller(utterance, knownNames) ? checkOf({ utterance, with: { about: 'seller' } }) : null;
}

/** A look at a deal. */
export function checkOf(request: BeginRequest): Decision {
  return { kind: 'begin', dialog: 'check-acceptance', request, match: null };
}
