import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import * as z from 'zod';
import { type Action, parseAction } from '../cards/action.ts';
import { MAX_READ_LENGTH } from '../language/flat.ts';
import { readSignInEvent, type SignInEvent } from './sign-in-events.ts';

/** The longest utterance that is read, in characters; a longer one is answered with a sentence. */
export const LONGEST_UTTERANCE = MAX_READ_LENGTH;

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

/** Reads an activity. Never throws, whatever it holds. */
export function readIncoming(activity: Activity): Incoming {
  switch (activity.type as ActivityTypes) {
    case ActivityTypes.Message:
      return readMessage(activity);
    case ActivityTypes.Invoke:
      return readInvoke(activity);
    case ActivityTypes.Event:
      return readSignIn(activity);
    case ActivityTypes.ConversationUpdate:
      return hasPersonJoined(activity) ? { kind: 'joined' } : { kind: 'silence' };
    case ActivityTypes.InstallationUpdate:
      return activity.action === 'add' || activity.action === 'add-upgrade'
        ? { kind: 'joined' }
        : { kind: 'silence' };
    default:
      return { kind: 'silence' };
  }
}

function readMessage(activity: Activity): Incoming {
  const action = parseAction(activity.value);
  if (action !== null) return { kind: 'submit', action };
  const text = cleanText(TurnContext.removeRecipientMention(activity));
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
  return event === null ? { kind: 'silence' } : { kind: 'sign-in', event };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Adding the bot itself counts: in a personal chat that is how Teams says that somebody opened it. */
function hasPersonJoined(activity: Activity): boolean {
  return (activity.membersAdded ?? []).length > 0;
}

/** Drops control, zero-width and direction characters, which no reader sees and no matcher should. */
function cleanText(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim();
}
