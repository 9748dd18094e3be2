import { createDealForm } from './create-deal/dialog.ts';
import { FormDialog } from './form.ts';
import type { DialogServices } from './services.ts';

/** Every dialog there is, over its services. */
export function allForms(services: DialogServices) {
  return [new FormDialog(createDealForm(services), services)];
}
