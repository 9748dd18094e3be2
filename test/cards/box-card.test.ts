import { expect } from 'chai';
import fc from 'fast-check';
import markdownit from 'markdown-it';
import type { Box, Field } from '../../src/cards/box.ts';
import { boxCard, readDataset } from '../../src/cards/box-card.ts';
import { cardProblems } from './card-problems.ts';
import { ATTACKS, outsideWords } from './outside-words.ts';

const reader = markdownit({ html: true });
const LIVE = /link_open|image|html/;

/** A box in which these words are what others are called, and what was typed. */
function boxWith(words: string): Box {
  const options = [{ id: 'one', label: words }];
  const fields: readonly Field[] = [
    { part: '', kind: 'line', value: words, hint: words },
    { part: 'long', kind: 'lines', label: words, value: words },
    { part: 'day', kind: 'day', label: words, value: '2027-03-31' },
    ...(['list', 'open', 'many', 'typed'] as const).map((look): Field => ({
      part: look,
      kind: 'choice',
      look,
      label: words,
      options,
      value: 'one',
    })),
  ];
  const group = { name: 'customer', label: words, isOptional: true, isFolded: false, problem: words, fields };
  const folded = { ...group, name: 'team', isFolded: true, problem: null };
  return { title: words, draftId: 'd1', lines: [words], groups: [group, folded], shown: {} };
}

type Json = Readonly<Record<string, unknown>>;

function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const each of Object.values(value)) yield* objectsIn(each);
  }
}

/** Labels, titles and hints: what a client may make something else of than words. */
const titlesIn = (card: unknown): string[] =>
  [...objectsIn(card)].flatMap(({ label, title, placeholder }) =>
    [label, title, placeholder].filter((each): each is string => typeof each === 'string'),
  );

function expectPlain(words: string): void {
  const card = boxCard(boxWith(words), 'it');
  for (const title of titlesIn(card)) {
    const tokens = reader.parseInline(title, {}).flatMap(({ children }) => children ?? []);
    expect(
      tokens.map(({ type }) => type).filter((type) => LIVE.test(type)),
      title,
    ).to.deep.equal([]);
    expect(title).not.to.match(/\{\{|\$\{/);
  }
  expect([...objectsIn(card)].filter(({ type }) => type === 'TextBlock')).to.deep.equal([]);
}

describe('the card of a box', () => {
  for (const attack of ATTACKS)
    it(`makes nothing of ${JSON.stringify(attack)} in a label or a title`, () =>
      expectPlain(`X ${attack} Y`));

  it('makes nothing of any words', () => fc.assert(fc.property(outsideWords, expectPlain), { numRuns: 100 }));

  it('keeps what was typed as it was typed', () => {
    const words = '[a](https://evil.example) {{DATE(x)}} <b>';
    const values = [...objectsIn(boxCard(boxWith(words), 'it'))]
      .filter(({ type }) => type === 'Input.Text')
      .map(({ value }) => value);
    expect(new Set(values)).to.deep.equal(new Set([words]));
  });

  it('is one that Microsoft’s renderer and schema take', () => {
    expect(cardProblems(boxCard(boxWith('Fabrikam'), 'en'))).to.deep.equal([]);
  });

  it('names a search by its draft and value, and reads no other name', () => {
    const datasets = [...objectsIn(boxCard(boxWith('x'), 'it'))].flatMap(
      (input) => ((input['choices.data'] as Json | undefined)?.['dataset'] as string | undefined) ?? [],
    );
    expect(datasets.map(readDataset)).to.deep.include({ draftId: 'd1', slot: 'customer' });
    for (const other of [
      '',
      'box/',
      'box/d1',
      'box/d1/',
      'box//customer',
      'box/a/b/c',
      'answers',
      ' box/d1/customer',
    ])
      expect(readDataset(other), other).to.equal(null);
  });
});
