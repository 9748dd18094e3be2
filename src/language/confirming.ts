import { toPhrase } from './flat.ts';
import { inLists } from './said.ts';

const isConfirming = inLists('confirming');
/** No such question is longer; in letters. */
const LONGEST = 40;

/** Where in a text a question whether all before it is right begins ("…, giusto?", "…, am I right?"); null where none ends it. */
export function confirmingAt(text: string): number | null {
  const from = Math.max(0, text.length - LONGEST);
  const tail = /[,;.–-]\s*([^,;.–?!]*)\?[?!\s]*$/u.exec(text.slice(from));
  return tail !== null && isConfirming(toPhrase(tail[1] ?? '')) ? from + tail.index : null;
}

/** "Sono 14 giorni, giusto?" asks "Sono 14 giorni?". */
export function withoutConfirming(text: string): string {
  const at = confirmingAt(text);
  return at === null ? text : `${text.slice(0, at)}?`;
}
