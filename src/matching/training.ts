import type { Knowledge } from '../knowledge/knowledge.ts';
import { tokenize } from '../language/tokens.ts';
import { type AspectCounts, AspectReader } from './aspects.ts';
import { Courtesy } from './courtesy.ts';
import { liftByAsking } from './cross-validation.ts';
import { type Entry, type Example, listEntries } from './entries.ts';
import { liftOfAll, liftOfTitle, usualSize } from './few-examples.ts';
import { Lexicon } from './lexicon.ts';
import { findBeside, findNames } from './names-in-examples.ts';
import { type BesideNames, listNames, type Names } from './placeholders.ts';
import { buildIndex, type RankIndex } from './ranker.ts';
import { readUtterance, type UtteranceWord } from './utterance-words.ts';

/**
 * All that is learned from a knowledge base's examples, which takes a second: plain data, so that it can be kept and
 * read again.
 */
export interface TrainedIndex {
  readonly rank: RankIndex;
  /** By entry: what its z gains since examples are few. */
  readonly lifts: Float64Array;
  /** How often the examples have each word; 1 for those of the vocabulary alone. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** What the answers say: words that are right as they are, though nobody asks with them. */
  readonly ownWords: ReadonlySet<string>;
  /** The place of the entry that has an example of these words, by its stems. */
  readonly exampleEntries: ReadonlyMap<string, number>;
  /** Customers' names that the examples themselves use. */
  readonly names: Names;
  readonly besideNames: BesideNames;
  readonly aspects: AspectCounts;
  /** True where an entry is about courtesy itself ("thank you"). */
  readonly isCourtesyATopic: boolean;
}

const NO_NAMES: Names = new Map();
/** How many content words courtesy must leave where an entry is about courtesy itself. */
const CONTENT_WORDS_LEFT = 2;

/**
 * Learns from all examples of a knowledge base.
 *
 * @param mostNegatives bounds the training of the margins; 0 leaves them out.
 */
export function trainIndex(knowledge: Knowledge, mostNegatives?: number): TrainedIndex {
  const entries = entriesOf(knowledge);
  const lexicon = new Lexicon(knowledge.vocabulary);
  const names = listNames(findNames(entries));
  const besideNames = findBeside(entries, names);
  const plain = courtesyOf(knowledge, false);
  const isCourtesyATopic = entries.some(({ examples }) => examples.some(({ text }) => plain.isAll(text)));
  const courtesy = courtesyOf(knowledge, isCourtesyATopic);
  const reader = { courtesy, lexicon, names, besideNames, isKnown: null, isNearlyKnown: () => false };
  const read = ({ text, locale }: Example): UtteranceWord[] => readUtterance(text, locale, reader, NO_NAMES);
  const said = entries.map(({ examples }) => examples.map(read));
  const classes = entries.map(({ ownTexts }, at) => [...(said[at] ?? []), ...ownTexts.map(read)]);
  return {
    rank: buildIndex(classes, mostNegatives),
    lifts: listLifts(entries, classes),
    frequencies: countWords(lexicon.words, classes.flat(2)),
    exampleEntries: new Map(
      said.flatMap((examples, at) => examples.map((words) => [keyOf(words), at] as const)),
    ),
    ownWords: wordsOfAnswers(knowledge),
    names,
    besideNames,
    aspects: new AspectReader(knowledge.vocabulary, entries).counts,
    isCourtesyATopic,
  };
}

/** Of their leads and bodies. */
function wordsOfAnswers({ answers }: Knowledge): Set<string> {
  const texts = [...answers.values()].flatMap((answer) => Object.values(answer.texts));
  return new Set(texts.flatMap(({ lead, body }) => tokenize(`${lead} ${body}`).map(({ text }) => text)));
}

function listLifts(
  entries: readonly Entry[],
  classes: readonly (readonly (readonly UtteranceWord[])[])[],
): Float64Array {
  const usual = usualSize(entries);
  const all = Math.max(liftOfAll(usual), liftByAsking(entries, classes));
  return Float64Array.from(entries, (entry) => all + liftOfTitle(entry, usual));
}

/** Those that have an example; their places are the classes of the index. */
export function entriesOf(knowledge: Knowledge): readonly Entry[] {
  return listEntries(knowledge).filter((entry) => entry.examples.length > 0);
}

/** Where an entry is about courtesy itself, less of what people say is taken for mere courtesy. */
export function courtesyOf({ vocabulary }: Knowledge, isATopic: boolean): Courtesy {
  const phrases = Object.values(vocabulary).flatMap(({ courtesy }) => courtesy ?? []);
  return isATopic ? new Courtesy(phrases, CONTENT_WORDS_LEFT) : new Courtesy(phrases);
}

/** Names what is said by its stems, whatever the forms of its words. */
export function keyOf(words: readonly UtteranceWord[]): string {
  return words.map((word) => word.stem).join(' ');
}

function countWords(vocabulary: readonly string[], words: readonly UtteranceWord[]): Map<string, number> {
  const frequencies = new Map(vocabulary.map((word) => [word, 1]));
  for (const { text, isPlaceholder } of words)
    if (!isPlaceholder) frequencies.set(text, (frequencies.get(text) ?? 0) + 1);
  return frequencies;
}
