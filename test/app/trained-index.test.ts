import { expect } from 'chai';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexFileOf, keepUpToDate, learn, shippedLessons } from '../../src/app/trained-index.ts';
import { answerWith, withFolder } from '../knowledge/folder.ts';
import { createAnswerer } from '../../src/matching/answerer.ts';

const LINES = [
  'quanto tempo ha microsoft per rispondere?',
  'crea un deal con Contoso',
  'how do I get acces to referals',
  'che tempo fa domani?',
];

describe('the trained index on disk', () => {
  let folder: string;
  let file: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-index-'));
    file = join(folder, 'index.bin');
    await keepUpToDate(shippedLessons([], file));
  });
  after(() => rm(folder, { recursive: true }));

  it('understands as what was learned just now does', async () => {
    const { knowledge, answerer } = await learn(shippedLessons([], file));
    const fresh = createAnswerer(knowledge);
    for (const line of LINES)
      expect(answerer.match(line, { locale: 'it' }), line).to.deep.equal(fresh.match(line, { locale: 'it' }));
  });

  it('is read and not written where it is of today', async () => {
    const { mtimeMs } = await stat(file);
    await keepUpToDate(shippedLessons([], file));
    expect((await stat(file)).mtimeMs).to.equal(mtimeMs);
  });

  const damages: readonly (readonly [string, (bytes: Buffer) => Uint8Array])[] = [
    ['of other knowledge or code', (bytes) => bytes.fill(7, 0, 32)],
    ['changed since', (bytes) => bytes.fill(7, bytes.length - 1000, bytes.length - 990)],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
  ];
  for (const [name, damage] of damages) {
    it(`is learned anew where the file is ${name}`, async () => {
      await withFolder({}, async (dir) => {
        const lessons = { dir, documentFolders: [], file: join(folder, 'damaged.bin') };
        const { trained } = await keepUpToDate(lessons);
        const good = await readFile(lessons.file);
        await writeFile(lessons.file, damage(Buffer.from(good)));
        const anew = await keepUpToDate(lessons);
        expect(anew.trained).to.deep.equal(trained);
        expect((await readFile(lessons.file)).subarray(0, 32)).to.deep.equal(good.subarray(0, 32));
      });
    });
  }

  it('knows the documents of further folders, and takes up what changes in them', async () => {
    const documents = join(folder, 'own');
    const file = join(documents, 'documents/posti.md.yaml');
    const page = (lead: string) =>
      `document: { path: posti.md, title: Posti, locale: it }\nsections:\n  - { key: costi, heading: Costi, level: 2, lead: ${lead}, text: [${lead}] }\n`;
    await mkdir(join(documents, 'documents'), { recursive: true });
    await withFolder({}, async (dir) => {
      for (const lead of ['Nulla.', 'Due euro.']) {
        await writeFile(file, page(lead));
        const lessons = { dir, documentFolders: [documents], file: join(folder, 'own.bin') };
        const { knowledge } = await keepUpToDate(lessons);
        const found = knowledge.sections?.filter(({ document }) => document.path === 'posti.md');
        expect(found?.map((section) => section.lead)).to.deep.equal([lead]);
      }
    });
    expect(indexFileOf([documents])).not.to.equal(indexFileOf([]));
  });

  it('takes over what an edit leaves as it is, and is then as if all were learned anew', async () => {
    await withFolder({}, async (dir) => {
      const lessons = (name: string) => ({ dir, documentFolders: [], file: join(folder, name) });
      await keepUpToDate(lessons('edited.bin'));
      const edits = [
        answerWith('dietro la sede.', 'davanti alla mensa.'),
        answerWith('posto auto a0', 'box a0'),
      ];
      for (const [at, edit] of edits.entries()) {
        await writeFile(join(dir, 'answers/parking.yaml'), edit['answers/parking.yaml'] ?? '');
        const { knowledge, trained, madeOf } = await keepUpToDate(lessons('edited.bin'));
        const anew = await keepUpToDate(lessons(`anew-${String(at)}.bin`));
        expect({ knowledge, trained, madeOf }).to.deep.equal({
          knowledge: anew.knowledge,
          trained: anew.trained,
          madeOf: anew.madeOf,
        });
      }
    });
  });

  it('is done without where the folder can’t be written', async () => {
    await withFolder({}, async (dir) => {
      const lessons = { dir, documentFolders: [], file: join(folder, 'no such folder', 'index.bin') };
      const { trained } = await keepUpToDate(lessons);
      expect(trained.exampleEntries.size).to.be.above(20);
    });
  });
});
