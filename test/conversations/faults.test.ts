import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import {
  brokenServer,
  dropAfter,
  dropBefore,
  type Fault,
  refusal,
  type Route,
  throttle,
  unavailable,
} from '../fakes/faults.ts';
import { type Chat, type Said, TODAY } from './chat.ts';
import { answerUntilSummary, chatOf, signInAs, startWatchedBot, type WatchedBot } from './watched-bot.ts';

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/l’indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
  [/il contatto/i, 'Anna Neri, anna.neri@rossi.example, +39 045 111222'],
  [/quale area/i, 'Cloud and AI Platforms'],
  [/che aiuto/i, 'demo'],
  [/marketplace/i, 'non ha deciso'],
];

const OWN: Route = { method: 'POST', body: /SolutionProfile/ };
const LOOK: Route = { method: 'GET', path: /referrals$/ };
const INVITATION: Route = { method: 'POST', body: /"msft"/ };

/** What the seller may be told, and what must then be there: our record, and Microsoft's. */
const TRUTHS: readonly {
  readonly said: RegExp;
  readonly own: readonly number[];
  readonly invited: readonly number[];
}[] = [
  { said: /^Fatto: il deal con Rossi Logistica è creato/m, own: [1], invited: [1] },
  { said: /Tengo il deal confermato/, own: [0, 1], invited: [0] },
  { said: /creato dal nostro lato, ma l’invito/, own: [1], invited: [0, 1] },
  { said: /creato da noi, ma/, own: [1], invited: [0] },
  {
    said: /Non ho creato nulla|ruolo non basta|non accetta questo campo: [^.]*\. Rivediamolo\.|Quello che hai scritto è salvo/,
    own: [0],
    invited: [0],
  },
];

describe('102: a fault at each step of a creation, as the seller hears of it', function () {
  this.timeout(120_000);
  let bot: WatchedBot;
  let chat: Chat;

  beforeEach(async () => {
    bot = await startWatchedBot();
    chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await chat.say('crea un deal co-sell da 80k con Rossi Logistica per fine marzo');
    await answerUntilSummary(chat, ANSWERS);
  });
  afterEach(() => bot.stop());

  const faults = () => bot.stage.partnerCenter.referrals.faults;
  const count = (isMicrosofts: boolean) =>
    bot.stage.partnerCenter.records.all.filter(
      (record) => (record['organizationId'] === 'msft') === isMicrosofts,
    ).length;

  function expectTruth({ text }: Said): string {
    const fitting = TRUTHS.filter(({ said }) => said.test(text));
    expect(fitting, text).to.have.length(1);
    expect(fitting[0]?.own, text).to.include(count(false));
    expect(fitting[0]?.invited, text).to.include(count(true));
    return String(fitting[0]?.said);
  }

  const PASSING: readonly (readonly [string, Fault, number])[] = [
    ['throttled once', throttle(0), 1],
    ['503 that doesn’t end', unavailable(), 99],
    ['500 after doing the work', brokenServer(true), 1],
    ['a line that breaks before', dropBefore, 1],
    ['a line that breaks after the work', dropAfter, 1],
  ];
  for (const [step, route] of [
    ['our record', OWN],
    ['the look at the engagement', LOOK],
    ['the invitation', INVITATION],
  ] as const) {
    for (const [name, fault, times] of PASSING) {
      it(`${name}, at ${step}: the truth told, then one deal, and told once more where it came later`, async () => {
        faults().plan(route, fault, times);
        const summary = chat.last;
        const said = await chat.tap('Crea il deal');
        const truth = expectTruth(said);
        faults().clear();
        bot.setNow(new Date(TODAY.getTime() + 30_000));
        // It was not even confirmed: what the summary is judged by could not be read.
        if (/Quello che hai scritto è salvo/.test(said.text)) {
          return expectTruth(await chat.tap('Crea il deal', summary));
        }
        await bot.app.watch.sendKept();
        await bot.app.watch.sendKept();
        expect([count(false), count(true)]).to.deep.equal([1, 1]);
        const told = bot.toldTo(sara).map(({ text }) => text);
        if (truth.includes('Fatto')) expect(told).to.deep.equal([]);
        else expect(told).to.have.length(1);
        if (told[0] !== undefined) expect(told[0]).to.match(/Rossi Logistica.*ora è creato/);
      });
    }
  }

  const REFUSING: readonly (readonly [string, Fault, RegExp])[] = [
    ['no role', refusal(403, 'accessDenied'), /Dario|Elena|amministrator/],
    [
      'a field that is refused',
      refusal(400, 'invalidRequest', 'customerProfile.address.country'),
      /indirizzo/,
    ],
    ['a refusal in no known words', refusal(409, 'somethingNew'), /./],
  ];
  for (const [name, fault, pattern] of REFUSING) {
    it(`${name}, at our record: nothing made, said so with the way on, and made once it is mended`, async () => {
      faults().plan(OWN, fault);
      const said = await chat.tap('Crea il deal');
      expectTruth(said);
      expect(said.text).to.match(pattern);
      await bot.app.watch.sendKept();
      expect(count(false)).to.equal(0);
      if (!said.buttons.includes('Riprova')) await chat.say('via Milano 2, 20100 Milano, Italia');
      expectTruth(await chat.tap(chat.last.buttons.includes('Riprova') ? 'Riprova' : 'Crea il deal'));
      expect([count(false), count(true)]).to.deep.equal([1, 1]);
    });

    it(`${name}, at the invitation: our record is said to be there, and only the invitation is sent again`, async () => {
      faults().plan(INVITATION, fault);
      const said = await chat.tap('Crea il deal');
      expect(expectTruth(said)).to.contain('da noi');
      await bot.app.watch.sendKept();
      expect([count(false), count(true)]).to.deep.equal([1, 0]);
      if (!said.buttons.includes('Riprova')) await chat.say('via Milano 2, 20100 Milano, Italia');
      await chat.tap(chat.last.buttons.includes('Riprova') ? 'Riprova' : 'Crea il deal');
      expect([count(false), count(true)]).to.deep.equal([1, 1]);
      await bot.app.watch.sendKept();
      expect(bot.toldTo(sara)).to.deep.equal([]);
    });
  }

  it('a sign-in that ends at the confirmation: nothing made, and made after the next one', async () => {
    bot.stage.tokens.forget(`29:${sara.objectId}`);
    faults().plan(OWN, refusal(401, 'unauthenticated'));
    const said = await chat.tap('Crea il deal');
    expect(said.text).to.match(/accesso è scaduto/);
    expect([count(false), count(true)]).to.deep.equal([0, 0]);
    await signInAs(bot, chat, sara);
    expect([count(false), count(true)]).to.deep.equal([1, 1]);
  });
});
