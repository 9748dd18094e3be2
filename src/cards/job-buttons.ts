import type { Locale } from '../language/locale.ts';
import { beginButton } from './answer-card.ts';
import type { Button } from './reply-data.ts';

/** The three commonest jobs, as a greeting and the help offer them. */
export function jobButtons(locale: Locale): Button[] {
  return [
    beginButton('create-deal', locale),
    beginButton('check-acceptance', locale),
    beginButton('find-account-admins', locale),
  ];
}
