import type { Action } from './action.ts';
import type { Line } from './line.ts';
import { type Button, type CardElement, MOST_BUTTONS, type Reply } from './reply-data.ts';
import { lineBlocks } from './text-block.ts';

/**
 * One message for all that a turn says, so that a phone shows one card, with one set of buttons: the parts one below
 * the other, in order. A sign-in card is the channel's own and stays a message by itself. Who may read the whole is
 * who may read every part.
 *
 * @param replies as whoever is there may read them
 */
export function joinReplies(replies: readonly Reply[]): readonly Reply[] {
  const joined: Reply[] = [];
  let run: Reply[] = [];
  for (const reply of replies) {
    if (reply.signIn === undefined) run.push(reply);
    else {
      joined.push(...joinRun(run), reply);
      run = [];
    }
  }
  return [...joined, ...joinRun(run)];
}

function joinRun(parts: readonly Reply[]): readonly Reply[] {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return parts;
  const last = parts.at(-1);
  const list = parts.findLast((part) => part.list !== undefined)?.list;
  const buttons = joinButtons(parts.map((part) => part.buttons ?? []).filter((set) => set.length > 0));
  const rates = parts.findLast((part) => part.rates !== undefined)?.rates;
  const { openTo } = first;
  return [
    {
      summary: parts.map(({ summary }) => summary).join(' '),
      ...contentOf(parts),
      ...(buttons.length === 0 ? {} : { buttons }),
      ...(openTo === undefined || parts.some((part) => part.openTo !== openTo) ? {} : { openTo }),
      ...(last?.offer === undefined ? {} : { offer: last.offer }),
      ...(list === undefined ? {} : { list }),
      ...(rates === undefined ? {} : { rates }),
      ...refreshOf(parts),
      ...keptOf(parts),
    },
  ];
}

/** Of several parts none can take the place of all: to the deal that they are about it is added how it stands. */
function refreshOf(parts: readonly Reply[]): Pick<Reply, 'refresh'> {
  const refresh = parts.findLast((part) => part.refresh !== undefined)?.refresh;
  return refresh !== undefined && 'id' in refresh ? { refresh: { show: 'news', id: refresh.id } } : {};
}

function keptOf(parts: readonly Reply[]): Pick<Reply, 'keptAs'> {
  if (parts.every(({ keptAs }) => keptAs === undefined)) return {};
  const [keptAs] = joinRun(parts.map((part) => part.keptAs ?? part));
  return keptAs === undefined ? {} : { keptAs };
}

/** Text as long as there is only text; from the first card on all is its body, so that the order stays. */
function contentOf(parts: readonly Reply[]): Pick<Reply, 'text' | 'body'> {
  if (parts.every(({ body }) => body === undefined)) return { text: parts.flatMap(linesOf) };
  return { body: parts.flatMap((part, index) => apart(part, parts[index - 1])) };
}

function linesOf({ text, summary }: Reply): readonly Line[] {
  return text ?? [summary];
}

/** A part's elements, with a line above where it or the part before it is more than text. */
function apart(part: Reply, before: Reply | undefined): readonly CardElement[] {
  const [first, ...rest] = elementsOf(part);
  const isApart = before !== undefined && (part.body !== undefined || before.body !== undefined);
  if (first === undefined || !isApart) return first === undefined ? [] : [first, ...rest];
  return [{ ...first, separator: true, spacing: 'medium' }, ...rest];
}

/** A reply as elements of a card: the text, then the body; the summary stands for a text only where nothing else does. */
export function elementsOf({ summary, text, body = [] }: Reply): CardElement[] {
  return [...lineBlocks(text ?? (body.length === 0 ? [summary] : [])), ...body];
}

/** So many buttons of the parts above are shown whatever the last part has: a warning is seen before a sixth choice. */
const SURE_ABOVE = 2;

/**
 * One set of the buttons of several parts: those of the part that asks last stay, and before them comes what still
 * matters of the parts above, such as another reading of a value that was noted. Six at most: what is written as easily
 * ("annulla") is left out first, then what comes last in a part.
 */
function joinButtons(sets: readonly (readonly Button[])[]): readonly Button[] {
  const last = sets.at(-1) ?? [];
  const isForm = last.some((button) => formAct(button) !== null);
  const wanted = sets.slice(0, -1).flatMap((set) => set.filter((button) => matters(button, set, isForm)));
  const above = distinct(wanted).filter((button) => !last.some((other) => isSame(other, button)));
  if (above.length + last.length <= MOST_BUTTONS) return [...above, ...last];
  const [shown, kept] = [above, last].map((set) => set.filter((button) => !isWritten(button)));
  const room = Math.max(MOST_BUTTONS - (kept?.length ?? 0), SURE_ABOVE);
  return [...(shown ?? []).slice(0, room), ...(kept ?? [])].slice(0, MOST_BUTTONS);
}

function distinct(buttons: readonly Button[]): readonly Button[] {
  return buttons.filter((button, index) => buttons.findIndex((other) => isSame(other, button)) === index);
}

/**
 * Whether a button is still wanted where another part asks below. Beside the question of a form, "go on" is what the
 * question does already, and what leads away from the form would be taken for an answer to it; the choices of a notice
 * or of a clarification, and links, are no such thing.
 */
function matters(button: Button, set: readonly Button[], isBesideForm: boolean): boolean {
  if (!isBesideForm || 'url' in button) return true;
  const act = formAct(button);
  return act === null ? set.some(asksItself) : act.do !== 'go-on';
}

/** Whether a set with this button is itself one to choose from. */
function asksItself(button: Button): boolean {
  return formAct(button)?.do === 'go-on' || ('action' in button && button.action.action === 'none-of-these');
}

function isWritten(button: Button): boolean {
  const act = formAct(button)?.do;
  return act === 'cancel' || act === 'back';
}

function formAct(button: Button): Extract<Action, { action: 'form' }> | null {
  return 'action' in button && button.action.action === 'form' ? button.action : null;
}

/** Whether two buttons do the same, whatever they are called. */
function isSame(one: Button, other: Button): boolean {
  const does = (button: Button): string =>
    'url' in button ? button.url : JSON.stringify(Object.entries(button.action).sort());
  return does(one) === does(other);
}
