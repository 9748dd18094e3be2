import { expect } from 'chai';
import { HIDDEN_MS, type WorkQueue } from '../../../src/outbound/work-queue.ts';
import { openAzureStorage } from '../../../src/storage/azure/azure-storage.ts';
import { newContainerName, useAzurite } from '../../azurite/azurite.ts';
import { describeWorkQueue } from '../../outbound/work-queue.contract.ts';

describe('a queue of work in Azure Storage', function () {
  const azurite = useAzurite(this);
  const open = async (container = newContainerName()): Promise<WorkQueue> => {
    const account = { kind: 'connection-string', connectionString: azurite().connectionString } as const;
    const storage = await openAzureStorage({ account, container }, { now: () => new Date() });
    return storage.openQueue('work');
  };

  describeWorkQueue(open);

  it('is one queue for all processes, and gives an item to the next one where who took it is silent', async () => {
    const container = newContainerName();
    const [here, there] = [await open(container), await open(container)];
    await here.add('a');
    const [taken] = await there.take();
    expect(taken?.item).to.equal('a');
    expect(await here.take()).to.deep.equal([]);
    await azurite().advance(HIDDEN_MS + 1000);
    const [again] = await here.take();
    expect(again?.item).to.equal('a');
    // Who was silent changes nothing any more.
    await taken?.done();
    await again?.again(0);
    expect(await there.take()).to.have.length(1);
  });
});
