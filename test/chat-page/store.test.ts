import { expect } from 'chai';
import type { PageEvent } from '../../src/chat-page/events.ts';
import {
  type KeyValue,
  newConversation,
  readState,
  remember,
  writeState,
} from '../../src/chat-page/store.ts';

function memory(initial?: string): KeyValue & { value: string | null } {
  return {
    value: initial ?? null,
    getItem() {
      return this.value;
    },
    setItem(_key, value) {
      this.value = value;
    },
  };
}

const message = (index: number): PageEvent => ({
  id: `b-${String(index)}`,
  kind: 'message',
  activity: { id: String(index), text: 'x' },
});

describe('memory of the chat page', () => {
  it('gives back what was written', () => {
    const storage = memory();
    const conversation = remember(newConversation(), message(1));
    const state = { version: 1, locale: 'en', personId: 'p', conversations: { p: conversation } } as const;
    writeState(storage, state);
    expect(readState(storage)).to.deep.equal(state);
  });

  it('is empty where there is nothing, rubbish, or another version', () => {
    for (const text of [undefined, '', '{', 'null', '7', '{"version":2}']) {
      expect(readState(memory(text)), text).to.deep.include({ personId: null, conversations: {} });
    }
  });

  it('lets the chat go on where the browser refuses to store', () => {
    const refusing: KeyValue = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(readState(refusing).personId).to.equal(null);
    expect(() => writeState(refusing, readState(refusing))).not.to.throw();
  });

  it('knows where the stream goes on, also after an event without an id', () => {
    const one = remember(newConversation(), message(7));
    const typing = remember(one, { id: null, kind: 'typing', activity: { id: 't' } });
    expect(typing).to.deep.equal(one);
    expect(typing.lastEventId).to.equal('b-7');
  });

  it('keeps the newest messages of a long conversation', () => {
    let conversation = newConversation();
    for (let index = 0; index < 230; index += 1) conversation = remember(conversation, message(index));
    expect(conversation.events).to.have.length(200);
    expect(conversation.events[0]?.id).to.equal('b-30');
  });

  it('makes conversation ids that the server takes, and no two alike', () => {
    const ids = [newConversation().id, newConversation().id];
    for (const id of ids) expect(id).to.match(/^[A-Za-z0-9_-]{8,100}$/);
    expect(ids[0]).not.to.equal(ids[1]);
  });
});
