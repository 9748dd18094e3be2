import { doersIn } from '../../src/matching/aspects.ts';
import * as naming from '../../dialogs/deals/naming.ts';
import * as described from '../../dialogs/deals/described.ts';
import * as search from '../../dialogs/deals/search.ts';
import * as colleagues from '../../dialogs/create-deal/colleagues.ts';
import * as named from '../../dialogs/create-deal/solutions-named.ts';
import { isWaiting } from '../../dialogs/create-deal/team-waiting.ts';
import { pickChoice } from '../../dialogs/engine/answer.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { readChoice, readName } from '../../src/language/choice.ts';
import { stripCourtesy } from '../../src/language/courtesy.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { flattenDates } from '../../src/language/dates/scan.ts';
import { readOrdinals } from '../../src/language/dates/ordinals.ts';
import { readBytes } from '../../src/documents/import/read-file.ts';
import { afterPhrase, readPhrase } from '../../src/language/phrases.ts';
import { rankBySpelling } from '../../src/lookup/fuzzy.ts';
import { findNames, lookUp, sameNamed } from '../../src/lookup/names.ts';
import { readMessage } from '../../src/reading/message.ts';
import { dealsAsked } from '../../src/reading/deals/asked.ts';
import { asksThere, factAsked } from '../../src/reading/fact-asked.ts';
import { personAsked } from '../../src/reading/person-asked.ts';
import { readNoticeWish } from '../../src/reading/notices/read-wish.ts';
import { readPlain } from '../../src/reading/plain.ts';
import { findFacts } from '../../src/reading/facts/find.ts';
import { learnOnce } from '../learned.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { readAs } from '../reading/words-reader.ts';
import { NOW, referral } from '../referrals/deals.ts';

/** What reads a text that somebody typed. */
export type Reader = (text: string) => unknown;

const TODAY = '2026-11-24';
/** Each makes other finders look at the whole message. */
const ASKED = ['customer', 'address'] as const;
const MANY = 200;

const CUSTOMERS = Array.from({ length: MANY }, (_, at) =>
  at % 4 === 0 ? `Contoso Ramo${String(at)}` : `Lagunare${String(at)} Logistica`,
);
const DEALS = CUSTOMERS.map((name, at) =>
  referral({ id: `d${String(at)}`, name: `Deal ${String(at)}`, customer: { ...referral().customer, name } }),
);
const SCOPE = { locale: 'it', now: NOW, timeZone: 'Europe/Rome' } as const;
const SOLUTIONS = ['WMS', 'Analytics', 'Edge', 'Pharma'].map((name, at) => ({
  id: `SOL-1000${String(at)}-QRT`,
  name: `Aurelia ${name}`,
  isPublished: true,
  isCoSellReady: at % 2 === 0,
  isIncentiveEligible: false,
  source: 'sample' as const,
}));
const PEOPLE = Array.from({ length: MANY }, (_, at) => ({
  ...sara,
  firstName: `Nome${String(at)}`,
  lastName: `Cognome${String(at)}`,
  email: `n${String(at)}@x.example`,
}));
const FACTS = { person: sara, deals: DEALS, solutions: SOLUTIONS, colleagues: PEOPLE };
const CHOICES = CUSTOMERS.slice(0, 12).map((label, at) => ({ id: String(at), label }));

const DOERS = {
  it: { aspects: { doer: { customer: ['cliente puo', 'cliente ved*'] } }, decisive: [] },
};

/** Readers that look at more than a text, a language and a day; by the file that exports them and their name. */
const WITH_MORE: Readonly<Record<string, Reader>> = {
  'src/language/choice#readChoice': (text) => readChoice(text, CHOICES),
  'src/language/choice#readName': (text) => readName(text, CHOICES),
  'src/language/yes-no#readYesNo': (text) => readYesNo(text),
  'src/language/courtesy#stripCourtesy': (text) => stripCourtesy(text),
  'src/language/dates/ordinals#readOrdinals': (text) => readOrdinals(text, CHOICES.length),
  'src/language/phrases#readPhrase': (text) =>
    readPhrase(text, 'status', 'person', 'which-languages', 'cancel'),
  'src/language/phrases#afterPhrase': (text) => afterPhrase(text, 'recreate'),
  'src/language/dates/scan#flattenDates': (text) => flattenDates(text, true),
  'src/matching/aspects#doersIn': (text) => doersIn(text, DOERS, 'it'),
  'src/lookup/fuzzy#rankBySpelling': (text) =>
    rankBySpelling(
      text.slice(0, 32),
      CUSTOMERS.map((key, index) => ({ key, index })),
    ),
  'src/lookup/names#lookUp': (text) => lookUp(text, CUSTOMERS, (name) => name),
  'src/lookup/names#sameNamed': (text) => sameNamed(text, CUSTOMERS, (name) => name),
  'src/lookup/names#findNames': (text) => findNames(text, CUSTOMERS, (name) => name),
  'src/lookup/names-in-sentence#findNames': (text) => findNames(text, CUSTOMERS, (name) => name),
  'src/reading/message#readMessage': (text) => [
    readMessage({ text, textFormat: 'plain' }),
    readMessage({ text, textFormat: 'html' }),
  ],
  'src/reading/plain#readPlain': (text) => readPlain(text, ['@Assistente']),
  'src/reading/facts/find#findFacts': (text) =>
    ASKED.map((asked) => findFacts(text, { locale: 'it', today: TODAY, asked, known: CUSTOMERS })),
  'src/reading/notices/read-wish#readNoticeWish': (text) => readNoticeWish(readOnce(text)),
  'src/reading/fact-asked#factAsked': (text) => factAsked(readOnce(text)),
  'src/reading/person-asked#personAsked': (text) => personAsked(readOnce(text)),
  'src/reading/fact-asked#asksThere': (text) => asksThere(readOnce(text)),
  'src/reading/deals/asked#dealsAsked': (text) => dealsAsked(readOnce(text)),
  'dialogs/deals/naming#bareDeal': (text) => naming.bareDeal(text, CUSTOMERS, true),
  'dialogs/deals/naming#asksForSeller': (text) => naming.asksForSeller(text, CUSTOMERS),
  'dialogs/deals/search#readDeal': (text) => search.readDeal(text, DEALS, SCOPE),
  'dialogs/deals/search#searchDeals': (text) => search.searchDeals(text, DEALS, SCOPE),
  'dialogs/deals/search#isDealName': (text) => search.isDealName(text, DEALS),
  'dialogs/deals/described#dealsInTown': (text) => described.dealsInTown(text, DEALS),
  'dialogs/deals/search#nearestDeals': (text) => search.nearestDeals(text, DEALS),
  'dialogs/engine/answer#pickChoice': (text) => pickChoice(text, CHOICES),
  'dialogs/create-deal/colleagues#colleaguesInTeamOf': (text) => colleagues.colleaguesInTeamOf(text, FACTS),
  'dialogs/create-deal/colleagues#whoIs': (text) => colleagues.whoIs(text, FACTS),
  'dialogs/create-deal/solutions-named#placesOfSolutions': (text) => named.placesOfSolutions(text, FACTS),
  'dialogs/create-deal/solutions-named#solutionsNamed': (text) => named.solutionsNamed(text, FACTS),
  'dialogs/create-deal/team-waiting#isWaiting': (text) => isWaiting(text, { names: ['Anna Verdi'] }),
};

/** Exports that look like readers and get no message to read, with what they get. */
const NO_READERS: Readonly<Record<string, string>> = {
  'src/reading/contents#asks': 'clauses that were read',
  'src/lookup/person-names#isCalled': 'a name of the directory, and the few words that may be one',
  'src/lookup/person-names#isNamedIn': 'a name of the directory, and the set of words that foldedWords cut',
  'src/reading/contents#tells': 'facts that were read',
  'src/language/denied#without': 'a text and the places in it to leave out',
  'src/reading/described#withoutTraits': 'words that foldedWords cut; describedIn reads through it',
  'src/language/money/amounts#findAmounts': 'what tokenizeMoney cut up; findMoney reads through it',
  'src/language/money/amounts#readCurrencyAt': 'the same',
  'src/language/money/quantities#readQuantity': 'the same',
  'src/language/dates/scan#findDateHits': 'what flattenDates made; findSaidDays reads through it',
  'src/language/dates/scan#wordsBefore': 'a place in a text, of which it takes eighty letters',
  'src/language/money/currencies#qualifyCurrency': 'one word and the next',
  'src/language/dates/rule#rule': 'the source of a pattern',
  'src/language/dates/words#filled': 'the source of a rule',
  'src/language/dates/words#monthOf': 'what a date rule found',
  'src/language/dates/words#weekdayNumberOf': 'what a date rule found',
  'src/language/dates/words#dayNumberOf': 'what a date rule found',
  'src/language/dates/words#yearOf': 'what a date rule found',
  'src/language/ends#withoutEnd': 'a text and the characters to drop; every reader that cuts goes through it',
  'src/language/function-words#contentWords': 'the words of a text that was cut up',
  'src/language/function-words#nameNothing': 'the words of a text that was cut up',
  'src/language/dates/rules/relative#readOffset': 'the eighty letters before a day',
  'src/language/remembered#remembered': 'a reader',
  'src/reading/focus#pointsAtIt': 'a reading',
  'src/reading/focus#namesThing': 'a reading',
  'src/reading/focus#goesOn': 'a reading',
  'src/reading/focus#asksTimeLeft': 'a reading',
  'src/reading/focus#asksWhyAlone': 'a reading',
  'src/reading/elsewhere#asElsewhere':
    'a text with its clauses and facts; the reader of messages reads through it',
  'src/reading/labelled#labelledText': 'a text with its facts; the reader of messages reads through it',
  'src/reading/quoted-orders#withoutQuoted': 'clauses of a text; the reader of messages reads through it',
  'src/reading/labelled#listLabelledTexts': 'the same',
  'src/reading/places#nounSaid': 'a reading; pointedAt reads through it',
  'src/reading/wire#readWire': 'an activity; readMessage reads through it',
  'src/matching/first-request#matchFirst':
    'a message, with what only an answerer has: read through createAnswerer',
  'src/reading/focus#supposesOfIt': 'a reading',
  'src/matching/training#keyOf': 'the words that readUtterance made',
  'src/matching/names-in-examples#findNames': 'the entries of the knowledge base',
  'src/matching/names-in-examples#findBeside': 'the entries of the knowledge base',
  'src/matching/rivals#findRivals': 'the examples of the knowledge base',
  'src/matching/examples#readExamples': 'the examples of the knowledge base',
  'src/matching/utterance-words#readUtterance':
    'a message, with what only an answerer has: read through createAnswerer',
  'src/matching/utterance-words#mendWords': 'the words that readUtterance made',
  'src/matching/features#collectFeatures': 'the words that readUtterance made',
  'src/matching/features#addWords': 'the same',
  'src/matching/features#addCharacters': 'one word of them',
  'src/matching/features#addPairs': 'the same',
  'src/matching/feature-names#nameFeatures': 'the words that readUtterance made',
  'src/matching/purpose#weighPurpose': 'the words that readUtterance made',
  'src/matching/strangeness#strangeness': 'the words that readUtterance made',
  'dialogs/deals/replies#notFoundReply': 'what is shown',
};

/** What findFacts and a reading's reader read through: it gets a message that was looked at, or a piece of one. */
const PART_OF_FINDING =
  /^src\/reading\/(?:facts\/(?!find#)|(?:acts|another-order|asking|clausal|piece|holding-back|leads|openings|ordering|telling|told-parts|planning|going-on|joints|complaining|turning-back|whole-act|governed|clauses|fold|guesses|reader|words\/(?:heard-words|items|lexicon|verbs))#)/;

/** What reads whole files, or a question with what only a search has: both are read by their doors, below. */
const OF_DOCUMENTS = /^src\/documents\/(?:import|search)\/|^src\/documents\/(?:load#|block-file#)/;

/** What dialogs read a turn with: it gets a message with its reading and an open form, and is measured in whole turns. */
const OF_A_TURN = /^dialogs\/(?:create-deal|close-deal|engine|kinds)\//;
/** What is made of the words of a language, and of no message. */
const OF_CONTENT = /^src\/language\/said#/;

const READER_NAME =
  /^(?:read|find|looksLike|looks|asks|wants|detect|tells|opens|points|strip|split|without|after|search|lookUp|nearest|bare)(?![a-z])/;
const TEXT_PARAMETER =
  /^(?:text|utterance|sentence|typed|phrase|name|source|words?|raw|folded|what|part|said|given)$/;

/** Whether an export reads a text, by its own name or by what it calls the first thing it is given. */
export function looksLikeReader(name: string, value: unknown): boolean {
  if (typeof value !== 'function' || /^class\b/.test(String(value))) return false;
  const first = /^(?:async )?(?:function )?\w*\s*\(?\s*(?:\.\.\.)?(\w*)/.exec(String(value))?.[1] ?? '';
  return READER_NAME.test(name) || TEXT_PARAMETER.test(first);
}

/** What reads `file#name`, null where it is named as no reader. Most readers look at a text, a language and a day. */
export function readerOf(key: string, value: unknown): Reader | null {
  if (key in NO_READERS || PART_OF_FINDING.test(key) || OF_CONTENT.test(key) || OF_DOCUMENTS.test(key))
    return null;
  const call = value as (text: string, locale: string, today: string) => unknown;
  if (OF_A_TURN.test(key)) return WITH_MORE[key] ?? null;
  return WITH_MORE[key] ?? ((text) => call(text, 'it', TODAY));
}

/** Names in the tables above that no module exports. */
export function namesBeside(keys: ReadonlySet<string>): string[] {
  return [...Object.keys(WITH_MORE), ...Object.keys(NO_READERS)].filter((key) => !keys.has(key));
}

/**
 * What a text without its last word reads as, read once for all that look at a reading: reading itself is measured by
 * `readWhole`. The text is the one given, so that nothing is remembered of it.
 */
function readOnce(text: string): Reading {
  const base = text.slice(0, text.lastIndexOf(' '));
  const known = readings.get(base) ?? readAs(base, { today: TODAY, asked: null, known: CUSTOMERS });
  readings.set(base, known);
  return { ...known, text };
}
const readings = new Map<string, Reading>();

/** The reader of whole messages with the words that ship, outside a form and in one; `findFacts` for two more, whose answers are looked for in ways of their own. */
export const readWhole: Reader = (text) =>
  [null, 'contact'].map((asked) => readAs(text, { today: TODAY, asked, known: CUSTOMERS }));

/** Files of each kind that is text, by the door through which all are read; what can't be read is told, and throws nothing. */
export const FILE_READERS: ReadonlyMap<string, Reader> = new Map(
  ['.md', '.html', '.csv'].map((extension) => [
    extension,
    (text) => readBytes(extension, Buffer.from(text), { path: `a${extension}`, base: null }, () => null),
  ]),
);

/** The matching engine over the knowledge that ships, which no exported function reads with. */
export async function openMatcher(): Promise<Reader> {
  const { answerer } = await learnOnce();
  return (text) => answerer.match(text, { locale: 'it', knownNames: CUSTOMERS });
}
