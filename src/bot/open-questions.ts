import { clarifyOptions } from './answering.ts';
import type { Action } from '../cards/action.ts';
import type { Reply } from '../cards/reply-data.ts';
import type { RouteInput } from './decision.ts';
import type { Session } from './session.ts';
import type { BotServices, Turn } from './turn.ts';

/** A clarification, an offer and a list hold for the next message only. */
export function forgetQuestions(turn: Turn): void {
  turn.session.buttons = [];
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
  session.focus = focusAfter(session.focus, replies);
  session.buttons = replies.flatMap(buttonsOf);
  session.list = replies.findLast(({ list }) => list !== undefined)?.list ?? null;
  if (dialogs.active(host) === null) session.offer ??= replies.at(-1)?.offer ?? null;
}

/** A form's own buttons are read by the form, as answers. */
const buttonsOf = ({ buttons = [] }: Reply): { title: string; action: Action }[] =>
  buttons.flatMap((button) =>
    'action' in button && !OF_FORMS.has(button.action.action)
      ? [{ title: button.title, action: button.action }]
      : [],
  );

const OF_FORMS: ReadonlySet<Action['action']> = new Set(['form', 'open-box', 'fill-box']);

/** The deals shown now; else those shown before, a message older. One of a list is at hand, and the list stays. */
function focusAfter(before: Session['focus'], replies: Turn['replies']): Session['focus'] {
  const all = replies.flatMap(({ shows }) => shows ?? []);
  // A form's question comes again below what was looked at meanwhile.
  const shown = all.findLast(({ isOfForm }) => isOfForm !== true) ?? all.at(-1);
  if (shown === undefined) return before === null ? null : { ...before, age: before.age + 1 };
  const { deals, current, people = [] } = shown;
  const isOfList =
    current !== null && deals.length === 1 && before !== null && before.deals.includes(current);
  const earlier = before?.current ?? null;
  const previous = earlier === current ? (before?.previous ?? null) : (earlier ?? before?.previous ?? null);
  return { deals: isOfList ? before.deals : [...deals], current, people: [...people], age: 0, previous };
}
