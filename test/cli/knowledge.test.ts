import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goodAnswer, withFolder } from '../knowledge/folder.ts';

/** An answer compared with its source today, so that its review isn't old however late this runs. */
const freshAnswer = goodAnswer.replace('2026-11-24', new Date().toISOString().slice(0, 10));

/** Runs the command as a person would, built or from source, whichever this test itself is. */
function run(...args: readonly string[]) {
  const extension = extname(fileURLToPath(import.meta.url));
  const script = fileURLToPath(new URL(`../../src/cli/knowledge${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  return spawnSync(process.execPath, [...loader, script, ...args], { encoding: 'utf8' });
}

describe('npm run knowledge', function () {
  this.timeout(120_000);

  it('check ends with 0 on a good folder and says what is in it', async () => {
    const { status, stdout } = await withFolder({ 'answers/parking.yaml': freshAnswer }, (dir) =>
      Promise.resolve(run('check', '--knowledge', dir)),
    );
    expect(stdout).to.equal('1 answers, 1 dialogs: 0 errors, 0 warnings\n');
    expect(status).to.equal(0);
  });

  it('check ends with 1 on an error and names file, field and cure', async () => {
    const bad = { 'answers/parking.yaml': goodAnswer.replace('related: []', 'related: [garden]') };
    const { status, stdout } = await withFolder(bad, (dir) =>
      Promise.resolve(run('check', '--knowledge', dir)),
    );
    expect(stdout).to.include(
      'error: answers/parking.yaml: related[0]: no answer "garden"; name an id of answers/',
    );
    expect(status).to.equal(1);
  });

  it('check ends with 0 on warnings alone', async () => {
    const weak = { 'answers/parking.yaml': freshAnswer.replace('      - posto auto a0 x0 y0\n', '') };
    const { status, stdout } = await withFolder(weak, (dir) =>
      Promise.resolve(run('check', '--knowledge', dir)),
    );
    expect(stdout).to.include('0 errors, 1 warnings');
    expect(status).to.equal(0);
  });

  it('import makes a folder that test can use', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'import-'));
    try {
      const csv = join(dir, 'in.csv');
      await writeFile(
        csv,
        'sentence,label\nwhere is the car park,parking\nI need a desk,desk\nparking please,parking\n',
      );
      const out = join(dir, 'out');
      expect(run('import', '--csv', csv, '--out', out, '--locale', 'en').stdout).to.equal(
        `2 answers with 3 examples written to ${out}\n`,
      );
      expect(await readFile(join(out, 'answers/parking.yaml'), 'utf8')).to.include('where is the car park');
      const questions = join(dir, 'set.jsonl');
      await writeFile(questions, '{"q":"where is the car park","expect":"answer:parking"}\n');
      const tested = run('test', '--knowledge', out, '--questions', questions, '--locale', 'en');
      expect(tested.stdout).to.include('set.jsonl: 1 lines with an answer: 100.0 % first');
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  it('test says why a line missed, and ends with 1 under the floor only', async () => {
    await withFolder({ 'answers/parking.yaml': freshAnswer }, async (dir) => {
      const set = join(dir, 'en-desk.jsonl');
      await writeFile(
        set,
        '{"q":"where do I park?","expect":"answer:parking"}\n{"q":"zzz qqq","expect":"answer:parking","kind":"noise"}\n',
      );
      const good = run('test', set, '--knowledge', dir, '--floor', '0.5');
      expect(good.stdout).to.match(/"zzz qqq" \(noise\): parking expected, none;/);
      expect(good.stdout)
        .to.include('in no example: zzz, qqq')
        .and.to.include('en-desk.jsonl: 2 lines with an answer');
      expect(good.status).to.equal(0);
      const bad = run('test', set, '--knowledge', dir, '--floor', '0.9');
      expect(bad.stdout).to.include('50.0 % of 2 lines went right, the floor is 90.0 %');
      expect(bad.status).to.equal(1);
    });
  });

  it('test wants a language, from the name of the set or by itself, and a floor from 0 to 1', () => {
    expect(run('test', 'questions.jsonl').stderr).to.include('Usage: npm run knowledge');
    expect(run('test', 'en.jsonl', '--floor', '90').stderr).to.include(
      '--floor is a share from 0 to 1, not "90"',
    );
  });

  for (const args of [[], ['fly'], ['import', '--csv', 'x'], ['check', '--locale', 'f']]) {
    it(`refuses "${args.join(' ')}" with a sentence, not a stack`, () => {
      const { status, stderr } = run(...args);
      expect(status).to.equal(1);
      expect(stderr).to.match(/Usage: npm run knowledge|--locale is two letters, such as it, not "f"/);
      expect(stderr).not.to.include('    at ');
    });
  }

  it('names a folder that is not there', () => {
    const { status, stderr } = run('check', '--knowledge', '/nowhere');
    expect(status).to.equal(1);
    expect(stderr).to.include('knowledge: cannot read the folder /nowhere');
  });
});
