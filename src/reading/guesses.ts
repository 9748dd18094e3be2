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
  const force = readForce(withNames(listItems(text, [], lexicon)), {
    asked,
    asks: false,
    isBehindComma: false,
    pronouns: lexicon.pronouns,
    denyingNouns: lexicon.denyingNouns,
    today,
  });
  // "Uffa" is no name; "abbiamo perso Officine Beta, costavamo troppo" has one.
  if (force.act === 'complaint')
    return facts.filter(
      (fact) => !isNamed(fact) || fact.isSure || fact.end - fact.start < text.trim().length,
    );
  if (!SAID.has(force.act ?? 'statement')) return facts;
  return facts.filter(
    (fact) =>
      !isNamed(fact) ||
      // "… con Gamma Srl, 35k, dopo Pasqua"
      fact.role !== null ||
      standsApart(fact, text, facts, force.act === 'not-now' || force.act === 'filler'),
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
