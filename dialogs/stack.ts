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
 * @param note told of each dialog that begins, and of each that has done what it is for
 * @returns the draft under whose id something was made, null where nothing was
 * @throws AppError as the dialogs do; the stack is then of no use
 */
export async function runSteps(
  first: Step,
  stack: Frame[],
  forms: Forms,
  turn: DialogTurn,
  note: (what: 'begun' | 'finished', name: string) => void = () => undefined,
): Promise<string | null> {
  let step = first;
  for (;;) {
    if (step.kind === 'wait') return null;
    if (step.kind === 'end') {
      const over = stack.pop();
      if (step.isDone && over !== undefined) note('finished', over.id);
      const below = stack.at(-1);
      if (below === undefined) return step.created;
      step = await formOf(below, forms).repeat(below, turn);
      continue;
    }
    if (step.kind === 'replace') {
      const over = stack.pop();
      // What begins anew has done what it was asked, and can be asked more.
      if (over?.id === step.dialog) note('finished', over.id);
    }
    const frame: Frame = { id: step.dialog, state: null };
    stack.push(frame);
    note('begun', frame.id);
    step = await formOf(frame, forms).begin(step.request, frame, turn);
  }
}

/** The dialog of a frame. */
export function formOf<F>({ id }: Frame, forms: ReadonlyMap<DialogName, F>): F {
  const form = forms.get(id);
  if (form === undefined) throw new Error(`dialogs: no dialog is called "${id}"`);
  return form;
}
