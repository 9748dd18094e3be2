/**
 * Channels whose usual client, Bot Framework Web Chat, draws a button that is to be executed and does nothing when it is
 * tapped, so that not even its fallback helps (microsoft/BotFramework-WebChat#3844, open; so in the Agents
 * Playground, too).
 */
const WITHOUT_EXECUTE: readonly unknown[] = ['webchat', 'directline', 'emulator'];

/** By what a client of theirs says that it does execute: an entity beside those in which Web Chat says what it can. */
const EXECUTING = { type: 'ClientCapabilities', executesActions: true } as const;

/** What an activity, or the address of a chat, says of the client that shows it. */
interface Shower {
  readonly channelId?: unknown;
  readonly entities?: unknown;
}

/** Whether taps are executed there (`Action.Execute`); where they aren't, they are submitted. */
export function hasExecute({ channelId, entities }: Shower): boolean {
  if (!WITHOUT_EXECUTE.includes(channelId)) return true;
  return Array.isArray(entities) && entities.some(isExecuting);
}

function isExecuting(entity: unknown): boolean {
  if (typeof entity !== 'object' || entity === null) return false;
  const { type, executesActions } = entity as Readonly<Record<string, unknown>>;
  return type === EXECUTING.type && executesActions === EXECUTING.executesActions;
}
