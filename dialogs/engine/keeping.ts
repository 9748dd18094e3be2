import type { DialogTurn } from '../turn.ts';
import type { FormDefinition } from './definition.ts';
import { findDraft, keepDraft } from './drafts.ts';
import { closeDraft, formStateSchema, openDraft } from './state.ts';
import type { FormState, OpenForm } from './state.ts';

/**
 * What the session keeps of the form. A draft worth keeping goes into the person's record, where it is found
 * from another chat; an offered one stays as it is there.
 */
export function keepForm(definition: FormDefinition, form: OpenForm, turn: DialogTurn): FormState {
  const isOffer = form.pending?.kind === 'offer';
  const draft = isOffer ? form.draft : closeDraft(definition, form, turn.now);
  const isKept = definition.isDraftKept && form.history.length > 0;
  if (isKept && !isOffer) keepDraft(turn, draft);
  const { asked, pending, notices, later } = form;
  return { schema: 1, draftId: draft.id, asked, pending, notices, later, draft: isKept ? null : draft };
}

/** The form as the session kept it; null when its draft is gone or the state can't be read. */
export function readForm(definition: FormDefinition, state: unknown, turn: DialogTurn): OpenForm | null {
  const parsed = formStateSchema.safeParse(state);
  if (!parsed.success) return null;
  const { draftId, draft: own, ...position } = parsed.data;
  const draft = own ?? findDraft(turn, draftId);
  return draft === null ? null : openDraft(definition, draft, position);
}
