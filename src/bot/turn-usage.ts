import type { OpenDraft } from '../workshop/usage.ts';
import type { BotServices, Turn, TurnReport } from './turn.ts';

type Services = Pick<BotServices, 'dialogs'>;

/** What is open of dialogs. */
export interface OpenDialogs {
  /** The form that keeps a draft; null where none is. */
  readonly form: OpenDraft | null;
  /** Those that keep none. */
  readonly lookUps: readonly OpenDraft[];
}

export function openDialogs({ host }: Turn, { dialogs }: Services): OpenDialogs {
  const open = dialogs.openDraft(host);
  return { form: open === null ? null : toOpen(open), lookUps: dialogs.openLookUps(host).map(toOpen) };
}

function toOpen({ draftId, name, asked }: { draftId: string; name: string; asked: string }): OpenDraft {
  return { draft: draftId, dialog: name, slot: asked };
}

/**
 * What a turn comes to in numbers: which question came out how, and what became of the dialogs that were open before it.
 *
 * @param before what was open when the turn began
 */
export function usageOf(
  turn: Turn,
  before: OpenDialogs,
  services: Services,
): NonNullable<TurnReport['used']> {
  const { session, now, actor, host } = turn;
  const last = session.said.at(-1)?.asked;
  const asked = last?.at === now.toISOString() ? last : null;
  const after = openDialogs(turn, services);
  const { begun = [], finished = [] } = host.lookUps ?? {};
  const isOpen = ({ draft }: OpenDraft): boolean => after.lookUps.some((each) => each.draft === draft);
  const left = before.lookUps.filter((each) => !isOpen(each) && !finished.includes(each.dialog));
  return {
    tenantId: actor.tenantId.toLowerCase(),
    // What a button asks was asked before in words, and counted then.
    asked: asked === null || asked.words === null ? null : asked.outcome,
    answerId: asked?.answerId ?? null,
    before: before.form,
    after: after.form,
    isFinished: before.form !== null && services.dialogs.finishedDraft(host) === before.form.draft,
    lookUps: { begun, finished, left },
  };
}
