import { expect } from 'chai';
import { type Exit, passReplies, releaseReplies } from '../../src/bot/gate.ts';
import type { Readership } from '../../src/bot/readership.ts';
import { readershipOf } from '../../src/bot/readership.ts';
import type { Reply } from '../../src/cards/reply-data.ts';

const exit = (readership: Readership, url: string | null = 'https://teams.example/chat'): Exit => ({
  readership,
  locale: 'it',
  words: 'i miei deal',
  card: null,
  toPrivateChat: () => url,
});

const own: Reply = {
  summary: 'Il deal con Fabrikam',
  buttons: [{ title: 'Vedi', action: { action: 'drafts' } }],
  offer: { action: 'drafts' },
};
const answer: Reply = {
  summary: 'Una risposta',
  openTo: 'everybody',
  offer: { action: 'begin', dialog: 'create-deal' },
  buttons: [
    { title: 'Crea un deal', action: { action: 'begin', dialog: 'create-deal' } },
    { title: 'Altro', action: { action: 'answer', id: 'x' } },
    { title: 'Le mie bozze', action: { action: 'drafts' } },
    { title: 'Fonte', url: 'https://learn.example' },
  ],
};

describe('the gate', () => {
  it('lets everything pass to the person alone, and to the sender alone', () => {
    for (const readership of ['personal', 'sender'] as const)
      expect(passReplies([own, answer], exit(readership))).to.deep.equal([own, answer]);
  });

  it('holds back where others read whatever its maker didn’t open', () => {
    const passed = passReplies([own, { summary: 'Segreto' }], exit('public'));
    expect(passed).to.have.length(1);
    expect(JSON.stringify(passed)).not.to.match(/Fabrikam|Segreto|drafts/);
    expect(passed[0]?.buttons?.[0]).to.include({ url: 'https://teams.example/chat' });
  });

  it('of what is open, it passes no offer and no button that does something of a person’s own', () => {
    const [passed] = passReplies([answer], exit('public'));
    expect(passed?.offer).to.equal(undefined);
    expect(passed?.buttons).to.deep.equal([
      { title: 'Crea un deal', url: 'https://teams.example/chat' },
      { title: 'Altro', action: { action: 'answer', id: 'x' } },
      { title: 'Fonte', url: 'https://learn.example' },
    ]);
    const [elsewhere] = passReplies([answer], exit('public', null));
    expect(elsewhere?.buttons?.map(({ title }) => title)).to.deep.equal(['Altro', 'Fonte']);
  });

  it('lets one message out a turn, in which nothing is that it holds back', () => {
    expect(releaseReplies([own, answer], exit('personal'))).to.have.length(1);
    const released = releaseReplies([own, answer, { summary: 'Segreto' }], exit('public'));
    expect(released).to.have.length(1);
    expect(JSON.stringify(released))
      .to.match(/Una risposta/)
      .and.match(/teams\.example/)
      .and.not.match(/Fabrikam|Segreto|drafts/);
  });

  it('knows two openings for what is a person’s own, by name', () => {
    for (const openTo of ['inserted-deal', 'released-question'] as const)
      expect(passReplies([{ ...own, openTo }], exit('public'))[0]?.summary).to.equal(own.summary);
  });
});

describe('who reads a conversation', () => {
  const cases: readonly (readonly [string, object, 'personal' | 'public'])[] = [
    ['msteams', { conversationType: 'personal' }, 'personal'],
    ['msteams', { conversationType: 'personal', isGroup: false }, 'personal'],
    ['msteams', { conversationType: 'personal', isGroup: true }, 'public'],
    ['msteams', { conversationType: 'groupChat' }, 'public'],
    ['msteams', { conversationType: 'channel', isGroup: false }, 'public'],
    ['msteams', { conversationType: 'meeting' }, 'public'],
    ['msteams', { conversationType: 'Personal' }, 'public'],
    ['msteams', {}, 'public'],
    ['msteams', { conversationType: null, isGroup: null }, 'public'],
    ['webchat', {}, 'personal'],
    ['webchat', { conversationType: '', isGroup: false }, 'personal'],
    ['webchat', { isGroup: true }, 'public'],
    ['directline', { conversationType: 'channel' }, 'public'],
  ];
  for (const [channelId, facts, wanted] of cases) {
    it(`${channelId} ${JSON.stringify(facts)}: ${wanted}`, () => {
      const conversation = { id: 'c', name: '', ...facts } as never;
      expect(readershipOf({ channelId, conversation })).to.equal(wanted);
    });
  }
});
