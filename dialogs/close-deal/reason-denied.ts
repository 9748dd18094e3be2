import { deniedIn, without } from '../../src/language/denied.ts';
import { flatten } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';

/**
 * "Non è stato il prezzo", "tutto tranne il prezzo", "il prezzo non c'entra": a text without what it denies, as typed and
 * folded, and what that is without its denial, folded. In "non hanno budget" the denial is the reason itself.
 */
export function partDenied(sentence: string): {
  readonly left: string;
  readonly meant: string;
  readonly denied: string;
} {
  const cut: string[] = [];
  const put = (_: string, about: string): string => {
    cut.push(about);
    return '';
  };
  const involved = sentence.replaceAll('’', "'").replace(uninvolved(), put).replace(there(), put);
  const spans = deniedIn(involved).filter(({ what, isPlain }) => !isPlain || isOfNoun(what));
  cut.push(...spans.map(({ what }) => what));
  const left = without(involved, spans);
  return { left, meant: flatten(left).text, denied: flatten(cut.join(', ')).text };
}

const isDeniedLead = inLists('denied-leads');
/** "Non per il prezzo", "not the price": no verb is denied. */
const isOfNoun = (what: string): boolean =>
  isDeniedLead(/[\p{L}]+['’]?/u.exec(flatten(what).text)?.[0] ?? '');

/** "Il prezzo non c'entra", "price wasn't the issue". */
export const uninvolved = patternOf('giu')`([^,;.:]{2,40}) ${'not-involved'}(?!\p{L})`;

/** "Avevano il budget ma …", "they had the money". */
const there = patternOf(
  'giu',
)`(?<!(?:${'denying'})\s)(?<!\p{L})${'had-it'}\s((?:${'articles'}\s?)?${'reason-nouns'})(?=\s*(?:$|[,;.:]|(?:${'but'}|${'joining'})(?!\p{L})))`;
