import type { Dialogs } from '../../dialogs/index.ts';
import type { TurnHandler } from '../bot/adapter.ts';
import type { Bot } from '../bot/bot.ts';
import type { TurnKnowledge, StandingServices } from '../bot/turn.ts';
import type { Delivery } from '../channel/delivery.ts';
import type { TurnMemory } from '../referrals/turn-memory.ts';
import { withinTurn } from '../remote/turn-time.ts';
import { correlated, turnIdOf } from '../telemetry/correlation.ts';
import { type Trace, withSpans } from '../telemetry/trace.ts';

/** Whatever has parts of a turn to do. */
type Traceable = Pick<StandingServices, 'knowing' | 'dialogs' | 'sessions' | 'people'>;

/** The same services with a span around each part of a turn; as they are where nothing is traced. */
export function traced<T extends Traceable>(services: T, trace: Trace | null): T {
  if (trace === null) return services;
  const { dialogs, sessions, people } = services;
  const knownBy = tracedKnown(trace);
  const saving = { put: 'save', change: 'save', delete: 'save' } as const;
  return {
    ...services,
    knowing: (turn, tenantId) => services.knowing((known) => turn(knownBy(known)), tenantId),
    dialogs: tracedDialogs(dialogs, trace),
    sessions: withSpans(sessions, saving, trace),
    people: withSpans(people, saving, trace),
  };
}

/** Made once for all turns that know the same. */
function tracedKnown(trace: Trace): (known: TurnKnowledge) => TurnKnowledge {
  const made = new WeakMap<TurnKnowledge, TurnKnowledge>();
  return (known) => {
    const spanned = made.get(known) ?? {
      ...known,
      reader: withSpans(known.reader, { read: 'read' }, trace),
      answerer: withSpans(known.answerer, { match: 'match' }, trace),
    };
    made.set(known, spanned);
    return spanned;
  };
}

/** What is read for the open form is carried out later: the span is around that. */
function tracedDialogs(dialogs: Dialogs, trace: Trace): Dialogs {
  const reading: Pick<Dialogs, 'read'> = {
    async read(text, turn, host) {
      const message = await dialogs.read(text, turn, host);
      return { ...message, run: () => trace.span('dialog', () => message.run()) };
    },
  };
  const spans = withSpans(dialogs, { begin: 'dialog', act: 'dialog', repeat: 'dialog' }, trace);
  return new Proxy(spans, {
    get: (from, name) => (name === 'read' ? reading.read : (Reflect.get(from, name) as unknown)),
  });
}

/** The same for what is sent. */
export function tracedDelivery(delivery: Delivery, trace: Trace | null): Delivery {
  return trace === null ? delivery : withSpans(delivery, { post: 'send' }, trace);
}

export interface TurnHandlerParts {
  readonly botFor: (channelId: string) => Bot;
  readonly memory: TurnMemory;
  readonly trace: Trace | null;
}

/** Runs each activity as a turn with its time, its memory, and ids for the log and for the calls it makes. */
export function createTurnHandler({ botFor, memory, trace }: TurnHandlerParts): TurnHandler {
  return (context) => {
    const turn = turnIdOf(context.activity);
    const bot = botFor(context.activity.channelId);
    const run = (): ReturnType<Bot> => withinTurn(() => memory.run(() => bot(context)));
    if (trace === null) return correlated({ turn }, run);
    return trace.span('turn', () => {
      trace.note({ 'cosell.turn': turn });
      const id = trace.traceId();
      return correlated({ turn, ...(id === null ? {} : { trace: id }) }, run);
    });
  };
}
