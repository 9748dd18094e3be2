import type { Fact, Reading } from '../reading/reading.ts';

/** A reading as one line of JSON: what other programs compare. */
export function toJsonLine({ clauses, facts, unclaimed }: Reading): string {
  const shown = clauses.map(({ text, act, isOwn }) => ({ text, act, isOwn }));
  return `${JSON.stringify({ clauses: shown, facts, unclaimed })}\n`;
}

/** A reading for people: a line a clause, its facts below, at the end what nobody claimed. */
export function describeReading({ clauses, unclaimed }: Reading): string {
  const width = Math.max(0, ...clauses.map(({ act }) => act.length));
  const lines = clauses.flatMap(({ act, isOwn, text, facts }) => [
    `${act.padEnd(width)}  ${text.replace(/\s+/g, ' ')}${isOwn === true ? '  (own)' : ''}`,
    ...facts.map((fact) => `${' '.repeat(width)}    ${describeFact(fact)}`),
  ]);
  const rest = unclaimed.length === 0 ? [] : [`${'?'.padEnd(width)}  ${unclaimed.join(' | ')}`];
  return `${[...lines, ...rest].join('\n')}\n`;
}

const PLACE: ReadonlySet<string> = new Set(['kind', 'start', 'end', 'isSure', 'role', 'isInstead']);

/** "money  80000 EUR"; a question mark where it is not sure, "→ value" where the words say what it is for. */
function describeFact(fact: Fact): string {
  const values = Object.entries(fact).filter(([name, value]) => !PLACE.has(name) && value !== null);
  const shown = values.map(([, value]) => (Array.isArray(value) ? value.join(' / ') : String(value)));
  const role = fact.role === null ? '' : ` → ${fact.role}`;
  return `${fact.kind}  ${shown.filter((each) => each !== '').join(' · ')}${fact.isSure ? '' : ' ?'}${role}`;
}
