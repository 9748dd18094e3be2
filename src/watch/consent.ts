import type { Consent, ConsentNotice } from './watched.ts';

const DAY_MS = 86_400_000;

/** Days that a consent holds: a quarter, so that nobody is worked for whom everybody has forgotten. */
const CONSENT_DAYS = 90;

/** Days before its end at which the person hears of it. */
const ENDING_DAYS = 7;

/** The question was asked; it is not asked again by itself. */
export function asked(now: Date): Consent {
  return { state: 'asked', since: now.toISOString(), until: now.toISOString(), isEndTold: false };
}

/** The person agrees, or agrees again: then what is watched already stays so. */
export function granted(before: Consent | null, now: Date): Consent {
  const until = new Date(now.getTime() + CONSENT_DAYS * DAY_MS).toISOString();
  const goesOn = before?.state === 'granted' || before?.state === 'paused';
  const since = goesOn ? before.since : now.toISOString();
  return { ...before, state: 'granted', since, until, isEndTold: false };
}

/** The consent as it is at `now`, and what its person has to hear about that. */
export function atTime(consent: Consent, now: Date): { consent: Consent; notice: ConsentNotice | null } {
  const isRunning = consent.state === 'granted' || consent.state === 'paused';
  const leftMs = Date.parse(consent.until) - now.getTime();
  if (isRunning && leftMs <= 0) return { consent: { ...consent, state: 'ended' }, notice: 'term-over' };
  const isNear = consent.state === 'granted' && leftMs <= ENDING_DAYS * DAY_MS && !consent.isEndTold;
  return isNear ? { consent: { ...consent, isEndTold: true }, notice: 'ending' } : { consent, notice: null };
}
