import { expect } from 'chai';
import { type FaultyConnector, openConnector } from '../../src/cli/durability/connector.ts';
import { Moments } from '../../src/cli/durability/moments.ts';

describe('the connector of a durability run', () => {
  let connector: FaultyConnector;
  let moments: Moments;
  let isRefused = false;
  beforeEach(async () => {
    moments = new Moments();
    connector = await openConnector({
      moments,
      isRefused: () => isRefused,
      kills: () => ({ begun: 0, over: 0 }),
    });
  });
  afterEach(() => connector.close());

  const post = (conversation: string, activity: object, replyTo = '') =>
    fetch(`${connector.url}/v3/conversations/${conversation}/activities${replyTo}`, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', ...activity }),
    });

  it('takes messages, with the activity they answer, and notes the moments', async () => {
    await post('a', { text: 'one', replyToId: 'x' });
    await post('a', { text: 'two' }, '/y');
    await post('a', { type: 'typing' });
    expect(connector.taken.map(({ replyTo }) => replyTo)).to.deep.equal(['x', 'y']);
    expect(moments.countOf('taking')).to.equal(2);
  });

  it('refuses when told, and takes nothing then', async () => {
    isRefused = true;
    expect((await post('a', { text: 'one' })).status).to.equal(500);
    isRefused = false;
    expect(connector.faults.refused).to.equal(1);
    expect(connector.taken).to.deep.equal([]);
  });

  it('hangs in one chat alone, cuts that line when it heals, and takes replies again', async () => {
    const met = connector.fail('a', 'hanging');
    const hanging = post('a', { text: 'one' }).then(
      () => 'answered',
      () => 'cut',
    );
    expect((await post('b', { text: 'two' })).status).to.equal(200);
    while (met() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    connector.heal();
    expect(await hanging).to.equal('cut');
    expect((await post('a', { text: 'one' })).status).to.equal(200);
    expect(connector.taken.map(({ conversationId }) => conversationId)).to.deep.equal(['b', 'a']);
  });
});
