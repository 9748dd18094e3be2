import type { Take } from '../turn.ts';
import type { Outcome } from './steps.ts';

/** What a form makes of a message: how sure it is that the message is for it, and what it would do. */
export interface Interpretation {
  readonly take: Take;
  readonly outcome: Outcome;
}

export type Interpreted = Interpretation | null;

/** Surely for the form. */
export const surely = (outcome: Outcome): Interpretation => ({ take: 'surely', outcome });
