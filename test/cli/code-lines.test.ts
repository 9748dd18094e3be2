import { expect } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countCode, countFiles } from '../../src/cli/code-lines.ts';
import { useTempDir } from '../temp-dir.ts';

describe('lines of code', () => {
  const dir = useTempDir();

  it('are neither blank nor comment', () => {
    const source = '/** What it is. */\nconst a = 1; // one\n\n// Why.\n/**\n * b\n */\nconst b = 2;\n';
    expect(countCode(source)).to.equal(2);
    expect(countCode('')).to.equal(0);
  });

  it('of a folder leave out what users read', () => {
    const one = 'export const one = 1;\n';
    mkdirSync(join(dir.path, 'part/inner'), { recursive: true });
    const texts = ['texts.ts', 'texts-it.ts', 'inner/verdict-texts.ts', 'text-types.ts', 'notes.md'];
    for (const name of ['text.ts', 'inner/context.ts', ...texts])
      writeFileSync(join(dir.path, 'part', name), one);
    expect(countFiles(dir.path, 'part')).to.deep.equal([
      { path: 'part/inner/context.ts', lines: 1 },
      { path: 'part/text.ts', lines: 1 },
    ]);
  });
});
