import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marco, nadia, paolo, sara } from '../../src/directory/sample-people.ts';
import { sara as saraContact } from '../fakes/bodies.ts';
import { insufficientClaims, refusal } from '../fakes/faults.ts';
import { Chat } from './chat.ts';
import { people } from '../fakes/stage.ts';
import { signIn, signInUrlOf, useRealBot } from './real-bot.ts';
import { makeDeal } from '../fakes/portal.ts';

const REFERRALS = 'https://api.partner.microsoft.com';
const NEEDS_SIGN_IN = /devi accedere/;

/** Says three sentences of a private deal; what is still asked is answered by skipping. */
async function reachSummary(chat: Chat): Promise<void> {
  await chat.say('via Roma 1, 37100 Verona, Italia');
  for (let turn = 0; turn < 8 && !chat.last.buttons.includes('Crea il deal'); turn += 1) {
    const { text } = chat.last;
    await chat.say(
      /soluzione/i.test(text) && turn === 0 ? 'wms' : /marketplace/i.test(text) ? 'non ha deciso' : 'salta',
    );
  }
  expect(chat.last.buttons, chat.last.text).to.include('Crea il deal');
}

const NEW_DEAL = 'crea un deal privato da 40k con Rossi Logistica per fine marzo';

describe('100: not signed in', () => {
  const bot = useRealBot();

  it('questions are answered all the same', async () => {
    const said = await new Chat(bot()).say('ho segnato un deal come perso per sbaglio, posso cambiarlo?');
    expect(said.text).to.match(/Vinto/).and.not.match(NEEDS_SIGN_IN);
  });

  it('a new deal says why a sign-in is needed, and goes on with the same request after it', async () => {
    const chat = new Chat(bot());
    const asked = await chat.say(NEW_DEAL);
    expect(asked.text)
      .to.match(NEEDS_SIGN_IN)
      .and.match(/sei cifre/);
    expect(asked.buttons).to.deep.equal(['Accedi']);
    const said = await signIn(bot(), chat, sara);
    expect(said.text)
      .to.match(/Accesso fatto/)
      .and.match(/Rossi Logistica/)
      .and.match(/40\.000/);
    await reachSummary(chat);
    expect((await chat.tap('Crea il deal')).text).to.match(/creato/i);
    const requests = bot().stage.partnerCenter.referrals.requests.filter(({ method }) => method === 'POST');
    expect(requests).to.have.length(1);
  });

  it('an answer in between leaves the request waiting', async () => {
    const chat = new Chat(bot());
    const url = signInUrlOf(await chat.say(NEW_DEAL));
    await chat.say('come ottengo l’accesso ai referral?');
    const code = await bot().stage.tokens.signIn(url, sara.objectId);
    expect((await chat.say(code ?? '')).text).to.match(/Rossi Logistica/);
  });

  it('a check of a deal goes on too, and shows the own deals alone', async () => {
    const chat = new Chat(bot(), marco);
    expect((await chat.say('stato dei miei deal')).text).to.match(NEEDS_SIGN_IN);
    expect((await signIn(bot(), chat, marco)).text)
      .to.match(/deal/i)
      .and.not.match(NEEDS_SIGN_IN);
  });

  it('in a group no card is shown that another could tap', async () => {
    const chat = new Chat(bot(), sara, undefined, true);
    const mentioned = { id: 'bot', name: 'Assistente' };
    const entities = [{ type: 'mention', mentioned, text: '<at>Assistente</at>' }];
    const text = '<at>Assistente</at> stato dei miei deal';
    const said = await chat.send({ type: 'message', text, entities });
    expect(said.text).to.match(/chat personale/);
    expect(said.buttons).to.deep.equal([]);
  });

  it('in English the sentences are English', async () => {
    const said = await new Chat(bot()).say('show me the status of my deals please');
    expect(said.text).to.match(/sign in for this/);
    expect(said.buttons).to.deep.equal(['Sign in']);
  });
});

describe('101: a sign-in that doesn’t go well', () => {
  const bot = useRealBot();
  let chat: Chat;
  beforeEach(() => void (chat = new Chat(bot())));

  it('wrong digits are said to be wrong, and the right ones still go on', async () => {
    await chat.say(NEW_DEAL);
    expect((await chat.say('000000')).text).to.match(/codice non vale/);
    expect((await signIn(bot(), chat, sara)).text).to.match(/Rossi Logistica/);
  });

  it('somebody else’s account is refused, and no deal is made with it', async () => {
    await chat.say(NEW_DEAL);
    expect((await signIn(bot(), chat, marco)).text).to.match(/altro account/);
    expect((await chat.say('stato dei miei deal')).text).to.match(NEEDS_SIGN_IN);
    expect(bot().stage.partnerCenter.referrals.requests).to.deep.equal([]);
  });

  it('cancelled: said, and "accedi" takes the request up again', async () => {
    await chat.say(NEW_DEAL);
    const said = await chat.send({
      type: 'invoke',
      name: 'signin/verifyState',
      value: { state: 'CancelledByUser' },
    });
    expect(said.text).to.match(/annullato/);
    await chat.say('accedi');
    expect((await signIn(bot(), chat, sara)).text).to.match(/Rossi Logistica/);
  });

  it('cancelled in words: nothing goes on', async () => {
    await chat.say(NEW_DEAL);
    expect((await chat.say('annulla')).text).to.match(/Accesso annullato/);
    await chat.tap('Accedi');
    expect((await signIn(bot(), chat, sara)).text).to.equal('Accesso fatto.');
  });

  it('ended in mid-dialog: the draft is kept, a question is answered, and the dialog goes on where it was', async () => {
    await chat.say(NEW_DEAL);
    await signIn(bot(), chat, sara);
    bot().stage.tokens.forget(`29:${sara.objectId}`);
    bot().stage.partnerCenter.referrals.faults.plan({}, refusal(401, 'unauthenticated'), 2);
    const asked = await chat.say('via Roma 1, 37100 Verona, Italia');
    expect(asked.text)
      .to.match(/scaduto/)
      .and.match(/bozza è salva/);
    expect((await signIn(bot(), chat, sara)).text).to.match(/Accesso fatto/);
    await reachSummary(chat);
  });

  it('consent is missing: explained, and after it goes on', async () => {
    bot().stage.entra.requireConsent(sara.objectId, REFERRALS);
    await chat.say(NEW_DEAL);
    const token = bot().stage.entra.issue(
      { ...sara, displayName: '', email: '' },
      `api://botid-c0000000-0000-4000-8000-000000000001`,
    );
    const value = { id: 'x', connectionName: 'partner', token };
    expect((await chat.send({ type: 'invoke', name: 'signin/tokenExchange', value })).text).to.match(
      /consenso/,
    );
    bot().stage.entra.grantConsent(sara.objectId, REFERRALS);
    expect((await signIn(bot(), chat, sara)).text).to.match(/Rossi Logistica/);
  });

  it('more is asked of the person (conditional access): explained, the old token dropped, then goes on', async () => {
    await chat.say('stato dei miei deal');
    await signIn(bot(), chat, sara);
    bot().stage.partnerCenter.referrals.faults.plan(
      {},
      insufficientClaims('{"access_token":{"acrs":{"value":"c1"}}}'),
    );
    expect((await chat.say(NEW_DEAL)).text).to.match(/verifica in più/);
    const dropped = bot().stage.tokens.requests.filter(({ path }) => path === '/api/usertoken/SignOut');
    expect(dropped.length).to.be.above(0);
    expect((await signIn(bot(), chat, sara)).text).to.match(/Rossi Logistica/);
  });

  it('the token service is away: said to be so, not taken for "not signed in"', async () => {
    await chat.say('stato dei miei deal');
    await signIn(bot(), chat, sara);
    expect((await chat.say('esci')).text).to.match(/non uso più il tuo account/);
    bot().stage.tokens.faults.plan({}, refusal(503, 'down'), 9);
    expect((await chat.say('accedi')).text).to.match(/non risponde/);
  });
});

describe('two people at the same time', () => {
  const bot = useRealBot();

  it('each sees and changes with their own token alone, however their turns interleave', async () => {
    const authorOf = (authorization: string): string =>
      String(
        (
          JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()) as {
            oid?: unknown;
          }
        ).oid,
      );
    await makeDeal(bot(), people.sara, 'Lagunare Logistica', [saraContact]);
    await makeDeal(bot(), people.nadia, 'Fiordo Navi', [saraContact]);
    const both = [
      { person: sara, own: /Lagunare/, others: /Fiordo/ },
      { person: nadia, own: /Fiordo/, others: /Lagunare/ },
    ].map((each) => ({ ...each, chat: new Chat(bot(), each.person) }));
    const urls = await Promise.all(both.map(async ({ chat }) => signInUrlOf(await chat.say('accedi'))));
    const codes = await Promise.all(
      both.map(({ person }, index) => bot().stage.tokens.signIn(urls[index] ?? '', person.objectId)),
    );
    await Promise.all(both.map(({ chat }, index) => chat.say(codes[index] ?? '')));
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(both.map(({ chat }) => chat.say('stato dei miei deal')));
      both.forEach(({ own, others }, index) =>
        expect(answers[index]?.text).to.match(own).and.not.match(others),
      );
    }
    // The digits of one don't sign in the other, either.
    const url = signInUrlOf(await new Chat(bot(), marco).say('accedi'));
    const code = await bot().stage.tokens.signIn(url, marco.objectId);
    const stranger = new Chat(bot(), paolo);
    await stranger.say('accedi');
    expect((await stranger.say(code ?? '')).text).to.match(/codice non vale/);
    const read = bot().stage.partnerCenter.referrals.requests.filter(({ method }) => method === 'GET');
    const authors = new Set(read.map(({ headers }) => authorOf(String(headers.authorization))));
    expect([...authors].sort()).to.deep.equal([sara.objectId, nadia.objectId].sort());
  });
});

describe('signing out', () => {
  const bot = useRealBot();

  it('ends the own sign-in and nobody else’s', async () => {
    const [mine, his] = [new Chat(bot(), sara), new Chat(bot(), marco)];
    for (const [chat, person] of [
      [mine, sara],
      [his, marco],
    ] as const) {
      await chat.say('stato dei miei deal');
      await signIn(bot(), chat, person);
    }
    expect((await mine.say('sign out')).text).to.match(/non uso più|no longer use/);
    expect((await mine.say('stato dei miei deal')).text).to.match(NEEDS_SIGN_IN);
    expect((await his.say('stato dei miei deal')).text).not.to.match(NEEDS_SIGN_IN);
  });

  it('says so where nobody is signed in', async () => {
    expect((await new Chat(bot(), paolo).say('disconnettimi')).text).to.match(/niente da chiudere/);
  });

  it('comes with "delete my data"', async () => {
    const chat = new Chat(bot());
    await chat.say('stato dei miei deal');
    await signIn(bot(), chat, sara);
    await chat.say('cancella i miei dati');
    await chat.tap('Cancella tutto');
    expect((await chat.say('stato dei miei deal')).text).to.match(NEEDS_SIGN_IN);
  });

  it('no token and no digits are ever written', async () => {
    const chat = new Chat(bot());
    await chat.say(NEW_DEAL);
    const code = await bot().stage.tokens.signIn(signInUrlOf(chat.last), sara.objectId);
    await chat.say(code ?? '');
    const files = await readdir(bot().dataDir, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    expect(texts.some((text) => text.includes(sara.objectId))).to.equal(true);
    expect(texts.filter((text) => text.includes('eyJ') || text.includes(code ?? '?'))).to.deep.equal([]);
  });

  it('six digits are only a code while a sign-in waits', async () => {
    const said = await new Chat(bot()).say('123456');
    expect(said.text).not.to.match(/codice/);
  });
});
