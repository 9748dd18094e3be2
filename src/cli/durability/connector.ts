import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import type { Moments } from './moments.ts';

/** An activity of the bot's, as far as a channel looks at it. */
const replySchema = z.looseObject({
  type: z.string(),
  replyToId: z.string().optional(),
  text: z.string().optional(),
  attachments: z.array(z.unknown()).optional(),
  suggestedActions: z.unknown().optional(),
});

/** A message of the bot's that the channel took, in the order of taking. */
export interface TakenReply {
  readonly conversationId: string;
  /** The activity that it answers; '' where it names none. */
  readonly replyTo: string;
  /** What a person sees of it, as JSON: two equal ones are the same reply twice. */
  readonly content: string;
  readonly kills: KillCount;
}

/**
 * How many kills there were: what is taken between the two counts may be from a killed process, still read from the
 * line, or from one that runs beside it and goes on with its turns at once.
 */
export interface KillCount {
  readonly begun: number;
  /** Nothing of who was killed is on the line any more. */
  readonly over: number;
}

export interface ConnectorOptions {
  readonly moments: Moments;
  /** Asked for each reply: true has it answered with 500, and not taken. */
  readonly isRefused: () => boolean;
  readonly kills: () => KillCount;
}

/** A channel that fails answers 500, or never. */
export type Failing = 'refusing' | 'hanging';

/** The channel's side of the wire: takes what the bot sends, and fails on demand. */
export interface FaultyConnector {
  /** The `serviceUrl` of activities. */
  readonly url: string;
  readonly taken: readonly TakenReply[];
  /** How many replies were answered with 500, and how many were left without an answer. */
  readonly faults: { refused: number; hung: number };
  /** From now on no reply into this conversation is taken, until `heal`; says how many have met that so far. */
  fail(conversationId: string, how: Failing): () => number;
  heal(): void;
  close(): Promise<void>;
}

/** `POST …/activities` says something, `POST …/activities/ID` answers that activity. */
const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

interface Failure {
  readonly conversationId: string;
  readonly how: Failing;
  met: number;
}

interface State {
  readonly taken: TakenReply[];
  readonly faults: { refused: number; hung: number };
  /** Who waits for an answer that never comes. */
  readonly left: Set<IncomingMessage>;
  failing: Failure | null;
}

/** Opens the part of the Bot Connector's REST interface that a bot sends replies to, on a free port of loopback. */
export async function openConnector(options: ConnectorOptions): Promise<FaultyConnector> {
  const state: State = { taken: [], faults: { refused: 0, hung: 0 }, left: new Set(), failing: null };
  const server = createServer((request, response) => {
    answer(request, response, state, options).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    taken: state.taken,
    faults: state.faults,
    fail(conversationId, how) {
      const failure = (state.failing = { conversationId, how, met: 0 });
      return () => failure.met;
    },
    heal: () => heal(state),
    close: () => close(server),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  { moments, isRefused, kills }: ConnectorOptions,
): Promise<void> {
  const body = await readBody(request);
  const [, conversation, activityId] = ACTIVITIES.exec(request.url ?? '') ?? [];
  if (request.method !== 'POST' || conversation === undefined) return send(response, 404, {});
  const reply = replySchema.parse(JSON.parse(body));
  const conversationId = decodeURIComponent(conversation);
  const failure = state.failing?.conversationId === conversationId ? state.failing : null;
  if (failure !== null) failure.met += 1;
  if (failure?.how === 'hanging') {
    state.faults.hung += 1;
    return void state.left.add(request);
  }
  // A typing indicator says nothing that could be lost.
  if (reply.type !== 'message') return send(response, 200, { id: randomUUID() });
  if (failure?.how === 'refusing' || isRefused()) {
    state.faults.refused += 1;
    return send(response, 500, { error: { code: 'ServiceError', message: 'refused by the run' } });
  }
  const { text, attachments, suggestedActions } = reply;
  state.taken.push({
    conversationId,
    replyTo: reply.replyToId ?? decodeURIComponent(activityId ?? ''),
    content: JSON.stringify({ text, attachments, suggestedActions }),
    kills: kills(),
  });
  moments.happen('taking');
  send(response, 200, { id: randomUUID() });
  moments.happen('taken');
}

/** Who was left without an answer finds the line cut. */
function heal(state: State): void {
  state.failing = null;
  for (const request of state.left) request.socket.destroy();
  state.left.clear();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  // Not chained: restify, where it is loaded, has changed writeHead for the whole process.
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
