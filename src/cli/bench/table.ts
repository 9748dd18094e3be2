/** One engine on one set. Numbers that have no meaning for it are null. */
export interface AccuracyRow {
  readonly set: string;
  readonly engine: string;
  readonly entries: number | null;
  readonly inScope: number | null;
  readonly outOfScope: number | null;
  readonly top1: number;
  readonly top3: number | null;
  readonly auroc: number | null;
  readonly oosRecallAt90: number | null;
  readonly mcc: number | null;
  readonly bestMcc: number | null;
  readonly accuracyAtThreshold: number | null;
  readonly wronglyAnswered: number | null;
  readonly ece: number | null;
  readonly eceReweighted: number | null;
  readonly microseconds: number | null;
  readonly buildSeconds: number | null;
}

type Format = (value: number) => string;
const percent: Format = (value) => (100 * value).toFixed(1);
const three: Format = (value) => value.toFixed(3).replace(/^0/, '');
const whole: Format = (value) => value.toFixed(0);
const seconds: Format = (value) => value.toFixed(2);

/** The columns of the accuracy table: heading, field, format. */
const COLUMNS: readonly (readonly [string, keyof AccuracyRow, Format])[] = [
  ['entries', 'entries', whole],
  ['top-1', 'top1', percent],
  ['top-3', 'top3', percent],
  ['AUROC', 'auroc', three],
  ['OOS recall at 90 %', 'oosRecallAt90', three],
  ['MCC', 'mcc', three],
  ['best MCC', 'bestMcc', three],
  ['wrongly answered', 'wronglyAnswered', percent],
  ['ECE', 'ece', three],
  ['reweighted', 'eceReweighted', three],
  ['µs', 'microseconds', whole],
  ['build s', 'buildSeconds', seconds],
];

/** The rows as a Markdown table, which reads as well on a terminal. */
export function renderTable(rows: readonly AccuracyRow[]): string {
  const cells = rows.map((row) => [
    row.set,
    row.engine,
    ...COLUMNS.map(([, field, format]) => {
      const value = row[field];
      return typeof value === 'number' ? format(value) : '';
    }),
  ]);
  return markdownTable(['set', 'engine', ...COLUMNS.map(([heading]) => heading)], cells);
}

/** A Markdown table with columns of even width; the first two to the left, numbers to the right. */
export function markdownTable(head: readonly string[], cells: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) =>
    Math.max(name.length, 3, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return `${[line(head), line(rule), ...cells.map(line)].join('\n')}\n`;
}
