import { expect } from 'chai';
import { check, goodAnswer } from '../folder.ts';

/** The good answer with cases in both languages: of each what it is for. */
const withCases = (by: string | null, it: readonly string[], en: readonly string[] = it): string => {
  const written = (values: readonly string[], lead: string): string =>
    values
      .map((each) => `    - { for: [${each}], label: ${each.replace(/\W/g, ' ')}, lead: ${lead} }`)
      .join('\n');
  const field = (values: readonly string[], lead: string): string =>
    values.length === 0 ? '' : `  cases:\n${written(values, lead)}\n`;
  return goodAnswer
    .replace('related: []', by === null ? 'related: []' : `related: []\nvariesBy: ${by}`)
    .replace('it:\n', `it:\n${field(it, 'Parcheggi in cortile.')}`)
    .replace('en:\n', `en:\n${field(en, 'You park in the yard.')}`);
};

const ofCases = async (answer: string): Promise<string[]> =>
  (await check({ 'answers/parking.yaml': answer })).filter((line) => /cases/.test(line));

describe('checkCases', () => {
  it('finds nothing where everybody has one case, in both languages', async () => {
    expect(await ofCases(withCases('country', ['IT, SM', 'others']))).to.deep.equal([]);
    expect(await ofCases(withCases('programme', ['csp', 'others']))).to.deep.equal([]);
    expect(
      await ofCases(withCases('role', ['referrals-admin, account-admin', 'none', 'others'])),
    ).to.deep.equal([]);
  });

  const faults: readonly (readonly [string, string, RegExp])[] = [
    [
      'whom no case is for',
      withCases('country', ['IT']),
      /^warning: .*it\.cases: whoever has another country/,
    ],
    [
      'a value that two cases have',
      withCases('country', ['IT', 'SM, IT', 'others']),
      /^error: .*it\.cases\[1\]\.for: "IT" has a case/,
    ],
    [
      'a case that one language lacks',
      withCases('country', ['IT', 'FR', 'others'], ['IT', 'others']),
      /^error: .*en\.cases: no case for "FR"/,
    ],
    [
      'a country that there isn’t',
      withCases('country', ['Italia', 'others']),
      /^error: .*no country "Italia"; write two capital/,
    ],
    ['a role that no directory tells', withCases('role', ['boss', 'others']), /^error: .*no role "boss"/],
    [
      'cases that nothing chooses by',
      withCases(null, ['IT', 'others']),
      /^error: .*nothing says what they are chosen by/,
    ],
    [
      'an answer that varies and has no cases',
      withCases('role', []),
      /^error: .*none, though it varies by role/,
    ],
    [
      'others beside a value',
      withCases('country', ['IT, others']),
      /^error: .*"others" stands beside others/,
    ],
  ];
  for (const [what, answer, told] of faults) {
    it(`names ${what}`, async () => {
      expect((await ofCases(answer)).some((line) => told.test(line))).to.equal(true);
    });
  }

  it('names a programme without a name for its button, and more cases than fit', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'others'];
    expect((await ofCases(withCases('programme', many))).join('\n')).to.match(/7 cases to choose from/);
    const unnamed = withCases('programme', ['csp', 'others']).replaceAll('label: csp, ', '');
    expect((await ofCases(unnamed)).join('\n')).to.match(/it\.cases\[0\]\.label: missing/);
  });
});
