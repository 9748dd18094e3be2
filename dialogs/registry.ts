import { createCheckAcceptanceForm } from './check-acceptance/dialog.ts';
import { createCloseDealForm } from './close-deal/dialog.ts';
import { createDealForm } from './create-deal/dialog.ts';
import type { DialogName } from '../src/cards/dialog-name.ts';
import { FormDialog } from './engine/form.ts';
import type { FormDefinition } from './engine/definition.ts';
import { createFindAccountAdminsForm } from './find-account-admins/dialog.ts';
import type { DialogServices } from './services.ts';

type AnyForm = FormDialog<object, unknown>;

/** Wraps a form so that forms of different values stand in one map: outside, nobody knows what one collects. */
function toDialog<V extends object, F>(
  make: (services: DialogServices) => FormDefinition<V, F>,
): (services: DialogServices) => AnyForm {
  return (services) => new FormDialog(make(services), services) as unknown as AnyForm;
}

/** Every dialog by its name: a new one is a folder, a name in `src/cards/dialog-name.ts` and a line here. */
const DIALOGS = {
  'create-deal': toDialog(createDealForm),
  'check-acceptance': toDialog(createCheckAcceptanceForm),
  'find-account-admins': toDialog(createFindAccountAdminsForm),
  'close-deal': toDialog(createCloseDealForm),
} satisfies Record<DialogName, (services: DialogServices) => AnyForm>;

/** Makes every dialog over its services. */
export function makeDialogs(services: DialogServices): ReadonlyMap<DialogName, AnyForm> {
  const entries = Object.entries(DIALOGS) as [DialogName, (services: DialogServices) => AnyForm][];
  return new Map(entries.map(([name, make]) => [name, make(services)]));
}
