import { expect } from 'chai';
import { isAscii } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { BUNDLE_FILE, runBundle } from '../src/bundle.ts';
import { useTempDir } from './temp-dir.ts';

const SAYS = (what: string): string => `
exports.say = function say() { return '${what}'; };
exports.place = __dirname;
exports.join = require('node:path').join;
`;

describe('the assistant in one file', () => {
  const dir = useTempDir();
  const write = (source: string): string => {
    const file = join(dir.path, 'all.cjs');
    writeFileSync(file, source);
    return file;
  };
  type Said = { say(): string; readonly place: string; readonly join: typeof join };

  it('runs as a module does', () => {
    const { exports } = runBundle<Said>(write(SAYS('one')));
    expect(exports.say()).to.equal('one');
    expect(exports.place).to.equal(dir.path);
    expect(exports.join('a', 'b')).to.equal(join('a', 'b'));
  });

  it('keeps letters beyond ASCII, in patterns as in texts', () => {
    const { exports } = runBundle<Said>(write("exports.say = () => 'sì'.replace(/^sì$/, 'perché');"));
    expect(exports.say()).to.equal('perché');
  });

  it('has every letter beyond ASCII of the sources escaped', function () {
    if (!existsSync(BUNDLE_FILE)) this.skip();
    expect(isAscii(readFileSync(BUNDLE_FILE))).to.equal(true);
  });

  it('runs the same with its compiled code kept', () => {
    const file = write(SAYS('one'));
    runBundle<Said>(file).keepCode();
    expect(existsSync(`${file}.code`)).to.equal(true);
    expect(runBundle<Said>(file).exports.say()).to.equal('one');
  });

  it('runs nothing of what was kept of another file, were it of the same length', () => {
    const file = write(SAYS('one'));
    const before = runBundle<Said>(file);
    before.exports.say();
    before.keepCode();
    write(SAYS('two'));
    expect(runBundle<Said>(file).exports.say()).to.equal('two');
  });

  it('runs without what was kept where that is damaged', () => {
    const file = write(SAYS('one'));
    runBundle<Said>(file).keepCode();
    const kept = readFileSync(`${file}.code`);
    for (const damaged of [kept.subarray(0, 40), kept.subarray(0, 10), Buffer.from(kept).fill(7, 40, 60)]) {
      writeFileSync(`${file}.code`, damaged);
      expect(runBundle<Said>(file).exports.say()).to.equal('one');
    }
  });

  it('names the lines of the sources in stacks', () => {
    const file = write('exports.fail = function fail() { throw new Error("no"); };');
    // One mapping: all of the first line is of line 8 of first.ts.
    writeFileSync(
      `${file}.map`,
      JSON.stringify({ version: 3, sources: ['first.ts'], names: [], mappings: 'AAOA' }),
    );
    const script = `import('${new URL(`../src/bundle${extname(import.meta.url)}`, import.meta.url).href}').then(({ runBundle }) => {
      try { runBundle('${file}').exports.fail(); } catch (error) { console.log(error.stack); }
    });`;
    const args = [...process.execArgv, '--enable-source-maps', '--eval', script];
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect(printed).to.contain(`${join(dir.path, 'first.ts')}:8:`);
  });
});
