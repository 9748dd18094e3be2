import { AppError } from '../../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../../remote/failure.ts';
import { toCreateBody, toInvitationBody } from './bodies.ts';
import type { PartnerCenterClient } from './client.ts';
import { toAppError } from './errors.ts';
import type { PlannedDeal } from './planned-deal.ts';
import { AttemptProgress, type AttemptProgressOptions } from './progress.ts';
import { searchDeal } from './search.ts';
import { isMicrosofts, type WireReferral } from './wire.ts';
import type { Actor } from '../../identity/actor.ts';

export interface AttemptOptions extends AttemptProgressOptions {
  readonly client: PartnerCenterClient;
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
export class DealAttempt {
  readonly #options: AttemptOptions;
  readonly #actor: Actor;
  readonly #deadlineMs: number;
  readonly #progress: AttemptProgress;

  constructor(options: AttemptOptions, actor: Actor, planned: PlannedDeal, deadlineMs: number) {
    this.#options = options;
    this.#actor = actor;
    this.#progress = new AttemptProgress(options, planned);
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Goes on from where it stands to the end.
   *
   * @throws AppError `unreachable` with `details.reason` `kept-for-later` (nothing is known to be made; the
   *   planned deal is kept), `kept-by-store-fault` (the same, for our own store failed) or `invitation-pending` (our record is made, Microsoft is not invited yet); `refused` when
   *   the service said no, after which nothing is kept, or with `invitation-refused` where our record is made and
   *   Microsoft's invitation waits for the seller's word; `unauthorized`, after which only what the seller was
   *   told to be kept is kept.
   */
  async run(): Promise<Made> {
    const own = this.#progress.planned.step === 'create' ? await this.#makeOwn() : await this.#readMade();
    const microsoft = this.#progress.draft.kind === 'co-sell' ? await this.#invite(own) : null;
    // What can't be noted now is found to be done by the next round.
    await this.#progress.saveIfPossible({
      step: 'done',
      inviteAskedAt: null,
      ...this.#progress.news('sent'),
    });
    return { own, microsoft };
  }

  /** Our record if an earlier attempt made it after all; makes nothing. */
  async findMade(): Promise<WireReferral | null> {
    if (this.#progress.planned.referralId !== null) return this.#readOwn();
    return this.#progress.planned.createAskedAt === null ? null : this.#lookUp();
  }

  async #makeOwn(): Promise<WireReferral> {
    const asked = this.#progress.planned.createAskedAt;
    if (asked !== null) {
      const made = await this.#lookUp().catch((error: unknown) => this.#keepIfSilent(error));
      if (made) return this.#adopt(made);
      if (!this.#progress.hasSettled(asked)) return this.#progress.keep();
    }
    return this.#adopt(await this.#postOwn(true));
  }

  async #postOwn(mayRepeat: boolean): Promise<WireReferral> {
    await this.#progress.save({ createAskedAt: this.#progress.now() });
    try {
      const body = toCreateBody(this.#progress.draft, this.#progress.reference);
      return await this.#options.client.create(this.#actor, body, this.#deadlineMs);
    } catch (error) {
      if (isAway(error)) return this.#keepUnsent(error);
      if (!(error instanceof RemoteSilence)) return this.#giveUp(error);
      if (error.doubt === 'none') await this.#progress.save({ createAskedAt: null });
      const made =
        error.doubt === 'none' ? null : await this.#lookUp().catch(() => this.#progress.keep(error));
      if (made) return made;
      if (error.doubt === 'slight' && mayRepeat) return this.#postOwn(false);
      return this.#progress.keep(error);
    }
  }

  /** No token could be had, so nothing was sent. */
  async #keepUnsent(cause: unknown): Promise<never> {
    await this.#progress.save({ createAskedAt: null });
    return this.#progress.keep(cause);
  }

  /** Refused, or nobody is signed in: nothing was made. What the seller counts on stays until they hear of it. */
  async #giveUp(cause: unknown): Promise<never> {
    const error = toAppError(cause);
    const isSignedOut = error instanceof AppError && error.code === 'unauthorized';
    if (this.#progress.planned.word === null) await this.#options.journal.drop(this.#progress.planned);
    else
      await this.#progress.save({
        createAskedAt: null,
        ...(isSignedOut ? {} : this.#progress.news('not-sent')),
      });
    throw error;
  }

  async #adopt(own: WireReferral): Promise<WireReferral> {
    const { id: referralId, engagementId } = own;
    try {
      await this.#options.journal.claim(this.#progress.planned, referralId);
      await this.#progress.save({ step: 'invite', createAskedAt: null, referralId, engagementId });
      return own;
    } catch (error) {
      // It is made, and will be looked up by what the journal knows.
      if (error instanceof AppError) return this.#progress.keep(error);
      throw error;
    }
  }

  /** Our record as an earlier attempt made it, for what is left to do. */
  async #readMade(): Promise<WireReferral> {
    try {
      return await this.#readOwn();
    } catch (error) {
      if (isAway(error)) return this.#progress.keepInvitation(error);
      throw error;
    }
  }

  async #readOwn(): Promise<WireReferral> {
    try {
      return await this.#options.client.get(
        this.#actor,
        this.#progress.planned.referralId ?? '',
        this.#deadlineMs,
      );
    } catch (error) {
      throw toAppError(error);
    }
  }

  /** Invites Microsoft unless its record is there: by an earlier attempt, or by the service itself. */
  async #invite(own: WireReferral): Promise<WireReferral> {
    try {
      const there = await this.#options.client.findMicrosofts(this.#actor, own, this.#deadlineMs);
      if (there) return there;
      const asked = this.#progress.planned.inviteAskedAt;
      if (asked !== null && !this.#progress.hasSettled(asked)) return await this.#progress.keepInvitation();
      return await this.#postInvitation(own, true);
    } catch (error) {
      const mayPass = error instanceof RemoteSilence || isAway(error);
      return mayPass ? this.#progress.keepInvitation(error) : this.#giveUpInvitation(error);
    }
  }

  /** Asking again by itself would be refused again: from now on the seller says when. */
  async #giveUpInvitation(cause: unknown): Promise<never> {
    const error = toAppError(cause);
    if (!(error instanceof AppError) || error.code === 'unauthorized') throw error;
    await this.#progress.save({ isResting: true, ...this.#progress.news('not-invited') });
    const { field } = error.details;
    const details = { reason: 'invitation-refused', ...(field === undefined ? {} : { field }) };
    throw new AppError('refused', error.message, { cause: error, details });
  }

  async #postInvitation(own: WireReferral, mayRepeat: boolean): Promise<WireReferral> {
    const { client } = this.#options;
    await this.#progress.save({ inviteAskedAt: this.#progress.now() });
    try {
      const draft = this.#progress.draft;
      const body = toInvitationBody(draft, this.#progress.reference, own.engagementId ?? '');
      const made = await client.create(this.#actor, body, this.#deadlineMs);
      return isMicrosofts(made) ? made : await this.#expectInvitation(own);
    } catch (error) {
      if (error instanceof RemoteRefusal) await this.#progress.save({ inviteAskedAt: null });
      if (!(error instanceof RemoteSilence)) throw error;
      if (error.doubt === 'none') await this.#progress.save({ inviteAskedAt: null });
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
    const wanted = {
      actor: this.#actor,
      planned: this.#progress.planned,
      reference: this.#progress.reference,
    };
    return searchDeal(client, journal, wanted, this.#deadlineMs);
  }

  async #keepIfSilent(error: unknown): Promise<never> {
    if (error instanceof RemoteSilence || isAway(error)) return this.#progress.keep(error);
    throw toAppError(error);
  }
}

/** What another service says of itself: the token service, or the store. */
function isAway(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'unreachable';
}
