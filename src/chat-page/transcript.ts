import { element, find } from './elements.ts';
import type { PageActivity, PageEvent } from './events.ts';
import { type MessageContext, botMessage, ownMessage } from './message-view.ts';
import { quieten } from './quiet.ts';

/** The list of messages on the screen. */
export interface Transcript {
  /** Shows a whole conversation anew, silently. */
  reset(events: readonly PageEvent[], context: MessageContext): void;
  /** Shows one more event; a new message of the assistant is announced, once. */
  show(event: PageEvent, context: MessageContext): void;
  /** Shows that something was tapped, before the card says so. */
  showTapped(title: string): void;
  /** Shows a message just sent, before the server says it back. */
  showSending(clientId: string, text: string, context: MessageContext): void;
  /** Marks a message that did not arrive, with a way to send it again. */
  showFailed(clientId: string, context: MessageContext, onRetry: () => void): void;
  setTyping(isTyping: boolean): void;
  /** Whether the person has said anything yet. */
  isBegun(): boolean;
}

/** Nearer to the end than this, in CSS pixels, the reader follows the conversation; else they read back. */
const FOLLOWING_PX = 120;
/** What is left above a message that is read from its beginning, in CSS pixels. */
const GAP_PX = 12;
/** How long an announcement stays in the live region; screen readers have read it by then. */
const ANNOUNCED_FOR_MS = 10_000;

export function createTranscript(): Transcript {
  const scroller = find('scroller', HTMLElement);
  const list = find('messages', HTMLOListElement);
  const typing = find('typing', HTMLElement);
  const announcer = find('announcer', HTMLElement);
  const toLatest = find('to-latest', HTMLButtonElement);

  const isFollowing = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < FOLLOWING_PX;
  const scrollToEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  const updateToLatest = () => {
    toLatest.hidden = isFollowing();
  };
  scroller.addEventListener('scroll', updateToLatest, { passive: true });
  new ResizeObserver(updateToLatest).observe(scroller);
  toLatest.addEventListener('click', scrollToEnd);

  const announce = (text: string) => {
    const line = element('p', '', text);
    announcer.append(line);
    window.setTimeout(() => line.remove(), ANNOUNCED_FOR_MS);
  };

  const itemOf = (activityId: string) => list.querySelector(`[data-activity-id="${CSS.escape(activityId)}"]`);
  const sendingOf = (clientId: string) => list.querySelector(`[data-client-id="${CSS.escape(clientId)}"]`);

  /** Shows the end of the conversation, but never past the beginning of the assistant's newest message. */
  const scrollToNewest = () => {
    const newest = [...list.querySelectorAll<HTMLElement>('.bot')].at(-1);
    scrollToEnd();
    if (newest === undefined || newest !== list.lastElementChild) return;
    scroller.scrollTop = Math.min(scroller.scrollTop, newest.offsetTop - GAP_PX);
  };

  const append = (item: HTMLLIElement, mustFollow: boolean) => {
    const follows = mustFollow || isFollowing();
    list.append(item);
    if (follows) scrollToNewest();
    updateToLatest();
  };

  /** What was offered before is over once the person says something else, or has chosen. */
  const quietenAll = (said: string) => {
    const live = [...list.querySelectorAll<HTMLElement>('.bot:not(.quiet)')];
    for (const item of live) quieten(item, item === live.at(-1) ? said : null);
  };

  const showOwn = (activity: PageActivity, context: MessageContext, isHistory: boolean) => {
    if (activity.shownOn) return quietenAll(activity.text ?? '');
    const item = ownMessage(activity, context.texts);
    const sending = activity.clientId ? sendingOf(activity.clientId) : null;
    if (sending !== null) return sending.replaceWith(item);
    quietenAll(activity.text ?? '');
    if (isHistory) list.append(item);
    else append(item, true);
  };

  const transcript: Transcript = {
    reset(events, context) {
      list.replaceChildren();
      for (const { kind, activity } of events) {
        if (kind === 'user') showOwn(activity, context, true);
        else list.append(botMessage(activity, context));
      }
      transcript.setTyping(false);
      scrollToNewest();
      updateToLatest();
    },
    show({ kind, activity }, context) {
      switch (kind) {
        case 'typing':
          return transcript.setTyping(true);
        case 'user':
          return showOwn(activity, context, false);
        case 'delete':
          return itemOf(activity.id)?.remove();
        case 'update':
          return itemOf(activity.id)?.replaceWith(botMessage(activity, context));
        case 'message': {
          append(botMessage(activity, context), false);
          return announce(activity.summary ?? activity.text ?? '');
        }
      }
    },
    showTapped: quietenAll,
    showSending(clientId, text, context) {
      const item = ownMessage({ id: clientId, text }, context.texts);
      item.dataset['clientId'] = clientId;
      item.classList.add('sending');
      quietenAll(text);
      append(item, true);
    },
    showFailed(clientId, context, onRetry) {
      const item = sendingOf(clientId);
      if (item === null) return;
      const retry = element('button', 'text-button', context.texts.retry);
      retry.type = 'button';
      retry.addEventListener('click', () => {
        item.remove();
        onRetry();
      });
      item.classList.replace('sending', 'failed');
      item.append(element('p', 'failure', `${context.texts.notSent} `, retry));
      announce(context.texts.notSent);
      scrollToEnd();
    },
    setTyping(isTyping) {
      const follows = isTyping && isFollowing();
      typing.hidden = !isTyping;
      if (follows) scrollToEnd();
    },
    isBegun: () => list.querySelector('.own, .quiet') !== null,
  };
  return transcript;
}
