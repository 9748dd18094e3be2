import type { Activity } from 'botbuilder';
import * as z from 'zod';
import { actionSchema } from '../cards/action.ts';
import type { Actor } from '../referrals/gateway.ts';

/** How many activity ids are remembered to recognise one delivered again. */
const HANDLED_LIMIT = 40;

/** A sign-in that was asked for, and what goes on after it. */
const signInSchema = z.object({
  connectionName: z.string(),
  /** ISO UTC. */
  askedAt: z.string(),
  /** What the person had asked for; null where they only wanted to sign in. */
  resume: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('utterance'), text: z.string() }),
      z.object({ kind: z.literal('submit'), action: actionSchema }),
    ])
    .nullable(),
});

/** What was said in answer to one activity, kept until the channel took it. */
const keptLetterSchema = z.object({
  /** Of the activity that it answers. */
  id: z.string(),
  /** ISO UTC. */
  at: z.string(),
  /** As they go over the wire. */
  activities: z.array(z.looseObject({})),
  /** True where it is known not to be taken: it then goes before whatever is said next. */
  hasFailed: z.boolean(),
});

/** What is remembered of one person in one conversation: loaded once a turn, saved once. */
export const sessionSchema = z.object({
  schema: z.literal(1),
  /** The answer shown last, in whose light a short follow-up is read. */
  lastAnswerId: z.string().nullable(),
  /** What "sì" begins. */
  offer: actionSchema.nullable(),
  /** The candidates of the clarification asked last, in the order shown. */
  clarify: z.array(z.object({ id: z.string(), kind: z.enum(['answer', 'dialog']) })).nullable(),
  /** The utterance that the clarification was about. */
  clarifyUtterance: z.string().nullable(),
  /** The dialog stack, as the dialogs keep it. */
  dialogState: z.unknown(),
  /** The list shown last: what shows its next part, null at its end; absent where none was. */
  list: z.object({ next: actionSchema.nullable() }).nullable().default(null),
  /** The deal shown last, which "ricrealo" means. */
  shownDeal: z.string().nullable().default(null),
  /** The dialog that the last message began, in whose light "e Pluto?" is read. */
  lastDialog: z.string().nullable().default(null),
  /** What to do again on "riprova". */
  retry: actionSchema.nullable(),
  /** Absent in sessions of releases without sign-in. */
  signIn: signInSchema.nullable().default(null),
  /** Ids of the token exchanges done last: every open Teams window brings the same one. */
  exchanges: z.array(z.string()).default([]),
  /** Ids of the activities handled last, oldest first. */
  handled: z.array(z.string()),
  /** What was said and is not known to be taken by the channel, oldest first. */
  outbox: z.array(keptLetterSchema).default([]),
  isWelcomed: z.boolean(),
  /** True in the first turn after a session of an older release could not be continued. */
  hasStartedOver: z.boolean(),
});

export type Session = z.infer<typeof sessionSchema>;
export type KeptLetter = z.infer<typeof keptLetterSchema>;

/** A session of which nothing is known yet. */
export function newSession(): Session {
  return {
    schema: 1,
    lastAnswerId: null,
    offer: null,
    clarify: null,
    clarifyUtterance: null,
    dialogState: null,
    list: null,
    shownDeal: null,
    lastDialog: null,
    retry: null,
    signIn: null,
    exchanges: [],
    handled: [],
    outbox: [],
    isWelcomed: false,
    hasStartedOver: false,
  };
}

/** What becomes of a session that this release can't read: a fresh one that says so. */
export function startOver(): Session {
  return { ...newSession(), isWelcomed: true, hasStartedOver: true };
}

/** The key of one person's session in one conversation. */
export function sessionKey(activity: Partial<Activity>, actor: Actor): string {
  const { channelId, conversation, from } = activity;
  return [channelId ?? '', conversation?.id ?? '', actor.tenantId, actor.objectId, from?.id ?? ''].join('|');
}

/** The key of what is remembered of a person over all conversations. */
export function personKey(actor: Actor): string {
  return `${actor.tenantId}|${actor.objectId}`;
}

/** Notes that an activity is being handled; false when it was handled before. */
export function noteHandled(session: Session, activityId: string | undefined): boolean {
  if (activityId === undefined || activityId === '') return true;
  if (session.handled.includes(activityId)) return false;
  session.handled = [...session.handled, activityId].slice(-HANDLED_LIMIT);
  return true;
}
