import { flatten, toPhrase } from '../../src/language/flat.ts';
import { LOCALES } from '../../src/language/locale.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { helpCodeSchema, marketplaceIntentSchema } from '../../src/referrals/deal.ts';
import type { HelpCode, MarketplaceIntent } from '../../src/referrals/referral.ts';
import type { Slot } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
import { NO_HELP } from './slots-kind.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const UNDECIDED =
  /\b(?:non|not|n't)\b.{0,20}\b(?:decis[oaie]|decided?|so|sappiamo|sa|know|sure)\b|\b(?:boh|forse|maybe|undecided|da decidere)\b/;

/** The kind of help wanted, in plain words for the six codes. */
export const helpCodeSlot: Slot<DealValues, DealFacts, 'helpCode'> = {
  name: 'helpCode',
  words: wordsOf('helpCode'),
  isAskedWhen: ({ values }) => values.kind === 'co-sell',
  ask({ locale }) {
    const texts = dealTexts(locale);
    const choices = helpCodeSchema.options.map((id) => ({ id, ...texts.helpCodes[id] }));
    return { ...texts.helpCode, choices, isClosed: true };
  },
  parse: (_text, { locale }) => ({ kind: 'invalid', text: dealTexts(locale).helpCodeInvalid }),
  choose: (id) => helpCodeSchema.options.find((code) => code === id),
  take: helpIn,
  show: (code, { locale }) => dealTexts(locale).helpCodes[code].label,
  isValid: validBy('helpCode'),
};

/** What may stand between "aiuto" and what it is for: "aiuto per una demo", "help with the architecture". */
const HELP_FOR =
  /\b(?:aiuto|supporto|assistenza|help|support)\b[ :,]*((?:(?:di|da|per|con|su|sulla|sul|sull|nella|nell|la|le|il|lo|una?|un|with|for|on|in|the|a|an|from|microsoft)[ ']+)*)([\p{L}' -]{3,60})/u;

/** "Aiuto demo", "help with licensing": the kind of help that follows the word, where it is one of the list. */
function helpIn(sentence: string): HelpCode | undefined {
  const { text } = flatten(sentence);
  const said = HELP_FOR.exec(text)?.[2];
  if (said === undefined || NO_HELP.test(text)) return undefined;
  const after = `${toPhrase(said)} `;
  const found = helpCodeSchema.options.filter((code) =>
    LOCALES.some((locale) => {
      const { label, words } = dealTexts(locale).helpCodes[code];
      return (
        code !== 'GeneralOrOther' && [label, ...words].some((word) => after.startsWith(`${toPhrase(word)} `))
      );
    }),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Whether the customer means to buy through the commercial marketplace. */
export const marketplaceIntentSlot: Slot<DealValues, DealFacts, 'marketplaceIntent'> = {
  name: 'marketplaceIntent',
  words: wordsOf('marketplaceIntent'),
  ask({ locale }) {
    const texts = dealTexts(locale);
    const choices = marketplaceIntentSchema.options.map((id) => ({ id, ...texts.intents[id] }));
    return { ...texts.intent, choices, isClosed: true };
  },
  parse(text, { locale }) {
    if (UNDECIDED.test(flatten(text).text)) return { kind: 'value', value: 'HaveNotDecided' };
    const yesNo = readYesNo(text, locale);
    if (yesNo !== null) return { kind: 'value', value: yesNo === 'yes' ? 'Yes' : 'No' };
    return { kind: 'invalid', text: dealTexts(locale).intentInvalid };
  },
  choose: (id) => marketplaceIntentSchema.options.find((intent) => intent === id),
  propose: knownIntent,
  show: (intent, { locale }) => dealTexts(locale).intents[intent].label,
  isValid: validBy('marketplaceIntent'),
};

/**
 * A decided intent of the earlier deal stands. An undecided one is worth asking again only for a co-sell deal,
 * and not after a further question about a small value: for a customer we know the conversation stays short.
 */
function knownIntent(context: DealContext): MarketplaceIntent | undefined {
  const earlier = earlierDeal(context);
  if (earlier === null) return undefined;
  const intent = earlier.marketplaceIntent ?? 'HaveNotDecided';
  const isAsked = context.values.kind === 'co-sell' && context.values.smallValue === undefined;
  return intent === 'HaveNotDecided' && isAsked ? undefined : intent;
}
