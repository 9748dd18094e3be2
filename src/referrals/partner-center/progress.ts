import { AppError } from '../../errors.ts';
import type { Intent } from './intent.ts';
import { draftOf, type Journal } from './journal.ts';
import { OWN_KEY_PREFIX } from './reading.ts';
import { firstWord, withNews, type Word } from './word.ts';
import type { NewReferral } from '../referral.ts';

export interface ProgressOptions {
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
export class Progress {
  readonly #options: ProgressOptions;
  #intent: Intent;

  constructor(options: ProgressOptions, intent: Intent) {
    this.#options = options;
    this.#intent = intent;
  }

  get intent(): Intent {
    return this.#intent;
  }

  get draft(): NewReferral {
    return draftOf(this.#intent);
  }

  /** What is sent as `externalReferenceId`; null for nothing. */
  get reference(): string | null {
    const { crmId } = this.draft;
    if (crmId) return crmId;
    return this.#options.mayUseCrmId ? `${OWN_KEY_PREFIX}${this.#intent.key}` : null;
  }

  hasSettled(askedAt: string): boolean {
    return this.#options.now().getTime() - Date.parse(askedAt) >= this.#options.settleMs;
  }

  now(): string {
    return this.#options.now().toISOString();
  }

  /** How it ended, for the seller where they are owed a word. */
  news(what: Word['what']): Pick<Intent, 'word'> {
    return { word: withNews(this.#intent.word, what, this.#options.now()) };
  }

  async save(change: Partial<Intent>): Promise<void> {
    this.#intent = { ...this.#intent, ...change };
    await this.#options.journal.save(this.#intent);
  }

  /** For what the next round finds out by itself where it couldn't be noted. */
  async saveIfPossible(change: Partial<Intent>): Promise<void> {
    try {
      await this.save(change);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  /** The seller hears now that it is kept, and is owed a word from here on. */
  async keep(cause?: unknown): Promise<never> {
    const message = `partner center: deal of key '${this.#intent.key}' is kept and will be sent later`;
    await this.#owe();
    throw new AppError('unreachable', message, { cause, details: { reason: 'kept-for-later' } });
  }

  async keepInvitation(cause?: unknown): Promise<never> {
    const message = `partner center: deal ${this.#intent.referralId ?? ''} is made, Microsoft is not invited yet`;
    await this.#owe();
    throw new AppError('unreachable', message, { cause, details: { reason: 'invitation-pending' } });
  }

  #owe(): Promise<void> {
    const now = this.#options.now();
    return this.saveIfPossible({ word: withNews(this.#intent.word ?? firstWord(now), 'nothing-yet', now) });
  }
}
