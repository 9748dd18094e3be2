import { parseArgs } from 'node:util';
import { openKnowledge } from '../../app/knowledge.ts';
import { AppError } from '../../errors.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { LOCALES, type Locale } from '../../language/locale.ts';
import { createAnswerer } from '../../matching/answerer.ts';
import { ANSWER_FROM } from '../../matching/decision.ts';
import { ProgressBar } from '../progress-bar.ts';
import { readQuestions } from '../../workshop/question-sets.ts';
import { type Ask, askOf, OURS } from './engines.ts';
import { asFaq, drawFewShot } from './few-shot-sets.ts';
import * as metrics from './metrics.ts';
import { type BenchSet, listSets, readSet } from './sets.ts';
import { markdownTable } from './table.ts';

/** How many examples of each label are drawn. */
const DRAWN = [1, 5, 10];
const QUESTION_SETS = ['', '-held-out', '-added-held-out'];
const HEAD = ['set', 'examples', 'top-1', 'top-3', 'MCC', 'best MCC', 'behind', 'wrongly answered', 'ECE'];

type Asked = BenchSet['test'];

/**
 * `bench few-shot`: the engine on public sets of which a few examples are left, and on our own answers with their titles
 * alone; above all how far the shipped threshold is behind the best one.
 */
export async function runFewShotBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.data === undefined) throw new AppError('invalid-input', 'bench few-shot wants --data DIR');
  const dir = values.data;
  const listed = (await listSets(dir)).filter(({ name }) => name.includes(values.only));
  const progress = new ProgressBar(listed.length);
  const rows: string[][] = [];
  for (const listing of listed) {
    progress.step(listing.name);
    rows.push(...(await measureDraws(await readSet(listing, dir), Number(values.seed))));
  }
  progress.end();
  if (values.only === '') rows.push(...(await measureOurs(await openKnowledge())));
  process.stdout.write(markdownTable(HEAD, rows));
}

async function measureDraws(set: BenchSet, seed: number): Promise<string[][]> {
  const rows: string[][] = [];
  for (const count of DRAWN) {
    const drawn = drawFewShot(set, count, seed);
    if (drawn === null) continue;
    rows.push(
      measure(set.name, String(count), await OURS.learn(drawn.train, drawn.locale), drawn.test, topicOf),
    );
  }
  return rows;
}

/** Titles alone, then with what the answers say. */
async function measureOurs(knowledge: Knowledge): Promise<string[][]> {
  const rows: string[][] = [];
  for (const locale of LOCALES) {
    const asked = await readOurs(knowledge, locale);
    for (const withTexts of [false, true]) {
      const ask = askOf(createAnswerer(asFaq(knowledge, locale, withTexts)), locale);
      rows.push(
        measure(`our answers, ${locale}`, withTexts ? 'title, texts' : 'title', ask, asked, parentOf),
      );
    }
  }
  return rows;
}

async function readOurs({ answers }: Knowledge, locale: Locale): Promise<Asked> {
  const files = QUESTION_SETS.map((set) => `test/questions/${locale}${set}.jsonl`);
  const questions = (await Promise.all(files.map(readQuestions))).flat();
  return questions.flatMap(({ q, expect }): Asked[number][] => {
    if (expect === 'none') return [{ text: q, gold: null }];
    return answers.has(expect) ? [{ text: q, gold: parentOf(expect) }] : [];
  });
}

const topicOf = (id: string): string => id;
/** A finer point counts as the answer it belongs to. */
const parentOf = (id: string): string => id.split('/')[0] ?? id;

function measure(
  set: string,
  examples: string,
  ask: Ask,
  asked: Asked,
  name: (id: string) => string,
): string[] {
  const lines = asked.map(({ text, gold }): metrics.Scored => {
    const { ids, score } = ask(text);
    return { gold, ids: ids.map(name), score };
  });
  const [mcc, best] = [metrics.matthews(lines, ANSWER_FROM), metrics.bestMatthews(lines)];
  const percent = (share: number): string => (100 * share).toFixed(1);
  const three = (value: number): string => value.toFixed(3).replace(/^(-?)0/, '$1');
  return [
    set,
    examples,
    percent(metrics.topShare(lines, 1)),
    percent(metrics.topShare(lines, 3)),
    three(mcc),
    three(best),
    three(best - mcc),
    percent(metrics.wronglyAnswered(lines, ANSWER_FROM)),
    three(metrics.calibrationError(lines)),
  ];
}
