import { expect } from 'chai';
import { type PageEvent, applyEvent, readEvent } from '../../src/chat-page/events.ts';

const event = (kind: PageEvent['kind'], id: string, text = ''): PageEvent => ({
  id: `b-${id}`,
  kind,
  activity: { id, text },
});
const shown = (events: readonly PageEvent[]) => events.map(({ kind, activity }) => [kind, activity.text]);

describe('events of the chat page', () => {
  it('are read as the server writes them, and nothing else is', () => {
    const good = event('message', '1', 'ciao');
    expect(readEvent(JSON.stringify(good))).to.deep.equal(good);
    for (const bad of ['', '{', 'null', '1', '"x"', '{}', '{"kind":"message"}', '{"kind":1,"activity":{}}']) {
      expect(readEvent(bad), bad).to.equal(null);
    }
  });

  it('make a transcript in their order, without typing', () => {
    const events = [event('message', '1', 'a'), event('typing', '2'), event('user', '3', 'b')];
    expect(shown(events.reduce(applyEvent, [] as readonly PageEvent[]))).to.deep.equal([
      ['message', 'a'],
      ['user', 'b'],
    ]);
  });

  it('change and remove messages in place', () => {
    const before = [event('message', '1', 'a'), event('message', '2', 'b')];
    expect(shown(applyEvent(before, event('update', '1', 'A')))).to.deep.equal([
      ['message', 'A'],
      ['message', 'b'],
    ]);
    expect(shown(applyEvent(before, event('delete', '1')))).to.deep.equal([['message', 'b']]);
    expect(applyEvent(before, event('update', '9', 'x'))).to.deep.equal(before);
  });
});
