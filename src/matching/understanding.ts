import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Locale } from '../language/locale.ts';
import { Courtesy } from './courtesy.ts';
import { type Entry, listEntries } from './entries.ts';
import { Lexicon } from './lexicon.ts';
import type { MendedWord } from './match.ts';
import { findBeside, findNames } from './names-in-examples.ts';
import { listNames, type Names } from './placeholders.ts';
import { buildIndex, Ranker } from './ranker.ts';
import { mendWords, type WordKnowledge, readUtterance, type UtteranceWord } from './utterance-words.ts';
import { Speller } from './spelling.ts';
import { strangeness } from './strangeness.ts';

const NO_NAMES: Names = new Map();
/** How many content words courtesy must leave where an entry is about courtesy itself. */
const CONTENT_WORDS_LEFT = 2;

/** An utterance with the score of every entry. */
export interface Understanding {
  /** As read, before mending. */
  readonly words: readonly UtteranceWord[];
  /** As mended; null where nothing was. */
  readonly mendedWords: readonly UtteranceWord[] | null;
  readonly mended: readonly MendedWord[];
  /** By entry; valid until the next utterance. */
  readonly z: Float64Array;
}

/** From text to scores: reading, mending, ranking. Built once from a knowledge base. */
export class Understander {
  readonly entries: readonly Entry[];
  readonly ranker: Ranker;
  private readonly lexicon: Lexicon;
  private readonly reader: WordKnowledge;
  private readonly speller: Speller;
  /** The entry that has an example of these words, by its stems. */
  private readonly exampleEntries: ReadonlyMap<string, number>;
  private readonly z: Float64Array;

  /** `mostNegatives` bounds the training of the margins; 0 leaves them out. */
  constructor(knowledge: Knowledge, options: { readonly mostNegatives?: number } = {}) {
    this.entries = listEntries(knowledge).filter((entry) => entry.examples.length > 0);
    this.lexicon = new Lexicon(knowledge.vocabulary);
    const frequencies = new Map<string, number>();
    const names = listNames(findNames(this.entries));
    const { it, en } = knowledge.vocabulary;
    const courtesy = makeCourtesy([...(it?.courtesy ?? []), ...(en?.courtesy ?? [])], this.entries);
    const besideNames = findBeside(this.entries, names);
    const isNearlyKnown = (word: string): boolean => this.speller.mend(word) !== null;
    const reader = { courtesy, lexicon: this.lexicon, names, besideNames, isNearlyKnown };
    const classes = this.entries.map((entry) =>
      entry.examples.map(({ text, locale }) =>
        readUtterance(text, locale, { ...reader, isKnown: null }, NO_NAMES),
      ),
    );
    this.reader = { ...reader, isKnown: (word) => frequencies.has(word) };
    for (const word of this.lexicon.words) frequencies.set(word, 1);
    for (const word of classes.flat(2)) {
      if (!word.isPlaceholder) frequencies.set(word.text, (frequencies.get(word.text) ?? 0) + 1);
    }
    this.exampleEntries = new Map(
      classes.flatMap((examples, at) => examples.map((words) => [keyOf(words), at])),
    );
    this.speller = new Speller(frequencies);
    this.ranker = new Ranker(buildIndex(classes, options.mostNegatives));
    this.z = new Float64Array(this.entries.length);
  }

  /** True for a word of the examples or the vocabulary. */
  knows(word: string): boolean {
    return this.speller.knows(word);
  }

  /** True where the words are those of an example of this entry, whatever their form and spelling. */
  isExample({ words, mendedWords }: Understanding, entry: number): boolean {
    return this.exampleEntries.get(keyOf(mendedWords ?? words)) === entry;
  }

  understand(utterance: string, locale: Locale, names: Names): Understanding {
    const words = readUtterance(utterance, locale, this.reader, names);
    const mending = mendWords(words, locale, this.lexicon, this.speller);
    this.ranker.score(this.ranker.vectorize(words, mending?.words ?? null), this.z);
    const loss = strangeness(mending?.words ?? words, locale, (word) => this.knows(word));
    if (loss > 0) for (let c = 0; c < this.z.length; c++) this.z[c] = (this.z[c] ?? 0) - loss;
    return { words, mendedWords: mending?.words ?? null, mended: mending?.mended ?? [], z: this.z };
  }

  /** True where as typed another of these entries would be nearest than as mended. */
  changedByMending({ words, mendedWords }: Understanding, entries: readonly number[]): boolean {
    if (mendedWords === null) return false;
    const typed = this.ranker.nearestOf(entries, this.ranker.vectorize(words));
    const meant = this.ranker.nearestOf(entries, this.ranker.vectorize(mendedWords));
    return typed !== meant;
  }
}

function keyOf(words: readonly UtteranceWord[]): string {
  return words.map((word) => word.stem).join(' ');
}

/** Where an entry is about courtesy itself ("thank you"), less of what people say is taken for mere courtesy. */
function makeCourtesy(phrases: readonly string[], entries: readonly Entry[]): Courtesy {
  const courtesy = new Courtesy(phrases);
  const isATopic = entries.some((entry) => entry.examples.some(({ text }) => courtesy.isAll(text)));
  return isATopic ? new Courtesy(phrases, CONTENT_WORDS_LEFT) : courtesy;
}
