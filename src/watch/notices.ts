import type { Referral } from '../referrals/referral.ts';
import type { NewsKind, Notices, WatchPerson } from './watched.ts';

/** A change of what a person is told, as they said it. */
export type NoticeChange =
  | {
      readonly kind: 'news';
      readonly isOn: boolean;
      /** `all`: answers and the reminders before Microsoft's time is over. */
      readonly topic: 'all' | 'answers' | 'deadlines';
      /** Customers it is about; null where it is about all. */
      readonly customers: readonly string[] | null;
    }
  /** Answers of ours that say something else now. */
  | { readonly kind: 'changes'; readonly isOn: boolean }
  | { readonly kind: 'digest'; readonly weekday: number; readonly at: number }
  | { readonly kind: 'digest-off' }
  | { readonly kind: 'quiet'; readonly from: number; readonly to: number }
  | { readonly kind: 'quiet-off' }
  /** Nothing any more. */
  | { readonly kind: 'nothing' };

/** Nothing is told. */
export function noNotices(now: Date): Notices {
  return {
    since: now.toISOString(),
    answers: false,
    deadlines: false,
    changes: false,
    customers: [],
    digest: null,
    quiet: null,
  };
}

/** What holds for a person: what they said, else what they agreed to. */
export function noticesOf({ notices, consent }: Pick<WatchPerson, 'notices' | 'consent'>): Notices | null {
  if (notices !== null) return notices;
  if (consent?.state !== 'granted' && consent?.state !== 'paused') return null;
  return { ...noNotices(new Date(consent.since)), answers: true, deadlines: true };
}

/** Whether anything is ever told. */
export function isAnything(notices: Notices | null): boolean {
  return notices?.changes === true || isAboutDeals(notices);
}

/** Whether anything is told that deals have to be read for. */
export function isAboutDeals(notices: Notices | null): boolean {
  if (notices === null) return false;
  const { answers, deadlines, customers, digest } = notices;
  return answers || deadlines || digest !== null || customers.some(({ isWanted }) => isWanted);
}

/** What holds after a change; what was said of single customers goes with what was said of all. */
export function withChange(before: Notices | null, change: NoticeChange, now: Date): Notices {
  const kept = before ?? noNotices(now);
  // Who had nothing on hears of what comes from now on.
  const notices = isAboutDeals(kept) ? kept : { ...kept, since: now.toISOString() };
  switch (change.kind) {
    case 'news':
      return change.customers === null
        ? withTopic(notices, change.topic, change.isOn)
        : { ...notices, customers: withCustomers(notices.customers, change.customers, change.isOn) };
    case 'digest': {
      const { weekday, at } = change;
      return { ...notices, digest: { weekday, at, since: now.toISOString() } };
    }
    case 'changes':
      return { ...notices, changes: change.isOn };
    case 'digest-off':
      return { ...notices, digest: null };
    case 'quiet':
      return { ...notices, quiet: { from: change.from, to: change.to } };
    case 'quiet-off':
      return { ...notices, quiet: null };
    case 'nothing':
      return { ...noNotices(now), quiet: notices.quiet };
  }
}

function withTopic(
  notices: Notices,
  topic: Extract<NoticeChange, { kind: 'news' }>['topic'],
  isOn: boolean,
): Notices {
  const answers = topic === 'deadlines' ? notices.answers : isOn;
  const deadlines = topic === 'answers' ? notices.deadlines : isOn;
  // "Avvisami di tutto" takes back "non avvisarmi di Contoso", and the other way round.
  return { ...notices, answers, deadlines, customers: topic === 'deadlines' ? notices.customers : [] };
}

function withCustomers(
  before: Notices['customers'],
  names: readonly string[],
  isWanted: boolean,
): Notices['customers'] {
  const others = before.filter(({ name }) => !names.some((each) => isSameName(each, name)));
  return [...others, ...names.map((name) => ({ name, isWanted }))];
}

/** Whether a person wants to be told this of a deal. */
export function wants(notices: Notices, deal: Pick<Referral, 'customer'>, kind: NewsKind): boolean {
  const own = notices.customers.find(({ name }) => isSameName(name, deal.customer.name));
  if (own !== undefined) return own.isWanted;
  return kind === 'due' || kind === 'due-last' ? notices.deadlines : notices.answers;
}

/** Whether a deal's customer is one of whom nothing is wanted. */
export function isMuted({ customers }: Notices, deal: Pick<Referral, 'customer'>): boolean {
  return customers.some(({ name, isWanted }) => !isWanted && isSameName(name, deal.customer.name));
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
