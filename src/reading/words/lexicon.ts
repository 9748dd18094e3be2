import type { Meaning, VerbForm, Words } from '../../knowledge/words.ts';
import { toPhrase } from '../../language/flat.ts';
import { phraseForms } from '../../language/phrase-forms.ts';
import { foldWord, cutTokens } from './tokens.ts';
import { SlipIndex } from './slips.ts';
import { conjugateAll, unlistedForms, type VerbReading } from './verbs.ts';

interface Node {
  readonly next: Map<string, Node>;
  meaning: Meaning | null;
}

/** A phrase found: what it means and how many words it has. */
interface Phrase {
  readonly meaning: Meaning;
  readonly length: number;
}

/** The words of one language, made ready once for reading many messages. */
export interface WordMeanings {
  /** The longest phrase that begins at this word: its meaning and number of words; null where none does. */
  readonly phraseAt: (words: readonly string[], at: number) => Phrase | null;
  /** `typed` is the word with its accents. */
  readonly verbOf: (word: string, typed?: string) => VerbReading | null;
  /** Whether the word is a form of a listed verb, with its pronouns or without. */
  readonly isListedVerb: (word: string) => boolean;
  /** The words that a word or two stand for ("nn", "anno detto"); null where they stand for themselves. */
  readonly spelled: (word: string) => readonly string[] | null;
  readonly contraction: (suffix: string) => string | null;
  readonly pronouns: ReadonlySet<string>;
  /** Words that deny the noun behind them, and refuse by themselves: English "no" ("no discount"). */
  readonly denyingNouns: ReadonlySet<string>;
  /** Folded; in either language. */
  readonly plainYes: readonly string[];
  readonly isLight: (word: string) => boolean;
  readonly isKnown: (word: string) => boolean;
  /** The one known word that this is a slip of; null where it is none, or may be two. */
  readonly mend: (word: string) => string | null;
}

/** Stands for any one word in a phrase: "dammi _ minuti". */
const ANY = '_';

const wordsOf = (phrase: string): string[] =>
  cutTokens(phrase)
    .filter(({ kind, word }) => kind === 'word' || word === ANY)
    .map(({ word }) => word);

/** In whatever way, they agree. */
export const AGREES: ReadonlySet<Meaning> = new Set<Meaning>([
  'agree',
  'agree-alone',
  'agree-mildly',
  'acknowledge',
]);
/** They agree or refuse. */
export const ANSWERS: ReadonlySet<Meaning> = new Set<Meaning>([...AGREES, 'refuse', 'refuse-alone']);
/** Phrases that are an answer by themselves are understood in either language ("ok thanks" in an Italian chat). */
const SHARED: ReadonlySet<Meaning> = new Set<Meaning>([
  ...ANSWERS,
  'cancel',
  'greet',
  'thank',
  'excuse',
  'unsure',
]);

const MOST_REMEMBERED = 5000;

/** What was found for a word, kept: people say the same words again. */
function remembering<T>(find: (word: string, typed?: string) => T): (word: string, typed?: string) => T {
  const found = new Map<string, T>();
  return (word, typed = word) => {
    const key = `${word} ${typed}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    if (found.size >= MOST_REMEMBERED) found.clear();
    const value = find(word, typed);
    found.set(key, value);
    return value;
  };
}

/** Makes the words of a language ready; those of `others` that are whole answers are understood, too. */
export function createLexicon(
  words: Words,
  others: readonly Words[],
  light: ReadonlySet<string>,
): WordMeanings {
  const root: Node = { next: new Map(), meaning: null };
  const spelled = new Map(
    Object.entries(words.spellings).map(([short, full]) => [wordsOf(short).join(' '), wordsOf(full)]),
  );
  const known = new Set<string>();
  const verbs = conjugateAll(words);
  for (const [meaning, list] of Object.entries(words.cues) as [Meaning, readonly string[]][])
    for (const phrase of list.flatMap(phraseForms)) addPhrase(root, wordsOf(phrase), meaning, known);
  for (const other of others)
    for (const meaning of SHARED)
      for (const phrase of other.cues[meaning].flatMap(phraseForms)) {
        const cut = wordsOf(phrase);
        if (cut.length > 1 || !(known.has(cut[0] ?? '') || verbs.has(cut[0] ?? '')))
          addPhrase(root, cut, meaning, new Set());
      }
  const listed = new Set([...known, ...verbs.keys(), ...spelled.keys(), ...light, ...words.pastWords]);
  const verbOf = remembering(createVerbReader(words, verbs));
  const slips = new SlipIndex(listed);
  // "Sconto" is no slip of "conto": any list tells that a word is one.
  const isReal = new Set(
    Object.values(words.lists).flatMap((list) =>
      list.flatMap((each) => wordsOf(each.replace(/[()[\]|]/g, ' '))),
    ),
  );
  return {
    phraseAt: (list, at) => findPhrase(root, list, at),
    verbOf,
    isListedVerb: (word) => verbOf(word)?.kind !== undefined && verbOf(word)?.kind !== null,
    spelled: (word) => spelled.get(word) ?? null,
    contraction: (suffix) => words.contractions[suffix] ?? null,
    pronouns: new Set(words.pronouns.map(foldWord)),
    denyingNouns: new Set(words.lists['denies-nouns'].map(foldWord)),
    plainYes: [words, ...others].flatMap(({ plainYes }) => plainYes).map(toPhrase),
    isLight: (word) => light.has(word),
    isKnown: (word) => listed.has(word),
    mend: remembering((word) => (isReal.has(word) ? null : slips.mend(word))),
  };
}

function addPhrase(root: Node, words: readonly string[], meaning: Meaning, known: Set<string>): void {
  let node = root;
  for (const word of words) {
    known.add(word);
    const next = node.next.get(word) ?? { next: new Map<string, Node>(), meaning: null };
    node.next.set(word, next);
    node = next;
  }
  node.meaning ??= meaning;
}

/** The longest phrase from `at` on. It follows at most two ways at each word, and no phrase is longer than a line. */
function findPhrase(node: Node, words: readonly string[], at: number, length = 0): Phrase | null {
  const word = words[at + length];
  const here = node.meaning === null ? null : { meaning: node.meaning, length };
  if (word === undefined || word === '\0') return here;
  const ways = [node.next.get(word), node.next.get(ANY)];
  const longer = ways.flatMap((way) =>
    way === undefined ? [] : (findPhrase(way, words, at, length + 1) ?? []),
  );
  return longer.sort((a, b) => b.length - a.length)[0] ?? here;
}

const GOES_WITH_CLITIC: readonly VerbForm[] = ['imperative', 'infinitive', 'we'];

/** The form of a word: listed, listed with pronouns grown to it (chiudi-lo, chiuder-lo, fa-mmi), or told by its ending. */
function createVerbReader(
  words: Words,
  verbs: ReadonlyMap<string, VerbReading>,
): (word: string, typed?: string) => VerbReading | null {
  const clitics = words.clitics.map(foldWord).sort((a, b) => b.length - a.length);
  const unlisted = unlistedForms(words);
  const bare = (word: string): VerbReading | null => {
    for (const clitic of clitics) {
      if (!word.endsWith(clitic) || word.length <= clitic.length + 1) continue;
      const stem = word.slice(0, -clitic.length);
      const base = verbs.get(stem) ?? verbs.get(`${stem}e`) ?? doubled(stem, clitic, verbs);
      const forms = base === undefined ? [] : GOES_WITH_CLITIC.filter((form) => base.forms.has(form));
      if (base !== undefined && forms.length > 0)
        return { kind: base.kind, forms: new Set(forms), hasClitic: true };
    }
    return null;
  };
  return (word, typed = word) => {
    const listed = verbs.get(word) ?? bare(word);
    if (listed !== null && listed !== undefined) return listed;
    const form = unlisted(typed);
    return form === null ? null : { kind: null, forms: new Set([form]), hasClitic: false };
  };
}

/** "fammi" is "fa" and "mi": after a short imperative the pronoun's first letter is doubled. */
function doubled(
  stem: string,
  clitic: string,
  verbs: ReadonlyMap<string, VerbReading>,
): VerbReading | undefined {
  return stem.endsWith(clitic.charAt(0)) && stem.length <= 3 ? verbs.get(stem.slice(0, -1)) : undefined;
}
