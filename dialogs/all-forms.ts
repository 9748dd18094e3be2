import { createCheckAcceptanceForm } from './check-acceptance/dialog.ts';
import { createCloseDealForm } from './close-deal/dialog.ts';
import { createDealForm } from './create-deal/dialog.ts';
import { createFindAccountAdminsForm } from './find-account-admins/dialog.ts';
import { FormDialog } from './engine/form.ts';
import type { DialogServices } from './services.ts';

/** Every dialog there is, over its services. */
export function allForms(services: DialogServices) {
  return [
    new FormDialog(createDealForm(services), services),
    new FormDialog(createCheckAcceptanceForm(services), services),
    new FormDialog(createFindAccountAdminsForm(services), services),
    new FormDialog(createCloseDealForm(services), services),
  ];
}
