import { patternOf } from '../language/said.ts';

const head = patternOf(
  'iu',
)`(?<=^|[\s*])${'mail-from'}\s?:[ \t]*(?<writer>[^\n:@]{0,80}?)[ \t]*[<[(]?[^\s<>[\]():]{1,64}@[^\s<>[\]():]{1,200}[>\])]?(?=[^\n]*[ \t]${'mail-headers'}\s?:)`;
const headers = patternOf('giu')`[ \t]+(?=${'mail-headers'}\s?:)`;
const greeting = patternOf(
  'iu',
)`(?<=${'mail-headers'}\s?:[^\n]{1,120}?)[ \t]+(?=${'letter-greetings'}(?!\p{L}))`;
const closing = patternOf('giu')`(?<!\p{L})(?<closing>(?:\p{L}+ )?${'closings'})[ ,.!-]+(?=\p{Lu})`;
const lastHeader = patternOf('iu')`\n(?<label>${'mail-headers'}\s?:)(?<rest>[^\n]*)$`;

/**
 * A mail that was pasted without its lines gets them back: one for each header, and for where it begins, its closing and its
 * writer's name. A text without the head of such a mail is as it was.
 */
export function withMailLines(text: string): string {
  if (!text.includes('@')) return text;
  const found = head().exec(text);
  if (found === null) return text;
  const end = text.indexOf('\n', found.index);
  const line = text.slice(found.index, end < 0 ? text.length : end);
  const { writer = '' } = found.groups ?? {};
  const parted = line.replace(headers(), '\n');
  const begun = greeting().test(parted)
    ? parted.replace(greeting(), '\n')
    : // Nothing tells where its subject ends, so that all of it may be what it says.
      parted.replace(lastHeader(), '\n$<label>\n$<rest>');
  const closed = begun.replace(closing(), '\n$<closing>\n');
  const [first = '', ...rest] = closed.split('\n');
  const lines = [first, ...rest.map((each) => afterWriter(each.trim(), writer))];
  return `${text.slice(0, found.index)}\n${lines.join('\n')}${end < 0 ? '' : text.slice(end)}`;
}

/** "Anna Po Molino Rossi srl": who signs, and below it the company. */
function afterWriter(line: string, writer: string): string {
  const isSigned = writer !== '' && line.toLowerCase().startsWith(`${writer.toLowerCase()} `);
  return isSigned ? `${line.slice(0, writer.length)}\n${line.slice(writer.length + 1)}` : line;
}
