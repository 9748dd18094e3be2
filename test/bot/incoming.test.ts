import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { LONGEST_UTTERANCE, readIncoming } from '../../src/bot/incoming.ts';

const read = (part: Partial<Activity>) =>
  readIncoming({ type: 'message', recipient: { id: 'bot' }, ...part } as Activity);

describe('incoming', () => {
  it('reads words, without the mention of the bot and without what nobody sees', () => {
    const entities = [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>Bot</at>' }];
    expect(read({ text: '<at>Bot</at> ciao', entities })).to.deep.equal({ kind: 'utterance', text: 'ciao' });
    expect(read({ text: ' \u202eciao\u0007\u200b ' })).to.deep.equal({ kind: 'utterance', text: 'ciao' });
  });
  it('reads words whatever else is missing, empty or odd', () => {
    const oddities = [
      { recipient: null },
      { recipient: null, entities: [{ type: 'mention', mentioned: { id: 'bot' }, text: 'ciao' }] },
      { entities: null },
      { entities: [{}, { type: 5 }, { type: 'mention' }, { type: 'mention', mentioned: {}, text: 'ciao' }] },
      { entities: [{ type: 'mention', mentioned: { id: 'bot' } }, null] },
    ];
    for (const odd of oddities) {
      const part = { text: ' ciao ', ...odd } as unknown as Partial<Activity>;
      expect(read(part), JSON.stringify(odd)).to.deep.equal({ kind: 'utterance', text: 'ciao' });
    }
  });
  it('a submit of ours wins over text', () => {
    expect(read({ text: 'Crea', value: { action: 'help' } })).to.deep.equal({
      kind: 'submit',
      action: { action: 'help' },
    });
  });
  it('a value of somebody else’s beside text is ignored, alone it is said to be unknown', () => {
    expect(read({ text: 'ciao', value: { x: 1 } }).kind).to.equal('utterance');
    expect(read({ value: { x: 1 } })).to.deep.equal({ kind: 'unreadable', what: 'unknown-button' });
  });
  it('the text of a submit is never read as one', () =>
    expect(read({ text: '{"action":"help"}' }).kind).to.equal('utterance'));
  it('too long, or nothing to read', () => {
    expect(read({ text: 'x'.repeat(LONGEST_UTTERANCE + 1) })).to.deep.equal({
      kind: 'unreadable',
      what: 'too-long',
    });
    expect(read({ text: '  ' })).to.deep.equal({ kind: 'unreadable', what: 'no-text' });
  });
  it('a card action that comes as an invoke is a submit', () => {
    const value = { action: { type: 'Action.Execute', data: { action: 'drafts' } } };
    expect(read({ type: 'invoke', name: 'adaptiveCard/action', value })).to.deep.equal({
      kind: 'submit',
      action: { action: 'drafts' },
    });
    expect(read({ type: 'invoke', name: 'composeExtension/query', value }).kind).to.equal('silence');
  });
  it('joining is noticed, leaving and editing are not', () => {
    expect(read({ type: 'conversationUpdate', membersAdded: [{ id: 'x', name: '' }] }).kind).to.equal(
      'joined',
    );
    expect(read({ type: 'installationUpdate', action: 'add' }).kind).to.equal('joined');
    expect(read({ type: 'installationUpdate', action: 'remove' }).kind).to.equal('silence');
    expect(read({ type: 'conversationUpdate', membersRemoved: [{ id: 'x', name: '' }] }).kind).to.equal(
      'silence',
    );
    expect(read({ type: 'messageUpdate', text: 'crea un deal' }).kind).to.equal('silence');
  });
});
