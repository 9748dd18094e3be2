import { dealCard, overviewCard } from '../../dialogs/index.ts';
import { beginButton } from '../cards/answer-card.ts';
import type { Action } from '../cards/action.ts';
import type { Reply } from '../cards/reply-data.ts';
import type { Actor } from '../identity/actor.ts';
import type { Locale } from '../language/locale.ts';
import type { Referral } from '../referrals/referral.ts';
import { errorReply } from './error-reply.ts';
import { releaseReplies } from './gate.ts';
import { gateTexts } from './gate-texts.ts';
import type { BotServices } from './turn.ts';

/** Who looks at the tab, where and in which language. */
export interface TabViewer {
  readonly actor: Actor;
  readonly locale: Locale;
  /** IANA name, as the browser knows it. */
  readonly timeZone: string;
}

/** What the tab shows: a card, or text where there is none; or what is to be written in the chat instead. */
export type TabView =
  | { readonly kind: 'shown'; readonly card: unknown; readonly text: string }
  | { readonly kind: 'chat'; readonly words: string };

type TabServices = Pick<BotServices, 'gateway' | 'directory' | 'now' | 'onError'>;

/**
 * What the tab shows after a tap. It shows deals and does nothing: whatever a card offers beyond that is done in the
 * chat. The person sees what they would see in their own chat, since the same gateway is asked in their name.
 *
 * @param action null for what is shown first
 */
export async function showTab(
  action: Action | null,
  viewer: TabViewer,
  services: TabServices,
): Promise<TabView> {
  try {
    return await viewOf(action, viewer, services);
  } catch (error) {
    return shown(errorReply(error, services.onError(error), viewer.locale), viewer);
  }
}

async function viewOf(
  action: Action | null,
  { actor, ...viewer }: TabViewer,
  { gateway, directory, now }: TabServices,
): Promise<TabView> {
  const [deals, person] = await Promise.all([gateway.list(actor), directory.findPerson(actor)]);
  const reader = { ...viewer, person, now: now() };
  if (action === null || action.action === 'page') {
    return shown(overviewCard(deals, reader, action?.page ?? 0), viewer);
  }
  const deal = deals.find(({ id }) => id === dealIn(action));
  // One that isn't there any more: what there is is shown.
  if (isLook(action))
    return shown(deal === undefined ? overviewCard(deals, reader, 0) : dealCard(deal, [], reader), viewer);
  return { kind: 'chat', words: wordsFor(action, deal, viewer.locale) };
}

function dealIn(action: Action): string | undefined {
  return action.action === 'begin' ? (action.referralId ?? action.recreates) : undefined;
}

function isLook(action: Action): boolean {
  return action.action === 'begin' && action.dialog === 'check-acceptance' && action.referralId !== undefined;
}

/** What a person would write in the chat to do the same. */
function wordsFor(action: Action, deal: Referral | undefined, locale: Locale): string {
  if (action.action === 'begin') {
    const { title } = beginButton(action.dialog, locale);
    return deal === undefined ? title : `${title}: ${deal.customer.name}`;
  }
  return gateTexts[locale].words.page;
}

function shown(reply: Reply, { locale }: Pick<TabViewer, 'locale'>): TabView {
  const exit = { readership: 'sender', locale, words: '', card: null, toPrivateChat: () => null } as const;
  const [activity] = releaseReplies([reply], exit);
  return { kind: 'shown', card: activity?.attachments?.[0]?.content ?? null, text: reply.summary };
}
