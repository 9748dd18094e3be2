import { expect } from 'chai';
import { Chat, startTestBot, type TestBot } from './chat.ts';

describe('what is counted of dialogs', () => {
  let bot: TestBot;
  before(async () => void (bot = await startTestBot({ now: new Date() })));
  after(() => bot.stop());

  /** What the report has of a dialog, by what it counts. */
  const counted = async (dialog: string): Promise<Record<string, string>> => {
    const csv = await (await fetch(`${bot.address}/workshop/report.csv?days=7`)).text();
    const rows = csv.split('\r\n').map((row) => row.split(','));
    return Object.fromEntries(
      rows.flatMap(([part, name, what = '', count = '']) =>
        part === 'dialogs' && name === dialog ? [[what, count]] : [],
      ),
    );
  };

  it('a look-up that answers at once is begun and finished', async () => {
    await new Chat(bot).say('chi sono gli amministratori del nostro account');
    expect(await counted('find-account-admins')).to.deep.equal({ begun: '1', finished: '1' });
  });

  it('one that asks is finished once it is told, and left at its question where the person goes elsewhere', async () => {
    const told = new Chat(bot);
    await told.say('Microsoft ha accettato il mio deal?');
    expect(await counted('check-acceptance')).to.include({ begun: '1', finished: '0' });
    await told.say('Contoso');
    expect(await counted('check-acceptance')).to.deep.equal({ begun: '1', finished: '1' });
    const leaving = new Chat(bot);
    await leaving.say('Microsoft ha accettato il mio deal?');
    await leaving.say('annulla');
    const { begun, finished, ...left } = await counted('check-acceptance');
    expect([begun, finished, Object.keys(left), Object.values(left)]).to.deep.equal([
      '2',
      '1',
      ['left at deal'],
      ['1'],
    ]);
  });
});
