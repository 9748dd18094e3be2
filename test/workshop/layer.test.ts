import { expect } from 'chai';
import { openStores } from '../../src/app/stores.ts';
import { openContainer } from '../../src/storage/azure/account.ts';
import { createBlobTexts } from '../../src/storage/azure/blob-texts.ts';
import { createRecordStore } from '../../src/storage/records.ts';
import { createLayers, type LayersRecord, type LayerText, withoutAuthor } from '../../src/workshop/layer.ts';
import { newContainerName, useAzurite } from '../azurite/azurite.ts';
import { quietLog } from '../quiet-log.ts';
import { createMemoryRecordStore } from '../storage/memory-record-store.ts';
import { describeLayer } from './layer.contract.ts';

describe('a layer of edits, in memory', () => {
  let layers = createMemoryRecordStore<LayersRecord>();
  let texts = createMemoryRecordStore<LayerText>();
  beforeEach(() => {
    layers = createMemoryRecordStore();
    texts = createMemoryRecordStore();
  });
  describeLayer(() => ({ layers, texts }));

  it('keeps the last fifty versions of a file, and no text of the others', async () => {
    const kept = createLayers({ layers, texts }, () => new Date());
    for (let at = 0; at < 52; at += 1) {
      const replaces = (await kept.of('aurelia')).get('answers/a.yaml')?.at(-1) ?? null;
      await kept.write(
        'aurelia',
        [{ file: 'answers/a.yaml', text: String(at), replaces, over: 'none' }],
        null,
      );
    }
    expect((await kept.of('aurelia')).get('answers/a.yaml')).to.have.length(50);
    expect(await texts.list()).to.have.length(50);
  });
});

describe('a layer of edits, in blobs', function () {
  const azurite = useAzurite(this);
  let container: Awaited<ReturnType<typeof openContainer>>;
  beforeEach(async () => {
    const account = { kind: 'connection-string', connectionString: azurite().connectionString } as const;
    container = await openContainer({ account, container: newContainerName() });
    await container.create();
  });
  describeLayer(() => {
    const now = (): Date => new Date();
    const storage = {
      openRecords: <T>(folder: string, options: Parameters<typeof createRecordStore<T>>[1]) =>
        createRecordStore<T>(createBlobTexts({ container, folder, now }), options),
    };
    const stores = openStores({ storage, log: quietLog });
    return { layers: stores['knowledge-layers'], texts: stores['knowledge-texts'] };
  });
});

describe('an editor whose data is deleted', () => {
  it('is named by no version of their company any more', () => {
    const version = (objectId: string) => ({
      text: 't',
      eTag: 'e',
      over: 'none',
      at: '2026-11-24T09:00:00Z',
      by: { objectId, name: 'Somebody' },
    });
    const record: LayersRecord = {
      schema: 1,
      layers: { t1: { 'answers/a.yaml': [version('A'), version('b')] }, t2: { f: [version('a')] } },
    };
    const { layers } = withoutAuthor(record, { tenantId: 'T1', objectId: 'a' });
    expect(layers['t1']?.['answers/a.yaml']?.map(({ by }) => by?.objectId ?? null)).to.deep.equal([
      null,
      'b',
    ]);
    expect(layers['t2']?.['f']?.[0]?.by?.objectId).to.equal('a');
  });
});
