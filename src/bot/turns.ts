import { openDialogs, usageOf } from './turn-usage.ts';
import type { Activity, TurnContext } from 'botbuilder';
import { forEverybody, refusing, type Reply, sayWith } from '../cards/reply-data.ts';
import { letterKey } from '../channel/delivery.ts';
import { createSerial } from '../serial.ts';
import { isChangedMeanwhile } from '../storage/record-store.ts';
import type { TurnEnd } from './bot.ts';
import { errorReply } from './error-reply.ts';
import { exitOf } from './exit.ts';
import { type Identity, identify } from './identity.ts';
import { type Incoming, leavesNoTrace } from './incoming.ts';
import { type Exit, releaseReplies } from './gate.ts';
import { answerInvoke } from './invoke-answer.ts';
import { answerIdOf, conversationOf, letterTo } from './letters.ts';
import { isFull, keepLetter, letterFor, type Outbox } from './outbox.ts';
import { handleInPublic } from './public-turn.ts';
import { rateByReaction } from './rating.ts';
import { type InTurn, type Post, send, sendFailed } from './sending.ts';
import { saveTurn, unsavedReplies } from './saving.ts';
import { noteHandled } from './session.ts';
import { botTexts } from './texts.ts';
import { type BotServices, openTurn, type StandingServices, type Turn } from './turn.ts';
import { signedTap } from './teams/log-in.ts';
import { settleTap } from './teams/settle-tap.ts';
import { isOnCardOfOthers, keepCard } from './teams/tapped.ts';
import { performInvoke } from './teams/invokes.ts';
import { announceTyping } from './typing.ts';
import { handleWatched } from './watch/turn.ts';
import { personKey } from '../identity/actor.ts';

export interface Turns {
  /**
   * Resolves when the turn is over and saved; its `end` when the replies are sent, which holds no other turn up.
   *
   * @param trusted channels whose word on a person's identity counts; absent means all
   */
  run(context: TurnContext, incoming: Incoming, trusted?: readonly string[]): Promise<Running>;
  /** Whether this very activity is under way, or was answered by this process. */
  isKnown(activity: Activity): boolean;
}

/** In an object, since a promise of a promise would wait for both. */
export interface Running {
  readonly end: Promise<TurnEnd>;
}

/** How often a turn begins again that others wrote beside; it is rare once. */
const MOST_ATTEMPTS = 5;

/**
 * One turn at a time per conversation and per person: load, decide, save, then send. In other processes a
 * conversation's turns are kept out by a lease, a person's other conversations by the versions of what is saved: where
 * somebody wrote meanwhile, nothing is saved or said, and the turn begins again.
 */
export function createTurns(services: StandingServices): Turns {
  const queue = createSerial();
  const underWay = new Set<string>();
  return {
    isKnown(activity) {
      const letter = { id: activity.id ?? '', conversation: conversationOf(activity) };
      return (
        letter.id !== '' && (underWay.has(letterKey(letter)) || services.delivery.stateOf(letter) !== null)
      );
    },
    async run(context, incoming, trusted) {
      const { directory, demoActor, leases } = services;
      const at = performance.now();
      const identity = await identify(context.activity, directory, demoActor, trusted);
      const { conversation } = context.activity;
      // Always conversation first, then person: one order for all turns, so that none waits in a circle.
      const inTurn: InTurn = (work) =>
        leases.run(`conversation|${conversation.id}`, () =>
          queue.run(`person|${personKey(identity.actor)}`, work),
        );
      const { activity } = context;
      const key = letterKey({ id: activity.id ?? '', conversation: conversationOf(activity) });
      const arrival = { context, incoming, identity, at };
      if (leavesNoTrace(incoming))
        return services.knowing(
          (known) => lookUp(arrival, { ...services, ...known }),
          identity.actor.tenantId,
        );
      underWay.add(key);
      const attempt = (within: InTurn): Promise<Running> =>
        services.knowing(
          (known) => runTurn(arrival, { ...services, ...known }, within),
          identity.actor.tenantId,
        );
      return untilUnchanged(() =>
        leases.isShared ? untilSent(inTurn, attempt) : inTurn(() => attempt(inTurn)),
      ).finally(() => underWay.delete(key));
    },
  };
}

/** Begins a turn again that somebody wrote beside: it has saved and said nothing yet. */
async function untilUnchanged(begin: () => Promise<Running>): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await begin();
    } catch (error) {
      if (!isChangedMeanwhile(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** A turn that ends when its replies are sent: another process doesn't see what this one has in line. */
async function untilSent(inTurn: InTurn, begin: (within: InTurn) => Promise<Running>): Promise<Running> {
  let isInside = true;
  const within: InTurn = (work) => (isInside ? work() : inTurn(work));
  return inTurn(async () => {
    const running = await begin(within);
    await running.end;
    return running;
  }).finally(() => (isInside = false));
}

/** A turn of which nothing is kept and nothing said: its answer is all of it. */
async function lookUp({ context, incoming, identity }: Arrival, services: BotServices): Promise<Running> {
  await handle(incoming, await openTurn(context, identity, services), services);
  return { end: Promise.resolve('done') };
}

/** An empty answer closes a box, and asks nothing. */
const DONE_BEFORE = { status: 200, body: {} };

/** What came in, and from whom. */
interface Arrival {
  readonly context: TurnContext;
  readonly incoming: Incoming;
  readonly identity: Identity;
  /** When, by the process's own clock (`performance.now`), in milliseconds. */
  readonly at: number;
}

async function runTurn(arrival: Arrival, services: BotServices, inTurn: InTurn): Promise<Running> {
  const { context, incoming, identity } = arrival;
  const turn = await openTurn(context, identity, services);
  const { activity } = context;
  const { stateOf } = services.delivery;
  const outbox: Outbox = { session: turn.session, activity, stateOf };
  const post: Post = { turn, outbox, services, inTurn, arrivedAt: arrival.at };
  // So much is unsaid that no more can be kept: first that, and this activity when the channel brings it again.
  if (isFull(outbox)) return { end: sendFailed(post) };
  if (!noteHandled(turn.session, activity.id)) {
    // Nothing is done twice; what was said is said again if the channel isn't known to have it.
    if (incoming.kind === 'invoke') answerInvoke(context, DONE_BEFORE);
    const said = letterFor(outbox, activity.id ?? '');
    const tapped = await settleTap(turn, exitOf(incoming, turn), services);
    if (tapped !== null) answerInvoke(context, tapped);
    return said === null ? { end: Promise.resolve('done') } : { end: send(said, post) };
  }
  await handle(incoming, turn, services);
  const exit = exitOf(incoming, turn);
  const id = answerIdOf(activity);
  const tapped = await settleTap(turn, exit, services);
  const released = releaseReplies(turn.replies, exit);
  if (released.length > 0) {
    const kept = keptOf(released, turn.replies, exit);
    keepLetter(outbox, id, kept, turn.now);
    if (exit.card !== null) keepCard(exit.card.id, kept, turn.session);
  }
  const isSaved = await saveTurn(turn, services);
  if (tapped !== null && (isSaved || turn.hasSaved)) answerInvoke(context, tapped);
  const said = isSaved ? released : releaseReplies(await unsavedReplies(turn, services), exit);
  return { end: send(letterTo(activity, id, said), post) };
}

/** What is kept on disk until it is taken: what was released, but for links that are for this moment alone. */
function keptOf(
  released: readonly Partial<Activity>[],
  replies: readonly Reply[],
  exit: Exit,
): readonly Partial<Activity>[] {
  if (!replies.some(({ keptAs }) => keptAs !== undefined)) return released;
  return releaseReplies(
    replies.map((reply) => reply.keptAs ?? reply),
    exit,
  );
}

/** An invoke's answer is no message, and a reaction has none: what is to be asked or said beside a message waits for one. */
async function perform(incoming: Incoming, turn: Turn, services: BotServices): Promise<string> {
  if (incoming.kind === 'invoke') return performInvoke(incoming, turn, services);
  if (incoming.kind === 'reaction') return rateByReaction(incoming, turn, services);
  if (isOnCardOfOthers(turn)) return refuseOthers(turn);
  const meant = await signedTap(incoming, turn, services);
  if (meant === null) return 'sign-in-refused';
  const how = turn.readership === 'public' ? handleInPublic : handleWatched;
  return how(meant, turn, services);
}

/** A card that was made for somebody does nothing for others, who alone hear of it where the channel can do that. */
function refuseOthers(turn: Turn): string {
  turn.say(forEverybody(refusing(sayWith(botTexts[turn.locale].cardOfOthers))));
  return 'not-yours';
}

/** Does what came in asks for; a failure becomes the only reply, and leaves dialogs as they were. */
async function handle(incoming: Incoming, turn: Turn, services: BotServices): Promise<void> {
  const startedAt = performance.now();
  // What an invoke gets is no message, and may not be announced as one.
  const isUnsaid = incoming.kind === 'invoke' || incoming.kind === 'reaction';
  const stopTyping = isUnsaid ? null : announceTyping(turn.context.activity, services);
  const before = openDialogs(turn, services);
  let outcome = 'error';
  try {
    outcome = await perform(incoming, turn, services);
  } catch (error) {
    if (isChangedMeanwhile(error)) {
      outcome = 'begun-again';
      throw error;
    }
    turn.replies.splice(0, Infinity, errorReply(error, services.onError(error), turn.locale));
  } finally {
    stopTyping?.();
    const { channelId } = turn.context.activity;
    const used = usageOf(turn, before, services);
    services.onTurn({ outcome, durationMs: performance.now() - startedAt, channelId, used });
  }
}
