import { expect } from 'chai';
import { checkStorage } from '../../../src/doctor/storage.ts';
import { type Config, examineConfig } from '../../../src/config/config.ts';
import { describeConfig } from '../../../src/doctor/configured.ts';
import { openAzureStorage } from '../../../src/storage/azure/azure-storage.ts';
import { expectAppError } from '../../app-error.ts';
import { newContainerName, useAzurite } from '../../azurite/azurite.ts';
import { startWire, type Wire } from '../../azurite/wire.ts';
import { useTempDir } from '../../temp-dir.ts';
import { wordsSchema } from '../kept-records.contract.ts';

const now = () => new Date('2026-11-24T09:00:00Z');

describe('a container of Azure Storage', function () {
  const azurite = useAzurite(this);
  const dir = useTempDir();
  let wire: Wire;
  before(async () => void (wire = await startWire(azurite())));
  afterEach(() => wire.refuse(null));
  after(() => wire?.close());

  const placeOf = (container: string) => wire.placeOf(container);
  const configOf = (env: Record<string, string>): Config => {
    const reading = examineConfig({
      STORAGE: 'azure',
      DATA_DIR: dir.path,
      AZURE_STORAGE_CONNECTION_STRING: azurite().connectionString,
      ...env,
    });
    if (!reading.isUsable) throw new Error(reading.problems.join('; '));
    return reading.config;
  };

  it('is made where it is missing, and opened as it is where it is there', async () => {
    const place = placeOf(newContainerName());
    const first = await openAzureStorage(place, { now });
    await first.openRecords('people', { schema: wordsSchema }).put('sara', { schema: 2, words: ['x'] });
    const second = await openAzureStorage(place, { now });
    expect(await second.hasRecords('people')).to.equal(true);
    expect(await second.hasRecords('sessions')).to.equal(false);
    expect(await second.canWrite()).to.equal(true);
  });

  it('is refused at the start, in words, where it can’t be reached or written', async () => {
    wire.refuse({ status: 403, code: 'AuthorizationPermissionMismatch' });
    const opening = openAzureStorage(placeOf(newContainerName()), { now });
    const { message } = await expectAppError(opening, 'unreachable', 'store');
    expect(message).to.contain('Storage Blob Data Contributor').and.not.contain('AccountKey');
    const place = placeOf('nowhere');
    const account = { kind: 'connection-string', connectionString: 'UseDevelopmentStorage=maybe' } as const;
    await expectAppError(openAzureStorage({ ...place, account }, { now }), 'invalid-input');
  });

  it('is looked at by the doctor, who says that deals are a demo of one process', async () => {
    const config = configOf({ AZURE_STORAGE_CONTAINER: newContainerName() });
    const found = await checkStorage(config);
    // The folder for deals, the container, and the queue.
    expect(found.map(({ level }) => level)).to.deep.equal(['fine', 'fine', 'fine']);
    const advice = describeConfig(config, now()).filter(({ level }) => level === 'advice');
    expect(advice.map(({ text }) => text).join()).to.contain('REFERRALS to partner-center');
    const storage = await openAzureStorage(config.storage as Extract<Config['storage'], { kind: 'azure' }>, {
      now,
    });
    await storage.openRecords('people', { schema: wordsSchema }).put('sara', { schema: 2, words: ['x'] });
    const lost = (await checkStorage(config)).filter(({ level }) => level === 'broken');
    expect(lost.map(({ text }) => text).join()).to.contain('deals.json is missing');
  });

  it('is broken to the doctor where only the queue doesn’t answer', async () => {
    const connection = azurite().connectionString.replace(
      /QueueEndpoint=[^;]*/,
      'QueueEndpoint=http://127.0.0.1:1/x',
    );
    const found = await checkStorage(configOf({ AZURE_STORAGE_CONNECTION_STRING: connection }));
    const broken = found.filter(({ level }) => level === 'broken');
    expect(broken.map(({ text }) => text).join()).to.contain('make the queue');
  });

  it('is broken to the doctor where nobody answers', async () => {
    const connection = azurite().connectionString.replace(
      azurite().blobUrl,
      'http://127.0.0.1:1/devstoreaccount1',
    );
    const found = await checkStorage(configOf({ AZURE_STORAGE_CONNECTION_STRING: connection }));
    const broken = found.filter(({ level }) => level === 'broken');
    expect(broken.map(({ text }) => text).join()).to.contain('cannot reach the container');
  });
});
