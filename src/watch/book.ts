import { createBoundedCache } from '../bounded-cache.ts';
import { asked, granted } from './consent.ts';
import { isAboutDeals, isAnything, type NoticeChange, noticesOf, withChange } from './notices.ts';
import { withAnswer } from './recall.ts';
import { nextSlot } from './slots.ts';
import type { Consent, WatchPerson } from './watched.ts';
import type { Meeting, NoticeBook, NoticesHeld, Watching } from './watching.ts';
import type { WatchStore } from './watch-store.ts';
import { type Actor, personKey } from '../identity/actor.ts';

export interface BookOptions {
  readonly store: WatchStore;
  readonly now: () => Date;
  readonly needsConsent: boolean;
  readonly takeSeen: Watching['takeSeen'];
  /** Deletes what waits to be sent to a person. */
  readonly dropUnsent: (actor: Actor) => Promise<void>;
  /** Told of a person who wants to be told something from now on. */
  readonly onWanted: (actor: Actor) => void;
}

/** More people than this don't have a turn at the same time. */
const MOST_MET = 1000;

interface Met {
  readonly meeting: Meeting;
  /** Whether there may be a record of them. */
  readonly isKept: boolean;
  /** Whether they want to hear when an answer changes that they got. */
  readonly wantsChanges: boolean;
}

/** What people want to be told and agreed to, as it is kept. */
export function createBook(options: BookOptions): Watching & NoticeBook {
  const { store, now, needsConsent, takeSeen, dropUnsent, onWanted } = options;
  const met = createBoundedCache<Met>(MOST_MET);
  const today = (): string => now().toISOString().slice(0, 10);
  const setConsent = async (actor: Actor, change: (before: Consent | null) => Consent | null) => {
    await store.changePerson(actor, (person) =>
      person === null ? null : { ...person, consent: change(person.consent), owed: null },
    );
  };
  const personOrNew = (actor: Actor, before: WatchPerson | null): WatchPerson | null => {
    const meeting = met.get(personKey(actor))?.meeting;
    if (before !== null || meeting === undefined) return before;
    return { ...stranger(actor), ...meeting, metOn: today() };
  };
  return {
    needsConsent,
    takeSeen,
    async meet(actor, meeting) {
      const key = personKey(actor);
      const { isKept = true, wantsChanges = false } = met.get(key) ?? {};
      met.set(key, { meeting, isKept, wantsChanges });
      // Where nothing is ever told without a wish, nothing is kept of who has none, and nothing looked up.
      if (!needsConsent && !isKept) return;
      const kept = await store.changePerson(actor, (before) => {
        const person = needsConsent ? personOrNew(actor, before) : before;
        return person === null ? null : { ...person, ...meeting, metOn: today() };
      });
      met.set(key, { meeting, ...standingOf(kept) });
    },
    async noteAnswered(actor, got) {
      if (met.get(personKey(actor))?.wantsChanges !== true) return;
      const add = (person: WatchPerson | null) => person && withAnswer(person, got, now());
      await store.changePerson(actor, add, { isDurable: false });
    },
    consentOf: async (actor) => (await store.person(actor))?.consent ?? null,
    noteAsked: (actor) => setConsent(actor, (before) => before ?? asked(now())),
    async grant(actor) {
      const person = await store.changePerson(actor, (before) =>
        before === null
          ? null
          : { ...before, ...wishOnLeave(before, now()), consent: granted(before.consent, now()), owed: null },
      );
      const consent = person?.consent ?? null;
      if (consent !== null) onWanted(actor);
      return consent === null ? null : { until: new Date(consent.until) };
    },
    async withdraw(actor) {
      const wasOn = isRunning((await store.person(actor))?.consent ?? null);
      await store.changePerson(actor, (person) => person && changed(person, { kind: 'nothing' }, options));
      return wasOn;
    },
    async resume(actor) {
      if ((await store.person(actor))?.consent?.state !== 'paused') return false;
      await setConsent(actor, (before) => (before === null ? null : { ...before, state: 'granted' }));
      return true;
    },
    async leave(actor) {
      met.delete(personKey(actor));
      await store.changePerson(actor, () => null);
      await dropUnsent(actor);
    },
    held: async (actor) => heldOf(await store.person(actor), now()),
    async change(actor, change) {
      const person = await store.changePerson(actor, (before) => {
        const known = personOrNew(actor, before);
        return known === null ? null : changed(known, change, options);
      });
      const meeting = met.get(personKey(actor))?.meeting;
      if (meeting !== undefined) met.set(personKey(actor), { meeting, ...standingOf(person) });
      const isMet = person !== null || meeting !== undefined;
      if (person !== null && isAboutDeals(person.notices)) onWanted(actor);
      return isMet ? heldOf(person, now()) : null;
    },
  };
}

function standingOf(person: WatchPerson | null): Pick<Met, 'isKept' | 'wantsChanges'> {
  return { isKept: person !== null, wantsChanges: person?.notices?.changes === true };
}

/** The person after what they said; null where nothing is left of which anything must be kept. */
function changed(
  person: WatchPerson,
  change: NoticeChange,
  { now, needsConsent }: BookOptions,
): WatchPerson | null {
  const notices = withChange(noticesOf(person), change, now());
  // Nothing is kept of what was answered for who doesn't want to hear of it.
  const said = { ...person, notices, answered: notices.changes ? person.answered : [] };
  if (!needsConsent) return isAnything(notices) || notices.quiet !== null ? said : null;
  const wantsMore = change.kind === 'digest' || (change.kind === 'news' && change.isOn);
  const { consent } = person;
  if (wantsMore) return { ...said, consent: granted(consent, now()), owed: null };
  if (change.kind !== 'nothing' || consent === null) return said;
  return { ...said, consent: { ...consent, state: 'withdrawn' }, owed: null };
}

/** Who agrees to be worked for, and wants nothing in particular, wants the news. */
function wishOnLeave({ notices }: WatchPerson, now: Date): Pick<WatchPerson, 'notices'> {
  if (notices === null || isAboutDeals(notices)) return { notices };
  return { notices: withChange(notices, { kind: 'news', isOn: true, topic: 'all', customers: null }, now) };
}

function heldOf(person: WatchPerson | null, now: Date): NoticesHeld {
  const notices = person === null ? null : noticesOf(person);
  const digest = notices?.digest ?? null;
  const consent = person?.consent ?? null;
  return {
    notices,
    nextList: person === null || digest === null ? null : nextSlot(digest, person.timeZone, now).at,
    until: isRunning(consent) ? new Date(consent.until) : null,
  };
}

function isRunning(consent: Consent | null): consent is Consent {
  return consent?.state === 'granted' || consent?.state === 'paused';
}

function stranger({
  tenantId,
  objectId,
}: Actor): Omit<WatchPerson, 'locale' | 'timeZone' | 'reference' | 'email' | 'metOn'> {
  return {
    schema: 1,
    tenantId: tenantId.toLowerCase(),
    objectId: objectId.toLowerCase(),
    consent: null,
    lastReadAt: null,
    owed: null,
    told: [],
    notices: null,
    digestOn: null,
    letter: null,
    lookedIn: null,
    answered: [],
  };
}
