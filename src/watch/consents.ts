import { asked, granted } from './consent.ts';
import type { Consent, WatchPerson } from './watched.ts';
import type { Watching } from './watching.ts';
import type { WatchStore } from './watch-store.ts';
import type { Actor } from '../identity/actor.ts';

/** What people say to being worked for while they are away, as it is kept. */
export function createConsents(store: WatchStore, now: () => Date): Omit<Watching, 'takeSeen'> {
  const setConsent = (actor: Actor, change: (before: Consent | null) => Consent | null): Promise<void> =>
    store.changePerson(actor, (person) =>
      person === null ? null : { ...person, consent: change(person.consent), owed: null },
    );
  return {
    meet: (actor, meeting) =>
      store.changePerson(actor, (before) => ({
        ...(before ?? stranger(actor)),
        ...meeting,
        metOn: now().toISOString().slice(0, 10),
      })),
    consentOf: async (actor) => (await store.person(actor))?.consent ?? null,
    noteAsked: (actor) => setConsent(actor, (before) => before ?? asked(now())),
    async grant(actor) {
      await setConsent(actor, (before) => granted(before, now()));
      const consent = (await store.person(actor))?.consent ?? null;
      return consent === null ? null : { until: new Date(consent.until) };
    },
    async withdraw(actor) {
      const wasOn = isRunning((await store.person(actor))?.consent ?? null);
      await setConsent(actor, (before) => (before === null ? null : { ...before, state: 'withdrawn' }));
      return wasOn;
    },
    async resume(actor) {
      if ((await store.person(actor))?.consent?.state !== 'paused') return false;
      await setConsent(actor, (before) => (before === null ? null : { ...before, state: 'granted' }));
      return true;
    },
  };
}

function isRunning(consent: Consent | null): boolean {
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
  };
}
