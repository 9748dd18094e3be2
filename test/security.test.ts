import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, seen from `dist/test` and from `test` alike. */
const ROOT = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url));
const paper = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

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
