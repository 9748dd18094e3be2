import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { environment } from '../../src/config/fields.ts';

describe('the variables of the configuration', () => {
  it('stand in the README, each in a table', () => {
    const rows = readFileSync('README.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|')[1] ?? '');
    const told = new Set(rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)));
    expect(Object.keys(environment.shape).filter((name) => !told.has(name))).to.deep.equal([]);
  });
});
