import { expect } from 'chai';
import { type ChatEvent, createChatLog } from '../../src/http/chat/chat-log.ts';

const ids = (events: readonly ChatEvent[]) => events.map(({ id }) => id);

describe('the log of the chat page', () => {
  it('gives everything to a page that knows nothing, and the rest to one that knows a part', () => {
    const log = createChatLog('b1');
    for (const text of ['a', 'b', 'c']) log.append('c1', 'message', { text });
    expect(ids(log.since('c1', null))).to.deep.equal(['b1-0', 'b1-1', 'b1-2']);
    expect(ids(log.since('c1', 'b1-1'))).to.deep.equal(['b1-2']);
    expect(log.since('c1', 'b1-2')).to.deep.equal([]);
  });

  it('gives everything to a page that knows an earlier run, or says nonsense', () => {
    const log = createChatLog('b2');
    log.append('c1', 'message', { text: 'a' });
    for (const lastId of ['b1-7', 'b2-x', 'b2', '', '-', 'b2--1']) {
      expect(ids(log.since('c1', lastId)), lastId).to.deep.equal(['b2-0']);
    }
  });

  it('keeps conversations apart', () => {
    const log = createChatLog('b');
    log.append('c1', 'message', { text: 'a' });
    expect(log.since('c2', null)).to.deep.equal([]);
  });

  it('tells listeners until they stop, and does not keep typing', () => {
    const log = createChatLog('b');
    const heard: (string | null)[] = [];
    const stop = log.listen('c1', ({ id }) => heard.push(id));
    log.append('c1', 'typing', {});
    log.append('c1', 'message', {});
    stop();
    log.append('c1', 'message', {});
    expect(heard).to.deep.equal([null, 'b-0']);
    expect(ids(log.since('c1', null))).to.deep.equal(['b-0', 'b-1']);
  });

  it('drops the oldest events of a long conversation, and still counts on', () => {
    const log = createChatLog('b');
    for (let index = 0; index < 1200; index += 1) log.append('c1', 'message', {});
    const kept = ids(log.since('c1', null));
    expect(kept).to.have.length(500);
    expect(kept[0]).to.equal('b-700');
    expect(ids(log.since('c1', 'b-1198'))).to.deep.equal(['b-1199']);
    expect(log.since('c1', 'b-10')).to.have.length(500);
  });

  it('forgets the conversations longest unused, but none that is open', () => {
    const log = createChatLog('b');
    log.append('open', 'message', {});
    log.append('old', 'message', {});
    log.listen('open', () => undefined);
    for (let index = 0; index < 250; index += 1) log.append(`c${String(index)}`, 'message', {});
    expect(log.since('old', null)).to.deep.equal([]);
    expect(log.since('open', null)).to.have.length(1);
    expect(log.since('c249', null)).to.have.length(1);
  });
});
