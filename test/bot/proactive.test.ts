import { expect } from 'chai';
import { createTeller } from '../../src/bot/proactive.ts';
import { AppError } from '../../src/errors.ts';
import type { Letter } from '../../src/channel/delivery.ts';
import type { WatchPerson } from '../../src/watch/watched.ts';

const person = (conversation: object): WatchPerson => ({
  schema: 1,
  tenantId: 't',
  metOn: '2026-11-24',
  told: [],
  objectId: 'a',
  email: null,
  locale: 'it',
  timeZone: 'Europe/Rome',
  reference: { channelId: 'msteams', serviceUrl: 'https://smba.example', conversation, bot: { id: '28:b' } },
  consent: null,
  lastReadAt: null,
  owed: null,
});

const sent = { kind: 'sent', dealId: 'd', customer: 'Fabrikam' } as const;

describe('what is told without having been asked', () => {
  it('goes into the person’s own chat, in the line of that chat', async () => {
    const letters: Letter[] = [];
    const tell = createTeller({ post: (_, letter) => Promise.resolve(void letters.push(letter)) });
    expect(await tell(person({ id: 'a:1', conversationType: 'personal' }), sent)).to.equal('told');
    expect(letters.map(({ conversation }) => conversation)).to.deep.equal(['["msteams","a:1"]']);
    expect(JSON.stringify(letters)).to.contain('Fabrikam');
  });

  it('goes nowhere where others read, whatever reference was kept', async () => {
    const tell = createTeller({ post: () => Promise.reject(new Error('sent')) });
    for (const facts of [{ conversationType: 'channel' }, { isGroup: true }, {}])
      expect(await tell(person({ id: '19:x', ...facts }), sent)).to.equal('unwanted');
  });

  it('is told later where nothing can be kept', async () => {
    const full = new AppError('unreachable', 'store: full', { details: { reason: 'store' } });
    const tell = createTeller({ post: () => Promise.reject(full) });
    expect(await tell(person({ id: 'a:1', conversationType: 'personal' }), sent)).to.equal('failed');
  });
});
