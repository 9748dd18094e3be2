import type { Day } from './calendar.ts';
import type { Locale } from './locale.ts';

/** What an answer to "when" says; days are `YYYY-MM-DD`. */
export type DateReading =
  /** `others` are other usual readings of the same words, none of them past. */
  | { readonly kind: 'date'; readonly date: Day; readonly others: readonly Day[] }
  /** Only a past day fits; `next` is the nearest future reading. */
  | { readonly kind: 'past'; readonly date: Day; readonly next: Day }
  /** A day that isn't in the calendar ("31 febbraio"). */
  | { readonly kind: 'impossible' }
  /** Different days ("15 o 20 marzo"). */
  | { readonly kind: 'several'; readonly found: readonly Day[] }
  | { readonly kind: 'none' };

/** A day found in a sentence, with the words that say it. */
export interface FoundDate {
  readonly date: Day;
  readonly others: readonly Day[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function readDate(_text: string, _locale: Locale, _today: Day): DateReading {
  return { kind: 'none' };
}

export function findDate(_sentence: string, _locale: Locale, _today: Day): FoundDate | null {
  return null;
}
