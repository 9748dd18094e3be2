import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import { Chat } from './chat.ts';
import { signIn, useRealBot } from './real-bot.ts';

const SERVICES = {
  id: 'SOL-80001-SRV',
  name: 'Avvio Cloud',
  isCoSellReady: true,
  type: 'services',
  areas: ['AI Business Solutions', 'Cloud and AI Platforms'],
  plays: ['Data Security'],
  partnerRoles: ['Solution design', 'Deployment services'],
};

describe('a services offer at Partner Center', () => {
  const bot = useRealBot([SERVICES]);

  it('asks area and role among those the company lists, keeps them from the wire, and says where to set them', async () => {
    const chat = new Chat(bot());
    await chat.say(
      'crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione avvio cloud e wms',
    );
    expect((await signIn(bot(), chat, sara)).text).to.match(
      /soluzione Avvio Cloud, altre soluzioni Aurelia WMS/,
    );
    await chat.say('Via Roma 1, 37100 Verona, Italia');
    const area = await chat.say('Mario Rossi, mario.rossi@cliente.example, +39 045 123456');
    expect(area.text).to.match(/In quale area/);
    expect(area.buttons).to.deep.equal(['AI Business Solutions', 'Cloud and AI Platforms']);
    const role = await chat.tap('AI Business Solutions');
    expect(role.text)
      .to.match(/iniziativa Data Security/)
      .and.match(/Che ruolo avete/);
    expect(role.buttons).to.deep.equal(['Solution design', 'Deployment services']);
    expect((await chat.say('boh, non saprei proprio')).text).to.match(/Che ruolo avete|uno dei ruoli/);
    await chat.say('implementazione');
    await chat.say('metti Marco nel team');
    for (const line of ['demo', 'no', 'salta']) await chat.say(line);
    expect(chat.last.text).to.match(/Ruolo nel progetto: Deployment services/);
    const created = await chat.tap('Crea il deal');
    expect(created.text)
      .to.match(/creato/)
      .and.match(
        /area AI Business Solutions, iniziativa Data Security, ruolo nel progetto Deployment services/,
      );
    expect(created.buttons).to.include('Apri in Partner Center');
    const posts = bot().stage.partnerCenter.referrals.requests.filter(({ method }) => method === 'POST');
    const bodies = posts.map(({ body }) => JSON.stringify(body));
    expect(bodies).to.have.length(2);
    for (const body of bodies) {
      expect(body).to.include('SOL-80001-SRV').and.include('SOL-7001234').and.include('marco.galli@');
      expect(body).not.to.match(/SolutionArea|SolutionPlay|PartnerRole|Deployment services|Data Security/);
    }
  });

  it('asks no role of a solution of one’s own', async () => {
    const chat = new Chat(bot());
    await chat.say('crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione wms');
    await signIn(bot(), chat, sara);
    await chat.say('Via Roma 1, 37100 Verona, Italia');
    await chat.say('Mario Rossi, mario.rossi@cliente.example, +39 045 123456');
    await chat.tap('Cloud and AI Platforms');
    expect(chat.last.text)
      .to.match(/aiuto vuoi/)
      .and.not.match(/ruolo/);
  });
});
