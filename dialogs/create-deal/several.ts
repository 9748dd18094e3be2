import type { Fact, Reading } from '../../src/reading/reading.ts';

/** One of several deals that a message asks for. */
export interface DealSaid {
  readonly customer: string;
  /** What the message says of it; what stands before the first customer is said of all of them. */
  readonly text: string;
}

type Company = Extract<Fact, { kind: 'organisation' | 'known-name' }>;

/** What may stand between the companies of a list: "Acme, Beta e Gamma". */
const JOINING = /^[\s,;]*(?:(?:e|ed|poi|anche|and|then|also|plus|con|with)[\s,;]+)*$/iu;

/**
 * The deals that a message asks for, in its order; empty where it is one. Several companies are several deals where each
 * brings its own sum, or where they stand in a list: "Acme per conto di Beta" is one deal.
 */
export function dealsIn({ text, facts }: Reading): readonly DealSaid[] {
  const companies = facts.filter(
    (fact): fact is Company => fact.kind === 'organisation' || fact.kind === 'known-name',
  );
  const distinct = companies.filter(
    (each, at) => companies.findIndex(({ value }) => value === each.value) === at,
  );
  if (distinct.length < 2) return [];
  const own = distinct.map(({ start }, at) =>
    facts.filter((fact) => isBetween(fact, start, distinct[at + 1]?.start)),
  );
  const haveSums = own.every((part) => part.some(({ kind }) => kind === 'money' || kind === 'recurring'));
  const isList = distinct.every(
    ({ start }, at) => at === 0 || JOINING.test(text.slice(distinct[at - 1]?.end, start)),
  );
  if (!haveSums && !isList) return [];
  return distinct.map(({ value, start }, at) => {
    const end = distinct[at + 1] === undefined ? text.length : (own[at]?.at(-1)?.end ?? start);
    const lead = text.slice(0, distinct[0]?.start ?? 0);
    return { customer: value, text: `${lead}${text.slice(start, end)}`.trim() };
  });
}

function isBetween({ start }: Fact, from: number, to: number = Infinity): boolean {
  return start >= from && start < to;
}
