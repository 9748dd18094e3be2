import { formatMoney, joinList } from '../../src/language/format.ts';
import { countryByPostcode } from '../../src/language/country-guess.ts';
import { countryByPhone } from '../../src/language/phones.ts';
import { lookUp } from '../../src/lookup/names.ts';
import { type DealKind, USD_THRESHOLD } from '../../src/referrals/referral.ts';
import { isUnderThreshold } from '../../src/referrals/rules.ts';
import { isNo, isYes } from '../engine/aside.ts';
import type { Said, Slot, Taken } from '../engine/slot.ts';
import { address } from '../kinds/address.ts';
import { asChoices, choice, onlyOr } from '../kinds/choice.ts';
import { contact } from '../kinds/contact.ts';
import { day } from '../kinds/day.ts';
import { decision } from '../kinds/decision.ts';
import { hidden } from '../kinds/hidden.ts';
import { list } from '../kinds/list.ts';
import { money } from '../kinds/money.ts';
import { name } from '../kinds/name.ts';
import { text } from '../kinds/text.ts';
import * as classes from './classification.ts';
import { fullName } from './colleagues.ts';
import { earlierDeal, knownCustomers, sameContact } from './earlier-deals.ts';
import { helpCodeIn, knownIntent, noHelpIn, readIntent } from './help.ts';
import * as notes from './notes.ts';
import * as solutions from './solutions.ts';
import { isSolutionName, refOf, solutionsNamed } from './solutions-named.ts';
import * as team from './team.ts';
import { waitingNames } from './team-waiting.ts';
import { dealTexts, wordsOf } from './texts.ts';
import {
  type DealContext,
  type DealFacts,
  dealSchemas as schemas,
  type DealValues,
  directoryContact,
  HELP_CODES,
  INTENTS,
  KINDS,
  usualCurrency,
} from './values.ts';

type DealSlot<K extends keyof DealValues> = Slot<DealValues, DealFacts, K>;

/** What every row of the table has: its name, its words and what a stored value must look like. */
const row = <K extends keyof DealValues>(slot: K) =>
  ({ name: slot, words: wordsOf(slot), schema: schemas[slot] }) as const;
type Asked =
  'customer' | 'closingDate' | 'otherSolutions' | 'dealName' | 'ownContact' | 'team' | 'crmId' | Chosen;
type Chosen = 'helpCode' | 'solutionArea' | 'solutionPlay' | 'marketplaceIntent' | 'partnerLocation';
type Checked = Chosen | 'customer' | 'dealName' | 'crmId';

/** A row whose question is the same for every deal. */
const asked = <K extends Asked>(slot: K) => ({
  ...row(slot),
  ask: ({ locale }: DealContext) => dealTexts(locale)[slot],
});
/** The same, and so is what is said to words that can't be a value. */
const checked = <K extends Checked>(slot: K) => ({
  ...asked(slot),
  invalid: ({ locale }: DealContext) => dealTexts(locale)[`${slot}Invalid`],
});

const found = <T>(value: T | undefined): Taken<T> | null =>
  value === undefined ? null : { kind: 'value', value };
const SHOWN_LETTERS = 160;

const recreates: DealSlot<'recreates'> = hidden(row('recreates'));

/** Further deals of one message, as they were typed: offered one after the other. */
const later: DealSlot<'later'> = hidden(row('later'));

const help: DealSlot<'help'> = hidden({
  ...row('help'),
  find: noHelpIn,
  show: (_help, { locale }) => dealTexts(locale).helpNone,
  effects: (_help, { values }) => (values.kind === 'co-sell' ? { kind: null, helpCode: null } : {}),
});

/** Co-sell, shared or private. A kind that needs a ready solution lets go of one that isn't ready. */
const kind: DealSlot<'kind'> = choice({
  ...row('kind'),
  ask: ({ locale, values }) => ({
    ...dealTexts(locale)[values.help === 'none' ? 'kindWithoutHelp' : 'kind'],
  }),
  options: ({ locale, values }) =>
    KINDS.filter((each) => values.help !== 'none' || each !== 'co-sell').map((id) => ({
      id,
      ...dealTexts(locale).kinds[id],
    })),
  invalid: ({ locale }) => dealTexts(locale).kindInvalid,
  // Without Microsoft's help the question is whether its sellers may see the deal.
  read: ({ reading }, { values }) =>
    values.help !== 'none' ? undefined : isYes(reading) ? 'shared' : isNo(reading) ? 'private' : undefined,
  find: kindSaid,
  effects: (chosen, { values, facts }) => {
    const mayStay =
      chosen === 'private' || values.solution === undefined || solutions.isReady(values.solution.id, facts);
    return {
      smallValue: null,
      ...(chosen === 'co-sell' ? { help: null } : {}),
      ...(mayStay ? {} : { solution: null }),
    };
  },
});

function kindSaid(said: Said): Taken<DealKind> | null {
  const facts = said.facts.filter((fact) => fact.kind === 'deal-kind');
  const kinds = [...new Set(facts.map(({ value }) => value))];
  const [only, ...more] = kinds;
  if (only === undefined || more.length > 0 || (only === 'co-sell' && noHelpIn(said) !== undefined))
    return null;
  return { kind: 'value', value: only, facts };
}

const customer: DealSlot<'customer'> = name({
  ...checked('customer'),
  known: knownCustomers,
  isOther: (typed, { facts }) => isSolutionName(typed, facts),
  // Address and contact are the other customer's; those of an earlier deal with this one are proposed.
  effects: (chosen, _context, before) =>
    before === undefined || isSameName(chosen, before) ? {} : { address: null, contact: null },
});

/** Another legal form, or capitals, make no other customer. */
const isSameName = (one: string, other: string): boolean =>
  lookUp(one, [other], (each) => each).exact.length > 0;

const customerAddress: DealSlot<'address'> = address({
  ...row('address'),
  ask: ({ locale, values }) => dealTexts(locale).address(values.customer ?? ''),
  usualCountry: (postalCode, said, { values, facts }) =>
    countryByPostcode(postalCode ?? '', facts.person?.company.country ?? null) ??
    countryByPhone(phoneIn(said) ?? values.contact?.phone ?? '') ??
    facts.person?.company.country ??
    null,
  propose: (context) => earlierDeal(context)?.customer.address,
});

const phoneIn = ({ facts }: Said): string | undefined => {
  const phone = facts.find((fact) => fact.kind === 'phone');
  return phone?.value;
};

const customerContact: DealSlot<'contact'> = contact({
  ...row('contact'),
  isFound: true,
  isAskedWhen: ({ values }) => values.kind === 'co-sell',
  ask: ({ locale, values }) => dealTexts(locale).contact(values.customer ?? ''),
  known: ({ values }) => values.contact ?? {},
  read: sameContact,
  propose: (context) => earlierDeal(context)?.customer.contact ?? undefined,
});

/** What is offered: typed carelessly, or by id where the company's list isn't known. */
const solution: DealSlot<'solution'> = {
  ...row('solution'),
  isValid: (value): value is DealValues['solution'] => schemas.solution.safeParse(value).success,
  ask(context) {
    const texts = dealTexts(context.locale);
    const fitting = solutions.fittingSolutions(context).slice(0, 5);
    return fitting.length === 0 ? texts.solutionById : { ...texts.solution, choices: asChoices(fitting) };
  },
  parse: solutions.readSolution,
  choose: solutions.chooseSolution,
  take: solutions.solutionSaid,
  propose: solutions.proposedSolution,
  show: (chosen) => chosen.name,
  effects: () => ({ readiness: null }),
};

/** A solution that isn't ready for a deal that Microsoft sees: another one, or a private deal. */
const readiness: DealSlot<'readiness'> = decision({
  ...row('readiness'),
  isAskedWhen: ({ values, facts }) =>
    values.kind !== 'private' &&
    values.solution !== undefined &&
    !solutions.isReady(values.solution.id, facts),
  ask: ({ locale, values }) => dealTexts(locale).notReady(values.solution?.name ?? ''),
  options: ({ locale, facts }) => {
    const texts = dealTexts(locale);
    const ready = facts.solutions.filter(({ isPublished, isCoSellReady }) => isPublished && isCoSellReady);
    const ownDeal = { id: 'private', label: texts.notReadyPrivate, words: texts.kinds.private.words };
    return [...asChoices(ready.slice(0, 4)), ownDeal];
  },
  choose: (id, context) => (id === 'private' ? 'private' : solutions.chooseSolution(id, context)),
  read: (said, context) => {
    const parsed = solutions.readSolution(said, context);
    const isGood = parsed.kind === 'value' && solutions.isReady(parsed.value.id, context.facts);
    return isGood ? parsed : { kind: 'invalid', text: dealTexts(context.locale).notReadyInvalid };
  },
  effects: (chosen) =>
    chosen === 'private' ? { kind: 'private', readiness: null } : { solution: chosen, readiness: null },
});

const otherSolutions: DealSlot<'otherSolutions'> = list({
  ...asked('otherSolutions'),
  keyOf: ({ id }) => id,
  labelOf: (each) => each.name,
  counting: solutions.otherSolutions,
  addable: (context) =>
    solutions
      .fittingSolutions(context)
      .filter(({ id }) => id !== context.values.solution?.id)
      .map(refOf),
  add: (words, _said, context) => solutions.addOthers(words, context),
  named: (words, { values, facts }) => {
    const named = solutionsNamed(words, facts).found.map(({ id }) => id);
    return (values.otherSolutions ?? []).filter(({ id }) => named.includes(id));
  },
  notThere: solutions.notAmongOthers,
  amendBy: solutions.amendOthers,
  find: solutions.othersIn,
  texts: ({ locale }) => ({ ...dealTexts(locale), removed: dealTexts(locale).solutionsRemoved }),
});

const solutionArea: DealSlot<'solutionArea'> = choice({
  ...checked('solutionArea'),
  isAskedWhen: classes.isAreaNeeded,
  options: (context) => asChoices(classes.areasOf(context)),
  propose: (context) => onlyOr(classes.areasOf(context), classes.earlierClassification(context).area),
  effects: () => ({ solutionPlay: null }),
});

const solutionPlay: DealSlot<'solutionPlay'> = choice({
  ...checked('solutionPlay'),
  isAskedWhen: (context) => classes.isAreaNeeded(context) && classes.playsOf(context).length > 0,
  options: (context) => asChoices(classes.playsOf(context)),
  propose: (context) => onlyOr(classes.playsOf(context), classes.earlierClassification(context).play),
});

/** What part the company plays with a services offer: the service asks it for those alone. */
const partnerRole: DealSlot<'partnerRole'> = choice({
  ...row('partnerRole'),
  isAskedWhen: classes.isRoleNeeded,
  ask(context) {
    const { partnerRole: asking, partnerRoleMore } = dealTexts(context.locale);
    const rest = classes
      .rolesOf(context)
      .slice(6)
      .map((role) => role.name);
    const why = rest.length === 0 ? asking.why : `${asking.why} ${partnerRoleMore(rest)}`;
    return { ...asking, why, isClosed: false };
  },
  options: (context) => asChoices(classes.rolesOf(context), dealTexts(context.locale).partnerRoleWords),
  invalid: ({ locale }) => dealTexts(locale).partnerRoleInvalid,
  propose: (context) => onlyOr(classes.rolesOf(context), classes.earlierClassification(context).role),
});

const value: DealSlot<'value'> = money({
  ...row('value'),
  usualCurrency,
  ask(context) {
    const currency = usualCurrency(context);
    const texts = dealTexts(context.locale);
    return currency === null ? texts.value : texts.valueWithCurrency(currency);
  },
  effects: () => ({ smallValue: null }),
});

/** Under the threshold in USD; in another currency under its bare number, since no rate is known here. */
function isSmall(sum: DealValues['value']): boolean {
  const isUnder = isUnderThreshold(sum);
  return isUnder === 'yes' || (isUnder === 'not-usd' && sum.amount < USD_THRESHOLD);
}

/** A value at which Microsoft's rules change: go on, change it, or keep the deal private. */
const smallValue: DealSlot<'smallValue'> = decision({
  ...row('smallValue'),
  isAskedWhen: ({ values }) =>
    values.kind === 'co-sell' && values.value !== undefined && isSmall(values.value),
  ask({ locale, values }) {
    const texts = dealTexts(locale);
    const isUsd = values.value === undefined || values.value.currency === 'USD';
    if (isUsd) return texts.smallInUsd;
    return texts.smallInOther(formatMoney(values.value.amount, values.value.currency, locale));
  },
  options: ({ locale }) => {
    const { smallGoOn, smallChange, smallPrivate } = dealTexts(locale);
    return [
      { id: 'go-on', ...smallGoOn },
      { id: 'change', ...smallChange },
      { id: 'private', ...smallPrivate },
    ];
  },
  choose: (id) => (id === 'go-on' || id === 'change' || id === 'private' ? id : undefined),
  // A typed amount is a new value.
  read: (said, context) => {
    const read = value.take?.(said, context) ?? null;
    if (read?.kind !== 'value') return { kind: 'invalid', text: dealTexts(context.locale).smallInvalid };
    const shown = value.show(read.value, context) ?? '';
    return { ...read, note: `${value.words[context.locale][0] ?? ''} ${shown}` };
  },
  effects: (decided) => {
    if (typeof decided === 'object') return { value: decided, smallValue: null };
    if (decided === 'change') return { value: null, smallValue: null };
    return decided === 'private' ? { kind: 'private', smallValue: null } : {};
  },
});

const closingDate: DealSlot<'closingDate'> = day({
  ...asked('closingDate'),
});

const helpCode: DealSlot<'helpCode'> = choice({
  ...checked('helpCode'),
  isAskedWhen: ({ values }) => values.kind === 'co-sell',
  options: ({ locale }) => HELP_CODES.map((id) => ({ id, ...dealTexts(locale).helpCodes[id] })),
  find: (said) => found(helpCodeIn(said)),
});

const marketplaceIntent: DealSlot<'marketplaceIntent'> = choice({
  ...checked('marketplaceIntent'),
  options: ({ locale }) => INTENTS.map((id) => ({ id, ...dealTexts(locale).intents[id] })),
  read: readIntent,
  propose: knownIntent,
});

const partnerLocation: DealSlot<'partnerLocation'> = choice({
  ...checked('partnerLocation'),
  isAskedWhen: (context) => classes.locationsOf(context).length > 1,
  options: (context) => asChoices(classes.locationsOf(context)),
});

/** A note for Microsoft's seller: asked for a co-sell deal with a new customer, else offered in the summary. */
const dealNotes: DealSlot<'notes'> = text({
  ...row('notes'),
  role: 'notes',
  isOptional: true,
  longest: notes.MAX_NOTES,
  ask: ({ locale, values }) => {
    const texts = dealTexts(locale);
    const asking = values.kind === 'private' ? texts.notesPrivate : texts.notes;
    return { ...asking, choices: [{ id: 'write', ...texts.notesWrite }] };
  },
  invalid: ({ locale }) => dealTexts(locale).notesTooLong,
  valueOf: (typed) => (typed === '' ? undefined : { text: typed, variant: null }),
  read: notes.readNotes,
  take: notes.notesIn,
  amend: notes.amendNotes,
  choose: (id, context) => (id === 'write' ? notes.drafted(0, context) : undefined),
  propose: (context) =>
    context.values.kind === 'co-sell' && earlierDeal(context) === null ? undefined : notes.NO_NOTES,
  show: (note, context) => {
    // A drafted one speaks of the deal, and has gaps before that is known.
    if (note.variant !== null && context.values.value === undefined) return null;
    const line = notes.noteText(note, context).replace(/\s+/g, ' ');
    return line === '' ? null : line.length <= SHOWN_LETTERS ? line : `${line.slice(0, SHOWN_LETTERS)}…`;
  },
  effects: () => ({ notesReview: null }),
});

/** A drafted note is shown to be kept, changed, drafted anew or rated. */
const notesReview: DealSlot<'notesReview'> = text({
  ...row('notesReview'),
  readAs: 'review',
  longest: notes.MAX_NOTES,
  isAskedWhen: ({ values }) => values.notes !== undefined && values.notes.variant !== null,
  ask: (context) => {
    const { notesReview: asking, notesDrafted } = dealTexts(context.locale);
    const note = context.values.notes;
    const above = note === undefined ? [] : [notesDrafted, { verbatim: notes.noteText(note, context) }];
    return { ...asking, above, choices: notes.reviewChoices(context) };
  },
  invalid: ({ locale }) => dealTexts(locale).notesTooLong,
  valueOf: (typed) => (typed === '' ? undefined : { edit: typed }),
  read: notes.readReview,
  choose: (id) => {
    const parsed = schemas.notesReview.safeParse(id);
    return parsed.success ? parsed.data : undefined;
  },
  show: () => null,
  effects: notes.afterReview,
  remember: notes.rememberReview,
});

/** The deal's own name: proposed from customer and solution, never asked, editable in the summary. */
const dealName: DealSlot<'dealName'> = text({
  ...checked('dealName'),
  role: 'deal-name',
  isQuiet: true,
  longest: 200,
  valueOf: (typed) => typed.replace(/\s+/g, ' ') || undefined,
  propose: ({ values }) =>
    values.customer === undefined || values.solution === undefined
      ? undefined
      : `${values.customer}, ${values.solution.name}`.slice(0, 200),
  show: (chosen) => chosen,
});

/** Who Microsoft writes to on our side: from the directory, asked only where that is incomplete. */
const ownContact: DealSlot<'ownContact'> = contact({
  ...asked('ownContact'),
  isFound: false,
  isQuiet: true,
  known: (context) => context.values.ownContact ?? directoryContact(context),
  propose: (context) => schemas.ownContact.safeParse(directoryContact(context)).data,
});

/** Our people on the deal beside its creator. */
const dealTeam: DealSlot<'team'> = list({
  ...asked('team'),
  keyOf: team.keyOf,
  labelOf: fullName,
  shown: team.shownMember,
  counting: team.otherMembers,
  addable: ({ facts }) => team.membersOf(facts.colleagues),
  bare: team.withoutAround,
  add: team.addToTeam,
  named: team.membersNamed,
  notThere: (_words, { locale }) => dealTexts(locale).teamNotThere,
  amendBy: team.amendTeam,
  find: team.teamIn,
  texts: ({ locale }) => ({ ...dealTexts(locale), removed: dealTexts(locale).teamRemoved }),
  none: team.nobodyMore,
  showPartial: (kept, { locale }) => joinList(waitingNames(kept), locale, 'and') || null,
});

/** The deal's id in the company's own CRM: never asked, can be added in the summary. */
const crmId: DealSlot<'crmId'> = text({
  ...checked('crmId'),
  isQuiet: true,
  isOptional: true,
  longest: 100,
  valueOf: (typed) => (typed === '' || /\s/.test(typed) ? undefined : typed),
  take: ({ facts }) => {
    const id = facts.find((fact) => fact.kind === 'number-id' && fact.what === 'crm');
    return id?.kind === 'number-id' ? { kind: 'value', value: id.value, facts: [id] } : null;
  },
  propose: () => '',
  show: (id) => (id === '' ? null : id),
});

/** What is asked, in the order of the conversation. */
export const dealSlots: readonly Slot<DealValues, DealFacts>[] = [
  recreates,
  later,
  help,
  kind,
  customer,
  customerAddress,
  customerContact,
  solution,
  readiness,
  otherSolutions,
  solutionArea,
  solutionPlay,
  partnerRole,
  value,
  smallValue,
  closingDate,
  helpCode,
  marketplaceIntent,
  partnerLocation,
  dealNotes,
  notesReview,
  dealName,
  ownContact,
  dealTeam,
  crmId,
];
