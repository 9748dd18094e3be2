import type { OpenForm } from '../workshop/usage.ts';
import type { BotServices, Turn, TurnReport } from './turn.ts';

type Services = Pick<BotServices, 'dialogs'>;

/** The form that is open, with its draft; null where none is. */
export function openForm({ host }: Turn, { dialogs }: Services): OpenForm | null {
  const open = dialogs.openDraft(host);
  return open === null ? null : { draft: open.draftId, dialog: open.name, slot: open.asked };
}

/**
 * What a turn comes to in numbers: which question came out how, and what became of the form that was open before it.
 *
 * @param before what was open when the turn began
 */
export function usageOf(
  turn: Turn,
  before: OpenForm | null,
  services: Services,
): NonNullable<TurnReport['used']> {
  const { session, now, actor } = turn;
  const last = session.said.at(-1)?.asked;
  const asked = last?.at === now.toISOString() ? last : null;
  return {
    tenantId: actor.tenantId.toLowerCase(),
    // What a button asks was asked before in words, and counted then.
    asked: asked === null || asked.words === null ? null : asked.outcome,
    answerId: asked?.answerId ?? null,
    before,
    after: openForm(turn, services),
    isFinished: before !== null && services.dialogs.finishedDraft(turn.host) === before.draft,
  };
}
