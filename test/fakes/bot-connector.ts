import { startWireServer, type WireServer } from './wire-server.ts';

/** What a bot sent into a conversation. */
export interface SentActivity {
  readonly conversationId: string;
  readonly activity: Readonly<Record<string, unknown>> & { readonly type: string };
  /** What the channel calls the message: Teams counts milliseconds. */
  readonly id: string;
  /** Whether it took the place of the message that has the id. */
  readonly isUpdate: boolean;
  /** Whether it is shown to its recipient alone. */
  readonly isTargeted: boolean;
}

/** The way from a bot to a channel. */
export interface BotConnector extends WireServer {
  readonly sent: SentActivity[];
}

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

/** Starts a stand-in for a channel's connector: takes what the bot sends, and what it puts in the place of a message. */
export async function startBotConnector(): Promise<BotConnector> {
  const sent: SentActivity[] = [];
  // Teams calls messages by when it took them; the tests' day begins here.
  let last = Date.parse('2026-11-24T09:00:00Z');
  const server = await startWireServer(({ method, path, query, body }) => {
    const [, conversation, activityId] = ACTIVITIES.exec(path) ?? [];
    const isUpdate = method === 'PUT' && activityId !== undefined;
    if ((method !== 'POST' && !isUpdate) || conversation === undefined) return { status: 404, body: {} };
    const isTargeted = query.get('isTargetedActivity') === 'true';
    last += 1;
    const id = isUpdate ? activityId : String(last);
    sent.push({
      conversationId: decodeURIComponent(conversation),
      activity: JSON.parse(body) as SentActivity['activity'],
      id,
      isUpdate,
      isTargeted,
    });
    return { status: isUpdate ? 200 : 201, body: { id } };
  });
  return { ...server, sent };
}
