import { isPhrase } from '../said.ts';
import type { PeriodPart } from './meaning.ts';

const isStart = isPhrase('part-start');
const isMiddle = isPhrase('part-middle');

/** Which part the words mean ("fine", "metà", "early"); nothing said means the end, as deadlines do. */
export function partOf(words: string | undefined): PeriodPart {
  const text = words ?? '';
  if (isStart(text)) return 'start';
  return isMiddle(text) ? 'middle' : 'end';
}
