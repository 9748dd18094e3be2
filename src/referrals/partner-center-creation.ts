import { AppError } from '../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../remote/failure.ts';
import type { Actor } from './gateway.ts';
import { toCreateBody, toInvitationBody } from './partner-center-bodies.ts';
import type { PartnerCenterClient } from './partner-center-client.ts';
import { toAppError } from './partner-center-errors.ts';
import { draftOf, type Intent, type Journal } from './partner-center-journal.ts';
import { OWN_KEY_PREFIX } from './partner-center-reading.ts';
import { searchDeal } from './partner-center-search.ts';
import { isMicrosofts, type WireReferral } from './partner-center-wire.ts';
import { firstWord, withNews, type Word } from './partner-center-word.ts';

export interface CreationOptions {
  readonly client: PartnerCenterClient;
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

/** Both records of a deal that was made. */
export interface Made {
  readonly own: WireReferral;
  readonly microsoft: WireReferral | null;
}

/**
 * Makes one deal, however often it is called and wherever it was cut off: what may have been made is looked up
 * before anything is sent again. Each step is recorded before and after.
 */
export class Creation {
  readonly #options: CreationOptions;
  readonly #actor: Actor;
  readonly #deadlineMs: number;
  #intent: Intent;

  constructor(options: CreationOptions, actor: Actor, intent: Intent, deadlineMs: number) {
    this.#options = options;
    this.#actor = actor;
    this.#intent = intent;
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Goes on from where it stands to the end.
   *
   * @throws AppError `unreachable` with `details.reason` `kept-for-later` (nothing is known to be made; the
   *   intent is kept) or `invitation-pending` (our record is made, Microsoft is not invited yet); `refused` when
   *   the service said no, after which nothing is kept, or with `invitation-refused` where our record is made and
   *   Microsoft's invitation waits for the seller's word; `unauthorized`, after which only what the seller was
   *   told to be kept is kept.
   */
  async run(): Promise<Made> {
    const own = this.#intent.step === 'create' ? await this.#makeOwn() : await this.#readOwn();
    const microsoft = draftOf(this.#intent).kind === 'co-sell' ? await this.#invite(own) : null;
    await this.#save({ step: 'done', inviteAskedAt: null, word: this.#news('sent') });
    return { own, microsoft };
  }

  /** Our record if an earlier attempt made it after all; makes nothing. */
  async findMade(): Promise<WireReferral | null> {
    if (this.#intent.referralId !== null) return this.#readOwn();
    return this.#intent.createAskedAt === null ? null : this.#lookUp();
  }

  async #makeOwn(): Promise<WireReferral> {
    const asked = this.#intent.createAskedAt;
    if (asked !== null) {
      const made = await this.#lookUp().catch((error: unknown) => this.#keep(error));
      if (made) return this.#adopt(made);
      if (!this.#hasSettled(asked)) return this.#keep();
    }
    return this.#adopt(await this.#postOwn(true));
  }

  async #postOwn(mayRepeat: boolean): Promise<WireReferral> {
    await this.#save({ createAskedAt: this.#options.now().toISOString() });
    try {
      const body = toCreateBody(draftOf(this.#intent), this.#externalReferenceId());
      return await this.#options.client.create(this.#actor, body, this.#deadlineMs);
    } catch (error) {
      if (!(error instanceof RemoteSilence)) return this.#giveUp(error);
      if (error.doubt === 'none') await this.#save({ createAskedAt: null });
      const made = error.doubt === 'none' ? null : await this.#lookUp().catch(() => this.#keep(error));
      if (made) return made;
      if (error.doubt === 'slight' && mayRepeat) return this.#postOwn(false);
      return this.#keep(error);
    }
  }

  /** Refused, or nobody is signed in: nothing was made. What the seller counts on stays until they hear of it. */
  async #giveUp(cause: unknown): Promise<never> {
    const error = toAppError(cause);
    const isSignedOut = error instanceof AppError && error.code === 'unauthorized';
    if (this.#intent.word === null) await this.#options.journal.drop(this.#intent);
    else await this.#save({ createAskedAt: null, ...(isSignedOut ? {} : { word: this.#news('not-sent') }) });
    throw error;
  }

  async #adopt(own: WireReferral): Promise<WireReferral> {
    await this.#options.journal.claim(this.#intent, own.id);
    await this.#save({
      step: 'invite',
      createAskedAt: null,
      referralId: own.id,
      engagementId: own.engagementId,
    });
    return own;
  }

  async #readOwn(): Promise<WireReferral> {
    try {
      return await this.#options.client.get(this.#actor, this.#intent.referralId ?? '', this.#deadlineMs);
    } catch (error) {
      throw toAppError(error);
    }
  }

  /** Invites Microsoft unless its record is there: by an earlier attempt, or by the service itself. */
  async #invite(own: WireReferral): Promise<WireReferral> {
    try {
      const there = await this.#options.client.findMicrosofts(this.#actor, own, this.#deadlineMs);
      if (there) return there;
      const asked = this.#intent.inviteAskedAt;
      if (asked !== null && !this.#hasSettled(asked)) return await this.#keepInvitation();
      return await this.#postInvitation(own, true);
    } catch (error) {
      return error instanceof RemoteSilence ? this.#keepInvitation(error) : this.#giveUpInvitation(error);
    }
  }

  /** Asking again by itself would be refused again: from now on the seller says when. */
  async #giveUpInvitation(cause: unknown): Promise<never> {
    const error = toAppError(cause);
    if (!(error instanceof AppError) || ['unauthorized', 'unreachable'].includes(error.code)) throw error;
    await this.#save({ isResting: true, word: this.#news('not-invited') });
    const { field } = error.details;
    const details = { reason: 'invitation-refused', ...(field === undefined ? {} : { field }) };
    throw new AppError('refused', error.message, { cause: error, details });
  }

  async #postInvitation(own: WireReferral, mayRepeat: boolean): Promise<WireReferral> {
    const { client, now } = this.#options;
    await this.#save({ inviteAskedAt: now().toISOString() });
    try {
      const draft = draftOf(this.#intent);
      const body = toInvitationBody(draft, this.#externalReferenceId(), own.engagementId ?? '');
      const made = await client.create(this.#actor, body, this.#deadlineMs);
      return isMicrosofts(made) ? made : await this.#expectInvitation(own);
    } catch (error) {
      if (error instanceof RemoteRefusal) await this.#save({ inviteAskedAt: null });
      if (!(error instanceof RemoteSilence)) throw error;
      if (error.doubt === 'none') await this.#save({ inviteAskedAt: null });
      const there =
        error.doubt === 'none' ? null : await client.findMicrosofts(this.#actor, own, this.#deadlineMs);
      if (there) return there;
      if (error.doubt === 'slight' && mayRepeat) return this.#postInvitation(own, false);
      throw error;
    }
  }

  /** The service may answer with our record instead of the one it made. */
  async #expectInvitation(own: WireReferral): Promise<WireReferral> {
    const there = await this.#options.client.findMicrosofts(this.#actor, own, this.#deadlineMs);
    if (there) return there;
    throw new RemoteSilence('partner center', 'unreadable', 'real');
  }

  #lookUp(): Promise<WireReferral | null> {
    const { client, journal } = this.#options;
    const wanted = { actor: this.#actor, intent: this.#intent, reference: this.#externalReferenceId() };
    return searchDeal(client, journal, wanted, this.#deadlineMs);
  }

  #externalReferenceId(): string | null {
    const { crmId } = draftOf(this.#intent);
    if (crmId) return crmId;
    return this.#options.mayUseCrmId ? `${OWN_KEY_PREFIX}${this.#intent.key}` : null;
  }

  #hasSettled(askedAt: string): boolean {
    return this.#options.now().getTime() - Date.parse(askedAt) >= this.#options.settleMs;
  }

  async #save(change: Partial<Intent>): Promise<void> {
    this.#intent = { ...this.#intent, ...change };
    await this.#options.journal.save(this.#intent);
  }

  #news(what: Word['what']): Word | null {
    return withNews(this.#intent.word, what, this.#options.now());
  }

  /** The seller hears now that it is kept, and is owed a word from here on. */
  async #keep(error?: unknown): Promise<never> {
    if (error !== undefined && !(error instanceof RemoteSilence)) throw toAppError(error);
    const message = `partner center: deal of key '${this.#intent.key}' is kept and will be sent later`;
    await this.#save({ word: this.#intent.word ?? firstWord(this.#options.now()) });
    throw new AppError('unreachable', message, { cause: error, details: { reason: 'kept-for-later' } });
  }

  async #keepInvitation(cause?: unknown): Promise<never> {
    const message = `partner center: deal ${this.#intent.referralId ?? ''} is made, Microsoft is not invited yet`;
    await this.#save({ word: this.#intent.word ?? firstWord(this.#options.now()) });
    throw new AppError('unreachable', message, { cause, details: { reason: 'invitation-pending' } });
  }
}
