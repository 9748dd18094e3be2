import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { pino } from 'pino';
import type { CallerCheck } from '../../src/auth/caller.ts';
import { createChannelKeys } from '../../src/auth/channel-keys.ts';
import { createCallerCheck } from '../../src/auth/channel-token.ts';
import { createErrorLog, type TurnHandler } from '../../src/bot/adapter.ts';
import { createDoor } from '../../src/bot/door.ts';
import { toActivity } from '../../src/cards/reply.ts';
import type { Person } from '../../src/directory/directory.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { createSdkAdapter } from './sdk-adapter.ts';
import { type HttpServer, type ServerOptions, createServer } from '../../src/http/server.ts';

const COMPANY = { name: 'Aurelia Sistemi', currency: 'EUR', country: 'IT', locations: [] };

/** Two people to be on the page. */
export const PEOPLE: readonly Person[] = [
  ['Sara', 'Conti', 'a0000000-0000-4000-8000-000000000001', ['referrals-admin']] as const,
  ['Paolo', 'Serra', 'a0000000-0000-4000-8000-000000000004', []] as const,
].map(([firstName, lastName, objectId, roles]) => ({
  tenantId: '11111111-1111-4111-8111-111111111111',
  objectId,
  firstName,
  lastName,
  email: `${firstName.toLowerCase()}@aurelia.example`,
  phone: '+39 02 0000000',
  roles: [...roles],
  company: COMPANY,
  isSample: true,
}));

/** Says back what it hears; some words make it answer with a card, an update, or an error. */
async function echo(context: TurnContext): Promise<void> {
  const { type, text, membersAdded, name } = context.activity;
  const value = context.activity.value as unknown;
  if (type === 'invoke' && name === 'adaptiveCard/action') return answerExecute(context);
  if (type === 'conversationUpdate' && membersAdded?.length) {
    await context.sendActivity(toActivity({ summary: 'Ciao, sono un’eco.' }, 'it'));
  } else if (type === 'message' && value !== undefined) {
    await context.sendActivity({
      type: 'message',
      text: `value ${JSON.stringify(value)}`,
      textFormat: 'plain',
    });
  } else if (type === 'message') {
    await answerWord(context, text);
  }
}

/** The same card with buttons that are submitted, as another bot would have them. */
function asSubmitted(activity: Partial<Activity>): Partial<Activity> {
  const attachments = activity.attachments?.map((attachment) => {
    const card = attachment.content as { readonly actions: readonly { readonly fallback: object }[] };
    return { ...attachment, content: { ...card, actions: card.actions.map(({ fallback }) => fallback) } };
  });
  return { ...activity, ...(attachments === undefined ? {} : { attachments }) };
}

/** Answers an Action.Execute with another card; the verb `errore` fails. */
async function answerExecute(context: TurnContext): Promise<void> {
  const { action } = context.activity.value as { action: { verb: string } };
  if (action.verb === 'errore') throw new Error('secret detail');
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Sostituita' }] };
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

async function answerWord(context: TurnContext, text: string): Promise<void> {
  if (text === 'errore') throw new Error('secret detail');
  if (text === 'carta') {
    const titles = ['Perché il pulsante Nuovo deal non è disponibile per me?', 'Aiuto'];
    const buttons = titles.map((title) => ({ title, action: { action: 'help' as const } }));
    await context.sendActivity(asSubmitted(toActivity({ summary: 'Una carta.', buttons }, 'it')));
    return;
  }
  if (text === 'esegui') {
    const actions = [{ type: 'Action.Execute', title: 'Sostituisci', verb: 'sostituisci', data: {} }];
    const content = { type: 'AdaptiveCard', version: '1.5', body: [], actions };
    const contentType = 'application/vnd.microsoft.card.adaptive';
    await context.sendActivity({ type: 'message', attachments: [{ contentType, content }] });
    return;
  }
  if (text === 'aggiorna') {
    const sent = await context.sendActivity('prima');
    await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: 'dopo' });
    return;
  }
  if (text === 'cancella') {
    const sent = await context.sendActivity('via');
    await context.deleteActivity(sent?.id ?? '');
    return;
  }
  // As another bot would, which has its words read as Markdown.
  await context.sendActivity({ ...toActivity({ summary: `eco: ${text}` }, 'it'), textFormat: 'markdown' });
}

/** Whom an echo bot with an app id believes. */
export interface Guard {
  readonly appId: string;
  readonly keysUrl: string;
}

/** A server around the echo bot; `log` lines end in `lines`. With a guard callers are authenticated. */
export function createEchoServer(
  options: Partial<ServerOptions> = {},
  guard: Guard | null = null,
): { server: HttpServer; lines: string[] } {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const onError = createErrorLog(log, () => undefined);
  const adapter = createSdkAdapter(guard?.appId ?? null, onError);
  const handler: TurnHandler = async (context) => {
    try {
      await echo(context);
    } catch (error) {
      const type: string = context.activity.type;
      if (type === 'invoke') throw error;
      await context.sendActivity(`Non ha funzionato (rif. ${onError(error)}).`);
    }
    return 'done';
  };
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    isAnonymous: guard === null,
    door: createDoor({ adapter, handler, checkCaller: guard === null ? null : checkOf(guard), log }),
    metrics: createMetrics(),
    log,
    readiness: async () => ({ isReady: true, warnings: [] }),
    metricsToken: null,
    chatPage: null,
    ...options,
  });
  return { server, lines };
}

function checkOf({ appId, keysUrl }: Guard): CallerCheck {
  const now = (): Date => new Date();
  return createCallerCheck({ appId, keys: createChannelKeys({ url: keysUrl, now }), now });
}
