import { type Activity, ActivityTypes } from 'botbuilder';
import * as z from 'zod';
import { type Action, isFromButton, parseAction } from '../cards/action.ts';
import { readRefresh } from '../cards/refresh-action.ts';
import { type Message, readMessage } from '../reading/message.ts';
import type { Rating } from '../questions/question.ts';
import { ratingOfReaction } from './reaction.ts';
import { readershipOf } from './readership.ts';
import { readSignInEvent, type SignInEvent } from './sign-in/events.ts';

/** What came in, once the channel's wrapping is off. */
export type Incoming =
  /** The person's own words, with the `mail` pasted below them; `hasFiles` where files came along that nobody reads. */
  | { readonly kind: 'utterance'; readonly text: string; readonly mail?: string; readonly hasFiles?: true }
  /** The assistant is mentioned, and nothing else is said. */
  | { readonly kind: 'called' }
  | { readonly kind: 'submit'; readonly action: Action }
  | { readonly kind: 'unreadable'; readonly what: UnreadableKind; readonly mail?: string }
  | { readonly kind: 'joined' }
  /** The assistant was taken out of the chat: nobody hears it any more. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'sign-in'; readonly event: SignInEvent }
  /** Asks for something in the response alone, which its sender alone sees; `value` as it came. */
  | { readonly kind: 'invoke'; readonly name: InvokeName; readonly value: unknown }
  /** Somebody reacted to the message of that id: what they say with it, and what they no longer say. */
  | {
      readonly kind: 'reaction';
      readonly of: string;
      readonly added: Rating | null;
      readonly removed: Rating | null;
    }
  /** Edits, deletions, typing: nothing to say, and nothing to do again. */
  | { readonly kind: 'silence' };

/** What belongs into the conversation, and is answered there. */
export type InConversation = Exclude<Incoming, { kind: 'invoke' | 'reaction' }>;

/**
 * The invokes that are answered by a handler of their own (`bot/teams/invokes.ts`). Of `adaptiveCard/action` these are
 * the ones that a card sends by itself to be made anew: a tap of a person is a `submit`.
 */
const INVOKE_NAMES = [
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'application/search',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'message/submitAction',
] as const;

export type InvokeName = (typeof INVOKE_NAMES)[number];

/** Invokes that only look something up: they needn't be alone, and of their turn nothing is kept or said. */
const LOOKING_UP: readonly InvokeName[] = [
  'adaptiveCard/action',
  'task/fetch',
  'application/search',
  'composeExtension/query',
];

/** Whether something leaves no trace: it may come often, at any moment, and from a card rather than from a person. */
export function leavesNoTrace(incoming: Incoming): boolean {
  return incoming.kind === 'invoke' && LOOKING_UP.includes(incoming.name);
}

/** Why there are no words to read: `quoted` are somebody else's alone, `file` has none beside it. */
export type UnreadableKind = 'too-long' | 'no-text' | 'quoted' | 'file' | 'unknown-button';

const executeValue = z.object({
  action: z.object({ data: z.unknown() }).optional().catch(undefined),
  trigger: z.string().optional().catch(undefined),
});

/** What a card sends by itself, or on behalf of a person; null where it asks to be made anew. */
function readExecute(value: unknown): { readonly data: unknown } | null {
  const { action, trigger } = executeValue.safeParse(value).data ?? {};
  // People can ask for that too, from the menu of a message.
  const isLook = trigger === 'automatic' || readRefresh(action?.data) !== null;
  return isLook ? null : { data: action?.data };
}

/**
 * Reads an activity. Never throws, whatever it holds: fields that the SDK's types promise can be missing or null.
 * Where others read along, only what is meant for the assistant is more than silence: a message that mentions it, a
 * tap on a card of ours, its own arrival.
 */
export function readIncoming(activity: Activity): Incoming {
  const isPersonal = readershipOf(activity) === 'personal';
  if ((activity.type as ActivityTypes) === ActivityTypes.Message) return readWords(activity, isPersonal);
  const incoming = readByType(activity);
  return isPersonal || isForBot(incoming, activity) ? incoming : SILENCE;
}

const SILENCE: Incoming = { kind: 'silence' };

function readByType(activity: Activity): Incoming {
  switch (activity.type as ActivityTypes) {
    case ActivityTypes.Invoke:
      return readInvoke(activity);
    case ActivityTypes.Event:
      return readSignIn(activity);
    case ActivityTypes.MessageReaction:
      return readReaction(activity);
    case ActivityTypes.ConversationUpdate:
      return hasBotJoined(activity) ? { kind: 'joined' } : SILENCE;
    case ActivityTypes.InstallationUpdate:
      return readInstallation(activity.action);
    default:
      return SILENCE;
  }
}

/** An upgrade takes the older release out and puts the newer one in: neither is news to anybody. */
function readInstallation(action: string | undefined): Incoming {
  if (action === 'remove') return { kind: 'removed' };
  return action === 'add' || action === 'add-upgrade' ? { kind: 'joined' } : SILENCE;
}

/**
 * Teams' store demands that nobody is greeted who merely joins a team, and that the assistant says who it is once when
 * it arrives itself. Its installation is told as well, and needs no second greeting.
 */
function isForBot(incoming: Incoming, activity: Activity): boolean {
  switch (incoming.kind) {
    case 'submit':
    case 'reaction':
    case 'invoke':
    case 'unreadable':
      return true;
    case 'joined':
      return activity.type === String(ActivityTypes.ConversationUpdate);
    default:
      return false;
  }
}

function readWords(activity: Activity, isPersonal: boolean): Incoming {
  const action = parseAction(activity.value);
  if (action !== null) return { kind: 'submit', action };
  // A button's title comes as text beside its value, and is not what the person wrote.
  if (isFromButton(activity.value)) return { kind: 'unreadable', what: 'unknown-button' };
  const message = readMessage(activity);
  if (message.text === '' && isObject(activity.value)) return { kind: 'unreadable', what: 'unknown-button' };
  return isPersonal || message.isToBot ? incomingOf(message) : SILENCE;
}

function incomingOf({ text, quoted, mail, files, isToBot, isTooLong }: Message): Incoming {
  if (isTooLong) return { kind: 'unreadable', what: 'too-long' };
  const pasted = mail === null ? {} : { mail };
  if (text !== '') return { kind: 'utterance', text, ...pasted, ...(files > 0 ? { hasFiles: true } : {}) };
  if (files > 0) return { kind: 'unreadable', what: 'file' };
  if (quoted !== null) return { kind: 'unreadable', what: 'quoted', ...pasted };
  return isToBot ? { kind: 'called' } : { kind: 'unreadable', what: 'no-text' };
}

function readInvoke(activity: Activity): Incoming {
  const name = INVOKE_NAMES.find((each) => each === activity.name);
  if (name === undefined) return readSignIn(activity);
  const invoke: Incoming = { kind: 'invoke', name, value: activity.value as unknown };
  return name === 'adaptiveCard/action' ? (readTap(activity) ?? invoke) : invoke;
}

/** What a person tapped; null where the card itself asks to be made anew, which asks nothing of anybody. */
function readTap(activity: Activity): Incoming | null {
  const executed = readExecute(activity.value);
  if (executed === null) return null;
  const action = parseAction(executed.data);
  return action === null ? { kind: 'unreadable', what: 'unknown-button' } : { kind: 'submit', action };
}

const reactionsSchema = z
  .array(z.object({ type: z.string().max(100) }))
  .nullish()
  .catch(null);

/** A reaction that says neither yes nor no is silence. */
function readReaction({ replyToId, reactionsAdded, reactionsRemoved }: Activity): Incoming {
  const [added, removed] = [reactionsAdded, reactionsRemoved].map((sent): Rating | null => {
    const types = (reactionsSchema.parse(sent) ?? []).map(({ type }) => ratingOfReaction(type));
    return types.find((each) => each !== null) ?? null;
  });
  if (typeof replyToId !== 'string' || (!added && !removed)) return SILENCE;
  return { kind: 'reaction', of: replyToId, added: added ?? null, removed: removed ?? null };
}

/** The button of a card that a person executed, with its data; null for any other activity. */
export function executedBy({ type, name, value }: Activity): { readonly data: unknown } | null {
  if ((type as ActivityTypes) !== ActivityTypes.Invoke || name !== 'adaptiveCard/action') return null;
  return readExecute(value);
}

function readSignIn(activity: Activity): Incoming {
  const event = readSignInEvent(activity);
  return event === null ? SILENCE : { kind: 'sign-in', event };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** In a personal chat, too, the bot itself is added: that is how channels say that somebody opened it. */
function hasBotJoined({ recipient, membersAdded }: Activity): boolean {
  const bot = idOf(recipient);
  if (bot === null || bot === '' || !Array.isArray(membersAdded)) return false;
  return membersAdded.some((member) => idOf(member) === bot);
}

function idOf(account: unknown): string | null {
  return isObject(account) && 'id' in account && typeof account.id === 'string' ? account.id : null;
}
