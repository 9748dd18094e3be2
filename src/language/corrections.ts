import { MAX_READ_LENGTH } from './flat.ts';

const CORRECTION =
  /(?:^|[\s,.;(])(?:anzi|scusa|pardon|volevo dire|o meglio|i mean|actually|rather|make that|no wait|no aspetta)(?=[\s,.:;])/gi;

/** What follows the last "anzi", "I mean": the corrected answer. Null when nothing was corrected. */
export function lastCorrection(text: string): string | null {
  const last = [...text.slice(0, MAX_READ_LENGTH).matchAll(CORRECTION)].at(-1);
  return last === undefined ? null : text.slice(last.index + last[0].length);
}
