import type { FactKind, Reading } from './reading.ts';

const EARLIER = /^> /;
/** What a later mail says in another's place; a company or a person may be named in the first of them alone. */
const PLACED: ReadonlySet<FactKind> = new Set(['money', 'recurring', 'day']);

/**
 * What a thread of mails tells: all that the last of them says, and of those that it answers the lines that say nothing it
 * says otherwise. "62.500 € is approved" above "> our offer is 71.000 €" is one sum.
 *
 * @param mail as `partQuoted` leaves it: lines of the mails that are answered begin with "> "
 * @param read reads a text for its facts
 */
export function lastSaid(mail: string, read: (text: string) => Pick<Reading, 'facts'>): string {
  const lines = mail.split('\n');
  if (!lines.some((line) => EARLIER.test(line))) return mail;
  const last = lines.filter((line) => !EARLIER.test(line)).join('\n');
  const kinds = new Set(read(last).facts.flatMap(({ kind }) => (PLACED.has(kind) ? [kind] : [])));
  const stands = (line: string): boolean => !read(line).facts.some(({ kind }) => kinds.has(kind));
  return lines
    .filter((line) => !EARLIER.test(line) || stands(line.replace(EARLIER, '')))
    .map((line) => line.replace(EARLIER, ''))
    .join('\n')
    .trim();
}
