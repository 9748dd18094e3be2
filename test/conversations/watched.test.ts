import { expect } from 'chai';
import { marco, nadia, sara } from '../../src/directory/sample-people.ts';
import { EVENTS_PATH } from '../../src/http/webhook-route.ts';
import { refusal } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import { TODAY } from './chat.ts';
import { agree, chatOf, signInAs, startWatchedBot, subscribe, type WatchedBot } from './watched-bot.ts';
import { makeDeal } from '../fakes/portal.ts';

const NO_RECORD = 'No matching Microsoft customer record found';
const DAY_MS = 86_400_000;
const after = (days: number) => new Date(TODAY.getTime() + days * DAY_MS);

describe('105: news that nobody asked for', function () {
  // The first one makes the keys that events are signed with.
  this.timeout(120_000);
  let bot: WatchedBot;
  beforeEach(async () => {
    bot = await startWatchedBot();
  });
  afterEach(() => bot.stop());

  const poll = async () => {
    await bot.app.watch.poll();
    await bot.settle();
  };
  const reads = () => bot.stage.partnerCenter.referrals.requests.length;

  it('a decline: the team is told once, with the reason and a way on; the way works', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = await agree(bot, sara);
    await subscribe(bot, people.sara);
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await bot.settle();
    const [told, ...more] = bot.toldTo(sara);
    expect(more).to.deep.equal([]);
    expect(told?.text)
      .to.match(/Microsoft ha rifiutato il deal con Lagunare Logistica/)
      .and.match(/nessun record cliente/)
      .and.match(/Letto nel Centro per i partner/);
    expect(told?.buttons).to.include('Ricrea il deal');
    const again = await chat.submit({ action: 'begin', dialog: 'create-deal', recreates: id });
    expect(again.text).to.match(/Lagunare Logistica/);
  });

  it('the same event ten times is one telling, and a repeated one is refused without a read', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    const { webhooks } = bot.stage.partnerCenter;
    const { headers, body } = webhooks.signEvent(eventOf(id));
    const post = () => fetch(`${bot.address}${EVENTS_PATH}`, { method: 'POST', headers, body });
    expect((await post()).status).to.equal(200);
    await bot.settle();
    const before = reads();
    const others = await Promise.all(Array.from({ length: 9 }, post));
    await bot.settle();
    expect(others.map(({ status }) => status)).to.deep.equal(Array.from({ length: 9 }, () => 401));
    expect(reads()).to.equal(before);
    expect(bot.toldTo(sara)).to.have.length(1);
  });

  it('ten different events of one change are one telling', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    const { webhooks } = bot.stage.partnerCenter;
    const events = Array.from({ length: 10 }, (_, second) =>
      webhooks.signEvent({ ...eventOf(id), ResourceChangeUtcDate: `2026-11-24T09:00:0${String(second)}Z` }),
    );
    const answers = await Promise.all(
      events.map((event) => fetch(`${bot.address}${EVENTS_PATH}`, { method: 'POST', ...event })),
    );
    await bot.settle();
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    expect(bot.toldTo(sara)).to.have.length(1);
  });

  it('a forged event is refused, and nothing is read', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    const { headers, body } = bot.stage.partnerCenter.webhooks.signEvent(eventOf(id));
    const before = reads();
    const forged = { method: 'POST', headers, body: body.replace('updated', 'created') };
    expect((await fetch(`${bot.address}${EVENTS_PATH}`, forged)).status).to.equal(401);
    await bot.settle();
    expect(reads()).to.equal(before);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });

  it('a body that is no JSON is judged by its signature first, to the byte', async () => {
    const { webhooks } = bot.stage.partnerCenter;
    const before = reads();
    const post = async (body: Buffer, headers: Record<string, string>) =>
      (await fetch(`${bot.address}${EVENTS_PATH}`, { method: 'POST', headers, body: new Uint8Array(body) }))
        .status;
    const unsigned = { 'content-type': 'application/json' };
    const event = Buffer.from(JSON.stringify(eventOf('7b1f6a2c-3d4e-4f50-8a61-9b2c3d4e5f60')));
    const notUtf8 = Buffer.concat([event, Buffer.from([0xff, 0xfe])]);
    for (const broken of [Buffer.from('{"EventName": '), Buffer.from('[]'), Buffer.from(''), notUtf8]) {
      expect(await post(broken, unsigned)).to.equal(401);
      expect(await post(broken, webhooks.signBytes(event))).to.equal(401);
      if (broken.length > 0) expect(await post(broken, webhooks.signBytes(broken))).to.equal(400);
    }
    expect(await post(event, { ...webhooks.signBytes(event), 'content-type': 'text/plain' })).to.equal(200);
    expect(await post(Buffer.alloc(100_000, ' '), unsigned)).to.equal(413);
    await bot.settle();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    expect(reads()).to.equal(before);
  });

  it('an event that was lost is found by the next round', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.stage.partnerCenter.accept(id);
    await poll();
    await poll();
    expect(bot.toldTo(sara).map(({ text }) => text)).to.have.length(1);
    expect(bot.toldTo(sara)[0]?.text).to.match(/ha accettato il deal con Lagunare Logistica/);
  });

  it('three days before the end the team is reminded, once', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.setNow(after(10));
    await poll();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    bot.setNow(after(11));
    await poll();
    await poll();
    bot.setNow(after(12));
    await poll();
    expect(bot.toldTo(sara)).to.have.length(1);
    expect(bot.toldTo(sara)[0]?.text).to.match(
      /non ha ancora risposto per Lagunare Logistica: restano 3 giorni/,
    );
  });

  it('who may not be written to is left out, and the others on the team hear it', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, marco);
    await agree(bot, sara);
    bot.connector.faults.plan({ path: new RegExp(sara.objectId) }, refusal(403, 'Forbidden'));
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    await poll();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    expect(bot.toldTo(marco)).to.have.length(1);
  });

  it('who never asked hears nothing, whatever others of the team read', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await chatOf(bot, marco).say('ciao');
    await agree(bot, sara);
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    expect(bot.toldTo(sara)).to.have.length(1);
    expect(bot.toldTo(marco)).to.deep.equal([]);
  });

  it('who blocked the assistant is left alone: nothing is read or sent for them any more', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    const blocked = {
      error: { code: 'MessageWritesBlocked', message: 'The user blocked the conversation.' },
    };
    bot.connector.faults.plan(
      { path: new RegExp(sara.objectId) },
      { kind: 'reply', reply: { status: 403, body: blocked }, isAfterWork: false },
    );
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });

  it('a message that fails for the moment is brought a little later', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.connector.faults.plan({}, refusal(400, 'BadRequest'));
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    bot.setNow(new Date(TODAY.getTime() + 60_000));
    await poll();
    expect(bot.toldTo(sara)).to.have.length(1);
  });

  it('two companies are never mixed, even where one names the other’s deal', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    await agree(bot, nadia);
    const nadias = () =>
      bot.stage.partnerCenter.referrals.requests.filter(({ path }) => path.endsWith(id)).length;
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    const event = bot.stage.partnerCenter.webhooks.signEvent(eventOf(id));
    const url = `${bot.address}${EVENTS_PATH}?tenant=${nadia.tenantId}`;
    const before = nadias();
    expect((await fetch(url, { method: 'POST', ...event })).status).to.equal(200);
    await bot.settle();
    expect(nadias()).to.be.above(before);
    expect([...bot.toldTo(nadia), ...bot.toldTo(sara)]).to.deep.equal([]);
    await poll();
    expect(bot.toldTo(nadia)).to.deep.equal([]);
    expect(bot.toldTo(sara)).to.have.length(1);
  });

  it('nothing is read with the token of somebody who did not agree', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await subscribe(bot, people.sara);
    await signInAs(bot, chatOf(bot, sara), sara);
    const before = reads();
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    expect(reads()).to.equal(before);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });
});

describe('working while the person is away', () => {
  let bot: WatchedBot;
  beforeEach(async () => {
    bot = await startWatchedBot();
  });
  afterEach(() => bot.stop());

  const reads = () => bot.stage.partnerCenter.referrals.requests.length;
  const poll = async () => {
    await bot.app.watch.poll();
    await bot.settle();
  };

  it('is asked about once, where a deal of the own team waits', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    const asked = await chat.say('microsoft ha accettato il deal con Lagunare?');
    expect(asked.text).to.match(/anche quando non ci sei\?/);
    expect(asked.buttons).to.include.members(['Avvisami', 'No, grazie']);
    expect((await chat.tap('Avvisami')).text).to.match(/fino a lunedì 22 febbraio 2027/);
    const again = await chat.say('microsoft ha accettato il deal con Lagunare?');
    expect(again.text).not.to.match(/anche quando non ci sei/);
  });

  it('a no is a no, and not asked again', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await chat.say('microsoft ha accettato il deal con Lagunare?');
    await chat.tap('No, grazie');
    const again = await chat.say('microsoft ha accettato il deal con Lagunare?');
    expect(again.text).not.to.match(/anche quando non ci sei/);
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
  });

  it('ends with a word, at once', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = await agree(bot, sara);
    const said = await chat.say('non lavorare più al posto mio');
    expect(said.text).to.match(/solo quando me lo chiedi/);
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
  });

  it('ends with the sign-in: said once, with the last reading, and goes on after the next sign-in', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = await agree(bot, sara);
    bot.stage.tokens.forget(`29:${sara.objectId}`);
    // The bot keeps a token until its own end: the service refuses it from now on.
    bot.stage.partnerCenter.referrals.faults.plan({}, refusal(401, 'unauthenticated'), 1);
    await poll();
    await poll();
    const [told, ...more] = bot.toldTo(sara);
    expect(more).to.deep.equal([]);
    expect(told?.text)
      .to.match(/il tuo accesso è finito/)
      .and.match(/l’ultima volta martedì 24 novembre 2026 alle 10:00/);
    expect(told?.buttons).to.deep.equal(['Accedi']);
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    expect(bot.toldTo(sara)).to.have.length(1);
    await signInAs(bot, chat, sara);
    expect((await chat.say('stato dei miei deal')).text).to.match(/Riprendo/);
    await poll();
    expect(bot.toldTo(sara)[1]?.text).to.match(/ha rifiutato/);
  });

  it('is said to end a week before, and when it has ended', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    await agree(bot, sara);
    bot.stage.partnerCenter.accept(String(bot.stage.partnerCenter.records.all[0]?.['id']));
    await poll();
    bot.setNow(after(84));
    await poll();
    await poll();
    expect(bot.toldTo(sara)[1]?.text).to.match(/Fino a lunedì 22 febbraio 2027 controllo/);
    expect(bot.toldTo(sara)[1]?.buttons).to.deep.equal(['Continua', 'Basta così']);
    bot.setNow(after(91));
    await poll();
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
    expect(bot.toldTo(sara)).to.have.length(3);
    expect(bot.toldTo(sara)[2]?.text).to.match(/Non controllo più i tuoi deal/);
  });

  it('a weekly list is set with one’s consent, and one’s deals are read when it is due', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    expect((await chat.say('ogni lunedì alle 9 i miei deal')).text).to.match(
      /fino a lunedì 22 febbraio 2027/,
    );
    await poll();
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
    bot.setNow(new Date('2026-11-30T08:00:00Z'));
    await poll();
    expect(reads()).to.be.above(before);
    expect(bot.toldTo(sara)).to.have.length(1);
    expect((await chat.say('basta avvisi')).text).to.match(/solo quando me lo chiedi/);
    bot.setNow(new Date('2026-12-07T08:00:00Z'));
    const after = reads();
    await poll();
    expect(reads()).to.equal(after);
  });

  it('who agrees after having set nothing but quiet hours hears the news', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await chat.say('niente messaggi dopo le 18');
    await chat.submit({ action: 'watch', do: 'on' });
    await bot.settle();
    bot.stage.partnerCenter.decline(id, NO_RECORD);
    await poll();
    expect(bot.toldTo(sara)).to.have.length(1);
  });

  it('ends with signing out, which says so', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = await agree(bot, sara);
    expect((await chat.say('disconnettimi')).text).to.match(/smetto di controllare i tuoi deal/);
    await signInAs(bot, chat, sara);
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
    expect((await chat.say('disconnettimi')).text).not.to.match(/smetto di/);
  });

  it('ends with "delete my data", which knew of it', async () => {
    await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = await agree(bot, sara);
    expect((await chat.say('cosa sai di me?')).text).to.match(/fino a lunedì 22 febbraio 2027/);
    await chat.submit({ action: 'forget-me', isConfirmed: true });
    const before = reads();
    await poll();
    expect(reads()).to.equal(before);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });
});

function eventOf(id: string) {
  return {
    EventName: 'related-referral-updated',
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`,
    ResourceName: 'referral',
    AuditUri: null,
    ResourceChangeUtcDate: TODAY.toISOString(),
  };
}
