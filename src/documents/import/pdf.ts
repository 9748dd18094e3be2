import * as z from 'zod';
import { dayOf } from './facts.ts';
import {
  type Flow,
  type FlowBlock,
  type FlowHeading,
  NO_FACTS,
  type ReadDocument,
  type ReadFacts,
} from './flow.ts';
import { readPasted } from './pasted.ts';
import { bodySize, linesOfPage, type PdfLine, withoutRunningTitles } from './pdf-lines.ts';

/** More pages are a book; the rest is left out. */
const MOST_PAGES = 1000;
/** Letters so much larger than those of the text are a heading's. */
const LARGER = 1.15;
const LONGEST_HEADING = 160;
const DEEPEST = 6;
/** Lines of a paragraph stand closer than this, in heights of their letters. */
const PARAGRAPH_GAP = 1.7;

/**
 * Reads the text of a PDF: larger letters are headings, and the rest is put together as pasted text is. Scanned pages have
 * no text, and give none.
 */
export async function readPdf(bytes: Buffer): Promise<ReadDocument> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const pdf = await task.promise;
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOfPage(items.filter((item) => 'str' in item)));
      page.cleanup();
    }
    const { info } = await pdf.getMetadata();
    return {
      isPage: false,
      facts: factsOf(info),
      flow: flowOf(withoutRunningTitles(pages)),
      leftOut: new Map(),
    };
  } finally {
    await task.destroy();
  }
}

const infoFields = z.object({
  Title: z.string().optional(),
  ModDate: z.string().optional(),
  Language: z.string().nullish(),
});

function factsOf(info: unknown): ReadFacts {
  const { Title: title = '', ModDate: date = '', Language: language } = infoFields.parse(info);
  // D:20261128…
  const [, year = '', month = '', day = ''] = /^D:(\d{4})(\d{2})(\d{2})/.exec(date) ?? [];
  return {
    ...NO_FACTS,
    title: title.trim() === '' ? null : title.trim(),
    date: dayOf(`${year}-${month}-${day}`),
    language: language ?? null,
  };
}

/** Headings by their size; what stands between them is read as pasted text, below the smallest of them. */
function flowOf(pages: readonly (readonly PdfLine[])[]): Flow {
  const lines = pages.flat();
  const body = bodySize(lines);
  const isHeading = ({ size, text }: PdfLine): boolean =>
    size > LARGER * body && text.length <= LONGEST_HEADING;
  const sizes = [...new Set(lines.filter(isHeading).map(({ size }) => Math.round(size)))].sort(
    (a, b) => b - a,
  );
  const levelOf = ({ size }: PdfLine): number => Math.min(DEEPEST - 1, sizes.indexOf(Math.round(size)) + 1);
  const flow: (FlowHeading | FlowBlock)[] = [];
  let text: PdfLine[] = [];
  const flush = (): void => {
    const below = readPasted(joinLines(text));
    text = [];
    const level = Math.min(DEEPEST, sizes.length + 1);
    flow.push(...below.map((part) => (part.kind === 'heading' ? { ...part, level } : part)));
  };
  for (const [at, line] of lines.entries()) {
    if (!isHeading(line)) {
      text.push(line);
      continue;
    }
    flush();
    const last = flow.at(-1);
    const before = lines[at - 1];
    // A heading over two lines.
    const goesOn =
      last?.kind === 'heading' && before !== undefined && isHeading(before) && last.level === levelOf(line);
    if (goesOn) flow[flow.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    else flow.push({ kind: 'heading', level: levelOf(line), text: line.text, anchors: [], links: [] });
  }
  flush();
  return flow;
}

/** Lines as text: an empty line where a gap parts paragraphs, and words put together that a line's end has cut. */
function joinLines(lines: readonly PdfLine[]): string {
  return lines
    .map((line, at) => {
      const before = lines[at - 1];
      const gap = before === undefined ? 0 : before.y - line.y;
      return `${gap > PARAGRAPH_GAP * line.size ? '\n' : ''}${line.text}`;
    })
    .join('\n')
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1');
}
