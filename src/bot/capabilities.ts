import type { Activity } from 'botbuilder';

/**
 * Channels whose usual client, Bot Framework Web Chat, draws a button that is to be executed and does nothing when it is
 * tapped, so that not even its fallback helps (issue 3844 of microsoft/BotFramework-WebChat, open; so in the Agents
 * Playground, too).
 */
const WITHOUT_EXECUTE: readonly string[] = ['webchat', 'directline', 'emulator'];

/** By what a client of theirs says that it does execute: an entity beside those in which Web Chat says what it can. */
const EXECUTING = { type: 'ClientCapabilities', executesActions: true } as const;

/** Whether taps are executed there (`Action.Execute`); where they aren't, they are submitted. */
export function hasExecute({ channelId = '', entities }: Partial<Activity>): boolean {
  return !WITHOUT_EXECUTE.includes(channelId) || (entities ?? []).some(isExecuting);
}

function isExecuting(entity: unknown): boolean {
  if (typeof entity !== 'object' || entity === null) return false;
  const { type, executesActions } = entity as Readonly<Record<string, unknown>>;
  return type === EXECUTING.type && executesActions === EXECUTING.executesActions;
}
