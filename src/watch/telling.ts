import { dayIn } from '../language/dates/calendar.ts';
import { dealsInCare } from '../referrals/care.ts';
import type { Referral } from '../referrals/referral.ts';
import { isTerminal } from '../referrals/rules.ts';
import { hasHeard, isMember, newsToTell, remember, withoutOld, withTold } from './news.ts';
import { isAboutDeals, isAnything, isMuted, noticesOf, wants } from './notices.ts';
import { sideBySide } from './side-by-side.ts';
import { dueSlot, isQuiet } from './slots.ts';
import type { DealNews, Teller, WatchMessage } from './teller.ts';
import type { WatchPerson } from './watched.ts';
import type { WatchStore } from './watch-store.ts';

/** A deal as somebody has just read it. */
export interface DealRead {
  readonly deal: Referral;
  /** Since when its reader lets us watch. */
  readonly since: Date;
  /** True where the service has just announced a change of Microsoft's record. */
  readonly hasJustChanged: boolean;
}

/** Deals of one company as they were just read. */
export interface CompanyDeals {
  readonly tenantId: string;
  readonly deals: readonly Referral[];
  /** By object id, the people of whom all deals were read. */
  readonly own: ReadonlyMap<string, readonly Referral[]>;
}

export interface TellingOptions {
  readonly store: WatchStore;
  readonly teller: Teller;
  readonly now: () => Date;
}

/** What is written down for each waits for a disk. */
const MOST_TOLD_AT_ONCE = 8;

/** Compares deals with what was known of them. One call at a time for a company. */
export async function noteDeals(
  tenantId: string,
  reads: readonly DealRead[],
  { store, now }: Pick<TellingOptions, 'store' | 'now'>,
): Promise<void> {
  const known = new Map((await store.deals(tenantId)).map((deal) => [deal.id, deal]));
  for (const read of reads) {
    const { id } = read.deal;
    known.set(id, remember({ ...read, known: known.get(id) ?? null, now: now() }));
  }
  await store.putDeals(tenantId, withoutOld([...known.values()], now()));
}

/** Tells each person of a company what they want to hear and have not heard, all of it at once. */
export async function tellPeople(read: CompanyDeals, options: TellingOptions): Promise<void> {
  const { store, now } = options;
  const known = new Map((await store.deals(read.tenantId)).map((deal) => [deal.id, deal]));
  const ever = new Date(0);
  const isNews = (deal: Referral): boolean => {
    const remembered = known.get(deal.id);
    return remembered !== undefined && newsToTell(deal, remembered, ever, now()) !== null;
  };
  const deals = read.deals.filter(isNews);
  const newsFor = (person: WatchPerson, since: Date): DealNews[] =>
    deals.flatMap((deal) => {
      const remembered = known.get(deal.id);
      const news = remembered === undefined ? null : newsToTell(deal, remembered, since, now());
      return news !== null && isMember(deal.team, person) ? [{ news, deal }] : [];
    });
  await sideBySide(await store.people(read.tenantId), MOST_TOLD_AT_ONCE, (person) =>
    tellOne(
      person,
      (seen) => planFor(seen, { newsFor, own: read.own.get(person.objectId) ?? null }, now()),
      options,
    ),
  );
}

/** What a round has found for one person. */
interface Found {
  readonly newsFor: (person: WatchPerson, since: Date) => readonly DealNews[];
  /** Null where their deals were not read in this round. */
  readonly own: readonly Referral[] | null;
}

/**
 * What is told is written down with the message itself in one step, and the message handed on after it: a process that
 * dies in between leaves one that the next round hands on under the same id, so that it is sent once.
 */
export async function tellOne(
  listed: WatchPerson,
  plan: (person: WatchPerson) => Plan | null,
  options: TellingOptions,
): Promise<void> {
  const { store, teller, now } = options;
  const change = (person: WatchPerson): WatchPerson => {
    const seen = lookedAfter(person, now());
    const told = seen.letter === null ? plan(seen) : null;
    return told === null ? seen : { ...told.person, letter: teller.write(told.person, told.message) };
  };
  if (change(listed) === listed && listed.letter === null) return;
  const person = await store.changePerson(listed, (before) => (before === null ? null : change(before)));
  if (person?.letter == null) return;
  const { letter } = person;
  if ((await teller.post(person, letter)) === 'failed') return;
  // After a power cut it is handed on once more, which the queue knows it by.
  await store.changePerson(
    listed,
    (before) => (before?.letter?.id === letter.id ? { ...before, letter: null } : before),
    { isDurable: false },
  );
}

/** Once a month the record of who wants to be told something is written anew: it ends by their word, not by its age. */
function lookedAfter(person: WatchPerson, now: Date): WatchPerson {
  const lookedIn = now.toISOString().slice(0, 7);
  return person.lookedIn === lookedIn || !isAnything(person.notices) ? person : { ...person, lookedIn };
}

/** What a person is told, and what is written down with it. */
export interface Plan {
  /** As they are once it is told. */
  readonly person: WatchPerson;
  readonly message: WatchMessage;
}

/** What a person is told now, null where it is nothing, or quiet where they are. */
function planFor(person: WatchPerson, { newsFor, own }: Found, now: Date): Plan | null {
  const notices = noticesOf(person);
  const { timeZone } = person;
  if (notices === null || !isAboutDeals(notices) || isQuiet(notices.quiet, timeZone, now)) return null;
  const news = newsFor(person, new Date(notices.since)).filter(
    ({ deal, news: kind }) => wants(notices, deal, kind) && !hasHeard(person, deal.id, kind),
  );
  const slot = own === null ? null : dueSlot(notices.digest, person.digestOn, timeZone, now);
  if (news.length === 0 && slot === null) return null;
  const told = news.reduce((before, { deal, news: kind }) => withTold(before, deal.id, kind, now), person);
  const listed = (own ?? []).filter((deal) => !isMuted(notices, deal) && !isTerminal(deal.state));
  const digest = { inCare: dealsInCare(listed, dayIn(timeZone, now), now), open: listed.length };
  return {
    person: slot === null ? told : { ...told, digestOn: slot.day },
    message: { kind: 'notices', news, digest: slot === null ? null : digest, readAt: now },
  };
}
