import type { Reply } from '../../src/cards/reply-data.ts';
import type { NoticeWish } from '../../src/reading/notices/wish.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import type { NoticeChange } from '../../src/watch/notices.ts';
import type { NoticesHeld } from '../../src/watch/watching.ts';
import { createButton, notFoundReply } from '../deals/replies.ts';
import { nearestDeals } from '../deals/search.ts';
import type { DialogServices } from '../services.ts';
import type { DialogTurn } from '../turn.ts';
import { namesIn, noticeTexts } from './texts.ts';

/** What a wish for news changes beside: all others where one is alone, who is to be left out, and what was set by mistake. */
export async function changesBeside(
  wish: Extract<NoticeWish, { kind: 'news' }>,
  { notices }: NoticesHeld,
  turn: DialogTurn,
  { gateway }: DialogServices,
): Promise<readonly NoticeChange[] | Reply> {
  const last = wish.isInstead === true ? notices?.customers.at(-1) : undefined;
  const isAlone = wish.isAlone === true || (wish.isInstead === true && last === undefined);
  const alone: NoticeChange = { kind: 'news', isOn: !wish.isOn, topic: 'all', customers: null };
  const without = wish.without ?? [];
  const left = without.length === 0 ? [] : customersNamed(without, await gateway.list(turn.actor), turn);
  if (!('length' in left)) return left;
  return [
    ...(isAlone ? [alone] : []),
    ...(last === undefined ? [] : [newsFor([last.name], !wish.isOn)]),
    ...(left.length === 0 ? [] : [newsFor(left, false)]),
  ];
}

const newsFor = (customers: readonly string[], isOn: boolean): NoticeChange => ({
  kind: 'news',
  isOn,
  topic: 'all',
  customers,
});

/** What takes the place of the last one is as that was: told, or not told. */
export function instead(
  wish: Extract<NoticeWish, { kind: 'news' }>,
  { notices }: NoticesHeld,
): Extract<NoticeWish, { kind: 'news' }> {
  return { ...wish, isOn: notices?.customers.at(-1)?.isWanted ?? true };
}

/** Whether these are changes, and no reply. */
export const isChanges = (changes: readonly NoticeChange[] | Reply): changes is readonly NoticeChange[] =>
  Array.isArray(changes);

/** What is said of it beside what was set. */
export function asideOf(wish: NoticeWish, others: readonly NoticeChange[], { locale }: DialogTurn): string[] {
  const texts = noticeTexts[locale];
  const beside = others.flatMap((each) => {
    if (each.kind !== 'news') return [];
    if (each.customers === null) return each.isOn ? [texts.newsOn] : [];
    const names = namesIn(each.customers, locale);
    return [each.isOn ? texts.newsOnFor(names) : texts.newsOffFor(names)];
  });
  return [
    ...beside,
    ...(wish.kind === 'news' && wish.unheld !== undefined ? [texts.unheld[wish.unheld]] : []),
    ...(wish.kind === 'digest' && wish.isOften === true ? [texts.oneDay] : []),
  ];
}

/** The customers that are meant, or what is said where one of them has no deal: then nothing is set. */
export function customersNamed(
  names: readonly string[],
  deals: readonly Referral[],
  { locale }: DialogTurn,
): readonly string[] | Reply {
  const meant: string[] = [];
  for (const name of names) {
    const found = nearestDeals(name, deals);
    const own = found.kind === 'one' ? [found.deal] : found.kind === 'several' ? found.deals : [];
    if (own.length === 0) return notFoundReply(name, locale, createButton(locale));
    meant.push(...own.map(({ customer }) => customer.name));
  }
  return [...new Set(meant)];
}
