import { AppError, isStoreFault } from '../../errors.ts';
import type { PlannedDeal } from './planned-deal.ts';
import { draftOf, type Journal } from './journal.ts';
import { OWN_KEY_PREFIX } from './to-referral.ts';
import { firstNotice, withNews, type OwedNotice } from './owed-notice.ts';
import type { NewReferral } from '../referral.ts';

export interface AttemptProgressOptions {
  readonly journal: Journal;
  readonly now: () => Date;
  /**
   * True where the company says that no CRM connector reads its deals: then our key may stand in the place of
   * the CRM id where the seller gave none, and finds the deal again beyond doubt.
   */
  readonly mayUseCrmId: boolean;
  /** Milliseconds that a silent service gets before what can't be found counts as never made. */
  readonly settleMs: number;
}

/** How far a creation has come, as the journal knows it. */
export class AttemptProgress {
  readonly #options: AttemptProgressOptions;
  #planned: PlannedDeal;

  constructor(options: AttemptProgressOptions, planned: PlannedDeal) {
    this.#options = options;
    this.#planned = planned;
  }

  get planned(): PlannedDeal {
    return this.#planned;
  }

  get draft(): NewReferral {
    return draftOf(this.#planned);
  }

  /** What is sent as `externalReferenceId`; null for nothing. */
  get reference(): string | null {
    const { crmId } = this.draft;
    if (crmId) return crmId;
    return this.#options.mayUseCrmId ? `${OWN_KEY_PREFIX}${this.#planned.key}` : null;
  }

  hasSettled(askedAt: string): boolean {
    return this.#options.now().getTime() - Date.parse(askedAt) >= this.#options.settleMs;
  }

  now(): string {
    return this.#options.now().toISOString();
  }

  /** How it ended, for the seller where a notice must still be delivered. */
  news(what: OwedNotice['what']): Pick<PlannedDeal, 'word'> {
    return { word: withNews(this.#planned.word, what, this.#options.now()) };
  }

  async save(change: Partial<PlannedDeal>): Promise<void> {
    this.#planned = { ...this.#planned, ...change };
    await this.#options.journal.save(this.#planned);
  }

  /** For what the next round finds out by itself where it couldn't be noted. */
  async saveIfPossible(change: Partial<PlannedDeal>): Promise<void> {
    try {
      await this.save(change);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  /** The seller hears now that it is kept, and must be told how it ended, from here on. */
  async keep(cause?: unknown): Promise<never> {
    const message = `partner center: deal of key '${this.#planned.key}' is kept and will be sent later`;
    await this.#noteOwed();
    const reason = isStoreFault(cause) ? 'kept-by-store-fault' : 'kept-for-later';
    throw new AppError('unreachable', message, { cause, details: { reason } });
  }

  async keepInvitation(cause?: unknown): Promise<never> {
    const message = `partner center: deal ${this.#planned.referralId ?? ''} is made, Microsoft is not invited yet`;
    await this.#noteOwed();
    throw new AppError('unreachable', message, { cause, details: { reason: 'invitation-pending' } });
  }

  #noteOwed(): Promise<void> {
    const now = this.#options.now();
    return this.saveIfPossible({
      word: withNews(this.#planned.word ?? firstNotice(now), 'nothing-yet', now),
    });
  }
}
