import type { LabelledLine } from '../../knowledge/import-csv.ts';
import type { Answer, Knowledge } from '../../knowledge/knowledge.ts';
import type { Locale } from '../../language/locale.ts';
import { seededRandom } from '../../matching/random.ts';
import type { BenchSet } from './sets.ts';

/** A test longer than this says nothing more. */
const MOST_LINES = 1_000;

/**
 * The set with `count` examples of each label, the same ones each time; labels with fewer keep theirs. Null where most
 * labels have no more than that, since the set itself is such a draw.
 */
export function drawFewShot(set: BenchSet, count: number, seed: number): BenchSet | null {
  const byLabel = new Map<string, LabelledLine[]>();
  for (const line of set.train) byLabel.set(line.label, [...(byLabel.get(line.label) ?? []), line]);
  const labels = [...byLabel.values()];
  const large = labels.filter((lines) => lines.length > count).length;
  if (large * 2 < labels.length) return null;
  const random = seededRandom(seed * 100 + count);
  const train = labels.flatMap((lines) => shuffled(lines, random).slice(0, count));
  return { ...set, train, test: shuffled(set.test, seededRandom(seed)).slice(0, MOST_LINES) };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/**
 * The answers of a language as a list of questions with their texts, as other tools export one: no examples, no dialogs,
 * nothing that is listed as not ours.
 *
 * @param withTexts false leaves each answer its question alone
 */
export function asFaq(knowledge: Knowledge, locale: Locale, withTexts: boolean): Knowledge {
  const strip = (answer: Answer): Answer[] => {
    const text = answer.texts[locale];
    if (text === undefined) return [];
    const said = withTexts ? text : { ...text, lead: text.question, body: '' };
    return [{ ...answer, texts: { [locale]: { ...said, examples: [] } } }];
  };
  const answers = [...knowledge.answers.values()].flatMap(strip);
  return {
    ...knowledge,
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    intents: new Map(),
    outside: {},
  };
}
