import { COUNTRY_CODES } from '../../language/country-codes.ts';
import type { Language } from '../../language/locale.ts';
import { type Answer, type AnswerCase, type Circumstance, OTHERS } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';

/** Roles that a directory tells, and `none` for whoever has none of them. */
const ROLES = new Set([
  'referrals-admin',
  'referrals-user',
  'account-admin',
  'business-profile-admin',
  'global-admin',
  'user-admin',
  'none',
]);
const PROGRAMME = /^[a-z][a-z\d-]*$/;

const VALUES: Readonly<Record<Circumstance, (value: string) => boolean>> = {
  role: (value) => ROLES.has(value),
  country: (value) => COUNTRY_CODES.has(value),
  programme: (value) => PROGRAMME.test(value),
};
const CURES: Readonly<Record<Circumstance, string>> = {
  role: `write one of ${[...ROLES].join(', ')}`,
  country: 'write two capital letters, such as IT',
  programme: 'write a word in small letters, such as csp',
};

/** More choices than this are no longer read on a phone. */
const MOST_CASES = 6;

/**
 * What an answer says by role, country or programme: values that there aren't, gaps (readers for whom nothing is written, in
 * both languages or in one) and overlaps (a value that two cases have, of which only the first is ever read).
 */
export function checkCases(folder: KnowledgeFolder): Problem[] {
  return folder.answers.flatMap((entry) => [...checkBy(entry), ...checkParity(entry)]);
}

function checkBy({ file, value: { variesBy, texts } }: FileEntry<Answer>): Problem[] {
  return textsOf(texts).flatMap(([locale, cases]) => {
    const field = `${locale}.cases`;
    if (variesBy === undefined && cases.length === 0) return [];
    if (variesBy === undefined)
      return [error(file, field, 'nothing says what they are chosen by', 'add "variesBy", such as country')];
    if (cases.length === 0)
      return [error(file, field, `none, though it varies by ${variesBy}`, 'write what is said in each case')];
    return [
      ...checkValues(file, field, cases, variesBy),
      ...findOverlaps(file, field, cases),
      ...findGap(file, field, cases, variesBy),
      ...checkLabels(file, field, cases, variesBy),
    ];
  });
}

function checkValues(file: string, field: string, cases: readonly AnswerCase[], by: Circumstance): Problem[] {
  return cases.flatMap((each, at) =>
    each.for.flatMap((value) => {
      const place = `${field}[${String(at)}].for`;
      if (value === OTHERS)
        return each.for.length === 1
          ? []
          : [error(file, place, `"${OTHERS}" stands beside others`, 'give it a case of its own')];
      return VALUES[by](value) ? [] : [error(file, place, `no ${by} "${value}"`, CURES[by])];
    }),
  );
}

function findOverlaps(file: string, field: string, cases: readonly AnswerCase[]): Problem[] {
  return cases.flatMap((each, at) => {
    const before = cases.slice(0, at).flatMap((other) => other.for);
    return each.for
      .filter((value) => before.includes(value))
      .map((value) =>
        error(
          file,
          `${field}[${String(at)}].for`,
          `"${value}" has a case already`,
          'leave it in one of them: only the first is read',
        ),
      );
  });
}

function findGap(file: string, field: string, cases: readonly AnswerCase[], by: Circumstance): Problem[] {
  const values = cases.flatMap((each) => each.for);
  const isWhole =
    values.includes(OTHERS) || (by === 'role' && [...ROLES].every((each) => values.includes(each)));
  const gap: Problem = {
    severity: 'warning',
    file,
    field,
    message: `whoever has another ${by} reads the general lead`,
    cure: `add a case for ${OTHERS}, which may say that the source doesn't tell`,
  };
  return isWhole ? [] : [gap];
}

function checkLabels(file: string, field: string, cases: readonly AnswerCase[], by: Circumstance): Problem[] {
  const written = cases.filter((each) => !each.for.includes(OTHERS));
  const most = written.flatMap((each) => (by === 'country' ? each.for : each.for.slice(0, 1)));
  const unnamed = cases.flatMap((each, at) =>
    by === 'country' || each.label !== undefined || each.for.includes(OTHERS)
      ? []
      : [error(file, `${field}[${String(at)}].label`, 'missing', `write how people call this ${by}`)],
  );
  const crowd: Problem = {
    severity: 'warning',
    file,
    field,
    message: `${String(most.length)} cases to choose from`,
    cure: `keep at most ${String(MOST_CASES)}: they are buttons where nobody knows which one holds`,
  };
  return most.length > MOST_CASES ? [...unnamed, crowd] : unnamed;
}

/** Each language has to have the same cases, since a person may read either. */
function checkParity({ file, value: { texts } }: FileEntry<Answer>): Problem[] {
  const [first, ...others] = textsOf(texts);
  if (first === undefined) return [];
  const values = (cases: readonly AnswerCase[]): string[] => cases.flatMap((each) => each.for);
  return others.flatMap(([locale, cases]) => {
    const [one, other] = [values(first[1]), values(cases)];
    const missing = [
      ...one.filter((value) => !other.includes(value)).map((value) => [locale, value] as const),
      ...other.filter((value) => !one.includes(value)).map((value) => [first[0], value] as const),
    ];
    return missing.map(([lacking, value]) =>
      error(file, `${lacking}.cases`, `no case for "${value}"`, 'write it in this language, too'),
    );
  });
}

function textsOf(texts: Answer['texts']): (readonly [Language, readonly AnswerCase[]])[] {
  return Object.entries(texts).map(([locale, { cases = [] }]) => [locale, cases] as const);
}

function error(file: string, field: string, message: string, cure: string): Problem {
  return { severity: 'error', file, field, message, cure };
}
