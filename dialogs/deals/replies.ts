import { type Button, type CardElement, type Reply, sayWith } from '../../src/cards/reply-data.ts';
import { lineBlock } from '../../src/cards/text-block.ts';
import { cardTexts } from '../../src/cards/texts.ts';
import type { Person } from '../../src/directory/directory.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { dealsTexts } from './texts.ts';

/** No deal that the person may see; whether it exists for somebody else is never said. `typed` is null for an id. */
export function notFoundReply(typed: string | null, locale: Locale, ...more: readonly Button[]): Reply {
  const { noSuchDeal, wantList } = dealsTexts[locale];
  const reply = sayWith(`${noSuchDeal(typed)} ${wantList}`, allButton(locale), ...more);
  return { ...reply, offer: { action: 'page', of: 'deals', page: 0 } };
}

/**
 * There is nothing to show: no deal yet, or no role that shows any (a referrals admin or user). Roles that can't be
 * known (null) don't rule it out; somebody whom the directory doesn't know has none.
 */
export function nothingReply(
  { person, locale }: { readonly person: Person | null; readonly locale: Locale },
  texts: { readonly noDeals: string; readonly noRole: string },
  button: Button,
): Reply {
  return maySeeDeals({ person })
    ? sayWith(texts.noDeals, button)
    : sayWith(texts.noRole, adminsButton(locale));
}

/** Whether somebody has a role that shows deals; roles that can't be known don't rule it out. */
export function maySeeDeals({ person }: { readonly person: Person | null }): boolean {
  const roles = person === null ? [] : person.roles;
  return roles?.some((role) => role === 'referrals-admin' || role === 'referrals-user') ?? true;
}

/** Shows one deal. */
export function seeButton({ id }: Referral, title: string): Button {
  return { title, action: { action: 'begin', dialog: 'check-acceptance', referralId: id } };
}

/** Shows the overview from its start. */
export function allButton(locale: Locale): Button {
  return { title: dealsTexts[locale].buttons.all, action: { action: 'page', of: 'deals', page: 0 } };
}

/** Begins a new deal. */
export function createButton(locale: Locale): Button {
  return { title: dealsTexts[locale].buttons.create, action: { action: 'begin', dialog: 'create-deal' } };
}

/** Shows who grants roles. */
export function adminsButton(locale: Locale): Button {
  const action = { action: 'begin', dialog: 'find-account-admins' } as const;
  return { title: dealsTexts[locale].buttons.admins, action };
}

/** Says of sample deals that they are made up. */
export function sampleBlocks(deals: readonly Referral[], locale: Locale): CardElement[] {
  const isSample = deals.some((deal) => deal.isSample);
  return isSample ? [lineBlock(cardTexts[locale].sample, { isSubtle: true, size: 'small' })] : [];
}
