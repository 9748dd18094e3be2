import { randomUUID } from 'node:crypto';
import { startWireServer, type WireServer } from './wire-server.ts';

/** What a bot sent into a conversation. */
export interface SentActivity {
  readonly conversationId: string;
  readonly activity: Readonly<Record<string, unknown>> & { readonly type: string };
}

/** The way from a bot to a channel. */
export interface BotConnector extends WireServer {
  readonly sent: SentActivity[];
}

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/[^/]+)?$/;

/** Starts a stand-in for a channel's connector: takes what the bot sends. */
export async function startBotConnector(): Promise<BotConnector> {
  const sent: SentActivity[] = [];
  const server = await startWireServer(({ method, path, body }) => {
    const conversationId = ACTIVITIES.exec(path)?.[1];
    if (method !== 'POST' || conversationId === undefined) return { status: 404, body: {} };
    sent.push({ conversationId, activity: JSON.parse(body) as SentActivity['activity'] });
    return { status: 200, body: { id: randomUUID() } };
  });
  return { ...server, sent };
}
