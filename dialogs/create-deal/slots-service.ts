import { picklists } from '../../src/referrals/picklists.ts';
import type { Pick } from '../../src/referrals/picklists.ts';
import type { Choice, Parsed, Slot } from '../slot.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const MAX_CHOICES = 6;
const MAX_CRM_ID = 100;

/** Which of the company's locations the deal belongs to; only asked where there are several. */
export const partnerLocationSlot: Slot<DealValues, DealFacts, 'partnerLocation'> = {
  name: 'partnerLocation',
  words: wordsOf('partnerLocation'),
  isAskedWhen: (context) => locationsOf(context).length > 1,
  ask(context) {
    const choices = locationsOf(context).map(({ id, name }) => ({ id, label: name, words: [id] }));
    return { ...dealTexts(context.locale).location, choices: choices.slice(0, MAX_CHOICES), isClosed: true };
  },
  parse: (text, context) => readPick(text, locationsOf(context), dealTexts(context.locale).locationInvalid),
  choose: (id, context) => locationsOf(context).find((location) => location.id === id)?.id,
  show: (id, context) => locationsOf(context).find((location) => location.id === id)?.name ?? id,
  isValid: validBy('partnerLocation'),
};

/** The area of the solution: what the real service asks of co-sell deals, known where the list says one. */
export const solutionAreaSlot: Slot<DealValues, DealFacts, 'solutionArea'> = {
  name: 'solutionArea',
  words: wordsOf('solutionArea'),
  isAskedWhen: isAreaNeeded,
  ask(context) {
    return { ...dealTexts(context.locale).area, choices: choicesOf(areasOf(context)), isClosed: true };
  },
  parse: (text, context) => readPick(text, areasOf(context), dealTexts(context.locale).areaInvalid),
  choose: (id, context) => areasOf(context).find((area) => area.id === id)?.id,
  propose: (context) => onlyOne(areasOf(context)),
  show: (id) => picklists.solutionAreas.find((area) => area.id === id)?.name ?? id,
  effects: () => ({ solutionPlay: null }),
  isValid: validBy('solutionArea'),
};

/** The sales play within the area. */
export const solutionPlaySlot: Slot<DealValues, DealFacts, 'solutionPlay'> = {
  name: 'solutionPlay',
  words: wordsOf('solutionPlay'),
  isAskedWhen: (context) => isAreaNeeded(context) && playsOf(context).length > 0,
  ask(context) {
    return { ...dealTexts(context.locale).play, choices: choicesOf(playsOf(context)), isClosed: true };
  },
  parse: (text, context) => readPick(text, playsOf(context), dealTexts(context.locale).playInvalid),
  choose: (id, context) => playsOf(context).find((play) => play.id === id)?.id,
  propose: (context) => onlyOne(playsOf(context)),
  show: (id, context) => playsOf(context).find((play) => play.id === id)?.name ?? id,
  isValid: validBy('solutionPlay'),
};

/** The deal's id in the company's own CRM: never asked, can be added in the summary. */
export const crmIdSlot: Slot<DealValues, DealFacts, 'crmId'> = {
  name: 'crmId',
  isQuiet: true,
  isOptional: true,
  isFreeText: true,
  words: wordsOf('crmId'),
  ask: ({ locale }) => dealTexts(locale).crmId,
  parse(text, { locale }) {
    const id = text.trim();
    if (id === '' || id.length > MAX_CRM_ID || /\s/.test(id)) {
      return { kind: 'invalid', text: dealTexts(locale).crmIdInvalid };
    }
    return { kind: 'value', value: id };
  },
  propose: () => '',
  show: (id) => (id === '' ? null : id),
  isValid: validBy('crmId'),
};

function locationsOf({ facts }: DealContext): readonly Pick[] {
  return facts.person?.company.locations ?? [];
}

/** Sample data has no areas, and deals without Microsoft's help need none. */
function isAreaNeeded({ values, facts }: DealContext): boolean {
  const { solution, kind } = values;
  const known = facts.solutions.find(({ id }) => id === solution?.id);
  return kind === 'co-sell' && solution !== undefined && known?.source !== 'sample';
}

/** The areas of the solution, where its list says them; else all. */
function areasOf({ values, facts }: DealContext): readonly Pick[] {
  const known = facts.solutions.find(({ id }) => id === values.solution?.id)?.areas ?? [];
  const listed = picklists.solutionAreas.filter(({ id }) => known.includes(id));
  return listed.length > 0 ? listed : picklists.solutionAreas;
}

function playsOf({ values }: DealContext): readonly Pick[] {
  return picklists.solutionAreas.find(({ id }) => id === values.solutionArea)?.plays ?? [];
}

function choicesOf(picks: readonly Pick[]): readonly Choice[] {
  return picks.slice(0, MAX_CHOICES).map(({ id, name }) => ({ id, label: name }));
}

function onlyOne(picks: readonly Pick[]): string | undefined {
  return picks.length === 1 ? picks[0]?.id : undefined;
}

/** A name typed in full that is not among the buttons; the rest is read as a choice before this. */
function readPick(text: string, picks: readonly Pick[], invalid: string): Parsed<string> {
  const typed = text.trim().toLowerCase();
  const found = picks.find(({ id, name }) => id.toLowerCase() === typed || name.toLowerCase() === typed);
  return found === undefined ? { kind: 'invalid', text: invalid } : { kind: 'value', value: found.id };
}
