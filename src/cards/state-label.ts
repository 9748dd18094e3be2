import type { Locale } from '../language/locale.ts';
import type { Referral, ReferralState } from '../referrals/referral.ts';
import { isTerminal } from '../referrals/rules.ts';
import { cardTexts } from './texts.ts';
import type { StateName } from './texts.ts';

/** Our side's state in a word or two; a state the service has and we don't know is shown raw. */
export function ourStateLabel(state: ReferralState, locale: Locale): string {
  const isOpenAndFine = state.substatus === 'Accepted' || state.substatus === 'Engaged';
  return isOpenAndFine ? cardTexts[locale].states.Active : stateLabel(state, locale);
}

/** Microsoft's side in a word or two, null where it has none. Nobody waits for an answer on a deal that we closed. */
export function microsoftLabel({ state, microsoft }: Referral, locale: Locale): string | null {
  if (microsoft === null) return null;
  const isWaiting = nameOf(microsoft.state) === 'Pending';
  return isWaiting && isTerminal(state) ? cardTexts[locale].noAnswer : stateLabel(microsoft.state, locale);
}

/** All names of states. */
export function stateNames(locale: Locale): readonly string[] {
  return Object.values(cardTexts[locale].states);
}

/** A side's state in a word or two; a state the service has and we don't know is shown raw. */
export function stateLabel(state: ReferralState, locale: Locale): string {
  if (state.substatus === 'Unknown' && state.raw !== undefined) return state.raw;
  return cardTexts[locale].states[nameOf(state)];
}

function nameOf({ substatus }: ReferralState): StateName {
  if (substatus === 'Received') return 'Pending';
  return substatus === 'Engaged' ? 'Accepted' : substatus;
}
