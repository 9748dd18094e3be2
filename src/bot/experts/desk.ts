import type { ConversationReference } from 'botbuilder';
import type { Reply } from '../../cards/reply-data.ts';
import type { Sent } from '../../channel/connector.ts';
import { isStoreFault } from '../../errors.ts';
import type { ExpertAct } from '../../experts/acts.ts';
import type { ExpertAsker, Expert, ExpertsChannel } from '../../experts/asked-expert.ts';
import { type Experts, languageOf, type NewQuestion, type Owned } from '../../experts/experts.ts';
import type { Actor } from '../../identity/actor.ts';
import type { Locale } from '../../language/locale.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import { releaseReplies } from '../gate.ts';
import { addressed, asNews } from '../address.ts';
import { hasExecute } from '../capabilities.ts';
import { conversationOf, letterIdOf } from '../letters.ts';
import { expertCard, toldReply } from './cards.ts';

export interface DeskOptions {
  readonly experts: Experts;
  readonly outbound: Outbound;
  /** A channel of Teams to begin with, where one company alone is served. */
  readonly firstChannel: { readonly tenantId: string; readonly conversationId: string } | null;
  /** Whether somebody plays the experts of companies without a channel. */
  readonly isPlayed: boolean;
  /** A text of an expert's without what would say who asked and about which deal. */
  readonly mask: (text: string, owned: Owned, by: Expert) => Promise<string>;
  /** Keeps a proposed answer among the content; null where that can't be written. */
  readonly writeProposal: (name: string, yaml: string) => Promise<string | null>;
  readonly onError: (error: unknown) => string;
  readonly now: () => Date;
}

/** Where questions go to the experts, and their answers back. What is said goes by the outbound queue, so nothing is lost. */
export interface ExpertDesk extends Pick<DeskOptions, 'experts' | 'writeProposal'> {
  /** Whether this person's company has experts to ask. */
  isOpenFor(actor: Actor): Promise<boolean>;
  /** The conversation that is the experts' channel; null where there is none. */
  channelId(tenantId: string): Promise<string | null>;
  setChannel(tenantId: string, locale: Locale, reference: ExpertsChannel['reference']): Promise<void>;
  ask(actor: Actor, asked: NewQuestion, reference: ExpertAsker['reference']): ReturnType<Experts['ask']>;
  /** What an expert does with a question: the channel sees it, and its asker is told. */
  act(owned: Owned, act: ExpertAct, who: Expert): ReturnType<Experts['act']>;
  actAsAsker(actor: Actor, id: string, act: 'close' | 'reopen'): Promise<Owned | null>;
  /** What became of a message to the channel that brought a question there. */
  noteSent(sent: SentQuestion): Promise<void>;
  /** Does what was left undone: questions that the channel doesn't have, and askers who don't know. */
  resume(): Promise<void>;
}

/** A message with a question that was sent to its channel, or will never be. */
export interface SentQuestion {
  readonly actor: Actor;
  readonly questionId: string;
  readonly conversationId: string;
  readonly outcome: Sent;
  /** What the channel calls the message; null where it didn't say. */
  readonly activityId: string | null;
}

/** The conversation without the thread in it: "19:…@thread.tacv2;messageid=…" (Teams). */
export const withoutThread = (conversationId: string): string => conversationId.split(';', 1)[0] ?? '';

/** Puts the desk together. */
export function createExpertDesk(options: DeskOptions): ExpertDesk {
  const { experts, outbound, firstChannel, isPlayed, onError, now, writeProposal, mask } = options;

  const channelOf = async ({ tenantId, reference }: ExpertAsker): Promise<ExpertsChannel | null> => {
    const kept = await experts.channelOf(tenantId);
    if (kept !== null || firstChannel?.tenantId !== tenantId.toLowerCase()) return kept;
    const { bot, channelId, serviceUrl } = reference;
    if (channelId !== 'msteams') return null;
    const { conversationId: id } = firstChannel;
    const conversation = { id, conversationType: 'channel', isGroup: true, tenantId };
    return { schema: 1, locale: 'it', reference: { bot, channelId, serviceUrl, conversation } };
  };
  /** What can't be kept for sending now is done by the next round. */
  const post = async (actor: Actor, to: Addressee, letter: OutLetter): Promise<boolean> => {
    const { readership, locale, reference } = to;
    const exit = {
      ...{ readership, locale, words: '', card: null, toPrivateChat: () => null },
      hasExecute: hasExecute(reference),
    };
    const activities = releaseReplies([letter.reply], exit).map((each) => ({
      ...addressed({ ...each, ...letter.more }, reference as Parameters<typeof addressed>[1]),
    }));
    try {
      const conversation = conversationOf(reference as Parameters<typeof conversationOf>[0]);
      await outbound.post(actor, { id: letterIdOf(letter.key), conversation, activities }, letter.about);
      return true;
    } catch (error) {
      if (!isStoreFault(error)) throw error;
      onError(error);
      return false;
    }
  };
  /** Brings the question into the channel, or what it is now into the place of its card there. */
  const publish = async ({ asker, question }: Owned): Promise<void> => {
    const channel = await channelOf(asker);
    const reference = channel?.reference ?? null;
    if (reference === null) return;
    const { post: card } = question;
    const locale = languageOf(channel, question);
    const key = JSON.stringify(['expert-card', question.id, question.history.length, card?.activityId]);
    const place = card === null ? {} : { id: card.activityId };
    const to = card === null ? reference : inConversation(reference, card.conversationId);
    await post(
      asker,
      { readership: 'public', locale, reference: to },
      {
        key,
        reply: expertCard(question, locale),
        more: place,
        ...(card === null ? { about: question.id } : {}),
      },
    );
  };
  const tell = async ({ asker, question }: Owned): Promise<void> => {
    const { owed, locale } = question;
    if (owed === null) return;
    const key = JSON.stringify(['expert-told', question.id, owed, question.history.length]);
    const { reference } = asker;
    const more = asNews({}, { channelId: String(reference.channelId) });
    const reply = toldReply(question, locale);
    if (await post(asker, { readership: 'personal', locale, reference }, { key, reply, more }))
      await experts.noteTold(asker, question.id, owed);
  };
  const bringBack = async (owned: Owned): Promise<void> => {
    await publish(owned);
    await tell(owned);
  };

  /** Who asked gets their answer also where it can't be said what in it is a name. */
  const withMask = async (act: ExpertAct, owned: Owned, who: Expert): Promise<ExpertAct> => {
    if (act.do !== 'answer') return act;
    try {
      return { ...act, masked: await mask(act.text, owned, who) };
    } catch (error) {
      onError(error);
      return act;
    }
  };

  return {
    experts,
    writeProposal,
    async isOpenFor(actor) {
      const channel = await experts.channelOf(actor.tenantId);
      if (channel !== null) return channel.reference !== null;
      if (isPlayed) return true;
      return firstChannel?.tenantId === actor.tenantId.toLowerCase();
    },
    async channelId(tenantId) {
      const channel = await experts.channelOf(tenantId);
      const kept = (channel?.reference as Partial<ConversationReference> | null | undefined)?.conversation
        ?.id;
      if (channel !== null) return kept ?? null;
      return firstChannel?.tenantId === tenantId.toLowerCase() ? firstChannel.conversationId : null;
    },
    async setChannel(tenantId, locale, reference) {
      await experts.setChannel(tenantId, { locale, reference });
      const id = (reference as Partial<ConversationReference> | null)?.conversation?.id ?? null;
      for (const owned of await experts.all(tenantId)) {
        const moved = await experts.noteMoved(owned, id, now());
        if (moved !== null) await publish(moved);
      }
    },
    async ask(actor, asked, reference) {
      const owned = await experts.ask(actor, asked, reference, now());
      if (typeof owned === 'string') return owned;
      // Nobody has to bring it to who plays.
      if (isPlayed && (await channelOf(owned.asker)) === null)
        await experts.notePosted(actor, asked.id, null, now());
      else await publish(owned);
      return owned;
    },
    async act(owned, act, who) {
      const result = await experts.act(owned, await withMask(act, owned, who), who, now());
      if (result?.isDone === true) await bringBack({ asker: result.asker, question: result.question });
      return result;
    },
    async actAsAsker(actor, id, act) {
      const owned = await experts.actAsAsker(actor, id, act, now());
      if (owned !== null) await publish(owned);
      return owned;
    },
    async noteSent({ actor, questionId, conversationId, outcome, activityId }) {
      if (outcome === 'taken') {
        const post = activityId === null ? null : { conversationId, activityId };
        return experts.notePosted(actor, questionId, post, now());
      }
      // The assistant was taken out of the channel: nothing more is sent there, and what waits goes to the next one.
      if (outcome === 'unwanted') {
        const channel = await experts.channelOf(actor.tenantId);
        await experts.setChannel(actor.tenantId, { locale: channel?.locale ?? 'it', reference: null });
      }
      const owned = await experts.noteUndelivered(actor, questionId);
      if (owned !== null) await tell(owned);
    },
    async resume() {
      for (const owned of await experts.all()) {
        if (owned.question.state === 'waiting') await publish(owned);
        await tell(owned);
      }
    },
  };
}

/** The channel by the id that the message with the question was sent to. */
function inConversation(reference: Record<string, unknown>, id: string): Record<string, unknown> {
  const { conversation } = reference as Partial<ConversationReference>;
  return { ...reference, conversation: { ...conversation, id } };
}

interface Addressee {
  readonly readership: 'personal' | 'public';
  readonly locale: Locale;
  /** As it is kept. */
  readonly reference: Readonly<Record<string, unknown>>;
}

interface OutLetter {
  /** The same for the same news, so that it is not said twice. */
  readonly key: string;
  readonly reply: Reply;
  readonly more: Readonly<Record<string, unknown>>;
  /** The question that this message brings to its channel for the first time. */
  readonly about?: string;
}
