import { parse } from 'csv-parse/sync';
import { AppError } from '../../errors.ts';
import { visibleText } from '../../language/visible-text.ts';
import { isQuestionHead } from '../wording.ts';
import type { Flow, FlowBlock, FlowHeading } from './flow.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const QUESTION = 2;
/** What stands in further columns is left out: a sheet with a thousand of them and as many rows would be a million cells. */
const MOST_COLUMNS = 200;
/** A question and its answer stand in the first of them. */
const ASKED_COLUMNS = 40;

/** Rows of a CSV or TSV, without empty ones; what parts the fields is seen from the first line (Excel in Italian writes `;`). */
export function rowsOf(source: string, path: string): string[][] {
  try {
    const rows = parse(source, {
      bom: true,
      delimiter: delimiterOf(source),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return rows.map((row) => row.map((field) => visibleText(field).trim()));
  } catch (cause) {
    throw new AppError('invalid-input', `import: ${path} is no table that can be read`, { cause });
  }
}

function delimiterOf(source: string): string {
  const [head = ''] = source.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const plain = head.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: plain.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/**
 * Reads the rows of a sheet: where two of its columns are a question and its answer, each row is a heading; else all of it
 * is one table (a price list).
 */
export function readGrid(rows: readonly (readonly string[])[]): Flow {
  const [head = [], ...body] = rows.map((row) => row.slice(0, MOST_COLUMNS));
  const asked = questionColumns(head);
  if (asked === null) return tableOf(head, body);
  return body.flatMap((row) => {
    const question = (row[asked.question] ?? '').replace(/\s+/g, ' ');
    const answer = row[asked.answer] ?? '';
    if (question === '' || answer === '') return [];
    const heading: FlowHeading = { kind: 'heading', level: QUESTION, text: question, anchors: [], links: [] };
    const others = head.flatMap((name, at) =>
      at === asked.question || at === asked.answer || !row[at] ? [] : [`${name}: ${row[at]}`],
    );
    return [heading, ...[...answer.split(/\n+/), ...others].map(paragraph)];
  });
}

/** Where the two columns stand, in any order and with others between them. */
function questionColumns(head: readonly string[]): { question: number; answer: number } | null {
  const near = head.slice(0, ASKED_COLUMNS);
  for (const [question, one] of near.entries())
    for (const [answer, other] of near.entries())
      if (question !== answer && isQuestionHead([one, other])) return { question, answer };
  return null;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Flow {
  const even = rows.map((row) => head.map((_, at) => row[at] ?? ''));
  return [{ kind: 'block', block: { kind: 'table', head, rows: even }, links: [] }];
}

function paragraph(text: string): FlowBlock {
  return { kind: 'block', block: { kind: 'paragraph', text: text.trim() }, links: [] };
}
