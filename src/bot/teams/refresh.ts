import { botTexts } from '../texts.ts';
import { type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import type { Turn } from '../turn.ts';

/** Answers a card that asks to be made anew. None of ours does: what asks is not ours. */
export function handleRefresh(_value: unknown, turn: Turn): Promise<InvokeAnswer> {
  return Promise.resolve(invokeFault('BadRequest', botTexts[turn.locale].oldButton));
}
