import { countryByCurrency, countryByPostcode, guessCountry } from '../../src/language/country-guess.ts';
import { editDistance } from '../../src/language/edit-distance.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { countryByPhone } from '../../src/language/phones.ts';
import { isSameName } from '../../src/lookup/names.ts';
import { USD_THRESHOLD } from '../../src/referrals/referral.ts';
import { isNo, isYes } from '../engine/aside.ts';
import type { Slot } from '../engine/slot.ts';
import { address } from '../kinds/address.ts';
import { asChoices, choice, onlyOr } from '../kinds/choice.ts';
import { contact } from '../kinds/contact.ts';
import { choiceField, chosen } from '../kinds/input.ts';
import { day } from '../kinds/day.ts';
import { decision } from '../kinds/decision.ts';
import { hidden } from '../kinds/hidden.ts';
import { list } from '../kinds/list.ts';
import { money } from '../kinds/money.ts';
import { name } from '../kinds/name.ts';
import { fromRow, rowsOf } from '../kinds/row.ts';
import { text } from '../kinds/text.ts';
import * as classes from './classification.ts';
import { fullName } from './colleagues.ts';
import { earlierDeal, knownCustomers } from './earlier-deals.ts';
import * as help from './help.ts';
import * as notes from './notes.ts';
import * as solutions from './solutions.ts';
import { orLikeAnother } from './like-another.ts';
import { isSolutionName, refOf } from './solutions-named.ts';
import * as team from './team.ts';
import { waitingNames } from './team-waiting.ts';
import { dealTexts } from './texts.ts';
import * as deal from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const row = rowsOf(dealTexts, deal.dealSchemas, deal.knownOf);
const isCoSell = ({ values }: DealContext): boolean => values.kind === 'co-sell';
const homeOf = ({ facts }: DealContext): string | null => facts.person?.company.country ?? null;

/** The table: what is asked, in the order of the conversation. */
const slots: { readonly [K in keyof DealValues]: Slot<DealValues, DealFacts, K> } = {
  recreates: hidden(row('recreates')),
  // Further deals of one message, as they were typed: offered one after the other.
  later: hidden(row('later')),
  kind: choice({
    ...row('kind'),
    find: help.kindIn,
    // Without Microsoft's help the question is whether its sellers may see the deal.
    read: ({ reading }, { partial }) =>
      partial !== help.NO_HELP
        ? undefined
        : isYes(reading)
          ? 'shared'
          : isNo(reading)
            ? 'private'
            : undefined,
  }),
  customer: name({
    ...row('customer'),
    known: knownCustomers,
    isOther: isSolutionName,
    // Address and contact are the other customer's; another legal form, capitals or more of the name make no other.
    effects: (named, context, before) =>
      before === undefined ||
      isSameName(named, before) ||
      isMended(named, before) ||
      (goesOn(named, before) && !knownCustomers(context).includes(named))
        ? {}
        : { address: null, contact: null },
  }),
  address: address({
    ...row('address'),
    usualCountry: (parts, { facts }, context) => {
      const phone = facts.find((fact) => fact.kind === 'phone')?.value ?? context.values.contact?.phone ?? '';
      const home = homeOf(context);
      const byCode = countryByPostcode(parts.postalCode ?? '', home);
      const money = facts.find((fact) => fact.kind === 'money')?.currency ?? context.values.value?.currency;
      return guessCountry(parts, [byCode, countryByPhone(phone), countryByCurrency(money ?? ''), home]);
    },
    isOther: isSolutionName,
    propose: (context) => earlierDeal(context)?.customer.address,
  }),
  contact: contact({
    ...row('contact'),
    // Nobody has to name one for another kind of deal; who is named is shown, since it is kept.
    // Without Microsoft's help there may be one, and what was begun of one isn't lost.
    isAskedWhen: (context) =>
      isCoSell(context) || context.values.contact !== undefined || context.partial !== undefined,
    propose: (context) => earlierDeal(context)?.customer.contact ?? undefined,
    country: ({ values }) => values.address?.country,
  }),
  // What is offered: typed carelessly, or by id where the company's list isn't known.
  solution: {
    ...fromRow(row('solution')),
    ask(context) {
      const fitting = solutions.fittingSolutions(context).slice(0, 5);
      return fitting.length === 0
        ? dealTexts[context.locale].solutionById
        : { ...row('solution').ask(context), choices: asChoices(fitting) };
    },
    parse: solutions.readSolution,
    choose: solutions.chooseSolution,
    take: solutions.solutionSaid,
    propose: solutions.proposedSolution,
    show: ({ name: called }) => called,
    asInput: solutions.solutionFields,
    fromInput: solutions.solutionPut,
    suggest: solutions.suggestedSolutions,
  },
  // A solution that isn't ready for a deal that Microsoft sees: another one, or a private deal.
  readiness: decision({
    ...row('readiness'),
    about: 'solution',
    isAskedWhen: (context) =>
      context.values.solution !== undefined && !solutions.isFit(context.values.solution.id, context),
    options: (context) => [
      ...asChoices(solutions.fittingSolutions(context).slice(0, 4)),
      ...row('readiness').options(context),
    ],
    does: (id, context) =>
      id === 'private' ? { kind: id } : { solution: solutions.chooseSolution(id, context) ?? null },
  }),
  otherSolutions: list({
    ...row('otherSolutions'),
    keyOf: ({ id }) => id,
    labelOf: (each) => each.name,
    counting: (context) => solutions.otherSolutions(context),
    addable: (context) =>
      solutions
        .fittingSolutions(context)
        .filter(({ id }) => id !== context.values.solution?.id)
        .map(refOf),
    add: (words, _said, context) => solutions.addOthers(words, context),
    named: solutions.othersNamed,
    amendBy: solutions.amendOthers,
    find: solutions.othersIn,
  }),
  solutionArea: choice({
    ...row('solutionArea'),
    isAskedWhen: classes.isAreaNeeded,
    options: (context) => asChoices(classes.areasOf(context)),
    propose: (context) => onlyOr(classes.areasOf(context), classes.earlierClassification(context).area),
  }),
  solutionPlay: choice({
    ...row('solutionPlay'),
    about: 'solutionArea',
    isAskedWhen: (context) => classes.isAreaNeeded(context) && classes.playsOf(context).length > 0,
    options: (context) => asChoices(classes.playsOf(context)),
    propose: (context) => onlyOr(classes.playsOf(context), classes.earlierClassification(context).play),
  }),
  // What part the company plays with a services offer: the service asks it for those alone.
  partnerRole: choice({
    ...row('partnerRole'),
    isAskedWhen: classes.isRoleNeeded,
    options: (context) => asChoices(classes.rolesOf(context), dealTexts[context.locale].partnerRoleWords),
    propose: (context) => onlyOr(classes.rolesOf(context), classes.earlierClassification(context).role),
  }),
  value: money({ ...row('value'), usualCurrency: deal.usualCurrency }),
  // A value at which Microsoft's rules change: go on, change it, or keep the deal private.
  smallValue: decision({
    ...row('smallValue'),
    about: 'value',
    // In another currency by its bare number, since no rate is known here.
    isAskedWhen: ({ values: { kind, value } }) =>
      kind === 'co-sell' && value !== undefined && value.amount < USD_THRESHOLD,
    does: (id) => (id === 'change' ? { value: null } : id === 'private' ? { kind: id } : undefined),
  }),
  closingDate: day({ ...row('closingDate'), isOurs: isSolutionName }),
  helpCode: choice({ ...row('helpCode'), about: 'kind', isAskedWhen: isCoSell, find: help.helpCodeIn }),
  marketplaceIntent: choice({
    ...row('marketplaceIntent'),
    read: help.readIntent,
    find: help.intentIn,
    propose: help.knownIntent,
  }),
  partnerLocation: choice({
    ...row('partnerLocation'),
    isAskedWhen: (context) => classes.locationsOf(context).length > 1,
    options: (context) => asChoices(classes.locationsOf(context)),
  }),
  // For Microsoft's seller: asked for a co-sell deal with a new customer, else offered in the summary.
  notes: text({
    ...row('notes'),
    role: 'notes',
    isOptional: true,
    ask: (context) => ({ ...row('notes').ask(context), choices: row('notes').options(context) }),
    asValue: (typed) => ({ text: typed, variant: null }),
    read: notes.readNotes,
    take: notes.notesIn,
    amend: notes.amendNotes,
    choose: (id, context) => (id === 'write' ? notes.drafted(0, context) : undefined),
    propose: (context) => (isCoSell(context) && earlierDeal(context) === null ? undefined : notes.NO_NOTES),
    show: notes.shownNote,
    written: notes.noteText,
  }),
  // A drafted note is shown to be kept, changed, drafted anew or rated.
  notesReview: {
    ...text({
      ...row('notesReview'),
      about: 'notes',
      readAs: 'review',
      isAskedWhen: ({ values }) => typeof values.notes?.variant === 'number',
      ask: notes.askReview,
      asValue: (typed) => ({ edit: typed }),
      isReplacing: true,
      read: notes.readReview,
      choose: notes.chosenReview,
      show: () => null,
      effects: notes.afterReview,
      remember: notes.rememberReview,
    }),
    // The note itself is a field beside it, to be kept or written over.
    asInput: (context) => [choiceField(notes.askReview(context).choices ?? [], 'keep')],
    fromInput: ({ '': id }, context) => chosen(id, notes.chosenReview, context),
  },
  // Proposed from customer and solution, never asked, editable in the summary.
  dealName: text({
    ...row('dealName'),
    role: 'deal-name',
    isQuiet: true,
    asValue: (typed) => typed.replace(/\s+/g, ' '),
    propose: ({ values: { customer, solution } }) =>
      customer && solution ? `${customer}, ${solution.name}`.slice(0, 200) : undefined,
  }),
  // Who Microsoft writes to on our side: from the directory, asked only where that is incomplete.
  ownContact: contact({
    ...row('ownContact'),
    isQuiet: true,
    known: deal.directoryContact,
    propose: (context) => deal.dealSchemas.ownContact.safeParse(deal.directoryContact(context)).data,
  }),
  // Our people on the deal beside its creator.
  team: list({
    ...row('team'),
    keyOf: team.keyOf,
    labelOf: fullName,
    shown: team.shownMember,
    counting: team.otherMembers,
    addable: ({ facts }) => team.membersOf(facts.colleagues),
    add: team.addToTeam,
    named: team.membersNamed,
    amendBy: team.amendTeam,
    find: team.teamIn,
    none: team.nobodyMore,
    showPartial: (kept, { locale }) => joinList(waitingNames(kept), locale, 'and') || null,
    isOpen: true,
  }),
  // Of the company's own CRM: never asked, can be added in the summary.
  crmId: text({
    ...row('crmId'),
    isQuiet: true,
    isOptional: true,
    take: ({ facts }) => {
      const id = facts.find((fact) => fact.kind === 'number-id' && fact.what === 'crm');
      return id?.kind === 'number-id' ? { kind: 'value', value: id.value, facts: [id] } : null;
    },
    propose: () => '',
  }),
};

/** Who it is with and who works on it are told by themselves. */
const OWN: ReadonlySet<string> = new Set(['recreates', 'later', 'customer', 'team']);

const table: readonly Slot<DealValues, DealFacts>[] = Object.values(slots);

/** "Betta Spa con due t": a name that was mistyped, with a letter or two put right, is the same customer's. */
const isMended = (named: string, before: string): boolean =>
  before.length >= SHORTEST_NAME && editDistance(toPhrase(named), toPhrase(before), 1) <= 1;
const SHORTEST_NAME = 5;

/** "Alfa" and "Alfa Italia", said one after the other: as far as no customer that is known is called so. */
const goesOn = (one: string, other: string): boolean => {
  const [a, b] = [toPhrase(one), toPhrase(other)];
  return a.startsWith(`${b} `) || b.startsWith(`${a} `);
};

export const dealSlots = table.map((each) => (OWN.has(each.name) ? each : orLikeAnother(each, table)));
