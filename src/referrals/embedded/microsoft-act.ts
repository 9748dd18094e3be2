import { AppError } from '../../errors.ts';
import type { MicrosoftSide, Referral } from '../referral.ts';
import { isUnderThreshold } from '../rules.ts';
import type { MicrosoftAct } from './sandbox.ts';

/** An invented seller who accepts in the sandbox. */
const SELLER = { name: 'Giulia Ferri', email: 'giulia.ferri@microsoft.example' };

/**
 * The deal after Microsoft's answer. Our own record, its eTag included, stays as it is: Microsoft's side is a
 * record of its own in the same engagement.
 *
 * @throws AppError `refused` with reason `not-invited` or `already-answered`.
 */
export function playAct(referral: Referral, act: MicrosoftAct): Referral {
  const side = referral.microsoft;
  if (side === null) throw refuse(referral, 'not-invited', 'Microsoft was not invited');
  if (side.state.status !== 'New') {
    throw refuse(referral, 'already-answered', `Microsoft's side is ${side.state.substatus} already`);
  }
  return { ...referral, microsoft: { ...side, ...answerOf(referral, act) } };
}

function answerOf(referral: Referral, act: MicrosoftAct): Partial<MicrosoftSide> {
  switch (act.kind) {
    case 'accept': {
      const msxId = `7-SAMPLE${referral.id.slice(0, 4).toUpperCase()}`;
      return { state: { status: 'Active', substatus: 'Accepted' }, sellers: [SELLER], msxId };
    }
    case 'decline': {
      // Under USD 25,000 no reason is shown (referrals FAQ).
      const isShown = isUnderThreshold(referral.value) !== 'yes';
      const reason = isShown ? (act.reason ?? null) : null;
      return { state: { status: 'Closed', substatus: 'Declined' }, reason };
    }
    case 'expire':
      return { state: { status: 'Closed', substatus: 'Expired' } };
  }
}

function refuse(referral: Referral, reason: string, why: string): AppError {
  const message = `embedded service: deal ${referral.id} (${referral.name}): ${why}`;
  return new AppError('refused', message, { details: { reason } });
}
