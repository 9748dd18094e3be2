import type { Vocabulary } from '../knowledge/knowledge.ts';
import type { ByLanguage, Language } from '../language/locale.ts';
import { fold, tokenize } from '../language/tokens.ts';
import type { Entry } from './entries.ts';

/** The aspect whose values are what a question asks for. */
export const ASKS = 'asks';

/** The aspect whose values are those who are to do something, other than who asks. */
const DOER = 'doer';

/** The values found of each aspect. */
export type Aspects = ReadonlyMap<string, ReadonlySet<string>>;

/** The words of a text, as typed and as mended. */
interface Said {
  readonly words: readonly Worded[];
  readonly mendedWords: readonly Worded[] | null;
}

interface Worded {
  readonly text: string;
}

/** A phrase with the value it tells; a word that ends in `*` stands for all that begin so. */
interface Cue {
  readonly value: string;
  readonly words: readonly string[];
}

/** Phrases are looked up by so many letters of their first word; "vint*" must have that many before its star. */
const KEY = 3;

/** Of one aspect, by the beginning of their first word. */
type CuesByFirst = ReadonlyMap<string, readonly Cue[]>;

/**
 * What an answer that is never asked for in this way loses of its z, if many examples say so: enough that a sure one (z
 * of 2.8, a confidence of .94) is only asked about, and a likely one is nothing.
 */
const CONFLICT = 2.8;

/**
 * The least that an answer loses of its z that was never asked by what a question says of a decisive aspect. Of the
 * questions about taking away for which such an answer came first, 4 of 6 were for no answer; where it had been asked so, 1
 * of 17. A likely one (z of 1.5, a confidence of .79) is then none.
 */
const SILENT = 1.4;

/** With fewer phrasings an answer's silence says nothing. */
const KNOWN_FROM = 8;

/** So many examples with the aspect are half a proof: one alone says little of how else people ask. */
const HALF_SURE = 3;

/**
 * Below this share of an entry's examples that have an aspect, a value is no way to ask for it: 4 of the 76 examples on
 * closed deals speak of "active" ("da perso ad attivo"), and none is about a deal that is.
 */
const USUAL_FROM = 0.1;

/**
 * Two questions may share nearly all words and still want different things: "entro quando risponde Microsoft?" and
 * "quanto paga Microsoft?", "posso cambiare un deal vinto?" and "… un deal attivo?". What tells them apart is one
 * aspect, of which each has another value. The values of an entry are those of its examples; one whose examples have
 * values of an aspect, but hardly those that the utterance has, isn't what is asked for, however near its words are.
 */
export class AspectReader {
  private readonly cues: ByLanguage<ReadonlyMap<string, CuesByFirst>>;
  private readonly decisive: ReadonlySet<string>;
  /** Of the entries, as plain data that can be kept. */
  readonly counts: AspectCounts;

  /** @param counts what a reader of the same vocabulary and entries counted; counted now where it isn't given. */
  constructor(vocabulary: Vocabularies, entries: readonly Entry[], counts?: AspectCounts) {
    this.cues = Object.fromEntries(
      Object.entries(vocabulary).map(([locale, own]) => [locale, readCues(own)]),
    );
    this.decisive = new Set(Object.values(vocabulary).flatMap(({ decisive = [] }) => decisive));
    this.counts = counts ?? entries.map((entry) => this.count(entry));
  }

  /**
   * The values that an utterance tells, by aspect: as typed and as mended, since a word that no example has may be
   * mended to one that tells nothing ("in progress" to "in process").
   */
  read({ words, mendedWords }: Said, locale: Language): Aspects {
    const found = this.readWords(words.map(textOf), locale);
    if (mendedWords === null) return found;
    for (const [aspect, values] of this.readWords(mendedWords.map(textOf), locale)) {
      found.set(aspect, new Set([...(found.get(aspect) ?? []), ...values]));
    }
    return found;
  }

  /** Lowers the scores of the answers that are asked for otherwise. */
  weigh(said: Aspects, entries: readonly Entry[], z: Float64Array): void {
    for (const [aspect, set] of said) {
      const values = [...set];
      const decides = this.decisive.has(aspect);
      entries.forEach(({ kind, phrasings }, at) => {
        // A dialog is begun by what is to be done, in whatever words: "chiusura fine giugno" closes nothing.
        if (kind !== 'answer') return;
        const tally = this.counts[at]?.get(aspect);
        const isSilent =
          decides && phrasings >= KNOWN_FROM && !values.some((value) => tally?.byValue.has(value) === true);
        z[at] = (z[at] ?? 0) - Math.max(lossOf(values, tally), isSilent ? SILENT : 0);
      });
    }
  }

  /** Of words that begin several phrases the longest counts. */
  private readWords(words: readonly string[], locale: Language): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const keys = words.map((word) => word.slice(0, KEY));
    for (const [aspect, cues] of this.cues[locale] ?? []) {
      for (let at = 0; at < words.length;) {
        const cue = cues.get(keys[at] ?? '')?.find((each) => isAt(each.words, words, at));
        if (cue !== undefined) found.set(aspect, (found.get(aspect) ?? new Set()).add(cue.value));
        at += cue?.words.length ?? 1;
      }
    }
    return found;
  }

  private count({ examples }: Entry): Map<string, Tally> {
    const all = new Map<string, Tally>();
    for (const { text, locale } of examples) {
      const words = tokenize(text).map((token) => token.text);
      for (const [aspect, values] of this.readWords(words, locale)) {
        const tally = all.get(aspect) ?? { examples: 0, byValue: new Map<string, number>() };
        tally.examples++;
        for (const value of values) tally.byValue.set(value, (tally.byValue.get(value) ?? 0) + 1);
        all.set(aspect, tally);
      }
    }
    return all;
  }
}

type Vocabularies = ByLanguage<Pick<Vocabulary, 'aspects' | 'decisive'>>;

/** One for each vocabulary, which changes with the knowledge alone. */
const readers = new WeakMap<Vocabularies, AspectReader>();

/** Who else than the person who asks is to do something ("can Microsoft …?"). */
export function doersIn(text: string, vocabulary: Vocabularies, locale: Language): ReadonlySet<string> {
  const reader = readers.get(vocabulary) ?? new AspectReader(vocabulary, [], []);
  readers.set(vocabulary, reader);
  return reader.read({ words: tokenize(text), mendedWords: null }, locale).get(DOER) ?? new Set();
}

const textOf = ({ text }: Worded): string => text;

interface Tally {
  examples: number;
  readonly byValue: Map<string, number>;
}

/** By entry and aspect: how many of its examples have a value of it, and how many each. */
export type AspectCounts = readonly ReadonlyMap<string, Tally>[];

function lossOf(said: readonly string[], own: Tally | undefined): number {
  if (own === undefined) return 0;
  const most = said.reduce((sofar, value) => Math.max(sofar, own.byValue.get(value) ?? 0), 0);
  if (most / own.examples >= USUAL_FROM) return 0;
  return (CONFLICT * own.examples) / (own.examples + HALF_SURE);
}

function isAt(cue: readonly string[], words: readonly string[], at: number): boolean {
  return cue.every((each, k) => {
    const word = words[at + k];
    return word !== undefined && (each.endsWith('*') ? word.startsWith(each.slice(0, -1)) : word === each);
  });
}

/** By aspect. */
function readCues(vocabulary: Pick<Vocabulary, 'aspects'> | undefined): Map<string, CuesByFirst> {
  const aspects = Object.entries(vocabulary?.aspects ?? {});
  return new Map(
    aspects.map(([aspect, values]) => {
      const cues = Object.entries(values).flatMap(([value, phrases]) =>
        phrases.map((phrase) => ({ value, words: phrase.split(/[\s’']+/).map(fold) })),
      );
      return [aspect, byBeginning(cues)];
    }),
  );
}

/** The longest phrases first. */
function byBeginning(cues: readonly Cue[]): CuesByFirst {
  const found = new Map<string, Cue[]>();
  for (const cue of [...cues].sort((a, b) => b.words.length - a.words.length)) {
    const key = cue.words[0]?.replace('*', '').slice(0, KEY) ?? '';
    found.set(key, [...(found.get(key) ?? []), cue]);
  }
  return found;
}
