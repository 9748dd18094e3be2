import { expect } from 'chai';
import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connector, OutgoingActivity, Sent } from '../../src/channel/connector.ts';
import { createDelivery, type Letter } from '../../src/channel/delivery.ts';
import { correlated, correlation } from '../../src/telemetry/correlation.ts';

const letter = (id: string, conversation = 'c', texts: readonly string[] = [id]): Letter => ({
  id,
  conversation,
  activities: texts.map((text) => ({
    type: 'message',
    text,
    serviceUrl: 'http://127.0.0.1:9',
    conversation: { id: conversation },
  })),
});

/** A connector that does with each text what `fate` says, and keeps what it took. */
function connectorOf(fate: (text: string) => Sent | Promise<Sent>): Connector & { readonly taken: string[] } {
  const taken: string[] = [];
  return {
    taken,
    async send(activity: OutgoingActivity) {
      const text = String(activity['text']);
      const sent = await fate(text);
      if (sent === 'taken') taken.push(text);
      return sent;
    },
  };
}

const never = new Promise<Sent>(() => undefined);

describe('delivery', () => {
  it('sends the letters of one conversation in the order they were posted, however long each takes', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lengths, async (delays) => {
        const connector = connectorOf(async (text): Promise<Sent> => {
          await wait(delays[Number(text)] ?? 0);
          return 'taken';
        });
        const delivery = createDelivery({ connector });
        await Promise.all(delays.map((_, at) => delivery.post(letter(String(at)))));
        expect(connector.taken).to.deep.equal(delays.map((_, at) => String(at)));
      }),
      { numRuns: 20 },
    );
  });

  it('a conversation whose channel never answers holds no other one up, and its poster hears of it', async () => {
    const connector = connectorOf((text) => (text === 'a' ? never : 'taken'));
    const delivery = createDelivery({ connector, patienceMs: 50 });
    const held = delivery.post(letter('a', 'silent'));
    expect(await delivery.post(letter('b', 'other'))).to.equal('taken');
    expect(delivery.stateOf({ id: 'a', conversation: 'silent' })).to.equal('waiting');
    expect(await held).to.equal('failed');
  });

  it('sends each letter as part of the turn that posted it, whichever turn began the line', async () => {
    const seen: unknown[] = [];
    const connector = connectorOf(async (): Promise<Sent> => {
      seen.push(correlation().turn);
      await wait(5);
      return 'taken';
    });
    const delivery = createDelivery({ connector });
    await Promise.all(['a', 'b', 'c'].map((turn) => correlated({ turn }, () => delivery.post(letter(turn)))));
    expect(seen).to.deep.equal(['a', 'b', 'c']);
  });

  it('what stands behind a letter that can’t be sent doesn’t overtake it', async () => {
    let isUp = false;
    const connector = connectorOf(async () => {
      await wait(1);
      return isUp ? 'taken' : 'failed';
    });
    const delivery = createDelivery({ connector });
    const posted = [delivery.post(letter('1')), delivery.post(letter('2'))];
    expect(await Promise.all(posted)).to.deep.equal(['failed', 'failed']);
    isUp = true;
    await Promise.all([delivery.post(letter('1')), delivery.post(letter('2'))]);
    expect(connector.taken).to.deep.equal(['1', '2']);
  });

  it('one that failed is tried once more for those behind it', async () => {
    let attempts = 0;
    const connector = connectorOf(async (text): Promise<Sent> => {
      await wait(1);
      return text === '1' && (attempts += 1) === 1 ? 'failed' : 'taken';
    });
    const delivery = createDelivery({ connector });
    const posted = [delivery.post(letter('1')), delivery.post(letter('2'))];
    expect(await Promise.all(posted)).to.deep.equal(['failed', 'taken']);
    expect(connector.taken).to.deep.equal(['1', '2']);
    expect(await delivery.post(letter('1'))).to.equal('taken');
    expect(connector.taken).to.deep.equal(['1', '2']);
  });

  it('a letter that always fails doesn’t silence its conversation, and is given up', async () => {
    const connector = connectorOf(async (text): Promise<Sent> => {
      await wait(1);
      return text === 'poison' ? 'failed' : 'taken';
    });
    const delivery = createDelivery({ connector });
    const outcomes: Sent[] = [];
    for (const text of ['1', '2', '3']) {
      const posted = [delivery.post(letter('poison')), delivery.post(letter(text))];
      outcomes.push((await Promise.all(posted))[1] ?? 'failed');
    }
    expect(outcomes).to.deep.equal(['taken', 'taken', 'taken']);
    expect(delivery.stateOf({ id: 'poison', conversation: 'c' })).to.equal('settled');
  });

  it('the same id in another conversation is another letter', async () => {
    const connector = connectorOf(() => 'taken');
    const delivery = createDelivery({ connector });
    await delivery.post(letter('1', 'a'));
    expect(delivery.stateOf({ id: '1', conversation: 'b' })).to.equal(null);
    await delivery.post(letter('1', 'b'));
    expect(connector.taken).to.have.length(2);
  });

  it('sends again only what was not taken, and nothing that was', async () => {
    let isUp = false;
    const connector = connectorOf((text) => (isUp || text === 'first' ? 'taken' : 'failed'));
    const delivery = createDelivery({ connector });
    const two = letter('x', 'c', ['first', 'second']);
    expect(await delivery.post(two)).to.equal('failed');
    isUp = true;
    expect(await delivery.post(two)).to.equal('taken');
    expect(await delivery.post(two)).to.equal('taken');
    expect(connector.taken).to.deep.equal(['first', 'second']);
  });

  it('a letter posted again while it waits is sent once', async () => {
    const connector = connectorOf(async (): Promise<Sent> => {
      await wait(2);
      return 'taken';
    });
    const delivery = createDelivery({ connector });
    await Promise.all([delivery.post(letter('x')), delivery.post(letter('x'))]);
    expect(connector.taken).to.deep.equal(['x']);
  });

  it('who doesn’t want it any more is not asked again', async () => {
    let asked = 0;
    const connector = connectorOf(() => {
      asked += 1;
      return 'unwanted';
    });
    const delivery = createDelivery({ connector });
    expect(await delivery.post(letter('x', 'c', ['1', '2']))).to.equal('unwanted');
    expect(await delivery.post(letter('x', 'c', ['1', '2']))).to.equal('unwanted');
    expect(asked).to.equal(1);
  });

  it('keeps no endless line for a channel that takes nothing', async () => {
    const delivery = createDelivery({ connector: connectorOf(() => never), patienceMs: 20 });
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, at) => delivery.post(letter(String(at)))),
    );
    expect(new Set(outcomes)).to.deep.equal(new Set(['failed']));
    expect(
      outcomes.filter((_, at) => delivery.stateOf({ id: String(at), conversation: 'c' }) === 'waiting'),
    ).to.have.length.below(60);
  });
});
