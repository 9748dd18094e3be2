import { expect } from 'chai';
import { isChangedMeanwhile } from '../../src/storage/record-store.ts';
import { openEditedFiles } from '../../src/workshop/edited-files.ts';
import type { KnowledgeFiles } from '../../src/workshop/knowledge-files.ts';
import { eTagOf } from '../../src/workshop/knowledge-files.ts';
import { createLayers, type LayerStores } from '../../src/workshop/layer.ts';

const FILE = 'answers/parking.yaml';
const ANNA = { objectId: 'a', name: 'Anna Bruni' };
const BRUNO = { objectId: 'b', name: 'Bruno Conti' };

/** A folder that nobody writes. */
export function foldersTexts(texts: ReadonlyMap<string, string>): KnowledgeFiles {
  return {
    dir: '/nowhere',
    isWritable: () => Promise.resolve(false),
    open: (file) => {
      const text = texts.get(file) ?? null;
      return Promise.resolve({ text, eTag: eTagOf(text) });
    },
    write: () => Promise.reject(new Error('the folder is not written')),
  };
}

/**
 * What a layer has to keep, wherever its records are.
 *
 * @param open the stores as a process opens them, empty before each test
 */
export function describeLayer(open: () => LayerStores): void {
  let texts: Map<string, string>;
  let seconds: number;
  beforeEach(() => {
    texts = new Map([[FILE, 'lead: old\n']]);
    seconds = 0;
  });
  const now = (): Date => new Date(Date.UTC(2026, 10, 24, 9, 0, (seconds += 1)));
  /** An editor in a process of their own. */
  const editor = (by = ANNA, company = 'aurelia') =>
    openEditedFiles({
      folder: foldersTexts(texts),
      mayWrite: true,
      layers: createLayers(open(), now),
      company,
      by,
      onLaid: () => undefined,
    });
  const change = async (text: string, by = ANNA, company = 'aurelia'): Promise<void> => {
    const files = editor(by, company);
    await files.write(FILE, text, (await files.open(FILE)).eTag);
  };

  it('keeps who wrote what and when over the folder, for that company, and every process reads it', async () => {
    await change('lead: new\n');
    await change('lead: newer\n', BRUNO);
    expect([...(await editor().laidOver())]).to.deep.equal([[FILE, 'lead: newer\n']]);
    expect((await editor().versionsOf(FILE)).map(({ by, at }) => [by?.name, at])).to.deep.equal([
      ['Anna Bruni', '2026-11-24T09:00:01.000Z'],
      ['Bruno Conti', '2026-11-24T09:00:02.000Z'],
    ]);
    expect((await editor(ANNA, 'brera').open(FILE)).text).to.equal('lead: old\n');
  });

  it('lets one of two editors win who saw the same, and keeps nothing of the other', async () => {
    const both = [editor(ANNA), editor(BRUNO)];
    const { eTag } = await editor().open(FILE);
    const came = await Promise.all(
      both.map((files, at) =>
        files.write(FILE, `lead: by ${String(at)}\n`, eTag).then(() => 'written', isChangedMeanwhile),
      ),
    );
    expect(came.sort()).to.deep.equal([true, 'written'].sort());
    expect(await editor().versionsOf(FILE)).to.have.length(1);
    expect(await open().texts.list()).to.have.length(1);
    const late = await editor()
      .write(FILE, 'lead: late\n', eTag)
      .then(() => 'written', isChangedMeanwhile);
    expect(late).to.equal(true);
  });

  it('lays several files over at once, or none of them', async () => {
    const lay = await editor().beginLaying();
    await change('lead: new\n');
    const imported = new Map([
      ['documents/a.md.yaml', 'a'],
      [FILE, 'lead: imported\n'],
    ]);
    expect(await lay(imported).then(() => 'laid', isChangedMeanwhile)).to.equal(true);
    expect([...(await editor().laidOver()).keys()]).to.deep.equal([FILE]);
    await (
      await editor().beginLaying()
    )(imported);
    expect((await editor().laidOver()).get('documents/a.md.yaml')).to.equal('a');
  });

  it('goes back to the folder’s text, and to a former version', async () => {
    await change('lead: new\n');
    await editor().takeOff(FILE, eTagOf('lead: new\n'));
    expect(await editor().laidOver()).to.have.property('size', 0);
    expect((await editor().open(FILE)).text).to.equal('lead: old\n');
    const [first = null] = await editor().versionsOf(FILE);
    expect(await editor().textOf(FILE, first)).to.equal('lead: new\n');
    const late = await editor()
      .takeOff(FILE, eTagOf('lead: new\n'))
      .then(() => 'off', isChangedMeanwhile);
    expect(late).to.equal(true);
  });

  it('names a file that the folder changed under an edit, and none that it holds just so', async () => {
    await change('lead: new\n');
    expect(await editor().conflicts()).to.deep.equal([]);
    texts.set(FILE, 'lead: by hand\n');
    expect(await editor().conflicts()).to.deep.equal([FILE]);
    expect((await editor().open(FILE)).text).to.equal('lead: new\n');
    texts.set(FILE, 'lead: new\n');
    expect(await editor().conflicts()).to.deep.equal([]);
  });
}
