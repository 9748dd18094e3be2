import type { Reply } from '../src/cards/reply-data.ts';
import type { Referral } from '../src/referrals/referral.ts';
import type { DialogTurn } from './dialog-turn.ts';
import { draftTitle, findDraft, resumeButton } from './form-drafts.ts';
import { asMarkdown, plain } from './form-render.ts';
import { formTexts } from './form-texts.ts';
import type { DialogServices } from './services.ts';

/** Says that the deal exists and was not made again. */
export function alreadyCreatedReply(referral: Referral, turn: DialogTurn): Reply {
  const texts = formTexts(turn.locale);
  const text = texts.alreadyCreated(referral.customer.name);
  const action = { action: 'begin', dialog: 'check-acceptance', referralId: referral.id } as const;
  const reply = plain(text, [{ title: texts.seeStatus, action }]);
  return { ...reply, markdown: `${asMarkdown(text)}\n\n${texts.dealId(referral.id)}` };
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
  if (draft === null) return plain(gone);
  const resume = resumeButton(draft, turn);
  return plain(texts.staleKept(draftTitle(draft, turn)), resume === null ? [] : [resume]);
}
