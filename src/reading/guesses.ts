import { readForce } from './acts.ts';
import type { Act, Fact, ReadingContext } from './reading.ts';
import { listItems } from './words/items.ts';
import type { WordMeanings } from './words/lexicon.ts';
import { withNames } from './words/name-or-verb.ts';

/** "I don't remember" is no contact: what says something as a whole holds no name that was only guessed. */
export function withoutGuesses(
  text: string,
  facts: readonly Fact[],
  { asked, today }: ReadingContext,
  lexicon: WordMeanings,
): readonly Fact[] {
  if (!facts.some(isNamed)) return facts;
  const actOf = (typed: string): Act =>
    readForce(withNames(listItems(typed, [], lexicon)), {
      asked,
      asks: false,
      isBehindComma: false,
      pronouns: lexicon.pronouns,
      denyingNouns: lexicon.denyingNouns,
      today,
    }).act ?? 'statement';
  // "Eccomi, privato" has a greeting in it, and no name.
  const named = facts.filter(
    (fact) => fact.isSure || !isNamed(fact) || !SAID.has(actOf(text.slice(fact.start, fact.end))),
  );
  const act = actOf(text);
  // "Uffa" is no name; "abbiamo perso Officine Beta, costavamo troppo" has one.
  if (act === 'complaint')
    return named.filter(
      (fact) => !isNamed(fact) || fact.isSure || fact.end - fact.start < text.trim().length,
    );
  if (!SAID.has(act)) return named;
  return named.filter(
    (fact) =>
      !isNamed(fact) ||
      // "… con Gamma Srl, 35k, dopo Pasqua"
      fact.role !== null ||
      standsApart(fact, text, facts, act === 'not-now' || act === 'filler'),
  );
}

/**
 * "Rita Po, il numero te lo do dopo", "Rita Po rita@…, …": a name of two words that is a part of its own was no guess. Nor
 * was a company's behind a pause ("let me think... Oakley & Finch"); behind thanks it may sign.
 */
function standsApart(
  { start, end, kind }: Fact,
  text: string,
  facts: readonly Fact[],
  isBehindPause: boolean,
): boolean {
  const isLast = kind === 'organisation' && isBehindPause && start > 0 && text.slice(end).trim() === '';
  const isBeside = facts.some((other) => other.start > end && text.slice(end, other.start).trim() === '');
  return (
    /\S\s\S/u.test(text.slice(start, end)) &&
    /(?:^|[,;.\n])\s*$/u.test(text.slice(0, start)) &&
    (isBeside || isLast || /^\s*[,;\n]/u.test(text.slice(end)))
  );
}

const isNamed = ({ kind }: Fact): boolean => kind === 'person' || kind === 'organisation';
const SAID: ReadonlySet<Act> = new Set<Act>(['assent', 'refusal', 'filler', 'not-now', 'courtesy']);
