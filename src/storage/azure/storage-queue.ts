import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import { HIDDEN_MS, MOST_TAKEN_AT_ONCE, type TakenItem, type WorkQueue } from '../../outbound/work-queue.ts';
import { callStorage, Unmet } from './calls.ts';

/**
 * A queue of work in Azure Queue Storage, which any number of processes share. Times there are whole seconds, so that
 * an item put off may come up to a second late.
 */
export function createStorageQueue(client: QueueClient): WorkQueue {
  return {
    async add(item, delayMs = 0) {
      await callStorage('add to a queue', (abortSignal) =>
        client.sendMessage(toText(item), { visibilityTimeout: secondsOf(delayMs), abortSignal }),
      );
    },
    async take() {
      const { receivedMessageItems } = await callStorage('take from a queue', (abortSignal) =>
        client.receiveMessages({
          numberOfMessages: MOST_TAKEN_AT_ONCE,
          visibilityTimeout: secondsOf(HIDDEN_MS),
          abortSignal,
        }),
      );
      return receivedMessageItems.map((message) => takenFrom(client, message));
    },
  };
}

function takenFrom(
  client: QueueClient,
  { messageId, popReceipt, messageText }: DequeuedMessageItem,
): TakenItem {
  return {
    item: fromText(messageText),
    done: () =>
      unlessTaken('remove from a queue', (abortSignal) =>
        client.deleteMessage(messageId, popReceipt, { abortSignal }),
      ),
    again: (delayMs) =>
      unlessTaken('put back into a queue', (abortSignal) =>
        client.updateMessage(messageId, popReceipt, messageText, secondsOf(delayMs), { abortSignal }),
      ),
  };
}

/** Where the minute is over somebody else may have it, and what becomes of it is theirs to say. */
async function unlessTaken(act: string, call: (abortSignal: AbortSignal) => Promise<unknown>): Promise<void> {
  try {
    await callStorage(act, call);
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
  }
}

function secondsOf(ms: number): number {
  return Math.ceil(ms / 1000);
}

/** A message is XML on its way, in which not every character can stand. */
function toText(item: string): string {
  return Buffer.from(item, 'utf8').toString('base64');
}

function fromText(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
