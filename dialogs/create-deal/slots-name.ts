import type { Slot } from '../engine/slot.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealFacts, DealValues } from './values.ts';

const MAX_NAME = 200;

/** The deal's own name: proposed from customer and solution, never asked, editable in the summary. */
export const dealNameSlot: Slot<DealValues, DealFacts, 'dealName'> = {
  name: 'dealName',
  isQuiet: true,
  isFreeText: true,
  words: wordsOf('dealName'),
  ask: ({ locale }) => dealTexts(locale).dealName,
  parse(text, { locale }) {
    const name = text
      .trim()
      .replace(/^["“«](.*)["”»]$/su, '$1')
      .replace(/\s+/g, ' ');
    if (name === '' || name.length > MAX_NAME)
      return { kind: 'invalid', text: dealTexts(locale).dealNameInvalid };
    return { kind: 'value', value: name };
  },
  propose: ({ values }) =>
    values.customer === undefined || values.solution === undefined
      ? undefined
      : `${values.customer}, ${values.solution.name}`.slice(0, MAX_NAME),
  show: (name) => name,
  isValid: validBy('dealName'),
};
