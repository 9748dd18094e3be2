import { readChoice } from '../../src/language/choice.ts';
import { picklists } from '../../src/referrals/picklists.ts';
import type { Pick } from '../../src/referrals/picklists.ts';
import type { Classification, Solution } from '../../src/referrals/referral.ts';
import type { Choice, Parsed, Slot } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
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
  propose: (context) => proposedOf(areasOf(context), earlierClassification(context)?.area),
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
  propose: (context) => proposedOf(playsOf(context), earlierClassification(context)?.play),
  show: (id, context) => playsOf(context).find((play) => play.id === id)?.name ?? id,
  isValid: validBy('solutionPlay'),
};

/** What part the company plays with a services offer: the service asks it for those alone. */
export const partnerRoleSlot: Slot<DealValues, DealFacts, 'partnerRole'> = {
  name: 'partnerRole',
  words: wordsOf('partnerRole'),
  isAskedWhen: (context) => isAreaNeeded(context) && solutionOf(context)?.type === 'services',
  ask(context) {
    const { partnerRole, partnerRoleMore } = dealTexts(context.locale);
    const roles = rolesOf(context);
    const rest = roles.slice(MAX_CHOICES).map(({ name }) => name);
    const why = rest.length === 0 ? partnerRole.why : `${partnerRole.why} ${partnerRoleMore(rest)}`;
    return { ...partnerRole, why, choices: roleChoices(roles, context).slice(0, MAX_CHOICES) };
  },
  parse(text, context) {
    const read = readChoice(text, roleChoices(rolesOf(context), context), context.locale);
    return read?.kind === 'one'
      ? { kind: 'value', value: read.id }
      : { kind: 'invalid', text: dealTexts(context.locale).partnerRoleInvalid };
  },
  choose: (id, context) => rolesOf(context).find((role) => role.id === id)?.id,
  propose: (context) => proposedOf(rolesOf(context), earlierClassification(context)?.role),
  show: (id) => picklists.partnerRoles.find((role) => role.id === id)?.name ?? id,
  isValid: validBy('partnerRole'),
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
function isAreaNeeded(context: DealContext): boolean {
  const { solution, kind } = context.values;
  return kind === 'co-sell' && solution !== undefined && solutionOf(context)?.source !== 'sample';
}

/** What is known of the main solution. */
function solutionOf({ values, facts }: DealContext): Solution | undefined {
  return facts.solutions.find(({ id }) => id === values.solution?.id);
}

/** What an earlier deal with the same solution was given. */
function earlierClassification(context: DealContext): Classification | undefined {
  const earlier = earlierDeal(context);
  const isSame = earlier?.solutions.some(({ id }) => id === context.values.solution?.id) === true;
  return isSame ? earlier.classification : undefined;
}

/** The areas of the solution, where its list says them; else all. */
function areasOf(context: DealContext): readonly Pick[] {
  return listedOf(picklists.solutionAreas, solutionOf(context)?.areas);
}

/** The plays of the area; those of the solution's list alone, where it names any. */
function playsOf(context: DealContext): readonly Pick[] {
  const area = picklists.solutionAreas.find(({ id }) => id === context.values.solutionArea);
  return listedOf(area?.plays ?? [], solutionOf(context)?.plays);
}

function rolesOf(context: DealContext): readonly Pick[] {
  return listedOf(picklists.partnerRoles, solutionOf(context)?.partnerRoles);
}

/** Those that a list names; all where it names none of them. */
function listedOf(picks: readonly Pick[], ids: readonly string[] = []): readonly Pick[] {
  const listed = picks.filter(({ id }) => ids.includes(id));
  return listed.length > 0 ? listed : picks;
}

function roleChoices(roles: readonly Pick[], { locale }: DealContext): readonly Choice[] {
  const { partnerRoleWords } = dealTexts(locale);
  return roles.map(({ id, name }) => ({ id, label: name, words: partnerRoleWords[id] ?? [] }));
}

function choicesOf(picks: readonly Pick[]): readonly Choice[] {
  return picks.slice(0, MAX_CHOICES).map(({ id, name }) => ({ id, label: name }));
}

/** What the earlier deal had, while it is still one of the list; else the only one there is. */
function proposedOf(picks: readonly Pick[], earlier: string | undefined): string | undefined {
  const [only, ...more] = picks;
  return picks.find(({ id }) => id === earlier)?.id ?? (more.length === 0 ? only?.id : undefined);
}

/** A name typed in full that is not among the buttons; the rest is read as a choice before this. */
function readPick(text: string, picks: readonly Pick[], invalid: string): Parsed<string> {
  const typed = text.trim().toLowerCase();
  const found = picks.find(({ id, name }) => id.toLowerCase() === typed || name.toLowerCase() === typed);
  return found === undefined ? { kind: 'invalid', text: invalid } : { kind: 'value', value: found.id };
}
