import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, seen from `dist/test` and from `test` alike. */
const ROOT = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url));
const paper = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

/**
 * How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, in the chapters that the paper takes. They are
 * numbered from 1 on; those of level 3 come after them.
 */
const REQUIREMENTS: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
};

/** `1.2.5–1.2.8` is four numbers. */
function numbersIn(range: string): readonly string[] {
  const [first = '', last = first] = range.split('–');
  const section = first.slice(0, first.lastIndexOf('.'));
  const [from, to] = [first, last].map((number) => Number(number.slice(section.length + 1))) as [
    number,
    number,
  ];
  return Array.from({ length: to - from + 1 }, (_, at) => `${section}.${String(from + at)}`);
}

describe('SECURITY.md', () => {
  it('names tests and folders of tests that there are', () => {
    const named = [...paper.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1] ?? '');
    expect(named.length).to.be.above(60);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).to.deep.equal([]);
  });

  it('names titles that stand in those tests', () => {
    const named = [...paper.matchAll(/`(test\/[^`]+\.ts)`: “([^”]+)”/g)];
    expect(named.length).to.be.above(60);
    const missing = named.filter(([, path, title]) => {
      const text = readFileSync(join(ROOT, path ?? ''), 'utf8').replaceAll(/\s+/g, ' ');
      return !text.includes(title ?? '');
    });
    expect(missing.map(([row]) => row)).to.deep.equal([]);
  });

  it('names every requirement of levels 1 and 2, in the chapters that it takes', () => {
    const from = paper.indexOf('### V1 ');
    const tables = paper.slice(from, paper.indexOf('### Classes of data'));
    const rows = [...tables.matchAll(/^\| (\d[\d., –]*?) +\|/gm)].map((match) => match[1] ?? '');
    const named = new Set(rows.flatMap((row) => row.split(', ')).flatMap(numbersIn));
    const missing = Object.entries(REQUIREMENTS).flatMap(([section, last]) =>
      numbersIn(`${section}.1–${section}.${String(last)}`).filter((number) => !named.has(number)),
    );
    expect(missing).to.deep.equal([]);
  });

  it('says of each requirement once whether it is shown, open or not for us', () => {
    const chapters = paper.slice(
      paper.indexOf('### What doesn’t apply'),
      paper.indexOf('### Classes of data'),
    );
    const numbers = [...chapters.matchAll(/^\| ([\d., –]+) \|/gm)].flatMap((match) =>
      (match[1] ?? '').split(', '),
    );
    expect(numbers.length).to.be.above(20);
    expect(new Set(numbers).size).to.equal(numbers.length);
  });
});
