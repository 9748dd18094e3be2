/** An activity as it goes over the wire: plain JSON, addressed by its own conversation and service address. */
export interface OutgoingActivity {
  readonly type: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string } & Readonly<Record<string, unknown>>;
  /** Of the message whose place it takes; absent for a new one. */
  readonly id?: string;
  /** The activity that is answered: in a channel it names the thread. */
  readonly replyToId?: string;
  readonly [field: string]: unknown;
}

/**
 * What came of sending one activity.
 *
 * - `taken`: the channel has it.
 * - `blocked`: the person blocked the assistant, or their administrator turned it off for them.
 * - `unwanted`: it may not write there, or the chat is gone (any other 403, 404).
 * - `refused`: the channel doesn't want this activity, and won't want it next time (another 4xx).
 * - `failed`: not known to be taken; worth trying again.
 */
export type Sent = 'taken' | 'blocked' | 'unwanted' | 'refused' | 'failed';

/** Port to the channels' Bot Connector. Never throws. */
export interface Connector {
  /**
   * Sends with a few attempts, and gives up as `failed` when the signal is raised.
   *
   * @param onTaken told what the channel calls the message, where it says so
   */
  send(activity: OutgoingActivity, signal: AbortSignal, onTaken?: (id: string) => void): Promise<Sent>;
}
