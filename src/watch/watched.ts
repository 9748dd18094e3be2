import { LOCALES } from '../language/locale.ts';
import * as z from 'zod';
import { recordObject } from '../storage/record-store.ts';

/** What a person said to being worked for while they are away, and how long it holds. */
const consentSchema = recordObject({
  /**
   * - `asked`: the question stands.
   * - `granted`: their token may be used.
   * - `paused`: they agreed, and their sign-in has ended; it goes on when they sign in again.
   * - `withdrawn`, `ended`: no more, by their word or because the term is over.
   */
  state: z.enum(['asked', 'granted', 'paused', 'withdrawn', 'ended']),
  /** ISO UTC: since when it is so watched; what happened before is no news. */
  since: z.string(),
  /** ISO UTC. */
  until: z.string(),
  /** True once the person heard that the end is near. */
  isEndTold: z.boolean(),
});

/** A sentence about the consent that a person has not heard yet. */
const NOTICES = ['ending', 'term-over', 'sign-in-over'] as const;

export const NEWS_KINDS = ['accepted', 'declined', 'due'] as const;

/** A person who has a personal chat with the assistant. */
export const watchPersonSchema = recordObject({
  schema: z.literal(1),
  /** Lower case, as the object id. */
  tenantId: z.string(),
  objectId: z.string(),
  /** By which a deal's team knows the person; null where the directory doesn't tell. */
  email: z.string().nullable(),
  locale: z.enum(LOCALES),
  /** IANA name. */
  timeZone: z.string(),
  /** Where the personal chat is, as the channel names it; opaque here. */
  reference: z.record(z.string(), z.unknown()),
  consent: consentSchema.nullable(),
  /** ISO UTC: when deals were last read with the person's token while they were away. */
  lastReadAt: z.string().nullable(),
  /** What they have still to hear about their consent. */
  owed: z.enum(NOTICES).nullable(),
  /** The day, UTC, on which they last wrote. */
  metOn: z.string(),
  /** What they heard of which deal, or can't be told. */
  told: z.array(recordObject({ dealId: z.string(), kind: z.enum(NEWS_KINDS), at: z.string() })),
});

const dealSchema = recordObject({
  id: z.string(),
  /** Id of Microsoft's record, by which its changes are announced; null where it isn't known. */
  microsoftId: z.string().nullable(),
  /** Substatus of Microsoft's side as last read; null where there was none. */
  side: z.string().nullable(),
  /** ISO UTC. */
  lastReadAt: z.string(),
  /** What came about while we watched. */
  news: z.array(recordObject({ kind: z.enum(NEWS_KINDS), at: z.string() })),
});

/** The deals of one company as they were last read; nothing in it is of a person. */
export const tenantDealsSchema = recordObject({ schema: z.literal(1), deals: z.array(dealSchema) });

export type Consent = z.infer<typeof consentSchema>;
export type ConsentNotice = (typeof NOTICES)[number];
export type WatchPerson = z.infer<typeof watchPersonSchema>;
export type KnownDeal = z.infer<typeof dealSchema>;
export type NewsKind = (typeof NEWS_KINDS)[number];
export type TenantDeals = z.infer<typeof tenantDealsSchema>;
