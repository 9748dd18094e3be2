import { flatten, toPhrase } from '../../src/language/flat.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { dealKindSchema } from '../../src/referrals/deal.ts';
import type { DealKind } from '../../src/referrals/referral.ts';
import type { Choice, Slot } from '../engine/slot.ts';
import { isReady } from './solutions.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

/** Kinds as they are said in a sentence, in both languages. */
const SAID: readonly (readonly [DealKind, RegExp])[] = [
  [
    'co-sell',
    /\bco-?\s?sell(?:ing)?\b(?! ready)|\b(?:con|with) (?:l')?(?:aiuto di )?microsoft(?:'s help)?\b/,
  ],
  ['shared', /\bcondivis[oa]\b|\bshared\b|\bpartner-led\b/],
  ['private', /\bprivat[oae]\b|\bprivate\b/],
];

/** Opens a sentence that settles the kind at any question: "rimetti co-sell", "make it private". */
const STATED =
  /^(?:ri?mett(?:i|ilo|ila|iamo|iamolo)|mett(?:ilo|iamolo)|fa(?:llo|cciamolo|mmelo)|rendi(?:lo|amolo)|lo (?:voglio|vorrei|facciamo|rendiamo)|(?:che )?sia|resta|(?:il deal |la trattativa )?(?:e|deve essere|diventa)|torn(?:a|iamo) (?:a|al|in)|passa(?:lo)? (?:a|al|in)|make (?:it|this|that)|set it|turn it|switch|(?:go )?back to|let's (?:make|go)|i want it|it's|it is|it should be|the deal is)\b/;

/** Says that no help from Microsoft is wanted; matched against flat text. */
export const NO_HELP =
  /\b(?:niente|nessun|senza|no|without|don't need|don't want|do not need|non (?:mi |ci )?serve|non voglio)\b[^,.;]{0,25}\b(?:aiuto|help|assistenza|supporto|support)\b/;

/** Co-sell, shared or private. A kind that needs a ready solution lets go of one that isn't ready. */
export const kindSlot: Slot<DealValues, DealFacts, 'kind'> = {
  name: 'kind',
  words: wordsOf('kind'),
  ask(context) {
    const texts = dealTexts(context.locale);
    const asking = context.values.help === 'none' ? texts.kindWithoutHelp : texts.kind;
    return { ...asking, choices: kindChoices(context), isClosed: true };
  },
  parse(text, { locale, values }) {
    // Without Microsoft's help the question is whether its sellers may see the deal.
    const yesNo = values.help === 'none' ? readYesNo(text, locale) : null;
    if (yesNo !== null) return { kind: 'value', value: yesNo === 'yes' ? 'shared' : 'private' };
    return { kind: 'invalid', text: dealTexts(locale).kindInvalid };
  },
  choose: (id) => dealKindSchema.options.find((kind) => kind === id),
  statedBy: STATED,
  // No customer and no town is called that.
  claims: (text) => SAID.some(([, pattern]) => pattern.exec(toPhrase(text))?.[0] === toPhrase(text)),
  take: (sentence) => {
    const flat = flatten(sentence).text;
    if (NO_HELP.test(flat)) return undefined;
    const said = SAID.filter(([, pattern]) => pattern.test(flat));
    return said.length === 1 ? said[0]?.[0] : undefined;
  },
  show: (kind, { locale }) => dealTexts(locale).kinds[kind].label,
  effects: (kind, { values, facts }) => {
    const mayStay = kind === 'private' || values.solution === undefined || isReady(values.solution.id, facts);
    return {
      smallValue: null,
      ...(kind === 'co-sell' ? { help: null } : {}),
      ...(mayStay ? {} : { solution: null }),
    };
  },
  isValid: validBy('kind'),
};

/** "No help from Microsoft", said before the kind is settled: leaves shared or private open. Never asked. */
export const helpSlot: Slot<DealValues, DealFacts, 'help'> = {
  name: 'help',
  words: wordsOf('help'),
  isAskedWhen: () => false,
  ask: ({ locale }) => ({ ...dealTexts(locale).kindWithoutHelp }),
  parse: (_text, { locale }) => ({ kind: 'invalid', text: dealTexts(locale).kindInvalid }),
  take: (sentence) => (NO_HELP.test(flatten(sentence).text) ? 'none' : undefined),
  show: (_help, { locale }) => dealTexts(locale).helpNone,
  effects: (_help, { values }) => (values.kind === 'co-sell' ? { kind: null, helpCode: null } : {}),
  isValid: validBy('help'),
};

/** The deal that this one recreates; set at the start, never asked or shown. */
export const recreatesSlot: Slot<DealValues, DealFacts, 'recreates'> = {
  name: 'recreates',
  words: wordsOf('recreates'),
  isAskedWhen: () => false,
  ask: ({ locale }) => ({ ...dealTexts(locale).kind }),
  parse: (_text, { locale }) => ({ kind: 'invalid', text: dealTexts(locale).kindInvalid }),
  show: () => null,
  isValid: validBy('recreates'),
};

function kindChoices({ locale, values }: DealContext): readonly Choice[] {
  const { kinds } = dealTexts(locale);
  const open =
    values.help === 'none'
      ? dealKindSchema.options.filter((kind) => kind !== 'co-sell')
      : dealKindSchema.options;
  return open.map((id) => ({ id, ...kinds[id] }));
}
