import { stripCourtesy } from '../../language/courtesy.ts';
import { flatten } from '../../language/flat.ts';
import { made, phraseOf } from '../../language/said.ts';
import type { Reading } from '../reading.ts';
import type { NoticeWish } from './wish.ts';

const patterns = made(() => ({
  closing: new RegExp(
    `^(?:${phraseOf('leads')} )*${phraseOf('notice-when')}.*(?<verb>${phraseOf('notice-tells', 'notice-sends')})(?: [a-z]+)?(?:$|[.,!])`,
  ),
  opening: new RegExp(
    `^(?:${phraseOf('leads')} )*(?:${phraseOf('notice-tells')}|(?<sends>${phraseOf('notice-sends')})).*?${phraseOf('notice-when')}`,
  ),
}));

/** "Quando Contoso viene accettato": whatever becomes of a deal is told by the one kind of news that there is of it. */
export function whenOf(reading: Reading): NoticeWish | null {
  const { text, facts } = reading;
  const company = facts.find(({ kind }) => kind === 'known-name');
  if (company?.kind !== 'known-name' || facts.some(({ kind }) => kind === 'day')) return null;
  const before = flatten(text.slice(0, company.start)).text;
  const opening = patterns().opening.exec(before);
  const isAhead = opening !== null && (opening.groups?.['sends'] === undefined || isTimed(before));
  // "Se Contoso scade fammelo sapere": what is waited for goes first.
  const behind = patterns().closing.exec(flatten(stripCourtesy(text)).text)?.groups?.['verb'];
  if (!isAhead && (behind === undefined || !/m[ei]/u.test(behind))) return null;
  const [name = '', ...others] = knownNamesIn(reading);
  // What is said of another one behind it ("quello di Fabrikam invece toglilo") is another wish.
  const more = others.length > 0 ? { unheld: 'rest' as const } : {};
  return { kind: 'news', isOn: true, topic: 'all', names: [name], ...more };
}

/** "Fammi sapere se" asks how it is, "fammi sapere quando" waits. */
const isTimed = (text: string): boolean => !/\b(?:se|if)\b/u.test(text);

/** The companies of the message that its person may see. */
export const knownNamesIn = ({ facts }: Reading): string[] =>
  facts.flatMap((fact) => (fact.kind === 'known-name' ? [fact.value] : []));
