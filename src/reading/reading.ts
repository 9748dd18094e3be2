import type { Act } from '../knowledge/words.ts';
import type { Language } from '../language/locale.ts';

export type { Act };

/** Where something stands in the message: UTF-16 offsets, `end` excluded. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What words say about the slot a fact is for: "contatto: …", "entro …", "sostituisci il valore". */
export type Role =
  | 'customer'
  | 'contact'
  | 'value'
  | 'closing-date'
  | 'address'
  | 'solution'
  | 'notes'
  | 'deal-name'
  | 'reason';

interface Found extends Place {
  /**
   * False where something unread stands right beside it (a multiplier, an ordinal, a year, "al mese"), or where it has
   * several usual readings: then it is asked about and never taken.
   */
  readonly isSure: boolean;
  /** The slot that a label or the words before it say it is for; null where nothing says so. */
  readonly role: Role | null;
  /** True where words that take something back put it in its place: "intendevo Litware", "non Contoso, Litware". */
  readonly isInstead?: true;
}

/** A value found in the words. No word belongs to two facts. */
export type Fact =
  | (Found & { readonly kind: 'money'; readonly amount: number; readonly currency: string | null })
  | (Found & {
      readonly kind: 'recurring';
      /** Of one payment. */
      readonly amount: number;
      readonly currency: string | null;
      readonly per: 'week' | 'month' | 'quarter' | 'year';
      /** Number of payments; null where no term is named. */
      readonly times: number | null;
    })
  /** `YYYY-MM-DD`; `options` are all usual readings (the value among them), empty where there is but one. */
  | (Found & { readonly kind: 'day'; readonly value: string; readonly options: readonly string[] })
  /** E.164; the digits that are dialled then, null where there are none. */
  | (Found & { readonly kind: 'phone'; readonly value: string; readonly extension: string | null })
  | (Found & { readonly kind: 'email'; readonly value: string })
  /** An https address as typed, with the deal's id in it where it is a deal's page in the portal. */
  | (Found & { readonly kind: 'link'; readonly value: string; readonly dealId: string | null })
  /** One of the names that the person may see, as written there. */
  | (Found & { readonly kind: 'known-name'; readonly value: string })
  | (Found & { readonly kind: 'organisation'; readonly value: string })
  /** First and last name without a title; `lastName` null where one word was given. */
  | (Found & {
      readonly kind: 'person';
      readonly value: string;
      readonly firstName: string | null;
      readonly lastName: string | null;
    })
  | (Found & {
      readonly kind: 'address';
      readonly line1: string | null;
      readonly city: string | null;
      readonly postcode: string | null;
      readonly state: string | null;
      /** ISO 3166-1 alpha-2; null where the words name none. */
      readonly country: string | null;
    })
  | (Found & {
      readonly kind: 'number-id';
      readonly value: string;
      readonly what: 'vat' | 'order' | 'crm' | 'deal' | 'solution' | 'other';
    })
  | (Found & { readonly kind: 'outcome'; readonly value: 'Won' | 'Lost' })
  | (Found & { readonly kind: 'deal-kind'; readonly value: 'co-sell' | 'shared' | 'private' });

export type FactKind = Fact['kind'];

/** A part of the message that does one thing. */
export interface Clause extends Place {
  readonly text: string;
  readonly act: Act;
  /** Of a report or a plan: whether the person speaks of what "we" or "I" did; else null. */
  readonly isOwn: boolean | null;
  /** Of a report or a correction: true where it tells what somebody says ("mi ha detto Marco", "pare che"). */
  readonly isHearsay?: boolean;
  /** Of an assent: true where it is a plain yes ("sì", "yes, close it") and not an "ok" that may be to anything. */
  readonly isPlain?: boolean;
  /** Of an assent: true where it is praise ("perfetto"), which may be for the summary and not a yes to it. */
  readonly isPraise?: boolean;
  /** Of an order: true where it only wants to see something ("guarda Contoso", "fammi vedere gli altri"). */
  readonly isLook?: boolean;
  /** Of an order: true where it is for another deal than the one spoken of ("aprimene uno nuovo con loro"). */
  readonly isAnother?: boolean;
  /** Of a putting off: true where it only asks for a moment ("aspetta", "un attimo"). */
  readonly isPause?: boolean;
  /** Of a question: true where it asks what has happened ("qualcuno ha chiuso Contoso?"). */
  readonly isPast?: boolean;
  /** Of a supposition: true where it is of something that the person does ("e se lo cancello?"). */
  readonly isOfDeed?: boolean;
  /** The facts that stand in it. */
  readonly facts: readonly Fact[];
}

/** A message, read once. */
export interface Reading {
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** In the order of the message. */
  readonly facts: readonly Fact[];
  /** Words with content that no fact holds and no cue explains, in runs ("entro pasqua"). */
  readonly unclaimed: readonly string[];
}

/** What a reader may know beside the words. */
export interface ReadingContext {
  readonly locale: Language;
  /** `YYYY-MM-DD` in the person's time zone. */
  readonly today: string;
  /** The slot that the open form asked, `review` where its summary is on the screen, null where nothing is asked. */
  readonly asked: string | null;
  /** Customers of the deals that the person may see. */
  readonly known: readonly string[];
}
