import { sayLines, sayWith } from '../../src/cards/reply-data.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import type { DialogTurn } from '../turn.ts';
import { draftTitle, findDraft, resumeButton } from './drafts.ts';
import { formTexts } from './texts.ts';
import type { DialogServices } from '../services.ts';

/** Says that the deal exists and was not made again. */
export function alreadyCreatedReply(referral: Referral, turn: DialogTurn): Reply {
  const texts = formTexts(turn.locale);
  const text = texts.alreadyCreated(referral.customer.name);
  const action = { action: 'begin', dialog: 'check-acceptance', referralId: referral.id } as const;
  const id = [{ text: `${texts.dealId} ` }, { text: referral.id, isCode: true }];
  return { ...sayLines([text, id], { title: texts.seeStatus, action }), summary: text };
}

/**
 * Answers a button of a draft that isn't open: its deal was created, it is still kept, or it is gone
 * (then `gone` is said). Changes nothing.
 */
export async function staleReply(
  draftId: string,
  turn: DialogTurn,
  services: Pick<DialogServices, 'gateway'>,
  gone = formTexts(turn.locale).stale,
): Promise<Reply> {
  const texts = formTexts(turn.locale);
  const referral = await services.gateway.findByKey(turn.actor, draftId);
  if (referral !== null) return alreadyCreatedReply(referral, turn);
  const draft = findDraft(turn, draftId);
  if (draft === null) return sayWith(gone);
  const resume = resumeButton(draft, turn);
  return sayWith(texts.staleKept(draftTitle(draft, turn)), ...(resume === null ? [] : [resume]));
}
