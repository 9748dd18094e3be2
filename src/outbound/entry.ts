import * as z from 'zod';
import type { OutgoingActivity } from '../channel/connector.ts';
import type { Letter } from '../channel/delivery.ts';
import { type Actor, personKey } from '../identity/actor.ts';
import { type RecordKey, recordObject } from '../storage/record-store.ts';

/** A message that nobody waits for, from when it is written until an hour after it was sent. */
export const outboundEntrySchema = recordObject({
  schema: z.literal(1),
  /** Whom it is for. */
  tenantId: z.string(),
  objectId: z.string(),
  /** Of the letter, which may be posted again under it. */
  id: z.string(),
  conversation: z.string(),
  /** As they go over the wire; none once it is sent. */
  activities: z.array(z.looseObject({})),
  /** ISO UTC. */
  postedAt: z.string(),
  /** How often it was not taken. */
  tries: z.number().int(),
  /** The question to the experts that it brings to their channel; null for whatever else. */
  about: z.string().nullable().default(null),
  /** ISO UTC; null as long as no channel has taken or refused it for good. */
  sentAt: z.string().nullable(),
});

export type OutboundEntry = z.infer<typeof outboundEntrySchema>;

export function newEntry(
  { tenantId, objectId }: Actor,
  letter: Letter,
  now: Date,
  about: string | null = null,
): OutboundEntry {
  const { id, conversation } = letter;
  // They are plain JSON, made by us; the schema sees only that they are objects.
  const activities = letter.activities as unknown as OutboundEntry['activities'];
  return {
    schema: 1,
    tenantId,
    objectId,
    id,
    conversation,
    activities,
    postedAt: now.toISOString(),
    tries: 0,
    about,
    sentAt: null,
  };
}

export function letterOf({ id, conversation, activities }: OutboundEntry): Letter {
  return { id, conversation, activities: activities as unknown as readonly OutgoingActivity[] };
}

/** Its record's key: a person's entries stand under theirs. */
export function entryKey(entry: Actor & Pick<OutboundEntry, 'id'>): readonly [owner: string, name: string] {
  return [personKey(entry), entry.id];
}

/** The key as a queue holds it. */
export function itemOf(key: readonly [string, string]): string {
  return JSON.stringify(key);
}

const itemSchema = z.tuple([z.string(), z.string()]);

/** @returns null for what we never put into a queue */
export function keyOfItem(item: string): (RecordKey & readonly [string, string]) | null {
  try {
    return itemSchema.parse(JSON.parse(item));
  } catch {
    return null;
  }
}
