import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import { createSerial } from '../../serial.ts';
import { type DealIndex, indexDeals } from './deal-index.ts';
import type { DealFile, StoredDeal } from './deal-schema.ts';

/** The stored deals in memory and on disk; what is read was confirmed by the disk. */
export interface DealStore {
  deals(): readonly StoredDeal[];
  /** Finds them; good until the next change. */
  index(): DealIndex;
  /**
   * Runs one change after the other. `work` gets the deals and returns those to keep, with its result;
   * the same deals returned mean that nothing is written. When the write fails nothing has changed, here
   * or on disk, so that the same change can be tried again.
   */
  change<T>(work: (deals: readonly StoredDeal[]) => Changed<T>): Promise<T>;
}

export interface Changed<T> {
  readonly deals: readonly StoredDeal[];
  readonly result: T;
}

/** Opens the file; where there is none, it is made with the deals of `lay`. */
export async function openDealStore(
  adapter: Adapter<DealFile>,
  lay: () => readonly StoredDeal[],
): Promise<DealStore> {
  const empty: DealFile = { deals: [] };
  const low = new Low(adapter, empty);
  await low.read();
  const serial = createSerial();
  let index: DealIndex | null = null;
  // Not lowdb's update(): it changes the data in memory first, and they would stay changed after a failed write.
  const save = async (deals: readonly StoredDeal[]): Promise<void> => {
    const next: DealFile = { deals };
    await low.adapter.write(next);
    low.data = next;
    index = null;
  };
  if (low.data === empty) await save(lay());
  return {
    deals: () => low.data.deals,
    index: () => (index ??= indexDeals(low.data.deals)),
    change: (work) =>
      serial.run('deals', async () => {
        const { deals, result } = work(low.data.deals);
        if (deals !== low.data.deals) await save(deals);
        return result;
      }),
  };
}
