import { forEverybody, refusing, sayWith } from '../cards/reply-data.ts';
import type { UnreadableKind } from './incoming.ts';
import { botTexts } from './texts.ts';
import type { Turn } from './turn.ts';

/** Says that a message could not be read, and what can. */
export function sayUnreadable(what: UnreadableKind, turn: Turn): void {
  const { tooLong, noText, onlyQuoted, onlyFile, oldButton } = botTexts[turn.locale];
  const says: Readonly<Record<UnreadableKind, string>> = {
    'too-long': tooLong,
    'no-text': noText,
    quoted: onlyQuoted,
    file: onlyFile,
    'unknown-button': oldButton,
  };
  const reply = forEverybody(sayWith(says[what]));
  turn.say(what === 'unknown-button' ? refusing(reply) : reply);
}

/** Says that a file beside the words isn't read. */
export function sayFileUnread(turn: Turn): void {
  turn.say(forEverybody(sayWith(botTexts[turn.locale].fileUnread)));
}

/** Says, once, that the thread of the chat could not be taken up again. */
export function sayIfStartedOver(turn: Turn): void {
  if (!turn.session.hasStartedOver) return;
  const { startedOver, startedOverWithDrafts } = botTexts[turn.locale];
  turn.say(sayWith(turn.record.drafts.length > 0 ? startedOverWithDrafts : startedOver));
  turn.session.hasStartedOver = false;
}

/** A record that can't be read, or only in part, is said to be so once. */
export function sayWhatIsUnread(turn: Turn): void {
  const { session, record, heldBack, locale } = turn;
  const texts = botTexts[locale];
  if (heldBack !== null && !session.isNewerTold) turn.say(sayWith(texts.recordIsNewer));
  session.isNewerTold = heldBack !== null;
  if (record.isInPart !== true) return;
  turn.say(sayWith(texts.recordInPart));
  record.isInPart = false;
}
