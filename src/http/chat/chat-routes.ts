import type { Request, Response, Server } from 'restify';
import type { Person } from '../../directory/directory.ts';
import { readOutside } from '../../outside-value.ts';
import { isJson } from '../messages-route.ts';
import { sendError, sendJson } from '../respond.ts';
import { type ChatPost, chatPostSchema, conversationIdSchema, toChatActivity } from './chat-activity.ts';
import type { ChatLog } from './chat-log.ts';

export interface ChatOptions {
  readonly log: ChatLog;
  /** The people that one can be on the page. */
  readonly people: () => Promise<readonly Person[]>;
  /** The address of this server, known once it listens. */
  readonly origin: () => string;
  /** Where the messages are posted: here, or where several processes are reached by one address. */
  readonly postsTo: () => string;
}

/** How long the bot may take for one message of the page before it is given up, in milliseconds. */
const TURN_TIMEOUT_MS = 60_000;

/** Mounts what the page posts to, and the list of people. */
export function mountChat(server: Server, options: ChatOptions): void {
  server.get('/chat/people', async (_req, res) => {
    const people = await options.people();
    sendJson(res, 200, people.map(describe));
  });
  server.post('/chat/:conversationId', async (req, res) => {
    await takePost(req, res, options);
  });
}

function describe(person: Person): Record<string, unknown> {
  const { objectId, firstName, lastName, roles, company } = person;
  return { id: objectId, firstName, lastName, company: company.name, roles: roles ?? [] };
}

async function takePost(req: Request, res: Response, options: ChatOptions): Promise<void> {
  if (!isJson(req)) return sendError(res, 415, 'send application/json');
  const conversationId = conversationIdSchema.safeParse(
    (req.params as Record<string, unknown>)['conversationId'],
  );
  const post = readOutside(chatPostSchema, req.body);
  if (!conversationId.success || !post.success)
    return sendError(res, 400, 'this is not a message of the chat page');
  const people = await options.people();
  const person = people.find(({ objectId }) => objectId === post.data.personId);
  if (person === undefined) return sendError(res, 404, 'there is no such sample person');
  await passOn(res, { conversationId: conversationId.data, post: post.data, person }, options);
}

/** What one of the sample people does in a chat. */
interface Posted {
  readonly conversationId: string;
  readonly post: ChatPost;
  readonly person: Person;
}

/** Plays the channel: posts the activity to the bot's own address and waits until its turn is over. */
async function passOn(
  res: Response,
  { conversationId, post, person }: Posted,
  { log, origin, postsTo }: ChatOptions,
): Promise<void> {
  const activity = toChatActivity(post, conversationId, person, `${origin()}/connector`);
  const own = ownMessage(post, activity);
  if (own !== null) log.append(conversationId, 'user', own);
  const answer = await fetch(`${postsTo()}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(TURN_TIMEOUT_MS),
  }).catch(() => null);
  if (answer === null) return sendError(res, 504, 'the assistant took too long');
  const text = await answer.text();
  if (!answer.ok) return sendError(res, 502, `the assistant answered ${String(answer.status)}`);
  if (post.kind === 'execute') replaceCard(conversationId, post.activityId, text, log);
  sendJson(res, 200, { id: activity['id'] });
}

/** The person's message as the page shows it: a button by its title, unless its card itself shows what was chosen. */
function ownMessage(
  post: ChatPost,
  activity: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  if (post.kind === 'open') return null;
  const text = post.kind === 'say' ? post.text : post.title;
  const { id, timestamp } = activity;
  const shownOn = post.kind === 'execute' ? { shownOn: post.activityId } : {};
  return { id, clientId: post.clientId, text, timestamp, ...shownOn };
}

/** An Action.Execute may be answered with the card that takes the place of the tapped one. */
function replaceCard(conversationId: string, activityId: string, answer: string, log: ChatLog): void {
  const contentType = 'application/vnd.microsoft.card.adaptive';
  const { type, value } = readInvokeAnswer(answer);
  if (type !== contentType) return;
  log.append(conversationId, 'update', { id: activityId, attachments: [{ contentType, content: value }] });
}

function readInvokeAnswer(text: string): { type?: unknown; value?: unknown } {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
