/**
 * The dialogs by name: what a button carries, and what one hands over to without importing it. `dialogs/registry.ts`
 * says which form each is.
 *
 * - `create-deal`: makes a co-sell, shared or private deal.
 * - `check-acceptance`: says whether Microsoft accepted a deal, or lists them all.
 * - `find-account-admins`: who can grant access, and a message to send them.
 * - `close-deal`: marks a deal Won or Lost.
 * - `set-notices`: sets what a person is told without asking.
 */
export const DIALOG_NAMES = [
  'create-deal',
  'check-acceptance',
  'find-account-admins',
  'close-deal',
  'set-notices',
] as const;

export type DialogName = (typeof DIALOG_NAMES)[number];

/** Whether a word from content (an answer's `dialog`, an intent's file name) names a dialog. */
export function isDialogName(word: string | null): word is DialogName {
  return (DIALOG_NAMES as readonly (string | null)[]).includes(word);
}
