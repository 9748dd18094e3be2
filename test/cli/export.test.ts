import { expect } from 'chai';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFileStorage } from '../../src/app/storage.ts';
import { openStores } from '../../src/app/stores.ts';
import { exportLayers } from '../../src/cli/export.ts';
import { openKnowledgeFiles } from '../../src/workshop/knowledge-files.ts';
import { createLayers, type Layers } from '../../src/workshop/layer.ts';
import { expectAppError } from '../app-error.ts';
import { useHeldFolder } from '../held-folder.ts';
import { quietLog } from '../quiet-log.ts';

describe('exporting what editors laid over the knowledge folder', () => {
  const data = useHeldFolder();
  let layers: Layers;
  let printed: string[];
  const dir = () => join(data.path, 'knowledge');
  const out = () => join(data.path, 'out');
  const put = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(dir(), file)), { recursive: true });
    await writeFile(join(dir(), file), text);
  };
  const lay = async (company: string, file: string, text: string): Promise<void> => {
    const { eTag: over } = await openKnowledgeFiles(dir()).open(file);
    const replaces = (await layers.of(company)).get(file)?.at(-1) ?? null;
    await layers.write(company, [{ file, text, replaces, over }], null);
  };
  const run = (company: string | null = null) => {
    printed = [];
    const config = { dataDir: data.path, storage: { kind: 'file' } } as const;
    return exportLayers({ dir: dir(), out: out(), company }, config, (line) => printed.push(line));
  };
  const written = (file: string) => readFile(join(out(), file), 'utf8').catch(() => null);

  beforeEach(() => {
    const now = (): Date => new Date();
    const stores = openStores({ storage: createFileStorage(data.lock, now), log: quietLog });
    layers = createLayers({ layers: stores['knowledge-layers'], texts: stores['knowledge-texts'] }, now);
  });

  it('writes what is new and changed while the assistant runs, and not what the folder holds just so', async () => {
    await put('answers/a.yaml', 'old a');
    await put('answers/b.yaml', 'old b');
    await lay('t1', 'answers/a.yaml', 'new a');
    await lay('t1', 'answers/b.yaml', 'new b');
    await lay('t1', 'documents/x y.md.yaml', 'imported');
    await put('answers/b.yaml', 'new b');
    expect(await run()).to.equal(true);
    expect(await written('answers/a.yaml')).to.equal('new a');
    expect(await written('documents/x y.md.yaml')).to.equal('imported');
    expect(await written('answers/b.yaml')).to.equal(null);
    expect(printed.join()).to.contain('answers/b.yaml: the same');
  });

  it('puts apart what the folder changed, too, and says so', async () => {
    await put('answers/a.yaml', 'old a');
    await lay('t1', 'answers/a.yaml', 'new a');
    await put('answers/a.yaml', 'by hand');
    expect(await run()).to.equal(false);
    expect(await written('answers/a.yaml')).to.equal(null);
    expect(await written('conflicts/answers/a.yaml')).to.equal('new a');
  });

  it('gives each company a folder of its own, or one alone', async () => {
    await lay('t1', 'answers/a.yaml', 'of one');
    await lay('t2', 'answers/a.yaml', 'of two');
    await run();
    expect([await written('t1/answers/a.yaml'), await written('t2/answers/a.yaml')]).to.deep.equal([
      'of one',
      'of two',
    ]);
    await run('T2');
    expect(await written('answers/a.yaml')).to.equal('of two');
    await expectAppError(run('t3'), 'invalid-input');
  });
});
