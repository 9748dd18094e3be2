import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { useTempDir } from '../temp-dir.ts';

/** Runs the command as a person would, built or from source, whichever this test itself is. */
function run(...args: readonly string[]) {
  const extension = extname(fileURLToPath(import.meta.url));
  const script = fileURLToPath(new URL(`../../src/cli/knowledge${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  return spawnSync(process.execPath, [...loader, script, ...args], { encoding: 'utf8', input: '' });
}

describe('npm run knowledge -- import of documents', function () {
  this.timeout(240_000);
  const dir = useTempDir();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir.path, path)), { recursive: true });
    writeFileSync(join(dir.path, path), text);
  };
  const runImport = (...flags: readonly string[]) =>
    run('import', join(dir.path, 'docs'), '--out', join(dir.path, 'out'), '--locale', 'it', ...flags);
  const sections = async () => (await loadKnowledge(join(dir.path, 'out'))).sections ?? [];

  beforeEach(() => {
    write('docs/guida/posti.md', '# Posti\n\nNel cortile.\n\n## Costi\n\nNulla.\n\n![x](y.png)');
    write(
      'docs/faq.yml',
      '### YamlMime:FAQ\ntitle: FAQ\nsections:\n- name: A\n  questions:\n  - question: Dove?\n    answer: Qui.',
    );
    write('docs/toc.yml', '- name: x');
    write('docs/guida/includes/pezzo.md', 'Un pezzo.');
    write('docs/foto.png', 'no');
  });

  it('writes a new folder at once, and says what was left out and why', async () => {
    const { status, stdout, stderr } = runImport('--licence', 'CC BY 4.0');
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(
      (await sections()).map(({ document, heading }) => [document.path, heading, document.licence]),
    ).to.deep.equal([
      ['faq.yml', 'Dove?', 'CC BY 4.0'],
      ['guida/posti.md', 'Posti', 'CC BY 4.0'],
      ['guida/posti.md', 'Costi', 'CC BY 4.0'],
    ]);
    for (const path of ['toc.yml', 'foto.png', 'guida/includes/pezzo.md'])
      expect(stdout).to.include(`left out: ${path}: `);
    expect(stdout).to.include('1 × picture');
  });

  it('shows what would change in a folder with documents, and writes it after a yes only', async () => {
    runImport();
    write('docs/guida/posti.md', '# Posti\n\nNel garage.\n\n## Costi\n\nNulla.');
    for (const flags of [[], ['--dry-run']]) {
      const { stdout } = runImport(...flags);
      expect(stdout)
        .to.include('~ guida/posti.md')
        .and.include('- Nel cortile.')
        .and.include('+ Nel garage.');
      expect((await sections())[1]?.prose).to.equal('Nel cortile.');
    }
    expect(runImport().status).to.equal(1);
    expect(runImport('--yes').status).to.equal(0);
    expect((await sections())[1]?.prose).to.equal('Nel garage.');
  });

  it('keeps ids and what an editor wrote', async () => {
    runImport();
    const file = join(dir.path, 'out/documents/guida/posti.md.yaml');
    const before = await sections();
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8').trimEnd()}\n    editor:\n      examples: [quanto si paga]\n`,
    );
    write('docs/guida/posti.md', '# Posti\n\nNel garage.\n\n## Costi\n\nDue euro.');
    runImport('--yes');
    const after = await sections();
    expect(after.map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
    expect(after[2]).to.deep.include({ prose: 'Due euro.', examples: ['quanto si paga'] });
  });

  it('names files by the folder of their own where a file is named', async () => {
    run('import', join(dir.path, 'docs/guida/posti.md'), '--out', join(dir.path, 'out'), '--locale', 'it');
    expect((await sections()).map(({ document }) => document.path)).to.deep.equal(['posti.md', 'posti.md']);
  });

  it('says so where nothing can be read, and writes nothing', () => {
    const { status, stderr } = run(
      'import',
      join(dir.path, 'docs/foto.png'),
      '--out',
      join(dir.path, 'out'),
      '--locale',
      'it',
    );
    expect(status).to.equal(1);
    expect(stderr).to.include('foto.png');
    expect(existsSync(join(dir.path, 'out'))).to.equal(false);
  });

  it('says so where the folder can’t be written', () => {
    write('out', 'a file');
    const { status, stderr } = runImport();
    expect(status).to.equal(1);
    expect(stderr).to.match(/^import: cannot write/);
    expect(readdirSync(dir.path).sort()).to.deep.equal(['docs', 'out']);
  });
});
