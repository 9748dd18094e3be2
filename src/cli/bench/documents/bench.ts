import { parseArgs } from 'node:util';
import { openKnowledge } from '../../../app/knowledge.ts';
import { markAlike } from '../../../documents/alike.ts';
import { readAll } from '../../../documents/import/read-all.ts';
import { sectionConfidence } from '../../../documents/search/confidence.ts';
import { buildSectionIndex, type SectionIndex } from '../../../documents/search/index.ts';
import { mix, WEIGHTS } from '../../../documents/search/mix.ts';
import { SectionSearch } from '../../../documents/search/search.ts';
import { type Signal, SIGNALS } from '../../../documents/search/signals.ts';
import type { Section } from '../../../documents/section.ts';
import { sectionsOf } from '../../../documents/sections.ts';
import { AppError } from '../../../errors.ts';
import { LOCALES, type Locale } from '../../../language/locale.ts';
import { markdownTable } from '../table.ts';
import { fitCalibration, fitWeights } from './fit.ts';
import { askAll, type AskedQuestion, type FoundShares, measure, rankOf } from './measure.ts';
import { readDocumentQuestions } from './questions.ts';

const FOLDS = 5;
/** The share of questions without an answer that the confidence supposes, as that of answers does. */
const OUT_OF_SCOPE_SHARE = 0.25;

type Weigh = (question: AskedQuestion) => Readonly<Record<Signal, number>>;

/** `bench documents`: how often the section that answers is found, in folders of documents, and what weights fit best. */
export async function runDocumentsBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      questions: { type: 'string', multiple: true, default: [] },
      locale: { type: 'string', default: 'it' },
      parts: { type: 'boolean', default: false },
      plain: { type: 'boolean', default: false },
    },
  });
  const locale = LOCALES.find((each) => each === values.locale);
  if (values.data === undefined || values.questions.length === 0 || locale === undefined)
    throw new AppError('invalid-input', 'bench documents wants --data DIR --questions FILE [--locale it|en]');
  const { related } = await openKnowledge();
  const sections = await readSections(values.data, locale);
  const begun = performance.now();
  const index = buildSectionIndex(sections);
  const built = performance.now();
  const search = new SectionSearch(sections, values.plain ? {} : related, index);
  const asked: AskedQuestion[] = [];
  for (const file of values.questions)
    asked.push(...askAll(file, await readDocumentQuestions(file), search, sections, locale));
  print(`${sections.length} sections, index built in ${((built - begun) / 1000).toFixed(1)} s\n\n`);
  print(describeRows(values.questions, asked, index, values.parts));
  print(describeFit(asked, index));
}

async function readSections(dir: string, locale: Locale): Promise<Section[]> {
  const { documents } = await readAll([dir], { locale, licence: null, base: null }, () => undefined);
  return markAlike(documents.flatMap((document) => sectionsOf(document)));
}

function describeRows(
  files: readonly string[],
  asked: readonly AskedQuestion[],
  index: SectionIndex,
  isByPart: boolean,
): string {
  const folded = fold(asked);
  const ways: [string, Weigh][] = [
    ['as shipped', () => WEIGHTS],
    ['five folds', (question) => folded.get(question) ?? WEIGHTS],
    ...(isByPart ? SIGNALS.map((name): [string, Weigh] => [`${name} alone`, () => only(name)]) : []),
  ];
  const sets: [string, readonly AskedQuestion[]][] = [
    ...files.map((file) => [file, asked.filter((one) => one.file === file)] as [string, AskedQuestion[]]),
  ];
  if (files.length > 1) sets.push(['all', asked]);
  const rows = sets.flatMap(([file, questions]) =>
    ways.map(([name, weigh]) => [
      file.split('/').at(-1) ?? file,
      name,
      ...cells(
        measure(
          questions,
          index,
          (signals, question) => mix(signals, weigh(question)),
          (best, { read }) => sectionConfidence(best, read),
        ),
      ),
    ]),
  );
  return markdownTable(['questions', 'weights', 'n', 'first', 'three', 'five', 'page', 'AUC'], rows);
}

const only = (one: Signal): Record<Signal, number> =>
  Object.fromEntries(SIGNALS.map((name) => [name, name === one ? 10 : 0])) as Record<Signal, number>;

function cells({ questions, first, three, five, page, auc }: FoundShares): string[] {
  const shares = [first, three, five, page].map((share) => (100 * share).toFixed(1));
  return [String(questions), ...shares, auc.toFixed(3).replace(/^0/, '')];
}

/** For each question the weights that were fitted without it and its fifth of all. */
function fold(asked: readonly AskedQuestion[]): Map<AskedQuestion, Record<Signal, number>> {
  const folded = new Map<AskedQuestion, Record<Signal, number>>();
  for (let part = 0; part < FOLDS; part++) {
    const weights = fitWeights(asked.filter((_, at) => at % FOLDS !== part).map((one) => one.candidates));
    asked.forEach((question, at) => {
      if (at % FOLDS === part) folded.set(question, weights);
    });
  }
  return folded;
}

function describeFit(asked: readonly AskedQuestion[], index: SectionIndex): string {
  const weights = fitWeights(asked.map((one) => one.candidates));
  const folded = fold(asked);
  const without = asked.filter(({ hasAnswer }) => !hasAnswer).length;
  const points = asked.map((question) => {
    const shown = rankOf(question, index, (signals) => mix(signals, folded.get(question) ?? weights));
    const { hasAnswer, read } = question;
    return {
      scored: (shown[0]?.score ?? 0) * read.weight,
      unknown: read.unknown,
      isRight: shown.slice(0, 3).some(({ isGold }) => isGold),
      weight: hasAnswer ? (1 - OUT_OF_SCOPE_SHARE) / (asked.length - without) : OUT_OF_SCOPE_SHARE / without,
    };
  });
  const { a, b, c } = fitCalibration(points);
  const fitted = SIGNALS.map((name) => `${name} ${weights[name].toFixed(2)}`).join(', ');
  return `\nfitted on all: ${fitted}; confidence a ${a.toFixed(2)}, b ${b.toFixed(4)}, c ${c.toFixed(2)}\n`;
}

const print = (text: string): void => void process.stdout.write(text);
