import type { Exchange, LoadChannel } from './channel.ts';
import type { LoadPerson, LoadStage } from './crowd.ts';
import type { LoadSaying } from './mix.ts';

/** One turn as it went. */
export interface LoadTurn extends Exchange {
  readonly part: LoadSaying['part'];
  /** Whether Partner Center was called for this person meanwhile. */
  readonly isRemote: boolean;
}

export interface PlayOptions {
  readonly channel: LoadChannel;
  readonly botAddress: string;
  readonly stage: Pick<LoadStage, 'takeCallers'>;
  /** Who writes, and what: all of them at once, each the next message when the one before was answered. */
  readonly conversations: readonly { readonly person: LoadPerson; readonly script: readonly LoadSaying[] }[];
}

/** Plays all conversations at once, without a pause between an answer and the next message. */
export async function play(options: PlayOptions): Promise<readonly LoadTurn[]> {
  const calls = createCallCount(options.stage);
  const turns = await Promise.all(
    options.conversations.map(async ({ person, script }) => {
      const own: LoadTurn[] = [];
      for (const { part, text } of script) {
        const before = calls.of(person);
        const exchange = await options.channel.say(options.botAddress, person, text);
        own.push({ ...exchange, part, isRemote: calls.of(person) > before });
      }
      return own;
    }),
  );
  return turns.flat();
}

/** How often Partner Center was called for each person so far. */
function createCallCount(stage: PlayOptions['stage']): { of(person: LoadPerson): number } {
  const counts = new Map<string, number>();
  return {
    of({ objectId }) {
      for (const [caller, count] of stage.takeCallers())
        counts.set(caller, (counts.get(caller) ?? 0) + count);
      return counts.get(objectId) ?? 0;
    },
  };
}
