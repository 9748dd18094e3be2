import { expect } from 'chai';
import { createTeller } from '../../src/bot/proactive.ts';
import { AppError } from '../../src/errors.ts';
import type { Letter } from '../../src/channel/delivery.ts';
import { noNotices } from '../../src/watch/notices.ts';
import { tell } from '../../src/watch/teller.ts';
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
  notices: null,
  digestOn: null,
  letter: null,
  lookedIn: null,
  answered: [],
});

const NOW = new Date('2026-11-24T09:00:00Z');

const sent = { kind: 'sent', dealId: 'd', customer: 'Fabrikam' } as const;

describe('what is told without having been asked', () => {
  it('goes into the person’s own chat, in the line of that chat', async () => {
    const letters: Letter[] = [];
    const teller = createTeller({ post: (_, letter) => Promise.resolve(void letters.push(letter)) });
    expect(await tell(teller, person({ id: 'a:1', conversationType: 'personal' }), sent, NOW)).to.equal(
      'told',
    );
    expect(letters.map(({ conversation }) => conversation)).to.deep.equal(['["msteams","a:1"]']);
    expect(JSON.stringify(letters)).to.contain('Fabrikam');
  });

  it('is news to Teams, and to no other channel, which may not know what that is', async () => {
    const letters: Letter[] = [];
    const teller = createTeller({ post: (_, letter) => Promise.resolve(void letters.push(letter)) });
    const inTeams = person({ id: 'a:1', conversationType: 'personal' });
    for (const channelId of ['msteams', 'directline'])
      await tell(teller, { ...inTeams, reference: { ...inTeams.reference, channelId } }, sent, NOW);
    const data = letters.map(({ activities }) => activities.map(({ channelData }) => channelData));
    expect(data).to.deep.equal([[{ notification: { alert: true } }], [undefined]]);
  });

  it('goes nowhere where others read, whatever reference was kept', async () => {
    const teller = createTeller({ post: () => Promise.reject(new Error('sent')) });
    for (const facts of [{ conversationType: 'channel' }, { isGroup: true }, {}])
      expect(await tell(teller, person({ id: '19:x', ...facts }), sent, NOW)).to.equal('unwanted');
  });

  it('is told later where nothing can be kept', async () => {
    const full = new AppError('unreachable', 'store: full', { details: { reason: 'store' } });
    const teller = createTeller({ post: () => Promise.reject(full) });
    expect(await tell(teller, person({ id: 'a:1', conversationType: 'personal' }), sent, NOW)).to.equal(
      'failed',
    );
  });

  it('waits where it is quiet for the person', async () => {
    const letters: Letter[] = [];
    const teller = createTeller({ post: (_, letter) => Promise.resolve(void letters.push(letter)) });
    // Ten o'clock in Rome.
    const notices = { ...noNotices(NOW), quiet: { from: 9 * 60, to: 11 * 60 } };
    const chat = { ...person({ id: 'a:1', conversationType: 'personal' }), notices };
    expect(await tell(teller, chat, sent, NOW)).to.equal('failed');
    expect(letters).to.deep.equal([]);
    expect(await tell(teller, chat, sent, new Date('2026-11-24T10:00:00Z'))).to.equal('told');
  });
});
