import { expect } from 'chai';
import { readConfig } from '../../src/config/config.ts';
import { checkStorage } from '../../src/doctor/storage.ts';
import { newContainerName, useAzurite } from '../azurite/azurite.ts';
import { useTempDir } from '../temp-dir.ts';

describe('what the doctor says of Azure Storage', function () {
  const azurite = useAzurite(this);
  const dir = useTempDir();
  const check = (connectionString: string) =>
    checkStorage(
      readConfig({
        DATA_DIR: dir.path,
        STORAGE: 'azure',
        AZURE_STORAGE_CONNECTION_STRING: connectionString,
        AZURE_STORAGE_CONTAINER: newContainerName(),
      }),
    );

  it('is fine where both its services can be reached', async () => {
    const findings = await check(azurite().connectionString);
    expect(findings.map(({ level }) => level)).to.deep.equal(['fine', 'fine', 'fine']);
  });

  it('names the queue where only that can’t be reached', async () => {
    const findings = await check(
      azurite().connectionString.replace(/QueueEndpoint=[^;]*/, 'QueueEndpoint=http://127.0.0.1:1/x'),
    );
    const broken = findings.filter(({ level }) => level === 'broken').map(({ text }) => text);
    expect(broken).to.have.length(1);
    expect(broken[0]).to.match(/queue/);
  });
});
