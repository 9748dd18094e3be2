import { MAX_READ_LENGTH } from './flat.ts';
import { remembered } from './remembered.ts';

/** Something in quotes; `text` is without them, `start` and `end` are with them. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Pairs of quotes that people type. A single plain quote opens only after a space: "l'ultima" is no quote. */
const QUOTES: readonly RegExp[] = [
  /"([^"\n]{1,200})"/g,
  /[“”„«]\n?([^“”„«»\n]{1,200})\n?[”“»]/g,
  /‘([^‘\n]{1,200}?)’(?!\p{L})/gu,
  /(?<=^|[\s(:,])'([^'\s](?:[^\n]{0,198}?[^'\s])?)'(?=$|[\s),.;:!?])/g,
  /`([^`\n]{1,200})`/g,
];

/** What stands in quotes, in the order of the text; a name in quotes is a name whatever its words mean. */
export const findQuoted = remembered((text: string): readonly Quoted[] => {
  const read = text.slice(0, MAX_READ_LENGTH);
  const found: Quoted[] = [];
  const isTaken = new Uint8Array(read.length);
  for (const quotes of QUOTES) {
    for (const match of read.matchAll(quotes)) {
      const inner = (match[1] ?? '').trim();
      const [start, end] = [match.index, match.index + match[0].length];
      if (inner === '' || isTaken.subarray(start, end).includes(1)) continue;
      isTaken.fill(1, start, end);
      found.push({ text: inner, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
});
