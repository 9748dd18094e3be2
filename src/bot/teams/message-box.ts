import { createHash } from 'node:crypto';
import * as z from 'zod';
import { lastSaid } from '../../reading/mail-thread.ts';
import { readMessage } from '../../reading/message.ts';
import { sayWith } from '../../cards/reply-data.ts';
import { exitFrom } from '../exit.ts';
import { releaseReplies, wordsFor } from '../gate.ts';
import { type InvokeAnswer, invokeFault, taskMessage } from '../invoke-answer.ts';
import { botTexts } from '../texts.ts';
import type { BotServices, Turn } from '../turn.ts';
import { COMMANDS } from './commands.ts';
import { orSignIn } from './sign-in-answer.ts';
import { boxAnswer, filledIn, taskContinue } from './task-dialog.ts';
import { teamsTexts } from './texts.ts';

/** `composeExtension/fetchTask` of a command on a message (Microsoft Graph's shape of a chat message). */
const fetchValue = z.object({
  commandId: z.literal(COMMANDS.fromMessage),
  messagePayload: z.object({
    id: z.string().max(300).optional().catch(undefined),
    body: z.object({ content: z.string(), contentType: z.string().nullish().catch(undefined) }),
  }),
});
const submitValue = z.object({ commandId: z.literal(COMMANDS.fromMessage) });

/** Reads the message of a command as one that was written to the assistant, and opens the form filled in. */
export async function handleMessageCommand(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const texts = teamsTexts[turn.locale];
  const parsed = fetchValue.safeParse(value);
  if (!parsed.success) return invokeFault('BadRequest', texts.unknownCommand);
  if (turn.heldBack !== null) return taskMessage(botTexts[turn.locale].noDraftsNow);
  const { id, body } = parsed.data.messagePayload;
  const message = readMessage(asActivity(body));
  if (message.isTooLong) return taskMessage(texts.messageTooLong);
  const mail = lastSaid(message.mail ?? '', (words) => turn.read(words, null));
  const utterance = [message.text, mail].filter((part) => part !== '').join('\n');
  return orSignIn(turn, services, async () => {
    const draftId = await draftIdFor(id ?? body.content, turn, services);
    // Who makes a deal of a message means what it only plans.
    const request = utterance === '' ? {} : { utterance, isMeant: true };
    return boxAnswer(await services.dialogs.boxes.draw('create-deal', request, draftId, turn), turn.locale);
  });
}

/** Takes in the box of such a command. Others may read this chat: the draft waits in the person's own. */
export async function handleMessageSubmit(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const filled = submitValue.safeParse(value).success ? filledIn(value) : null;
  if (filled === null) return invokeFault('BadRequest', botTexts[turn.locale].oldButton);
  return orSignIn(turn, services, async () => {
    const box = await services.dialogs.boxes.fillAside(filled, turn);
    return box === null ? waiting(filled.draftId, turn) : boxAnswer(box, turn.locale);
  });
}

/** The way to where the draft waits. */
function waiting(draftId: string, turn: Turn): InvokeAnswer {
  const { context, locale, record } = turn;
  const texts = teamsTexts[locale];
  const draft = record.drafts.find(({ id }) => id === draftId);
  const text = texts.draftWaits(draft?.title ?? null);
  const exit = { ...exitFrom(context.activity, locale), readership: 'sender' } as const;
  const url = exit.toPrivateChat(wordsFor({ action: 'drafts' }, locale));
  if (url === null) return taskMessage(text);
  const [activity] = releaseReplies([sayWith(text, { title: texts.openChat, url })], exit);
  const [card] = activity?.attachments ?? [];
  return card === undefined ? taskMessage(text) : taskContinue(texts.openChat, card.content as object);
}

function asActivity({ content, contentType }: z.infer<typeof fetchValue>['messagePayload']['body']): object {
  return contentType === 'html'
    ? { type: 'message', text: '', attachments: [{ contentType: 'text/html', content }] }
    : { type: 'message', text: content, textFormat: 'plain' };
}

/** A deal may be made of one message so many times. */
const MOST_DEALS = 10;

/**
 * The draft of a message: the same for who asks twice, so that what they filled in is there; another one once a deal
 * was made of it, since the draft's id is the deal's key.
 */
async function draftIdFor(message: string, turn: Turn, { gateway }: BotServices): Promise<string> {
  const { actor, context } = turn;
  let name = [context.activity.conversation.id, message, actor.tenantId, actor.objectId].join('|');
  for (let made = 0; made < MOST_DEALS; made += 1) {
    const id = uuidOf(name);
    const deal = await gateway.findByKey(actor, id);
    if (deal === null) return id;
    name = `${name}|${deal.id}`;
  }
  return uuidOf(name);
}

/** A text as a UUID of its own. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  const [a, b, c, d, e] = [0, 8, 12, 16, 20].map((at, index) => hash.slice(at, [8, 12, 16, 20, 32][index]));
  return [a, b, c, d, e].join('-');
}
