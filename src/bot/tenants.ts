import type { Activity } from 'botbuilder';
import { forEverybody, type Reply, sayWith } from '../cards/reply-data.ts';
import type { Support } from '../cards/none-card.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { isSpoken, type Locale, type Localized } from '../language/locale.ts';
import { tenantOf } from './identity.ts';
import { isInvoke } from './invoke-answer.ts';
import type { Incoming } from './incoming.ts';
import { localeOf } from './turn.ts';

/**
 * What the assistant does for whoever sent an activity:
 *
 * - `served`: all it can;
 * - `faq-only`: nobody truly knows their company, so questions are answered and deals are out of reach;
 * - `stranger`: their company is not one of those served: one sentence, and nothing is kept of them.
 */
export type TenantVerdict = 'served' | 'faq-only' | 'stranger';

export interface TenantRule {
  /** Tenant ids in lower case; null serves all, on this machine alone; empty where no company is known. */
  readonly allowed: ReadonlySet<string> | null;
  /** Channels whose word on the tenant counts; absent means all. */
  readonly trustedChannels?: readonly string[] | undefined;
}

/**
 * Judges the sender's tenant. In a group chat that is not always the tenant of the chat: a guest counts for
 * where they come from. Where the client fills in the tenant itself (Direct Line) nobody's tenant is known.
 */
export function admitTenant(
  activity: Partial<Activity>,
  { allowed, trustedChannels }: TenantRule,
): TenantVerdict {
  if (allowed === null) return 'served';
  const isTrusted = trustedChannels?.includes(activity.channelId ?? '') ?? true;
  const tenantId = isTrusted ? tenantOf(activity) : null;
  if (tenantId === null || allowed.size === 0) return 'faq-only';
  return allowed.has(tenantId) ? 'served' : 'stranger';
}

const texts: Localized<(contact: string | null) => string> = {
  it: (contact) =>
    `Questo assistente è solo per le persone dell’azienda che lo gestisce: se ti serve, chiedi a ${contact ?? 'chi amministra Teams da voi'}.`,
  en: (contact) =>
    `This assistant is only for people at the company that runs it: if you need it, ask ${contact ?? 'whoever runs Teams where you work'}.`,
};

const NOT_SAID: readonly Incoming['kind'][] = ['silence', 'removed', 'sign-in', 'reaction'];

/**
 * The one sentence for a stranger, in the language they wrote in; null where nobody waits for a message. What an invoke
 * asks gets it in the response.
 */
export function replyToStranger(
  incoming: Incoming,
  activity: Partial<Activity>,
  { contact }: Support,
): { readonly reply: Reply; readonly locale: Locale } | null {
  if (NOT_SAID.includes(incoming.kind) && !isInvoke(activity)) return null;
  const words = incoming.kind === 'utterance' ? detectLanguage(incoming.text) : null;
  const locale = isSpoken(words?.locale) ? words.locale : localeOf(activity);
  return { reply: forEverybody(sayWith(texts[locale](contact))), locale };
}
