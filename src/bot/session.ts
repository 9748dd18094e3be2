import { LOCALES } from '../language/locale.ts';
import type { Activity } from 'botbuilder';
import * as z from 'zod';
import { actionSchema } from '../cards/action.ts';
import { askedSchema, RATINGS } from '../questions/question.ts';
import { type RecordKey, recordObject } from '../storage/record-store.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** How many activity ids are remembered to recognise one delivered again. */
const HANDLED_LIMIT = 40;

/** A sign-in that was asked for, and what goes on after it. */
const signInSchema = recordObject({
  connectionName: z.string(),
  /** ISO UTC. */
  askedAt: z.string(),
  /** What the person had asked for; null where they only wanted to sign in. */
  resume: z
    .discriminatedUnion('kind', [
      recordObject({ kind: z.literal('utterance'), text: z.string() }),
      recordObject({ kind: z.literal('submit'), action: actionSchema }),
    ])
    .nullable(),
});

/** What was said in answer to one activity, kept until the channel took it. */
const keptLetterSchema = z.object({
  /** Of the activity that it answers. */
  id: z.string(),
  /** ISO UTC. */
  at: z.string(),
  /** Without address: who is written to and where is told by the activity that brings them up again. */
  activities: z.array(z.looseObject({})),
  /** True where it is known not to be taken: it then goes before whatever is said next. */
  hasFailed: z.boolean(),
  /** True where others read it: else it is for the person's own chat alone. */
  isPublic: z.boolean().default(false),
});

/** What was said to a question, so that the person can still say how content they are with it. */
const saidSchema = recordObject({
  asked: askedSchema,
  /** The id of the activity that it answered. */
  letter: z.string(),
  /** What the channel calls the message; null where it didn't say, or the message isn't sent yet. */
  activityId: z.string().nullable(),
  rating: z.enum(RATINGS).nullable(),
});

/** What is remembered of one person in one conversation: loaded once a turn, saved once. */
export const sessionSchema = recordObject({
  schema: z.literal(1),
  /** The answer shown last, in whose light a short follow-up is read. */
  lastAnswerId: z.string().nullable(),
  /** What "sì" begins. */
  offer: actionSchema.nullable(),
  /** The candidates of the clarification asked last, in the order shown. */
  clarify: z.array(recordObject({ id: z.string(), kind: z.enum(['answer', 'dialog']) })).nullable(),
  /** The utterance that the clarification was about. */
  clarifyUtterance: z.string().nullable(),
  /** The dialog stack, as the dialogs keep it. */
  dialogState: z.unknown(),
  /** The list shown last: what shows its next part, null at its end; absent where none was. */
  list: recordObject({ next: actionSchema.nullable() }).nullable().default(null),
  /** What is on the screen, as "it", "the second one" and "why?" mean it. */
  focus: recordObject({
    deals: z.array(z.string()),
    current: z.string().nullable(),
    people: z.array(z.string()).default([]),
    age: z.number().int(),
    previous: z.string().nullable().default(null),
  })
    .nullable()
    .default(null),
  /** The last words that were not understood, which the buttons under the reply begin a dialog with. */
  unread: recordObject({ id: z.string(), text: z.string() }).nullable().default(null),
  /** The buttons shown last, but for an open form's: their titles may be typed. */
  buttons: z.array(recordObject({ title: z.string(), action: actionSchema })).default([]),
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
  /** What the cards said that may still be tapped, the newest last. */
  cards: z.array(recordObject({ id: z.string(), card: z.string() })).default([]),
  /** The language of the client when it wrote last; null where it never said. */
  clientLanguage: z.enum(LOCALES).nullable().default(null),
  /** The language that is read and not spoken which they last wrote, and whether they still do; they are told once. */
  writtenIn: recordObject({ language: z.string(), isNow: z.boolean() }).nullable().default(null),
  /** True where the last message in a form was a sentence in the other language. */
  hasStrayed: z.boolean().default(false),
  /** True where the last message got an "I don't know". */
  wasUnknown: z.boolean().default(false),
  /** What they are about to ask the experts; `isWriting` where the next message is its text. */
  expert: recordObject({
    id: z.string(),
    text: z.string(),
    /** What the assistant had answered, by its title. */
    said: z.string().nullable(),
    isWriting: z.boolean(),
  })
    .nullable()
    .default(null),
  /** What was said to their last questions, oldest first. */
  said: z.array(saidSchema).default([]),
  /** What the passages of documents that were shown last were looked for by. */
  passagesFor: z.string().nullable().default(null),
  isWelcomed: z.boolean(),
  /** True in the first turn after a session could not be continued, being an older release's or broken. */
  hasStartedOver: z.boolean(),
  /** True once the person heard that their record is a newer release's, and nothing of theirs is saved. */
  isNewerTold: z.boolean().default(false),
});

export type Session = z.infer<typeof sessionSchema>;
export type SaidAnswer = z.infer<typeof saidSchema>;
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
    focus: null,
    unread: null,
    buttons: [],
    lastDialog: null,
    retry: null,
    writtenIn: null,
    signIn: null,
    exchanges: [],
    handled: [],
    outbox: [],
    cards: [],
    clientLanguage: null,
    hasStrayed: false,
    wasUnknown: false,
    expert: null,
    said: [],
    passagesFor: null,
    isWelcomed: false,
    hasStartedOver: false,
    isNewerTold: false,
  };
}

/** What becomes of a session that this release can't read: a fresh one that says so. */
export function startOver(): Session {
  return { ...newSession(), isWelcomed: true, hasStartedOver: true };
}

/**
 * Empties a session but for what keeps the person from being answered twice: the ids of the activities handled,
 * and that they were welcomed.
 */
export function forgetSession(session: Session): void {
  const { handled, isWelcomed } = session;
  for (const name of Object.keys(session)) Reflect.deleteProperty(session, name);
  Object.assign(session, newSession(), { handled, isWelcomed });
}

/** The assistant was taken out of the chat: what is unsent stays unsent, and who puts it back is greeted. */
export function noteRemoved(session: Session): void {
  session.outbox = [];
  session.isWelcomed = false;
}

/** The key of one person's session in one conversation; all sessions of a person stand under theirs. */
export function sessionKey(activity: Partial<Activity>, actor: Actor): RecordKey {
  const { channelId, conversation, from } = activity;
  return [personKey(actor), [channelId ?? '', conversation?.id ?? '', from?.id ?? ''].join('|')];
}

/** Notes that an activity is being handled; false when it was handled before. */
export function noteHandled(session: Session, activityId: string | undefined): boolean {
  // A channel that gives no id may also give null.
  if (!activityId) return true;
  if (session.handled.includes(activityId)) return false;
  session.handled = [...session.handled, activityId].slice(-HANDLED_LIMIT);
  return true;
}
