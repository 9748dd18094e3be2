import { withoutGuesses } from './guesses.ts';
import { AppError } from '../errors.ts';
import type { ActExamples, Words } from '../knowledge/words.ts';
import { LOCALES, type ByLanguage, type Language } from '../language/locale.ts';
import { confirmingAt } from '../language/confirming.ts';
import { flatten, MAX_READ_LENGTH, toPhrase } from '../language/flat.ts';
import { functionWords } from '../language/function-words.ts';
import { holdsPhrase } from '../language/said.ts';
import { cutParts } from './clauses.ts';
import { asElsewhere } from './elsewhere.ts';
import { findFacts } from './facts/find.ts';
import type { Folded } from './clausal.ts';
import { foldParts } from './fold.ts';
import { asTold } from './told-parts.ts';
import { listLabelledTexts } from './labelled.ts';
import { type ActWeights, learnActs } from './learned/act-weights.ts';
import { asLearned, type ClauseWords } from './learned/as-learned.ts';
import type { Act, Clause, Fact, Reading, ReadingContext } from './reading.ts';
import { withoutQuoted } from './quoted-orders.ts';
import { asTheyStand, listPutInPlace, listTakenBack } from './taken-back.ts';
import { withHearsay } from './telling.ts';
import { isExplained, listUnclaimed, saysMoreThanFacts } from './unclaimed.ts';
import { listItems } from './words/items.ts';
import { withNames } from './words/name-or-verb.ts';
import { createLexicon, type WordMeanings } from './words/lexicon.ts';

/** Reads messages. */
export interface Reader {
  /** Reads a message once: its clauses with what each does, its facts, and the words that nobody claimed. */
  read(text: string, context: ReadingContext): Reading;
}

/**
 * Makes a reader of what people say in each language. The words are made ready once; reading takes time in proportion
 * to the text, of which the first {@link MAX_READ_LENGTH} characters are read.
 *
 * @param learned what was learned of the examples in the words; where it isn't given it is learned once it is needed,
 *   which takes a third of a second
 * @throws AppError `invalid-input` where a language that is spoken has no words
 */
export function createReader(words: ByLanguage<Words>, learned: ByLanguage<ActWeights> = {}): Reader {
  const reader = made.get(words) ?? makeReader(words, learned);
  made.set(words, reader);
  return reader;
}

/** A reader holds nothing of what it reads, so that one is enough for all that read with the same words. */
const made = new WeakMap<object, Reader>();

/** What was learned of examples, by these. */
const learnedOf = new WeakMap<ActExamples, ActWeights>();

function learnOnce(examples: ActExamples): ActWeights {
  const known = learnedOf.get(examples) ?? learnActs(examples);
  learnedOf.set(examples, known);
  return known;
}

function makeReader(words: ByLanguage<Words>, learned: ByLanguage<ActWeights>): Reader {
  const lacking = LOCALES.find((locale) => words[locale] === undefined);
  if (lacking !== undefined)
    throw new AppError('invalid-input', `reading: no words for "${lacking}"; add words/${lacking}.yaml`);
  const lexicons = new Map<Language, WordMeanings>(
    Object.entries(words).map(([locale, own]) => {
      const others = Object.values(words).filter((each) => each !== own);
      return [locale, createLexicon(own, others, functionWords(locale))];
    }),
  );
  return {
    read: (text, context) => {
      const lexicon = lexicons.get(context.locale);
      if (lexicon === undefined)
        throw new AppError(
          'invalid-input',
          `reading: no words for "${context.locale}"; add words/${context.locale}.yaml`,
        );
      const { acts } = words[context.locale] ?? {};
      const weights = learned[context.locale] ?? (acts === undefined ? null : learnOnce(acts));
      return readMessage(text.slice(0, MAX_READ_LENGTH), context, lexicon, weights);
    },
  };
}

/** Where an address is asked, one word is as it is typed: "torino" is no slip of "torno". */
const asTyped = (text: string, { asked }: ReadingContext, lexicon: WordMeanings): WordMeanings =>
  asked === 'address' && !/\s/.test(text.trim()) ? { ...lexicon, mend: () => null } : lexicon;

function readMessage(
  text: string,
  context: ReadingContext,
  known: WordMeanings,
  weights: ActWeights | null,
): Reading {
  const lexicon = asTyped(text, context, known);
  const found = withoutGuesses(text, findFacts(text, context), context, lexicon);
  const items = withNames(listItems(text, found, lexicon));
  const takenBack = listTakenBack(items);
  const facts = asTheyStand(found, takenBack, listPutInPlace(items));
  const around = {
    asked: context.asked,
    pronouns: lexicon.pronouns,
    denyingNouns: lexicon.denyingNouns,
    today: context.today,
  };
  const parts = asTold(cutParts(items, text, around), listLabelledTexts({ text, facts }));
  const own = withoutQuoted(text, foldParts(parts, around, takenBack), items, context);
  const told = asConfirmed(text, own, context);
  const read = context.asked === null || context.asked === 'notes' ? told : asElsewhere(text, told, facts);
  // Nothing but what nobody sees is still a message.
  const folded = read.length === 0 && text.trim() !== '' ? [SILENCE] : read;
  const clauses = toClauses(text, folded, facts).map((clause) => withPlainness(clause, lexicon));
  const ofClauses: ClauseWords = {
    isExplained: (clause) => isExplained(clause, items, context.locale),
    saysMoreThanFacts: (clause) => saysMoreThanFacts(clause, items),
  };
  const learned = weights === null ? clauses : asLearned(clauses, text, context.asked, weights, ofClauses);
  return {
    text,
    clauses: learned.map((clause) => withHearsay(clause, items)),
    facts,
    unclaimed: listUnclaimed(text, items, context.locale),
  };
}

/** What is told so that somebody says whether it is so asks, and orders nothing: "registriamo il deal entro 72 ore, giusto?". */
function asConfirmed(text: string, clauses: readonly Folded[], { asked }: ReadingContext): readonly Folded[] {
  const at = asked === null ? confirmingAt(text) : null;
  const tag = clauses.length - 1;
  const start = clauses[tag]?.start ?? 0;
  if (at === null || start < at) return clauses;
  const sentence = /[^.!?\n]*$/u.exec(text.slice(Math.max(0, at - LONGEST_SENTENCE), at))?.[0].length ?? 0;
  const from = clauses.findIndex((clause) => clause.start >= at - sentence && TOLD.has(clause.act));
  const told = clauses.slice(from, tag);
  const [first] = told;
  if (from < 0 || first === undefined) return clauses;
  const asking = { isOwn: null, act: 'question', isLook: false, isPraise: false } as const;
  // What others did stays a report; "abbiamo perso Contoso, giusto?" is none of the person's own.
  if (told.every(({ act, isOwn }) => act === 'report' && isOwn !== true))
    return [...clauses.slice(0, tag), { ...asking, start }];
  return [...clauses.slice(0, from), { ...first, ...asking }];
}

/** In letters; what is told further before it isn't asked about. */
const LONGEST_SENTENCE = 300;
const TOLD: ReadonlySet<Act> = new Set<Act>([
  'order',
  'plan',
  'report',
  'not-now',
  'statement',
  'question',
  'negation',
]);

const SILENCE: Folded = { start: 0, act: 'filler', isOwn: null, isLook: false, isPraise: false };

const holdsLook = holdsPhrase('looks-at');

/** Clauses that together hold every letter of the text: each goes on to where the next begins. */
function toClauses(text: string, folded: readonly Folded[], facts: readonly Fact[]): Clause[] {
  let taken = 0;
  const takeFacts = (end: number): Fact[] => {
    const from = taken;
    while ((facts[taken]?.start ?? Infinity) < end) taken += 1;
    return facts.slice(from, taken);
  };
  return folded.map(({ act, isOwn, isLook, isPraise, isAnother, isPause, start }, at) => {
    const from = at === 0 ? 0 : start;
    const raw = text.slice(from, folded[at + 1]?.start ?? text.length);
    const lead = raw.length - raw.trimStart().length;
    const place = { start: from + lead, end: from + lead + raw.trim().length };
    return {
      ...place,
      text: raw.trim(),
      act,
      isOwn: act === 'report' || act === 'plan' ? (isOwn ?? false) : null,
      ...(isLook || (act === 'order' && holdsLook(flatten(raw).text)) ? { isLook: true } : {}),
      ...(isPraise ? { isPraise } : {}),
      ...(isAnother === true ? { isAnother } : {}),
      ...(isPause === true ? { isPause } : {}),
      ...(act === 'question' && isOwn !== null ? { isPast: true } : {}),
      ...(act === 'what-if' && isOwn === true ? { isOfDeed: true } : {}),
      facts: takeFacts(place.end),
    };
  });
}

/** "Sì, chiudi" is a plain yes by how it begins; "ok", "perfetto" and a thumb are assents to anything. */
function withPlainness(clause: Clause, { plainYes }: WordMeanings): Clause {
  if (clause.act !== 'assent') return clause;
  const said = ` ${toPhrase(clause.text)} `;
  return { ...clause, isPlain: plainYes.some((yes) => said.startsWith(` ${yes} `)) };
}
