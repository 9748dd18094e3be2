import type { Localized } from '../language/locale.ts';
import { en, type WorkshopTexts } from './texts-en.ts';
import { it } from './texts-it.ts';

export type { WorkshopTexts } from './texts-en.ts';

/** What the pages say, by language. */
export const workshopTexts: Localized<WorkshopTexts> = { it, en };
