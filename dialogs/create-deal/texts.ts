import type { Localized } from '../../src/language/locale.ts';
import type { DealTexts } from './text-types.ts';
import { en } from './texts-en.ts';
import { it } from './texts-it.ts';

/** The sentences of this dialog. */
export const dealTexts: Localized<DealTexts> = { it, en };
