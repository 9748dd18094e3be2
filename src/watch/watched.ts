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

/** `due`: three days before Microsoft's time is over; `due-last`: one day before. `expired`: it is over, without an answer. */
export const NEWS_KINDS = ['accepted', 'declined', 'expired', 'due', 'due-last'] as const;

/** Minutes since midnight, by the clock of the person's time zone. */
const minuteSchema = z.number().int().min(0).max(1439);

/** What a person wants to be told without asking each time. It holds until they say otherwise, not for a session. */
export const noticesSchema = recordObject({
  /** ISO UTC: what came about before is no news to them. */
  since: z.string(),
  /** Microsoft's answers for every deal whose team they are on. */
  answers: z.boolean(),
  /** The reminders before Microsoft's time is over, for each of these. */
  deadlines: z.boolean(),
  /** That an answer which they got says something else now. */
  changes: z.boolean().default(false),
  /** Customers of whom all of it, or none of it, is told, whatever holds for the others. */
  customers: z.array(recordObject({ name: z.string(), isWanted: z.boolean() })),
  /** The weekly list of what needs care; Monday is 1. */
  digest: recordObject({
    weekday: z.number().int().min(1).max(7),
    at: minuteSchema,
    /** ISO UTC: a time of the week before it is none of theirs. */
    since: z.string(),
  }).nullable(),
  /** From when to when nothing is sent; it may go over midnight. */
  quiet: recordObject({ from: minuteSchema, to: minuteSchema }).nullable(),
});

/** A message that is to be handed to the outbound queue, written down with what it tells, so that it is sent once. */
const letterSchema = z.object({
  id: z.string(),
  conversation: z.string(),
  activities: z.array(z.looseObject({})),
});

/** An answer that a person got last, by which it is known whether it says something else now. */
const gotAnswerSchema = recordObject({
  answerId: z.string(),
  locale: z.enum(LOCALES),
  /** Fingerprints of what it said, the newest last: with one of these it is nothing new to them. */
  facts: z.array(z.string()),
  /** ISO UTC: when they got it. */
  at: z.string(),
});

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
  /** Null where the person never said; then a consent alone means news of all their deals. */
  notices: noticesSchema.nullable().default(null),
  /** The last answers that they got, oldest first; of who doesn't want to hear of changes, none. */
  answered: z.array(gotAnswerSchema).default([]),
  /** The day, where the person is, of the weekly list that they got last. */
  digestOn: z.string().nullable().default(null),
  /** What is told and not known to be in the outbound queue yet. */
  letter: letterSchema.nullable().default(null),
  /** The month, UTC, in which their wish was last looked after: written anew, the record doesn't age away under it. */
  lookedIn: z.string().nullable().default(null),
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
export type Notices = z.infer<typeof noticesSchema>;
export type WatchPerson = z.infer<typeof watchPersonSchema>;
export type KnownDeal = z.infer<typeof dealSchema>;
export type GotAnswer = z.infer<typeof gotAnswerSchema>;
export type NewsKind = (typeof NEWS_KINDS)[number];
export type TenantDeals = z.infer<typeof tenantDealsSchema>;
