import { type Activity, ActivityTypes } from 'botbuilder';
import * as z from 'zod';
import { type Action, isFromButton, parseAction } from '../cards/action.ts';
import { MAX_READ_LENGTH } from '../language/flat.ts';
import { visibleText } from '../language/visible-text.ts';
import { mentionsBot, withoutBot } from './mentions.ts';
import { readershipOf } from './readership.ts';
import { readSignInEvent, type SignInEvent } from './sign-in/events.ts';

/** The longest utterance that is read, in characters; a longer one is answered with a sentence. */
export const LONGEST_UTTERANCE = MAX_READ_LENGTH;

/** The same before mentions are cut out of it; longer ones are not looked at. */
const LONGEST_WRAPPED = 4 * LONGEST_UTTERANCE;

/** What came in, once the channel's wrapping is off. */
export type Incoming =
  | { readonly kind: 'utterance'; readonly text: string }
  | { readonly kind: 'submit'; readonly action: Action }
  | { readonly kind: 'unreadable'; readonly what: 'too-long' | 'no-text' | 'unknown-button' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'sign-in'; readonly event: SignInEvent }
  /** Edits, deletions, reactions, typing: nothing to say, and nothing to do again. */
  | { readonly kind: 'silence' };

const executeValue = z.object({ action: z.object({ data: z.unknown() }) });

/**
 * Reads an activity. Never throws, whatever it holds: fields that the SDK's types promise can be missing or null.
 * Where others read along, only what is meant for the assistant is more than silence: a message that mentions it, a
 * tap on a card of ours, its own arrival.
 */
export function readIncoming(activity: Activity): Incoming {
  const incoming = readByType(activity);
  return readershipOf(activity) === 'personal' || isForBot(incoming, activity) ? incoming : SILENCE;
}

const SILENCE: Incoming = { kind: 'silence' };

function readByType(activity: Activity): Incoming {
  switch (activity.type as ActivityTypes) {
    case ActivityTypes.Message:
      return readMessage(activity);
    case ActivityTypes.Invoke:
      return readInvoke(activity);
    case ActivityTypes.Event:
      return readSignIn(activity);
    case ActivityTypes.ConversationUpdate:
      return membersAdded(activity).length > 0 ? { kind: 'joined' } : SILENCE;
    case ActivityTypes.InstallationUpdate:
      return activity.action === 'add' || activity.action === 'add-upgrade' ? { kind: 'joined' } : SILENCE;
    default:
      return SILENCE;
  }
}

/**
 * Teams' store demands that nobody is greeted who merely joins a team, and that the assistant says who it is once when
 * it arrives itself. Its installation is told as well, and needs no second greeting.
 */
function isForBot(incoming: Incoming, activity: Activity): boolean {
  switch (incoming.kind) {
    case 'submit':
      return true;
    case 'utterance':
      return mentionsBot(activity);
    case 'unreadable':
      return incoming.what === 'unknown-button' || mentionsBot(activity);
    case 'joined':
      return activity.type === String(ActivityTypes.ConversationUpdate) && hasBotJoined(activity);
    case 'sign-in':
    case 'silence':
      return false;
  }
}

function readMessage(activity: Activity): Incoming {
  const action = parseAction(activity.value);
  if (action !== null) return { kind: 'submit', action };
  // A button's title comes as text beside its value, and is not what the person wrote.
  if (isFromButton(activity.value)) return { kind: 'unreadable', what: 'unknown-button' };
  const typed: unknown = activity.text;
  if (typeof typed === 'string' && typed.length > LONGEST_WRAPPED)
    return { kind: 'unreadable', what: 'too-long' };
  const text = visibleText(withoutBot(activity)).trim();
  if (text === '' && isObject(activity.value)) return { kind: 'unreadable', what: 'unknown-button' };
  if (text === '') return { kind: 'unreadable', what: 'no-text' };
  return text.length > LONGEST_UTTERANCE
    ? { kind: 'unreadable', what: 'too-long' }
    : { kind: 'utterance', text };
}

function readInvoke(activity: Activity): Incoming {
  if (activity.name !== 'adaptiveCard/action') return readSignIn(activity);
  const value = executeValue.safeParse(activity.value);
  const action = value.success ? parseAction(value.data.action.data) : null;
  return action === null ? { kind: 'unreadable', what: 'unknown-button' } : { kind: 'submit', action };
}

function readSignIn(activity: Activity): Incoming {
  const event = readSignInEvent(activity);
  return event === null ? SILENCE : { kind: 'sign-in', event };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Ids of who was added. In a personal chat the bot itself is: that is how Teams says that somebody opened it. */
function membersAdded({ membersAdded }: Activity): string[] {
  return Array.isArray(membersAdded) ? membersAdded.flatMap((member) => idOf(member) ?? []) : [];
}

function hasBotJoined(activity: Activity): boolean {
  const bot = idOf(activity.recipient);
  return bot !== null && bot !== '' && membersAdded(activity).includes(bot);
}

function idOf(account: unknown): string | null {
  return isObject(account) && 'id' in account && typeof account.id === 'string' ? account.id : null;
}
