import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import { people } from '../fakes/stage.ts';
import type { Chat } from './chat.ts';
import { chatOf, signInAs, startWatchedBot, type WatchedBot } from './watched-bot.ts';
import { makeDeal } from '../fakes/portal.ts';

const CUSTOMER = 'Lagunare Logistica';

describe('deals that are changed elsewhere', function () {
  this.timeout(120_000);
  let bot: WatchedBot;
  let chat: Chat;
  let id: string;
  beforeEach(async () => {
    bot = await startWatchedBot();
    id = await makeDeal(bot, people.sara, CUSTOMER);
    chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
  });
  afterEach(() => bot.stop());

  const records = () => bot.stage.partnerCenter.records;
  const ownRecord = () => records().all.find((record) => record['id'] === id) ?? {};
  const changeValue = (dealValue: number) =>
    records().change(id, (record) => void Object.assign(record['details'] as object, { dealValue }));

  it('103: a deal whose value somebody changed is not closed: what changed is said, and asked again', async () => {
    changeValue(80_000);
    await chat.say(`segna il deal con ${CUSTOMER} come vinto`);
    changeValue(95_000);
    const again = await chat.tap('Sì, chiudi il deal');
    expect(again.text)
      .to.match(/^Non ho chiuso nulla: .*valore: 80\.000 € → 95\.000 €/)
      .and.match(/Segno il deal con Lagunare Logistica come Vinto\?/);
    expect(ownRecord()).to.include({ status: 'Active', substatus: 'Accepted' });
    expect((await chat.tap('Sì, chiudi il deal')).text).to.match(/Vinto/);
    expect(ownRecord()).to.include({ status: 'Closed', substatus: 'Won' });
  });

  it('103: a deal that somebody closed meanwhile is said to be closed, and left so', async () => {
    await chat.say(`segna il deal con ${CUSTOMER} come vinto`);
    records().change(id, (record) => void Object.assign(record, { status: 'Closed', substatus: 'Lost' }));
    expect((await chat.tap('Sì, chiudi il deal')).text).to.match(/Perso/);
    expect(ownRecord()).to.include({ substatus: 'Lost' });
  });

  it('104: a state that nobody knows is shown as the service wrote it, with the portal', async () => {
    const side = records().all.find((record) => record['organizationId'] === 'msft') ?? {};
    records().change(
      String(side['id']),
      (record) => void Object.assign(record, { substatus: 'UnderReviewX' }),
    );
    const said = await chat.say(`microsoft ha accettato il deal con ${CUSTOMER}?`);
    expect(said.text)
      .to.contain('UnderReviewX')
      .and.match(/Lagunare Logistica/);
    expect(said.buttons).to.include('Apri in Partner Center');
    records().change(id, (record) => void Object.assign(record, { substatus: 'OnHoldY' }));
    expect((await chat.say('stato dei miei deal')).text).to.contain('Lagunare Logistica');
    expect((await chat.say(`microsoft ha accettato il deal con ${CUSTOMER}?`)).text).to.contain('OnHoldY');
  });

  it('104: what the service adds survives a change of ours', async () => {
    records().change(id, (record) => void Object.assign(record, { futureField: { deep: ['x'] } }));
    await chat.say(`segna il deal con ${CUSTOMER} come perso perché il budget è stato tagliato`);
    await chat.tap('Sì, chiudi il deal');
    expect(ownRecord()).to.deep.include({ substatus: 'Lost', futureField: { deep: ['x'] } });
  });
});
