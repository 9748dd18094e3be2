import * as z from 'zod';
import type { Action } from '../../cards/action.ts';
import { parseAction } from '../../cards/action.ts';
import type { Box, FilledBox } from '../../cards/box.ts';
import { boxCard } from '../../cards/box-card.ts';
import { lineText } from '../../cards/line.ts';
import type { Reply } from '../../cards/reply-data.ts';
import { AppError } from '../../errors.ts';
import { visibleLine } from '../../language/visible-text.ts';
import type { Locale } from '../../language/locale.ts';
import { type InvokeAnswer, invokeFault, taskMessage } from '../invoke-answer.ts';
import { noteShown } from '../open-questions.ts';
import { reasonOf } from '../sign-in/ask.ts';
import { signInTexts } from '../sign-in/texts.ts';
import { botTexts } from '../texts.ts';
import type { BotServices, Turn } from '../turn.ts';
import { teamsTexts } from './texts.ts';

/** What `task/fetch` and `task/submit` bring: the button's data, or that of the box with its inputs. */
const taskValue = z.object({ data: z.unknown() });
/** Inputs arrive beside the action, all of them as texts. */
const inputsSchema = z
  .record(z.string(), z.unknown())
  .transform((data) =>
    Object.fromEntries(
      Object.entries(data).flatMap(([id, value]) =>
        id.includes('.') && typeof value === 'string' ? [[id, value.slice(0, LONGEST_INPUT)]] : [],
      ),
    ),
  );
const LONGEST_INPUT = 4000;

/** Opens the form of the button that was tapped as a box, with all that is known. */
export async function handleTaskFetch(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const action = actionIn(value);
  if (action?.action !== 'open-box') return refuse(turn);
  return orSayWhy(turn, async () =>
    boxAnswer(await services.dialogs.boxes.open(action.draftId, turn, turn.host), turn.locale),
  );
}

/** Takes in a filled box: shows it again beside what is wrong, or closes it and goes on in the chat. */
export async function handleTaskSubmit(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const filled = filledIn(value);
  if (filled === null) return refuse(turn);
  return orSayWhy(turn, async () => {
    const box = await services.dialogs.boxes.fill(filled, turn, turn.host);
    if (box !== null) return boxAnswer(box, turn.locale);
    noteShown(turn, services);
    return taskMessage(teamsTexts[turn.locale].goesOnInChat);
  });
}

/** A box can't be filled with deals that may not be read: the sign-in is made in the chat. */
async function orSayWhy({ locale }: Turn, work: () => Promise<InvokeAnswer>): Promise<InvokeAnswer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
    return taskMessage(teamsTexts[locale].signInFirst(signInTexts[locale].why[reasonOf(error).reason]));
  }
}

/** What was put into a box; null where it is none of ours. */
export function filledIn(value: unknown): FilledBox | null {
  const action = actionIn(value);
  const inputs = inputsSchema.safeParse(taskValue.safeParse(value).data?.data);
  if (action?.action !== 'fill-box' || !inputs.success) return null;
  const { draftId, isWhole, shown } = action;
  return { draftId, isWhole, shown, inputs: inputs.data };
}

function actionIn(value: unknown): Action | null {
  const task = taskValue.safeParse(value);
  return task.success ? parseAction(task.data.data) : null;
}

function refuse(turn: Turn): InvokeAnswer {
  return invokeFault('BadRequest', botTexts[turn.locale].oldButton);
}

/** Shows a box, or says why there is none. */
export function boxAnswer(box: Box | Reply, locale: Locale): InvokeAnswer {
  return 'groups' in box
    ? taskContinue(visibleLine(box.title), boxCard(box, locale))
    : taskMessage(textOf(box));
}

/** A reply as plain text: a box's message has no buttons. */
function textOf({ text, summary }: Reply): string {
  return text === undefined ? summary : text.map(lineText).join('\n');
}

/** Teams cuts a title. */
const MOST_OF_TITLE = 60;

/** Shows a card as a box (Teams documentation, "task/fetch"); sizes are names that fit every client. */
export function taskContinue(title: string, content: object): InvokeAnswer {
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  const value = { title: title.slice(0, MOST_OF_TITLE), height: 'large', width: 'medium', card };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
