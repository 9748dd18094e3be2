import type { Knowledge } from '../knowledge/knowledge.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { listOf, made } from '../language/said.ts';
import type { Language } from '../language/locale.ts';
import type { Entry } from './entries.ts';
import type { SparseVector } from './feature-space.ts';
import { Lexicon } from './lexicon.ts';
import type { MendedWord } from './match.ts';
import type { Names } from './placeholders.ts';
import { Ranker } from './ranker.ts';
import { Speller } from './spelling.ts';
import { ALL_STRANGE, type Knowing, strangeness } from './strangeness.ts';
import { courtesyOf, entriesOf, keyOf, type TrainedIndex } from './training.ts';
import { mendWords, readUtterance, type UtteranceWord, type WordKnowledge } from './utterance-words.ts';

const everyday = made(() => new Set(listOf('synonyms').flatMap((group) => group.split(' '))));

/** True for a word that everybody uses, whatever they speak of: typed in capitals it is no code. */
export const isEveryday = (word: string): boolean => isFunctionWord(word) || everyday().has(word);

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

/** From text to scores: reading, mending, ranking. Built once from a knowledge base and the index trained on it. */
export class Understander implements Knowing {
  readonly entries: readonly Entry[];
  readonly ranker: Ranker;
  private readonly lexicon: Lexicon;
  private readonly reader: WordKnowledge;
  private readonly speller: Speller;
  private readonly trained: TrainedIndex;
  private readonly z: Float64Array;
  /** Of the utterance that was understood last. */
  private vector: SparseVector | null = null;

  /** @param trained what `trainIndex` made of the same knowledge. */
  constructor(knowledge: Knowledge, trained: TrainedIndex) {
    this.entries = entriesOf(knowledge);
    this.lexicon = new Lexicon(knowledge.vocabulary);
    this.trained = trained;
    this.speller = new Speller(trained.frequencies);
    this.reader = {
      courtesy: courtesyOf(knowledge, trained.isCourtesyATopic),
      lexicon: this.lexicon,
      names: trained.names,
      besideNames: trained.besideNames,
      isKnown: (word) => trained.frequencies.has(word),
      isNearlyKnown: (word) => this.speller.mend(word) !== null,
    };
    this.ranker = new Ranker(trained.rank);
    this.z = new Float64Array(this.entries.length);
  }

  /** True for a word of the examples or the vocabulary. */
  knows(word: string): boolean {
    return this.speller.knows(word);
  }

  /** True where the examples have a word of this kind. */
  knowsKind(kind: string): boolean {
    return this.ranker.knowsKind(kind);
  }

  /** True where the words are those of an example of this entry, whatever their form and spelling. */
  isExample({ words, mendedWords }: Understanding, entry: number): boolean {
    return this.trained.exampleEntries.get(keyOf(mendedWords ?? words)) === entry;
  }

  /** What z of an entry gains since examples are few. */
  liftOf(entry: number): number {
    return this.trained.lifts[entry] ?? 0;
  }

  private readonly isWord = (word: string): boolean => isEveryday(word) || this.trained.ownWords.has(word);

  understand(utterance: string, locale: Language, names: Names): Understanding {
    const words = readUtterance(utterance, locale, this.reader, names);
    const mending = mendWords(words, locale, this.lexicon, this.speller, this.isWord);
    this.vector = this.ranker.vectorize(words, mending?.words ?? null);
    this.ranker.score(this.vector, this.z);
    const loss = strangeness(mending?.words ?? words, locale, this);
    // What has nothing that is known is no nearer for all being far.
    const isStrange = loss >= ALL_STRANGE;
    for (let c = 0; c < this.z.length; c++)
      this.z[c] = (this.z[c] ?? 0) + (isStrange ? 0 : this.liftOf(c)) - loss;
    return { words, mendedWords: mending?.words ?? null, mended: mending?.mended ?? [], z: this.z };
  }

  /** True where as typed another of these entries would be nearest than as mended; of what was understood last. */
  changedByMending({ mendedWords }: Understanding, entries: readonly number[]): boolean {
    return mendedWords !== null && this.vector !== null && this.ranker.isTornOver(entries, this.vector);
  }
}
