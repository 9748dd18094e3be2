import { lineText } from '../../src/cards/line.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import { shownLines } from '../cards/shown-lines.ts';

/** The titles of the rows of a card that can be tapped, in order. */
export function rowTitles({ body }: Reply): string[] {
  const titles = [
    ...JSON.stringify(body ?? []).matchAll(/"selectAction":\{"type":"[^"]*","title":"([^"]*)"/g),
  ];
  return titles.map(([, title]) => title ?? '');
}

/** Every text of a reply that people see, a line each: its own, then its card's. */
export function shownText({ summary, text, body }: Reply): string {
  const lines = text ?? (body === undefined ? [summary] : []);
  return [...lines.map(lineText), ...shownLines(body)].join('\n');
}
