import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { readIncoming } from '../../src/bot/incoming.ts';
import { MAX_READ_LENGTH } from '../../src/language/flat.ts';

const read = (part: Partial<Activity>) =>
  readIncoming({ type: 'message', recipient: { id: 'bot' }, ...part } as Activity);

describe('incoming', () => {
  it('reads words, without the mention of the bot and without what nobody sees', () => {
    const entities = [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>Bot</at>' }];
    expect(read({ text: '<at>Bot</at> ciao', entities })).to.deep.equal({ kind: 'utterance', text: 'ciao' });
    expect(read({ text: ' \u202eciao\u0007\u200b ' })).to.deep.equal({ kind: 'utterance', text: 'ciao' });
  });
  it('keeps lines and tabs, and joiners where a script needs them', () => {
    expect(read({ text: 'uno\r\ndue\ttre\u2028quattro \u{e0041}می\u200cخواهم\u00ad' })).to.deep.equal({
      kind: 'utterance',
      text: 'uno\ndue\ttre quattro می\u200cخواهم',
    });
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
  it('what a tap in Teams sends is the button’s value, also as JSON, and never its title', () => {
    const wanted = { kind: 'submit', action: { action: 'page', of: 'deals', page: 1 } };
    const value = { action: 'page', of: 'deals', page: 1 };
    expect(read({ text: 'Altri 4 deal', value })).to.deep.equal(wanted);
    expect(read({ text: 'Altri 4 deal', value: JSON.stringify(value) })).to.deep.equal(wanted);
    expect(read({ value: { ...value, msteams: { type: 'messageBack', value } } })).to.deep.equal(wanted);
  });
  it('the title of a button that is none of ours any more is not read as words', () => {
    const unknown = { kind: 'unreadable', what: 'unknown-button' };
    expect(read({ text: 'Crea il deal', value: { action: 'of-old' } })).to.deep.equal(unknown);
    expect(read({ text: 'ciao', value: '{"action":' }).kind).to.equal('utterance');
  });
  it('a value of somebody else’s beside text is ignored, alone it is said to be unknown', () => {
    expect(read({ text: 'ciao', value: { x: 1 } }).kind).to.equal('utterance');
    expect(read({ value: { x: 1 } })).to.deep.equal({ kind: 'unreadable', what: 'unknown-button' });
  });
  it('the text of a submit is never read as one', () =>
    expect(read({ text: '{"action":"help"}' }).kind).to.equal('utterance'));
  it('too long, or nothing to read', () => {
    expect(read({ text: 'x'.repeat(MAX_READ_LENGTH + 1) })).to.deep.equal({
      kind: 'unreadable',
      what: 'too-long',
    });
    expect(read({ text: '  ' })).to.deep.equal({ kind: 'unreadable', what: 'no-text' });
  });
  it('only what others wrote, or a file: neither is the person’s own words', () => {
    const attachments = [{ contentType: 'application/pdf', contentUrl: 'https://x.example/f' }];
    expect(read({ text: '> va bene' })).to.deep.equal({ kind: 'unreadable', what: 'quoted' });
    expect(read({ attachments })).to.deep.equal({ kind: 'unreadable', what: 'file' });
    expect(read({ text: 'ciao', attachments })).to.deep.equal({
      kind: 'utterance',
      text: 'ciao',
      hasFiles: true,
    });
  });
  it('a mention alone is a call', () => {
    const entities = [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>Bot</at>' }];
    for (const text of ['<at>Bot</at>', '<at>Bot</at>&nbsp;', undefined, null])
      expect(read({ text, entities } as unknown as Partial<Activity>).kind, String(text)).to.equal('called');
  });
  it('a card action that comes as an invoke is a submit', () => {
    const value = { action: { type: 'Action.Execute', data: { action: 'drafts' } } };
    expect(read({ type: 'invoke', name: 'adaptiveCard/action', value })).to.deep.equal({
      kind: 'submit',
      action: { action: 'drafts' },
    });
  });
  it('a card that asks to be made anew is an invoke, not a tap, also where others read', () => {
    const value = { action: { type: 'Action.Execute', data: { action: 'help' } }, trigger: 'automatic' };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value };
    expect(read(invoke)).to.deep.equal({ kind: 'invoke', name: 'adaptiveCard/action', value });
    const inGroup = { ...invoke, conversation: { id: 'c', isGroup: true } as Activity['conversation'] };
    expect(read(inGroup)).to.have.property('kind', 'invoke');
  });

  it('joining and being taken out are noticed, others leaving and editing are not', () => {
    const added = (...ids: string[]) =>
      read({ type: 'conversationUpdate', membersAdded: ids.map((id) => ({ id, name: '' })) }).kind;
    expect(added('x', 'bot')).to.equal('joined');
    expect(added('x')).to.equal('silence');
    expect(read({ type: 'installationUpdate', action: 'add' }).kind).to.equal('joined');
    expect(read({ type: 'installationUpdate', action: 'remove' }).kind).to.equal('removed');
    // An update takes the old release away, and nobody's notices.
    expect(read({ type: 'installationUpdate', action: 'remove-upgrade' }).kind).to.equal('silence');
    expect(read({ type: 'conversationUpdate', membersRemoved: [{ id: 'x', name: '' }] }).kind).to.equal(
      'silence',
    );
    expect(read({ type: 'messageUpdate', text: 'crea un deal' }).kind).to.equal('silence');
  });

  it('never throws, whatever a field holds', () => {
    const odd: readonly object[] = [
      { recipient: null, text: 'ciao' },
      { recipient: {}, text: 'ciao' },
      { text: null },
      { text: 7 },
      { text: 'ciao', entities: [{ type: 'mention' }] },
      { text: 'ciao', entities: [{ type: 'mention', mentioned: null, text: null }] },
      { text: 'ciao', entities: [{ type: 'mention', mentioned: { id: 'bot' } }] },
      { text: 'ciao', entities: null },
      { text: 'ciao', entities: [null, 3, 'x'] },
      { text: 'ciao', conversation: null },
      { type: 'conversationUpdate', membersAdded: [null, {}] },
      { type: 'invoke', name: null, value: null },
      { type: null },
      { type: { toString: false } },
      { type: 'invoke', name: { toString: [] } },
      { type: 'message', value: { length: [{ toString: '' }] } },
    ];
    for (const part of odd) expect(() => read(part), JSON.stringify(part)).not.to.throw();
    expect(read({ recipient: null, text: 'ciao' } as unknown as Partial<Activity>)).to.deep.equal({
      kind: 'utterance',
      text: 'ciao',
    });
    const names = [
      'type',
      'text',
      'textFormat',
      'attachments',
      'recipient',
      'entities',
      'conversation',
      'value',
      'membersAdded',
      'channelId',
      'name',
    ];
    const keys = [
      'toString',
      'valueOf',
      'length',
      'id',
      'text',
      'type',
      'mentioned',
      'contentType',
      'content',
    ];
    const odds = fc.oneof(
      fc.jsonValue(),
      fc.object({ key: fc.constantFrom(...keys) }),
      fc.constantFrom('message', 'invoke', 'event', 'conversationUpdate'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), odds), (part) => {
        readIncoming(part as unknown as Activity);
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts every mention of the bot, also one without entity or without text, and keeps those of others', () => {
    const bot = { id: 'bot', name: 'Co-sell Assistant' };
    const mention = (text?: string, mentioned: object = bot) => ({ type: 'mention', mentioned, text });
    const said = (text: string, ...entities: object[]) =>
      read({ text, entities, recipient: bot } as unknown as Partial<Activity>);
    const hello = { kind: 'utterance', text: 'ciao' };
    expect(
      said(
        '<at>Co-sell</at> <at>Assistant</at> ciao',
        mention('<at>Co-sell</at>'),
        mention('<at>Assistant</at>'),
      ),
    ).to.deep.equal(hello);
    expect(said('<at>Co-sell Assistant</at> ciao')).to.deep.equal(hello);
    expect(said('<at id="0">Co-sell Assistant</at> ciao', mention())).to.deep.equal(hello);
    expect(said('<at>Anna</at> ciao', mention('<at>Anna</at>', { id: 'a' }))).to.deep.equal({
      kind: 'utterance',
      text: 'Anna ciao',
    });
  });

  it('where others read, hears only what is meant for it', () => {
    const conversation = { id: 'c', conversationType: 'channel' } as Activity['conversation'];
    const entities = [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>Bot</at>' }];
    expect(read({ conversation, text: 'i miei deal' }).kind).to.equal('silence');
    expect(read({ conversation, text: '<at>Bot</at> i miei deal', entities }).kind).to.equal('utterance');
    expect(read({ conversation, value: { action: 'help' } }).kind).to.equal('submit');
    const joined = { conversation, type: 'conversationUpdate' };
    expect(read({ ...joined, membersAdded: [{ id: 'x', name: '' }] }).kind).to.equal('silence');
    expect(read({ ...joined, membersAdded: [{ id: 'bot', name: '' }] }).kind).to.equal('joined');
  });
});
