import { createCheckAcceptanceForm } from './check-acceptance/dialog.ts';
import { createCloseDealForm } from './close-deal/dialog.ts';
import { createDealForm } from './create-deal/dialog.ts';
import type { DialogName } from '../src/cards/dialog-name.ts';
import { FormDialog } from './engine/form.ts';
import type { FormDefinition } from './engine/definition.ts';
import { createFindAccountAdminsForm } from './find-account-admins/dialog.ts';
import { createSetNoticesForm } from './set-notices/dialog.ts';
import type { DialogServices } from './services.ts';

/** Every dialog by its name: a new one is a folder, a name in `src/cards/dialog-name.ts` and a line here. */
const DIALOGS = {
  'create-deal': createDealForm,
  'check-acceptance': createCheckAcceptanceForm,
  'find-account-admins': createFindAccountAdminsForm,
  'close-deal': createCloseDealForm,
  'set-notices': createSetNoticesForm,
} satisfies Record<DialogName, (services: DialogServices) => FormDefinition>;

/** Makes every dialog over its services. */
export function makeDialogs(services: DialogServices): ReadonlyMap<DialogName, FormDialog> {
  const forms = Object.values(DIALOGS).map((make) => new FormDialog(make(services), services));
  return new Map(forms.map((form) => [form.definition.name, form]));
}
