import type { Sayings } from './sayings.ts';

/**
 * What a word or phrase means to whoever says it, apart from the language. A phrase has one meaning; what a clause
 * does is told by the meanings that stand in it, their order, and the forms of its verbs.
 *
 * Some are a whole answer by themselves: `agree`, `agree-mildly` (praise, which agrees where something is asked), `acknowledge` (the same of "capito"),
 * `refuse`, the same with `-alone` where other words beside it change it ("si" and "si chiude"), `cancel`, `put-off`, `wait`, `unsure`, `greet`, `thank`, `excuse`, `sign-off`
 * (the end of a letter), `complain`, `pause` (a filler word).
 * `take-back` opens a correction, and `instead` stands before what is taken back ("90k invece di 80k"). The others govern the clause they stand in: `ask`, `ask-first` (asks
 * only where it comes first: "che", "is"), `when`, `tell` ("dimmi"), `may` ("posso"),
 * `request` ("puoi"), `wish` ("vorrei"), `doubt`, `suppose`, `negate`, `plan`, `almost` (before what has not
 * happened yet: "quasi vinto"), `later`, `earlier`, `report`,
 * `around-deed` (before a deed that is not done here: "prima di chiudere", "without closing"),
 * `have-own` and `have-others` (auxiliaries), `own` ("io", "we"), `new` and `deal` ("nuovo deal"), `other-draft`
 * (how a text should be), `field` (what can be filled in). `judge` ("troppo _") complains of a text. `order` is
 * an order that is no single verb ("dai un'occhiata"). `beside` stands beside a whole answer without changing it
 * ("mi sembra", "davvero"). `polite`, `join` and `contrast` carry nothing.
 */
export const MEANINGS = [
  'agree',
  'agree-alone',
  'agree-mildly',
  'acknowledge',
  'refuse',
  'refuse-alone',
  'cancel',
  'put-off',
  'wait',
  'take-back',
  'instead',
  'around-deed',
  'unsure',
  'pause',
  'polite',
  'greet',
  'thank',
  'excuse',
  'sign-off',
  'complain',
  'judge',
  'beside',
  'order',
  'ask',
  'ask-first',
  'when',
  'tell',
  'may',
  'request',
  'wish',
  'doubt',
  'suppose',
  'negate',
  'plan',
  'almost',
  'later',
  'earlier',
  'report',
  'have-own',
  'have-others',
  'own',
  'be',
  'new',
  'deal',
  'other-draft',
  'field',
  'join',
  'contrast',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/**
 * What the form of a verb says: `imperative` (controlla), `you` (controlli), `we` (controlliamo), `i` (controllo),
 * `infinitive`, `would-you` (controlleresti), `future-own` (controllerò), `future` (controllerà), `past` (controllato), `third` (controlla, chiude),
 * `gerund` (checking).
 */
export const VERB_FORMS = [
  'imperative',
  'you',
  'we',
  'i',
  'infinitive',
  'would-you',
  'future-own',
  'future',
  'past',
  'third',
  'gerund',
] as const;

export type VerbForm = (typeof VERB_FORMS)[number];

/** Endings, or whole forms of an irregular verb, by what they say. */
export type VerbForms = Readonly<Partial<Record<VerbForm, readonly string[]>>>;

/** `look` takes an indirect question ("controlla se …"), `put` takes a value ("metti 80k"), `do` is any other order. */
export type VerbKind = 'look' | 'put' | 'do';

/** How the verbs with this ending of their listed form are inflected. */
export interface Conjugation {
  readonly ending: string;
  readonly forms: VerbForms;
  /** What stands between stem and endings that begin with a letter: before e, an h (cerc-h-erò). */
  readonly before: Readonly<Record<string, string>>;
}

/**
 * What a short message wants of what is on the screen: `why` a deal stands as it does, how much time is `left`, `who`
 * at Microsoft looks after it, the `other` one of two, to have it `anew`, or `this` thing itself ("dimmi di questo").
 */
export const FOLLOW_UPS = ['why', 'left', 'who', 'other', 'anew', 'this', 'resume', 'show'] as const;

export type FollowUp = (typeof FOLLOW_UPS)[number];

/**
 * What a clause does.
 *
 * - `order`: do it now ("controlla Fabrikam", "mi crei un deal?")
 * - `statement`: says something to be taken as it is, an answer to what was asked ("80k")
 * - `question`: wants to know; a doubt whether to do it, too ("conviene chiuderlo adesso?")
 * - `what-if`: supposes it ("e se scade?")
 * - `negation`: don't do it ("non avvisare nessuno")
 * - `report`: tells what somebody did or what happened ("Microsoft ci ha rifiutato Northwind")
 * - `plan`: will be done, later or by the person ("giovedì apro un deal")
 * - `correction`: takes back something said or shown and puts another in its place ("no aspetta, l'abbiamo perso")
 * - `assent`, `refusal`: yes, no
 * - `not-now`: puts off ("te lo scrivo più tardi")
 * - `filler`: nothing that could be used; not knowing ("mah", "chi lo sa")
 * - `complaint`: isn't content ("mi rispondi sempre la stessa cosa")
 * - `courtesy`: greets, thanks, excuses
 */
export const ACTS = [
  'order',
  'statement',
  'question',
  'what-if',
  'negation',
  'report',
  'plan',
  'correction',
  'assent',
  'refusal',
  'not-now',
  'filler',
  'complaint',
  'courtesy',
] as const;

export type Act = (typeof ACTS)[number];

/**
 * Clauses that somebody said, by what they do and by the slot that was asked then (`review`: a form's summary,
 * {@link UNASKED}: nothing).
 */
export type ActExamples = Readonly<Partial<Record<Act, Readonly<Record<string, readonly string[]>>>>>;

/** Where a clause was said with nothing asked. */
export const UNASKED = 'unasked';

/** What people say in one language, and how its verbs are inflected. */
export interface Words extends Sayings {
  /** Chat spelling to the full words: `xke` to `perché`. */
  readonly spellings: Readonly<Record<string, string>>;
  /** What an apostrophe joins to a word, in full: `ll` is `will`. */
  readonly contractions: Readonly<Record<string, string>>;
  readonly cues: Readonly<Record<Meaning, readonly string[]>>;
  /** Verbs by what they do, in the form of the dictionary. */
  readonly verbs: Readonly<Record<VerbKind, readonly string[]>>;
  /** The first whose ending fits holds. */
  readonly conjugations: readonly Conjugation[];
  /** Forms that replace those of the conjugation, by verb. */
  readonly irregular: Readonly<Record<string, VerbForms>>;
  /** Pronouns that grow together with a verb: `chiudi-lo`. */
  readonly clitics: readonly string[];
  /** Pronouns that stand before it: `lo chiudi`. */
  readonly pronouns: readonly string[];
  /** Endings that tell the form of a verb that is not listed. */
  readonly endings: VerbForms;
  /** Past forms of verbs that are not listed and have no such ending. */
  readonly pastWords: readonly string[];
  /** An assent that is a plain yes, and not an "ok" that may be to anything. */
  readonly plainYes: readonly string[];
  /** What follows up on what is on the screen. */
  readonly followUps: Readonly<Record<FollowUp, readonly string[]>>;
  /** From which is learned what clauses do; absent where a language has none, and is read by its words alone. */
  readonly acts?: ActExamples;
}
