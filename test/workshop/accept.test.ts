import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../src/errors.ts';
import { type ChangedFiles, readKnowledgeFolder, toKnowledge } from '../../src/knowledge/load.ts';
import { createAnswerer } from '../../src/matching/answerer.ts';
import { accept, type Accepted, type Yes } from '../../src/workshop/accept.ts';
import { openKnowledgeFiles } from '../../src/workshop/knowledge-files.ts';
import { type TestSet, tryChange } from '../../src/workshop/trial.ts';
import { goodAnswer, withFolder } from '../knowledge/folder.ts';

const garden = goodAnswer
  .replaceAll('parking', 'garden')
  .replaceAll('posto auto', 'fiori aiuola')
  .replaceAll('car space', 'flower bed')
  .replaceAll('Dove parcheggio?', 'Chi cura il giardino?')
  .replaceAll('Where do I park?\n  lead', 'Who tends the garden?\n  lead')
  .replaceAll('dietro la sede', 'vedere le piante')
  .replaceAll('behind the building', 'see the plants');

const SETS: readonly TestSet[] = [
  {
    name: 'own',
    locale: 'it',
    questions: [{ q: 'un posto per la macchina in cortile', expect: 'parking', kind: '' }],
  },
];

async function say(
  yes: Partial<Yes>,
  before: string | null = null,
): Promise<Accepted & { readonly text: string }> {
  return withFolder({ 'answers/garden.yaml': garden }, async (dir) => {
    const folder = await readKnowledgeFolder(dir);
    const answerer = createAnswerer(toKnowledge(folder));
    const tryFiles = async (changed: ChangedFiles) =>
      tryChange(folder, await readKnowledgeFolder(dir, { changed }), SETS, answerer);
    const files = openKnowledgeFiles(dir);
    if (before !== null)
      await files.write('answers/parking.yaml', before, (await files.open('answers/parking.yaml')).eTag);
    const wanted: Yes = {
      locale: 'it',
      lines: ['sosta in cortile'],
      home: { kind: 'example', of: 'parking' },
      ...yes,
    };
    const accepted = await accept(wanted, { folder, files, tryFiles });
    return { ...accepted, text: await readFile(join(dir, accepted.file), 'utf8').catch(() => '') };
  });
}

describe('an editor’s yes', () => {
  it('writes an example where it belongs, once', async () => {
    const { isWritten, text, file } = await say({});
    expect(isWritten).to.equal(true);
    expect(file).to.equal('answers/parking.yaml');
    expect(text.match(/sosta in cortile/g)).to.have.length(1);
    expect(
      (await say({}, goodAnswer.replace('posto auto a0 x0 y0', 'sosta in cortile'))).text.match(/sosta/g),
    ).to.have.length(1);
  });

  it('writes what is not ours into the topic, made where it is new', async () => {
    const home = { kind: 'not-ours', topic: 'canteen' } as const;
    expect((await say({ home, lines: ['menu di oggi'] })).text)
      .to.contain('canteen:\n    - ')
      .and.to.contain('menu di oggi');
  });

  it('writes nothing where a set of questions gets worse by it, and says which line', async () => {
    const lines = ['un posto per la macchina in cortile'];
    const { isWritten, trial, text } = await say({ lines, home: { kind: 'example', of: 'garden' } });
    expect(isWritten).to.equal(false);
    expect(trial.fallen.map(({ q, expect: wanted }) => [q, wanted])).to.deep.include([lines[0], 'parking']);
    expect(text).not.to.contain('macchina in cortile');
  });

  it('writes nothing where the check finds an error that wasn’t there', async () => {
    const { isWritten, trial } = await say({ lines: ['fiori aiuola a0 x0 y0'] });
    expect(isWritten).to.equal(false);
    expect(trial.problems.length + trial.fallen.length).to.be.above(0);
  });

  it('refuses what leads nowhere, and a topic that is no name', async () => {
    const failing = async (yes: Partial<Yes>): Promise<string> => {
      const error = await say(yes).catch((thrown: unknown) => thrown);
      return (error as AppError).code;
    };
    expect(await failing({ home: { kind: 'example', of: 'cellar' } })).to.equal('invalid-input');
    expect(await failing({ home: { kind: 'not-ours', topic: '../x' } })).to.equal('invalid-input');
    expect(await failing({ home: { kind: 'not-ours', topic: null } })).to.equal('invalid-input');
  });
});

describe('the files of the knowledge', () => {
  it('are written by whoever saw what is there, and by nobody else', async () => {
    await withFolder({}, async (dir) => {
      const files = openKnowledgeFiles(dir);
      const { eTag } = await files.open('answers/parking.yaml');
      const written = await Promise.allSettled([
        files.write('answers/parking.yaml', 'id: one\n', eTag),
        files.write('answers/parking.yaml', 'id: two\n', eTag),
      ]);
      expect(written.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected']);
      expect((await files.open('answers/parking.yaml')).text).to.equal('id: one\n');
      await files.write(
        'answers/new/point.yaml',
        'id: new/point\n',
        (await files.open('answers/new/point.yaml')).eTag,
      );
      expect((await files.open('answers/new/point.yaml')).text).to.equal('id: new/point\n');
    });
  });

  it('are of the folder, and entries', async () => {
    await withFolder({}, async (dir) => {
      const files = openKnowledgeFiles(dir);
      for (const file of [
        '../x.yaml',
        'answers/../../x.yaml',
        '/etc/passwd',
        'words/it.yaml',
        'answers/a.sh',
        'answers/.x.yaml',
      ])
        expect(await files.open(file).catch((error: unknown) => (error as AppError).code)).to.equal(
          'invalid-input',
        );
    });
  });
});
