/** A line of a page of PDF. */
export interface PdfLine {
  readonly text: string;
  /** Height of its letters, in points. */
  readonly size: number;
  /** Where it stands, from the lower edge of the page, in points. */
  readonly y: number;
}

/** A run of letters as a PDF places it: a matrix whose last two numbers are its place, and its width. */
export interface PdfRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Runs whose feet differ by less than this share of their height stand in one line. */
const SAME_LINE = 0.4;
/** A gap wider than this share of the height parts words. */
const WORD_GAP = 0.15;

/** Puts the runs of a page together to lines, in the order in which the file has them. */
export function linesOfPage(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let end = 0;
  for (const { str, transform, width, height } of runs) {
    const [, , , scale = 0, x = 0, y = 0] = transform;
    const size = height || Math.abs(scale);
    if (str.trim() === '') continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < SAME_LINE * Math.max(size, last.size)) {
      const gap = x - end > WORD_GAP * size && !last.text.endsWith(' ') ? ' ' : '';
      lines[lines.length - 1] = { ...last, text: last.text + gap + str, size: Math.max(last.size, size) };
    } else lines.push({ text: str, size, y });
    end = x + width;
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}

/** The size that most letters have. */
export function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Lines at the edge of a page that so many pages repeat are its running title or its number. */
const REPEATED = 0.5;
const FEWEST_PAGES = 3;
const EDGE = 2;

/** The lines of all pages without running titles and page numbers. */
export function withoutRunningTitles(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const times = new Map<string, number>();
  for (const page of pages)
    for (const shape of new Set(edgeOf(page).map(shapeOf))) times.set(shape, (times.get(shape) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean =>
    pages.length >= FEWEST_PAGES && (times.get(shapeOf(line)) ?? 0) >= REPEATED * pages.length;
  return pages.map((page) => {
    const edge = new Set(edgeOf(page));
    return page.filter((line) => !edge.has(line) || !(isRunning(line) || /^\d{1,4}$/.test(line.text)));
  });
}

const edgeOf = (page: readonly PdfLine[]): PdfLine[] => [...page.slice(0, EDGE), ...page.slice(-EDGE)];

/** "Pagina 3 di 20" is the same on each page but for its numbers. */
const shapeOf = ({ text }: PdfLine): string => text.replace(/\d+/g, '#');
