import type { Button } from '../cards/reply-data.ts';
import { clarifyOptions } from './answering.ts';
import type { RouteInput } from './router.ts';
import type { BotServices, Turn } from './turn.ts';

/** A clarification, an offer and a list hold for the next message only. */
export function forgetQuestions(turn: Turn): void {
  turn.session.list = null;
  turn.session.lastDialog = null;
  turn.session.offer = null;
  turn.session.clarify = null;
  turn.session.clarifyUtterance = null;
}

/** The candidates of the clarification that is open, with their titles; null where none is. */
export function clarifyChoices(turn: Turn, services: BotServices): RouteInput['clarify'] {
  const { clarify } = turn.session;
  if (clarify === null) return null;
  return clarifyOptions(clarify, turn, services).map(({ id, kind, title }) => ({ id, kind, label: title }));
}

/** What the replies themselves offer holds for the next message: a "sì" to their question, the rest of a list. */
export function noteShown({ replies, session, host }: Turn, { dialogs }: BotServices): void {
  const shown = replies.flatMap(({ buttons = [] }) => buttons).map(recreatedBy);
  session.shownDeal = shown.find((id) => id !== null) ?? session.shownDeal;
  session.list = replies.findLast(({ list }) => list !== undefined)?.list ?? null;
  if (dialogs.active(host) === null) session.offer ??= replies.at(-1)?.offer ?? null;
}

/** The deal that a button makes anew, null for any other button. */
function recreatedBy(button: Button): string | null {
  const action = 'action' in button ? button.action : null;
  return action?.action === 'begin' ? (action.recreates ?? null) : null;
}
