import type { Reply } from '../../src/cards/reply-data.ts';
import { sayWith } from '../../src/cards/reply-data.ts';
import { formatMinute } from '../../src/language/dates/clock.ts';
import { readNoticeWish } from '../../src/reading/notices/read-wish.ts';
import type { NoticeWish } from '../../src/reading/notices/wish.ts';
import type { Unable } from '../../src/reading/notices/limits.ts';
import { decide } from '../../src/referrals/rules.ts';
import { isAnything, type NoticeChange } from '../../src/watch/notices.ts';
import type { NoticesHeld } from '../../src/watch/watching.ts';
import { adminsButton, createButton, maySeeDeals, notFoundReply } from '../deals/replies.ts';
import type { FormDefinition } from '../engine/definition.ts';
import type { DialogServices } from '../services.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import { asideOf, changesBeside, customersNamed, instead, isChanges } from './news-wish.ts';
import {
  changedReply,
  dayFor,
  everyOf,
  listReply,
  type Setting,
  SETTINGS,
  settingsButton,
} from './settings.ts';
import { namesIn, noticeTexts } from './texts.ts';

/** Nothing is asked: what was said is done at once, and can be taken back as easily. */
type NoValues = Record<never, never>;

/** Sets what a person is told without asking, or says what it is. */
export function createSetNoticesForm(services: DialogServices): FormDefinition<NoValues, null> {
  return {
    name: 'set-notices',
    version: 1,
    slots: [],
    isDraftKept: false,
    load: () => Promise.resolve(null),
    start: async (request, { turn }) => ({ kind: 'stop', replies: [await answer(request, turn, services)] }),
    review: () => null,
    finish: () => Promise.resolve({ kind: 'done', replies: [] }),
    titleOf: () => null,
  };
}

async function answer(request: BeginRequest, turn: DialogTurn, services: DialogServices): Promise<Reply> {
  const wish = wishOf(request, turn);
  if (wish === null || wish.kind === 'list') return list(turn, services, wish === null);
  if (wish.kind === 'reminder')
    return sayWith(noticeTexts[turn.locale].noReminder, settingsButton('newsOn', turn.locale));
  if (wish.kind === 'unable') return unableReply(wish.what, turn);
  const isOn = wish.kind === 'digest' || (wish.kind === 'news' && wish.isOn);
  if (isOn && !maySeeDeals(turn)) return sayWith(noticeTexts[turn.locale].noRole, adminsButton(turn.locale));
  const before = await services.notices.held(turn.actor);
  if (wish.kind === 'digest' && wish.isChange === true && before.notices?.digest == null)
    return list(turn, services, true);
  const meant = wish.kind === 'news' && wish.isInstead === true ? instead(wish, before) : wish;
  const change = await changeOf(meant, request, before, turn, services);
  if (!('kind' in change)) return change;
  const others = meant.kind === 'news' ? await changesBeside(meant, before, turn, services) : [];
  if (!isChanges(others)) return others;
  for (const other of others) await services.notices.change(turn.actor, other);
  const held = await services.notices.change(turn.actor, change);
  if (held === null) return sayWith(noticeTexts[turn.locale].inPrivate);
  if (change.kind === 'digest-off' && before.notices?.digest == null)
    return sayWith(noticeTexts[turn.locale].digestWasOff);
  const isRead = services.notices.needsConsent;
  const idle = (await isIdle(change, turn, services)) ? ` ${noticeTexts[turn.locale].nothingAwaited}` : '';
  const said = [saidOf(change, held, isRead, turn), ...asideOf(wish, others, turn)].join(' ');
  return changedReply(`${said}${idle}`, untilFor(change, held), turn);
}

function unableReply(what: Unable, { locale }: DialogTurn): Reply {
  const button = {
    'on-a-day': 'newsOn',
    often: 'digestOn',
    'quiet-days': 'list',
    condition: 'list',
  } as const;
  return sayWith(noticeTexts[locale].unable[what], settingsButton(button[what], locale));
}

const BY_BUTTON: Readonly<Record<Setting, NoticeWish>> = {
  list: { kind: 'list' },
  newsOn: { kind: 'news', isOn: true, topic: 'all', names: [], isOfAll: true },
  newsOff: { kind: 'news', isOn: false, topic: 'all', names: [], isOfAll: true },
  changesOn: { kind: 'changes', isOn: true },
  changesOff: { kind: 'changes', isOn: false },
  digestOn: { kind: 'digest', weekday: null, at: null },
  digestOff: { kind: 'digest-off' },
  quietOff: { kind: 'quiet-off' },
  nothing: { kind: 'nothing' },
};

function wishOf({ with: known, utterance }: BeginRequest, turn: DialogTurn): NoticeWish | null {
  const setting = SETTINGS.find((each) => each === known?.['setting']);
  if (setting !== undefined) return BY_BUTTON[setting];
  if (utterance === undefined) return null;
  return readNoticeWish(turn.read(utterance, null), known?.['isGoingOn'] !== undefined);
}

async function list(turn: DialogTurn, { notices }: DialogServices, isUnread: boolean): Promise<Reply> {
  const held = await notices.held(turn.actor);
  const reply = listReply(held, notices.needsConsent, turn);
  if (!isUnread || isAnything(held.notices)) return reply;
  return sayWith(noticeTexts[turn.locale].unread, ...(reply.buttons ?? []));
}

/** Where nothing else is said: a list on Monday at nine, and quiet from eight to eight. */
const MONDAY = 1;
const MORNING = 9 * 60;
const NIGHT = { from: 20 * 60, to: 8 * 60 };

/** The change, or what is said where the words name a customer of whom the person has no deal. */
async function changeOf(
  wish: Exclude<NoticeWish, { kind: 'list' | 'reminder' | 'unable' }>,
  { referralId }: BeginRequest,
  { notices }: NoticesHeld,
  turn: DialogTurn,
  { gateway }: DialogServices,
): Promise<NoticeChange | Reply> {
  switch (wish.kind) {
    case 'digest':
      return {
        kind: 'digest',
        weekday: wish.weekday ?? notices?.digest?.weekday ?? MONDAY,
        at: wish.at ?? notices?.digest?.at ?? MORNING,
      };
    case 'quiet': {
      const { from, to } = notices?.quiet ?? NIGHT;
      return { kind: 'quiet', from: wish.from ?? from, to: wish.to ?? to };
    }
    case 'news': {
      const { isOn, topic, names } = wish;
      if (names.length === 0 && referralId === undefined)
        return { kind: 'news', isOn, topic, customers: null };
      const deals = await gateway.list(turn.actor);
      const own = deals.filter(({ id }) => id === referralId).map(({ customer }) => customer.name);
      const customers = names.length === 0 ? own : customersNamed(names, deals, turn);
      if (!('length' in customers)) return customers;
      if (customers.length === 0) return notFoundReply(null, turn.locale, createButton(turn.locale));
      return { kind: 'news', isOn, topic, customers };
    }
    default:
      return wish;
  }
}

/** Whether news is wanted of deals on which no answer of Microsoft is to come. */
async function isIdle(change: NoticeChange, turn: DialogTurn, { gateway }: DialogServices): Promise<boolean> {
  if (change.kind !== 'news' || !change.isOn || change.customers === null) return false;
  const { customers } = change;
  const meant = (await gateway.list(turn.actor)).filter(({ customer }) => customers.includes(customer.name));
  return meant.length > 0 && !meant.some((deal) => decide(deal, turn.now).kind === 'waiting');
}

function saidOf(change: NoticeChange, { nextList }: NoticesHeld, isRead: boolean, turn: DialogTurn): string {
  const texts = noticeTexts[turn.locale];
  switch (change.kind) {
    case 'news': {
      const { isOn, topic, customers } = change;
      if (customers !== null) {
        const names = namesIn(customers, turn.locale);
        return isOn ? texts.newsOnFor(names) : texts.newsOffFor(names);
      }
      if (topic === 'deadlines') return isOn ? texts.deadlinesOn : texts.deadlinesOff;
      return isOn ? texts.newsOn : texts.newsOff;
    }
    case 'changes':
      return change.isOn ? texts.changesOn : texts.changesOff;
    case 'digest':
      return texts.digestOn(
        everyOf(change, turn.locale),
        formatMinute(change.at),
        dayFor(nextList ?? turn.now, turn),
      );
    case 'digest-off':
      return texts.digestOff;
    case 'quiet':
      return texts.quietOn(formatMinute(change.from), formatMinute(change.to));
    case 'quiet-off':
      return texts.quietOff;
    case 'nothing':
      return isRead ? texts.nothingRead : texts.nothing;
  }
}

/** Until when deals are read for it, where something new is told and that takes the person's leave. */
function untilFor(change: NoticeChange, { until }: NoticesHeld): Date | null {
  const tellsMore = change.kind === 'digest' || (change.kind === 'news' && change.isOn);
  return tellsMore ? until : null;
}
