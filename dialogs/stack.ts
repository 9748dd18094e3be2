import type { DialogName } from '../src/cards/dialog-name.ts';
import type { FormDialog, Frame, Step } from './engine/form.ts';
import type { DialogTurn } from './turn.ts';

/** The dialogs by name, whatever they collect. */
export type Forms = ReadonlyMap<DialogName, Pick<FormDialog, 'begin' | 'read' | 'act' | 'repeat'>>;

/**
 * Carries out a step and those that follow from it, until a dialog waits or none is left: one that ends gives way to
 * the one below it, which asks its question again.
 *
 * @param stack the open dialogs, the lowest first; changed in place
 * @returns the draft under whose id something was made, null where nothing was
 * @throws AppError as the dialogs do; the stack is then of no use
 */
export async function runSteps(
  first: Step,
  stack: Frame[],
  forms: Forms,
  turn: DialogTurn,
): Promise<string | null> {
  let step = first;
  for (;;) {
    if (step.kind === 'wait') return null;
    if (step.kind === 'end') {
      stack.pop();
      const below = stack.at(-1);
      if (below === undefined) return step.created;
      step = await formOf(below, forms).repeat(below, turn);
      continue;
    }
    if (step.kind === 'replace') stack.pop();
    const frame: Frame = { id: step.dialog, state: null };
    stack.push(frame);
    step = await formOf(frame, forms).begin(step.request, frame, turn);
  }
}

/** The dialog of a frame. */
export function formOf<F>({ id }: Frame, forms: ReadonlyMap<DialogName, F>): F {
  const form = forms.get(id);
  if (form === undefined) throw new Error(`dialogs: no dialog is called "${id}"`);
  return form;
}
