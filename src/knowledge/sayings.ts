import { TRAITS } from '../language/traits.ts';
import { FACT_LISTS, type FactList } from './fact-words.ts';

/**
 * Whole messages, by what is done on them, in groups of those that are told apart where they are read: within a group
 * a phrase stands once.
 *
 * - `form`: steers an open form. `help` is asked for anywhere.
 * - `talk`: asks nothing about deals. `abilities` asks what the assistant can do, `nature` whether it is a person, a
 *   product or Microsoft, `person` asks for a human.
 * - `language`: asks which languages are spoken, or begins to ask for one ("do you speak …").
 * - `account`, `leave`: signs in and out; `leave` only where no form is open that it would leave.
 * - `watch`: begins and ends what is told while the person isn't asking, asks what that is, ends the weekly list alone
 *   or the hours in which nothing is sent.
 * - `clarify`, `list`, `pass`: none of the meanings that were offered; the rest of a list; on to what comes next.
 * - `overview`: how one's deals stand and what is urgent among them; `previous`: back to the deal shown before.
 * - `rating`: says that the answer shown last is wrong, or none to what was asked.
 * - `askers`: begins a question to the experts, which may follow; asks which of one's own are open, takes one back, and
 *   right after one asks for its answer.
 * - `pointed`: says of the question to the experts, or of one's own data on the screen, that it is to go.
 * - `experts`: where they answer, and in the thread of a question what one of them does with it.
 * - `anew`: begins a wish to make a deal anew; what names the deal may follow.
 * - `whatOf`: asks the same of another deal; its name follows ("e con …").
 */
export const PHRASE_GROUPS = {
  form: ['cancel', 'back', 'skip', 'repeat', 'status', 'restart', 'confirm', 'retry', 'help', 'drafts'],
  talk: ['greeting', 'thanks', 'goodbye', 'abilities', 'nature', 'about-me', 'forget-me', 'person'],
  language: ['which-languages', 'do-you-speak'],
  account: ['sign-in', 'sign-out'],
  leave: ['leave'],
  watch: ['watch-on', 'watch-off', 'notices-list', 'list-off', 'quiet-off'],
  clarify: ['none-of-these'],
  rating: ['wrong-answer'],
  askers: ['ask-expert', 'my-questions', 'take-question-back', 'answered-yet'],
  pointed: ['take-it-back', 'delete-them'],
  experts: [
    'experts-here',
    'experts-not-here',
    'expert-take',
    'expert-hand-back',
    'expert-close',
    'expert-reopen',
  ],
  list: ['more'],
  overview: ['overview', 'any-answers'],
  previous: ['previous-deal'],
  pass: ['go-on'],
  anew: ['recreate'],
  whatOf: ['what-of'],
} as const;

export type PhraseName = (typeof PHRASE_GROUPS)[keyof typeof PHRASE_GROUPS][number];

/**
 * Lists of words and short phrases, in groups again. A star stands for the rest of a word ("sbagliat*"); where phrases
 * are looked for in a sentence (`phraseOf`) they may be patterns as those of whole messages are.
 *
 * - `courtesy`, `greetings`, `thanking` are taken off both ends of a message.
 * - `takingBack`: opens what takes back ("no aspetta"); with `beside-taking-back`, what only stands around it; `impersonal-verbs` open with a word that isn't that ("si può").
 * - `correcting` stands before the value that counts ("80k anzi 90k").
 * - `telling`: what tells a language: `function` words hold sentences together, `frequent` words are others that only
 *   it has, `telling-letters` are typed in it alone, `telling-endings` and `last-letters` end its longer words.
 * - `names`: `given-names`; `name-particles`, small words inside names; `no-names`, which say that there is none.
 * - `synonyms`: everyday words that mean nearly the same whatever is talked about, one group an entry. A word of the
 *   trade belongs into `vocabulary/`. Words with several common meanings are left out, and so are pairs that a question
 *   may turn on (won and lost, create and change).
 * - `kinds`: everyday words by what kind of thing or of doing they name, one kind an entry; its first word is the kind's
 *   name, the same in every language. A word may be of several kinds, and none is a `function` word.
 * - `changing`: how a field of a form is changed: `change-verbs`, `set-verbs` (only of what is a field), `into` the
 *   value; `becomes`, `is-wrong`, `got-wrong` … `amiss`, `is-not` … `but`, `instead-of` the old value; `into` and `replaced-by` stand behind the old one. `leads`,
 *   `wishes`, `articles`, `aside` may stand around; `polite-orders` are orders though they ask, but not what is to be done
 *   `in-due-course`.
 * - `fields`: what can be changed; `no-fields`, `deal-nouns` and `deal-states` can't; behind `any-one` a deal is
 *   none on the screen. `pointers` mean a deal without naming it.
 * - `amending`: how a list is changed. `also` and `joining` words may open it.
 * - `contrasting` turns what was just agreed to ("sì però è Contoso").
 * - `ordering`: what `afterwards` opens is done after what stands before it, and so is an order behind `once-done`; what holds a word of `beforehand` is not;
 *   a word of `purpose`, first, tells what the deed behind it is for ("per chiudere …");
 *   one of `supposing` before a verb in the first person supposes it ("mettiamo chiudo …").
 *   Behind one of `knowing` a supposition is what somebody wants to know ("mi servirebbe sapere se …").
 * - `unknownOrders`: an `indefinite` article, with a pronoun `to-oneself` before it, behind an unknown word orders what
 *   nobody here does; `letters` are written to somebody.
 * - `asking`: what a yes or no would be a reply to (see {@link MODALS}); `negation` turns it around;
 *   `question-words`, after any `before-question`, want something else.
 * - `wishing`: what a wish for a language is made of.
 * - `yesNo`: an answer to a question of yes or no; `mild-yes` before a no only says "I see", and some are a yes
 *   `yes-though-asked` ("perché no?"); `doubtful-yes` makes a yes too unsure for what can't be undone ("sì come no"),
 *   and `firm-yes` one of what it names again or tells to `go-ahead` with ("certo, procedi").
 * - `people`: `titles` and `person-particles` of a name, `beside-names` around one; `name-leads` and `name-trails` around
 *   the name that answers "who", `shrugs` answer nothing; `letter-greetings` stand before whoever is written to,
 *   `contact-cues`, `talk-cues` and `surname-labels`, with `contact-links` between, before a contact.
 * - `customers`: a small-lettered customer ends before `after-customers`; `said-of-deals` tells that a name is one's;
 *   `requests` open a sentence and are no part of a name.
 * - `choosing` and `placing` words stand around a choice from a list, by name and by place; `all-of-them`; what stands
 *   behind `except`, after a word of `denying`, `neither` or `excluding`, or right before one of `refusing`, isn't chosen.
 * - `counted`: after a number it is no amount, but for what is `worth-something` itself ("a 40k deal");
 *   `around-amounts` carry nothing beside one; a number after `before-years` is a year; `limits` and `rates` make an
 *   amount unsure; `mended-currencies` are forgiven a slip.
 * - `traits` tell which deal is meant: what is first or most among them, and how one stands. They are told of `that-one` or
 *   `those`, of `which` one (`which-many`), of `own-deals`, or of what `the` stands before; `days` are counted,
 *   and `beside-traits` may stand around.
 * - `finish-later`, put off, is all of a form and not its question alone ("lo finisco dopo"); what is ordered to
 *   `keep-for-later` is so too, and `leave-form` beside it changes nothing ("salva e chiudi").
 * - `doing` stands for any verb, and names no act.
 * - `confirming`, at the end, asks whether what stands before it is so.
 * - `phone-extension` stands between a phone number and its extension ("int. 5").
 * - `reasons`: `lost-by-…` tells why a deal was lost. `reason-nouns` only name a reason; what stands before
 *   `not-involved` or behind a "not" and a word of `denied-leads` is none ("il prezzo non c'entra"), nor is a noun behind `had-it` ("avevano il budget"), and where
 *   `silent-others` do a `silent-verbs` it isn't the customer who didn't answer; `reason-leads` stand before one
 *   in somebody's own words, `main-reason` before the one that counts; `no-reason` and `another-reason` tell none.
 * - `help`: `help-nouns` with a word of `help-denied` before them want none; what it is for stands behind `help-for`.
 *   `undecided` answers a question of intent.
 * - `notes`: `note-verbs`, `note-links` and `note-nouns` dictate a note, `away` takes it out, what follows `note-leads` is one, and `that`
 *   adds to one. `wish-shorter`, `wish-formal` and `wish-another` say how it should be.
 * - `several`: `deal-links` stand between the customers of several deals, `next-deal` begins another one ("uno da 26k").
 * - `solutions`: `solution-links` stand between the names of a list, `beside-solutions` around one, and
 *   `before-solutions` before a word of `solution-nouns`.
 * - `anybody` names nobody ("aggiungi qualcuno al team").
 * - `beside-ids` may stand around a deal's id that is all of a message; `microsoft-sellers` asks who at Microsoft
 *   looks after a deal.
 * - `dates`: `day-the` makes a bare number a day ("il 30"); `date-the` and `date-of` stand between the words of a day, `by-date` before one, and `or-date` between
 *   two; `date-next`, `date-this`, `date-past` choose among those of a name, `next-year` … `this-month` are phrases
 *   for it behind a day; `part-start`, `part-middle`, `part-end` of a period. `in-length` … `length-before` place a
 *   length of time, with `length-half` a half longer; `shift-later` and `shift-sooner` behind one, or `shifts-later` and
 *   `shifts-sooner` before it (`shifts-by` between), move a day that is known. `date-frames` tell that a day is meant. `fiscal` makes a year Microsoft's; `quarters` and `halves` are
 *   what a number counts ("Q1", "terzo trimestre"); `no-slips` are words one slip away from a date's.
 * - `times`: what makes a number a time of day (`time-at`), the beginning (`time-after`) or the end (`time-before`) of a
 *   stretch of time; behind it `time-am` or `time-pm`.
 * - `notices`: a wish to be told something. `notice-tells` asks for it by itself, `notice-sends` with what is to be sent;
 *   a word of `notice-stops` ends it. It is about `notice-changes` of what we said, `notice-answers` of Microsoft, `notice-deadlines`, `notice-lists` of
 *   deals or any `notice-messages`; `notice-every` stands before a day of the week, and `rather` behind a no that puts another in its place; and `weekly` names none;
 *   `notice-only` turns a stretch of time around. Behind `notice-when` stands what is waited for; `notice-reminds` begins a
 *   reminder, which may be one of something to do. `notice-accepted` and `notice-declined` wait for one answer alone,
 *   `notice-answered` for what is told in any case; `notice-ahead` stands behind a number of days, and `notice-otherwise`
 *   wants a list at other times than once a week.
 * - `askedOfDeals`: asks for one thing of a deal: a fact, how to reach who is on it (`asked-reach`), `which-of-them` one of the people named, whether it may be edited (`asked-editing`), or what to do now;
 *   `asked-there` only whether there is one.
 * - `askedOfPeople`: `asked-person` asks who a colleague is, or what they may do.
 * - `askedMany`, `listing`, `soldBy`: several deals are counted (`count-many`), summed (`total-asked`, of the open ones
 *   `in-pipeline`) or listed; what is sold in them stands behind `sold-by`, what they are worth behind `below-amount` or
 *   `above-amount`. `order-verbs` want them in an order, which one stands behind (`by-value` …). What a period is of:
 *   `expire-verbs`, `close-verbs`, `made-verbs`; behind `before-period` only its end counts. `only-them` may stand around.
 *   Of a list on the screen `first-ones` and `last-ones` mean several, with `list-words` around them.
 * - `copying`: a deal that is to be like another: `copy-verbs` ("duplica"), `like-deal` before whose it is ("come quello
 *   di"), `same-as` where its name follows at once ("come Contoso ma 75k"), `another-same` of the one on the screen; behind
 *   `copy-for` stands what is to be other.
 * - `spelling`: an address said aloud ('gino punto mori chiocciola …').
 * - `aside`: who or what a courtesy is said to (`addressed`: "ragazzi", "mate"), what stands before what it is for
 *   (`courtesy-of`), and words that take back and are an excuse by themselves (`excusing`: "ops").
 * - `denies-nouns` deny a noun behind them and refuse by themselves (English "no"); `looks-at` is what only looks, without a verb of looking; `wait-that` behind a "wait" says
 *   what for; `asks-behind` ask behind a noun, too ("il venditore chi è").
 * - `musts`: what somebody has to do, who is not the assistant; `is-owed` stands before what is to be made ("va aperto"),
 *   `to-do` between a deal and what is to be done with it, where one of `having-to-do` begins ("ho due deal da inserire").
 * - `either`: `between-two` stands before two things that "e" joins, `or-words` part what is asked ("… o è aperto"), and
 *   `or-nothing` may end it ("… o niente"); `certain` is no yes before "che" ("sicuro che sia Verona?").
 * - `tellMe`: `asks-to-be-told`, with `before-telling` before it, is done after a yes ("sì, e dimmi anche …").
 * - `unable`: orders of a deal that is there what can't be done; `besideUnable` may be named with it.
 * - `sending`: says yes to something that is to be sent, or orders to close (`closing-verbs`). `notice-about` stands before whose deal it is, `notice-aside` anywhere.
 */
export const LIST_GROUPS = {
  courtesy: ['courtesy', 'greetings', 'thanking'],
  takingBack: ['taking-back', 'beside-taking-back', 'impersonal-verbs'],
  correcting: ['correcting'],
  telling: ['function', 'frequent'],
  lettersTyped: ['telling-letters'],
  endings: ['telling-endings', 'last-letters'],
  names: ['given-names', 'no-names'],
  particles: ['name-particles'],
  synonyms: ['synonyms'],
  kinds: ['kinds'],
  inDueCourse: ['in-due-course'],
  changing: ['change-verbs', 'set-verbs'],
  around: ['wishes', 'articles', 'aside'],
  leads: ['leads'],
  polite: ['polite-orders'],
  becoming: ['into', 'replaced-by', 'becomes', 'is-wrong', 'got-wrong', 'is-not', 'instead-of'],
  beside: ['amiss', 'but'],
  fields: ['fields', 'no-fields', 'deal-nouns', 'deal-states'],
  pointers: ['pointers'],
  amending: ['add-verbs', 'remove-verbs'],
  also: ['also'],
  joining: ['joining'],
  ordering: ['afterwards', 'once-done', 'beforehand'],
  unknownOrders: ['indefinite', 'to-oneself', 'letters'],
  purpose: ['purpose'],
  supposing: ['supposing', 'knowing'],
  elsewhere: ['being-at', 'being-away'],
  contrasting: ['contrasting'],
  asking: ['may', 'must', 'should', 'negation'],
  questions: ['question-words'],
  beforeQuestion: ['before-question'],
  wishing: ['talking', 'writing', 'ability', 'again', 'wish-not', 'wish-also'],
  besideWish: ['beside-wish', 'wish-because'],
  into: ['into-language'],
  yesNo: ['yes', 'no', 'beside-yes-no'],
  mildYes: ['mild-yes', 'yes-though-asked', 'doubtful-yes'],
  firmYes: ['firm-yes', 'go-ahead'],
  againClose: ['again-close'],
  againCreate: ['again-create'],
  againErase: ['again-erase'],
  againDiscard: ['again-discard'],
  againSend: ['again-send'],
  aroundAgain: ['around-again'],
  anyOne: ['any-one'],
  people: ['titles', 'person-particles'],
  besideNames: ['beside-names'],
  nameLeads: ['name-leads'],
  nameTrails: ['name-trails'],
  shrugs: ['shrugs'],
  letters: ['letter-greetings'],
  contacts: ['contact-cues', 'talk-cues', 'surname-labels'],
  links: ['contact-links'],
  customers: ['after-customers'],
  ofDeals: ['said-of-deals'],
  requests: ['requests'],
  choosing: ['choosing'],
  all: ['all-of-them'],
  except: ['except'],
  denying: ['denying', 'neither', 'excluding'],
  denyingNouns: ['denies-nouns'],
  aside: ['addressed', 'courtesy-of', 'excusing'],
  waitingThat: ['wait-that', 'asks-behind'],
  looking: ['looks-at'],
  either: ['between-two', 'or-words', 'or-nothing', 'certain'],
  musts: ['musts', 'is-owed', 'to-do', 'having-to-do'],
  tellMe: ['asks-to-be-told', 'before-telling'],
  refusing: ['refusing'],
  placing: ['placing'],
  counted: ['counted'],
  worth: ['worth-something'],
  aroundAmounts: ['around-amounts'],
  beforeYears: ['before-years'],
  unsure: ['limits', 'rates'],
  currencies: ['mended-currencies'],
  phones: ['phone-extension'],
  traits: TRAITS,
  ones: ['that-one', 'those', 'which', 'which-many', 'own-deals', 'the'],
  dealsMany: ['deals-nouns'],
  days: ['days'],
  besideTraits: ['beside-traits'],
  confirming: ['confirming'],
  doing: ['doing'],
  reasons: [
    'lost-by-other-vendor',
    'lost-by-budget',
    'lost-by-no-answer',
    'lost-by-price',
    'lost-by-requirement',
    'lost-by-timeline',
    'lost-by-not-customer',
    'lost-by-abuse',
    'lost-by-other',
  ],
  reasonNouns: ['reason-nouns'],
  notInvolved: ['not-involved', 'had-it'],
  silent: ['silent-others', 'silent-verbs'],
  deniedLeads: ['denied-leads'],
  toldReasons: ['reason-leads', 'no-reason', 'another-reason', 'main-reason'],
  help: ['help-nouns', 'help-denied'],
  helpFor: ['help-for'],
  undecided: ['undecided'],
  notes: ['note-verbs', 'note-nouns', 'that'],
  noteLeads: ['note-leads'],
  noteLinks: ['note-links'],
  away: ['away'],
  finishLater: ['finish-later', 'keep-for-later', 'leave-form'],
  dateOf: ['date-of'],
  dateThe: ['date-the'],
  dayThe: ['day-the'],
  byDate: ['by-date', 'by-period'],
  orDate: ['or-date'],
  whichDate: ['date-next', 'date-coming', 'date-this', 'date-past'],
  datePhrases: ['next-year', 'next-month', 'next-week', 'this-month', 'in-two-weeks'],
  dateParts: ['part-start', 'part-middle', 'part-end'],
  lengths: ['length-later', 'length-ago', 'length-after', 'length-before', 'length-half', 'length-more'],
  inLength: ['in-length'],
  shifts: ['shift-later', 'shift-sooner', 'shifts-later', 'shifts-sooner'],
  shiftsBy: ['shifts-by', 'after-shifts'],
  beforeDate: ['before-date'],
  fiscal: ['fiscal', 'fiscal-years'],
  otherYears: ['other-years'],
  periods: ['quarters', 'halves', 'quarter-signs'],
  dateFrames: ['date-frames'],
  betweenDates: ['between-dates'],
  unitEnd: ['unit-end'],
  spelling: ['said-at', 'said-dot', 'said-hyphen', 'said-underscore'],
  weekends: ['weekends'],
  weeks: ['weeks'],
  noSlips: ['no-slips'],
  dealLinks: ['deal-links'],
  nextDeal: ['next-deal'],
  solutionLinks: ['solution-links'],
  besideSolutions: ['beside-solutions'],
  solutions: ['solution-nouns'],
  beforeSolutions: ['before-solutions'],
  anybody: ['anybody'],
  besideIds: ['beside-ids'],
  sellers: ['microsoft-sellers'],
  noteWishes: ['wish-shorter', 'wish-formal', 'wish-another'],
  times: ['time-after', 'time-before', 'time-at'],
  dayHalves: ['time-am', 'time-pm'],
  notices: ['notice-tells', 'notice-sends', 'notice-stops', 'notice-only', 'notice-but'],
  askedOfDeals: [
    'asked-value',
    'asked-closing',
    'asked-solution',
    'asked-contact',
    'asked-created',
    'asked-closed',
    'asked-answered',
    'asked-address',
    'asked-kind',
    'asked-there',
    'asked-seller',
    'asked-reach',
    'asked-editing',
    'which-of-them',
    'asked-next',
  ],
  askedOfPeople: ['asked-person'],
  askedMany: ['count-many'],
  listing: ['list-verbs', 'total-asked', 'in-pipeline'],
  soldBy: ['sold-by'],
  amounts: ['below-amount', 'above-amount'],
  ordered: ['order-verbs'],
  orders: ['by-value', 'by-closing', 'by-deadline', 'by-created', 'by-customer'],
  beforePeriod: ['before-period'],
  onlyThem: ['only-them'],
  someOfList: ['first-ones', 'last-ones', 'list-words'],
  dealVerbs: ['expire-verbs', 'close-verbs', 'made-verbs'],
  copying: ['copy-verbs', 'like-deal', 'same-as', 'another-same', 'another-for-them'],
  copyFor: ['copy-for'],
  unable: ['deleting-verbs', 'reopening-verbs', 'withdrawing-verbs', 'responding-verbs', 'moving-verbs'],
  besideUnable: ['shares-of-deals', 'lists-of-deals'],
  sending: ['send-verbs', 'closing-verbs'],
  noticeWhen: ['notice-when'],
  noticeReminds: ['notice-reminds'],
  noticeLimits: ['notice-accepted', 'notice-declined', 'notice-answered', 'notice-ahead', 'notice-otherwise'],
  noticeTopics: [
    'notice-changes',
    'notice-answers',
    'notice-deadlines',
    'notice-lists',
    'notice-messages',
    'weekly',
  ],
  noticeEvery: ['notice-every', 'rather'],
  noticeAbout: ['notice-about'],
  noticeAside: ['notice-aside'],
} as const;

export type ListName = (typeof LIST_GROUPS)[keyof typeof LIST_GROUPS][number] | FactList;

/** All lists, in the order in which what is lacking is named. */
export const LIST_NAMES: readonly ListName[] = [
  ...Object.values(LIST_GROUPS).flat(),
  ...(Object.keys(FACT_LISTS) as FactList[]),
];

/** A language may have none of these: English has no letter of its own, Italian says "fine anno" and no "year end". */
export const MAY_LACK: readonly ListName[] = [
  'telling-letters',
  'which-many',
  'unit-end',
  'telling-amounts',
  'bare-thousand',
  'of-rate-nouns',
  'object-endings',
  'refers-back',
  'elided',
  'contracted',
  'streets',
  'streets-behind',
  'street-winds',
  'streets-or-words',
  'streets-or-words-behind',
  'plain-streets',
  'articles-or-pronouns',
  'of-text-endings',
  'noun-ones',
  'asking-nouns',
  'last-made',
  'these-deals',
  'of-ours',
  'deals-further-on',
  'denies-nouns',
  'wait-that',
  'asks-behind',
  'musts',
  'is-owed',
  'to-do',
  'having-to-do',
  'between-two',
  'or-words',
  'or-nothing',
  'certain',
  'impersonal-verbs',
];

/**
 * Words that stand for something: `languages` for a locale (`inglese: en`), `numbers` up to a hundred, `multipliers`
 * ("mila"), `short-multipliers` for one or two ("m", right behind a number), `places` in a list (the last is -1), `currencies` for a code of ISO 4217, `qualified-currencies` too ("doll*
 * canad*"), `countries` for a code of ISO 3166, where `Intl` (CLDR) hasn't the name. `units` of time; `counts` of them
 * that are no number ("un paio di"); `near-days`, counted from today; `holidays`, as month and day or from Easter ("easter+1"); `short-months`,
 * `short-weekdays` (Monday is 1) and `month-days` as they are said, `years` in words; `day-times`, hours with a name.
 * `rate-units` and `rate-adjectives` tell how often a payment comes, `other` where at no time that is read; `term-units`
 * what a number of them lasts (`payment` counts the payments themselves), `terms` how many months a word lasts.
 * `opens-names` are words that a customer's name follows, by how strongly they say so, from 0 to 3.
 */
export const TABLES = [
  'languages',
  'numbers',
  'multipliers',
  'short-multipliers',
  'places',
  'currencies',
  'qualified-currencies',
  'countries',
  'units',
  'counts',
  'near-days',
  'holidays',
  'short-months',
  'short-weekdays',
  'month-days',
  'years',
  'day-times',
  'rate-units',
  'rate-adjectives',
  'term-units',
  'terms',
  'opens-names',
] as const;

export type TableName = (typeof TABLES)[number];

/** What people say in one language beside what its clauses do. */
export interface Sayings {
  /** `(a|b)` is one of them, `[a]` may be missing, `[a]*` may come again, `#` is a number, `_` is any word. */
  readonly phrases: Readonly<Record<PhraseName, readonly string[]>>;
  readonly lists: Readonly<Record<ListName, readonly string[]>>;
  readonly tables: Readonly<Record<TableName, Readonly<Record<string, string | number>>>>;
}

/**
 * What a yes or no would be a reply to: leave or ability ("posso …?"), need ("devo …?"), advice ("conviene …?"), or
 * a plain fact ("vale anche …?"). "No" to one of them may be "yes" to another.
 */
export const MODALS = ['may', 'must', 'should', 'is'] as const;

export type Modal = (typeof MODALS)[number];
