import { formatMoney } from '../language/format.ts';
import type { Locale } from '../language/locale.ts';
import type { Referral, ReferralState } from '../referrals/referral.ts';
import { cardTexts } from './texts.ts';
import type { StateName } from './texts.ts';

/** A deal in one line of plain text: customer, solution, value. */
export function dealLine(referral: Referral, locale: Locale): string {
  const { amount, currency } = referral.value;
  const solution = referral.solutions[0]?.name;
  return [referral.customer.name, solution, formatMoney(amount, currency, locale)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Our side's state in a word or two; a state the service has and we don't know is shown raw. */
export function ourStateLabel(state: ReferralState, locale: Locale): string {
  const isOpenAndFine = state.substatus === 'Accepted' || state.substatus === 'Engaged';
  return isOpenAndFine ? cardTexts[locale].states.Active : stateLabel(state, locale);
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
