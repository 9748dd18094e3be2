import { ActivityTypes, type TurnContext } from 'botbuilder';
import { toActivity } from '../cards/reply.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import { type Identity, identify } from './identity.ts';
import { acknowledge } from './invoke-answer.ts';
import { noteHandled, personKey } from './session.ts';
import { createSerial } from '../serial.ts';
import { admitTenant, replyToStranger } from './tenants.ts';
import { type BotServices, openTurn, saveTurn, type Turn } from './turn.ts';
import { handleWatched } from './watch-turn.ts';

/** A reply that takes longer than this is announced by a typing indicator. */
const TYPING_AFTER_MS = 800;

/** Handles one incoming activity. */
export type Bot = (context: TurnContext) => Promise<void>;

/**
 * The bot: one turn at a time per conversation and per person; load, decide, save, then reply. Errors
 * pass through to the bot adapter, which alone turns them into a reply.
 */
export function createBot(services: BotServices): Bot {
  const queue = createSerial();
  return async (context) => {
    const incoming = readIncoming(context.activity);
    if (incoming.kind === 'silence') return acknowledge(context);
    const { conversation } = context.activity;
    const { directory, demoActor, trustedChannels, allowedTenants: allowed } = services;
    const verdict = admitTenant(context.activity, { allowed, trustedChannels });
    if (verdict === 'stranger') return turnAway(context, incoming, services);
    const trusted = verdict === 'faq-only' ? [] : trustedChannels;
    const identity = await identify(context.activity, directory, demoActor, trusted);
    // Always conversation first, then person: one order for all turns, so that none waits in a circle.
    await queue.run(`conversation|${conversation.id}`, () =>
      queue.run(`person|${personKey(identity.actor)}`, () => runTurn(context, incoming, identity, services)),
    );
    await acknowledge(context);
  };
}

/** Before anything is looked up or kept: of a stranger nothing stays. */
async function turnAway(context: TurnContext, incoming: Incoming, services: BotServices): Promise<void> {
  const startedAt = performance.now();
  const answer = replyToStranger(incoming, context.activity, services.support);
  if (answer !== null) await context.sendActivity(toActivity(answer.reply, answer.locale));
  await acknowledge(context);
  const { channelId } = context.activity;
  services.onTurn({ outcome: 'stranger', durationMs: performance.now() - startedAt, channelId });
}

async function runTurn(
  context: TurnContext,
  incoming: Incoming,
  identity: Identity,
  services: BotServices,
): Promise<void> {
  const startedAt = performance.now();
  const turn = await openTurn(context, identity, services);
  if (!noteHandled(turn.session, context.activity.id)) return;
  context.turnState.set('locale', turn.locale);
  const typing = announceTyping(context);
  let outcome = 'error';
  try {
    outcome = await handleWatched(incoming, turn, services);
  } finally {
    clearTimeout(typing);
    await saveTurn(turn, services);
    const channelId = context.activity.channelId;
    services.onTurn({ outcome, durationMs: performance.now() - startedAt, channelId });
  }
  await sendReplies(turn);
}

async function sendReplies({ context, replies, locale }: Turn): Promise<void> {
  if (replies.length > 0) await context.sendActivities(replies.map((reply) => toActivity(reply, locale)));
}

function announceTyping(context: TurnContext): NodeJS.Timeout {
  return setTimeout(() => {
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, TYPING_AFTER_MS);
}
