import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learnFrom } from '../../src/app/trained-index.ts';
import { elena, nadia, sara } from '../../src/directory/sample-people.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';

const FILES: Readonly<Record<string, string>> = {
  'sources/manuale.yaml': `id: manuale
it: { title: Manuale }
url: https://intranet.example/manuale
isConfirmed: true
headings: [Regole]
readOn: 2026-11-01
licence: ours
`,
  'answers/ferie.yaml': `id: ferie
sources: [{ document: manuale, heading: Regole }]
variesBy: country
reviewed: 2026-11-01
it:
  question: Quanti giorni di ferie ho?
  examples: [ferie che mi spettano, giorni di vacanza]
  lead: I giorni di ferie cambiano da paese a paese.
  cases:
    - { for: [IT, SM], lead: Hai ventisei giorni di ferie. }
    - { for: [others], lead: Hai i giorni della legge del tuo paese. }
`,
  'answers/sconto.yaml': `id: sconto
sources: [{ document: manuale, heading: Regole }]
variesBy: programme
reviewed: 2026-11-01
it:
  question: Che sconto abbiamo sul listino?
  examples: [sconto sul listino, percentuale di sconto]
  lead: Lo sconto dipende dal programma.
  cases:
    - { for: [oro], label: Programma Oro, lead: Lo sconto è del venti per cento. }
    - { for: [argento], label: Programma Argento, lead: Lo sconto è del dieci per cento. }
    - { for: [others], lead: Fuori dai programmi non c'è sconto. }
`,
  'answers/corsi.yaml': `id: corsi
sources: [{ document: manuale, heading: Regole }]
variesBy: programme
reviewed: 2026-11-01
it:
  question: Quanti corsi gratuiti possiamo seguire?
  examples: [corsi gratis, formazione gratuita]
  lead: I corsi dipendono dal programma.
  cases:
    - { for: [oro], label: Programma Oro, lead: I corsi sono tutti gratuiti. }
    - { for: [others], lead: Un corso all'anno è gratuito. }
`,
  'answers/trasferte.yaml': `id: trasferte
sources: [{ document: manuale, heading: Regole }]
variesBy: programme
reviewed: 2026-11-01
it:
  question: Quanto rimborsate per le trasferte in treno?
  examples: [rimborso del treno, treno rimborsato]
  lead: Il rimborso dipende dal programma.
  cases:
    - { for: [platino], label: Programma Platino, lead: Il treno è tutto rimborsato. }
    - { for: [argento], label: Programma Argento, lead: Del treno è rimborsata la metà. }
    - { for: [others], lead: Il treno non è rimborsato. }
`,
  'answers/firma.yaml': `id: firma
sources: [{ document: manuale, heading: Regole }]
variesBy: role
reviewed: 2026-11-01
it:
  question: Posso firmare il contratto?
  examples: [firma del contratto, chi firma]
  lead: Il contratto lo firma chi amministra.
  cases:
    - { for: [account-admin], label: Amministratore, lead: Il contratto lo firmi tu. }
    - { for: [others], lead: Il contratto non lo firmi tu. }
`,
};

describe('answers that hold for a role, a country or a programme', () => {
  let bot: TestBot;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-cases-'));
    for (const part of ['answers', 'sources']) await mkdir(join(folder, part));
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(folder, file), text);
    bot = await startTestBot({ learned: learnFrom(folder) });
  });
  after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  it('are chosen by what the directory says, without a question', async () => {
    const ask = async (person: typeof sara, question: string): Promise<string> =>
      (await new Chat(bot, person).say(question)).text;
    expect(await ask(sara, 'quanti giorni di ferie ho?')).to.contain('ventisei giorni');
    expect(await ask(nadia, 'quanti giorni di ferie ho?')).to.contain('della legge del tuo paese');
    expect(await ask(elena, 'posso firmare il contratto?')).to.contain('lo firmi tu');
    expect(await ask(sara, 'posso firmare il contratto?')).to.contain('non lo firmi tu');
  });

  it('are asked about once where nobody knows, in whichever chat, and answered by what was said', async () => {
    const chat = new Chat(bot, nadia);
    const { buttons, text } = await chat.say('che sconto abbiamo sul listino?');
    expect(buttons).to.deep.equal(['Programma Oro', 'Programma Argento', 'Un altro programma']);
    expect(text).not.to.contain('sconto è');
    expect((await chat.say('argento')).text).to.contain('dieci per cento');
    const other = new Chat(bot, nadia);
    expect((await other.say('che sconto abbiamo sul listino?')).text).to.contain('dieci per cento');
    // Another answer of the same circumstance asks only what isn't known yet: she said that it isn't Oro.
    expect((await other.say('quanti corsi gratuiti possiamo seguire?')).text).to.contain('Un corso');
  });

  it('can be chosen anew, and then hold for others too', async () => {
    const chat = new Chat(bot, nadia);
    await chat.say('che sconto abbiamo sul listino?');
    expect((await chat.tap('Per me vale altro')).buttons).to.include('Programma Oro');
    expect((await chat.tap('Programma Oro')).text).to.contain('venti per cento');
    expect((await chat.say('quanti corsi gratuiti possiamo seguire?')).text).to.contain('tutti gratuiti');
  });

  it('ask about a case above the one that is known, which may hold as well, and then no more', async () => {
    const chat = new Chat(bot, elena);
    await chat.say('che sconto abbiamo sul listino?');
    expect((await chat.tap('Programma Argento')).text).to.contain('dieci per cento');
    const { buttons } = await chat.say('quanto rimborsate per le trasferte in treno?');
    expect(buttons).to.deep.equal(['Programma Platino', 'Programma Argento', 'Un altro programma']);
    expect((await chat.tap('Programma Argento')).text).to.contain('la metà');
    expect((await chat.say('quanto rimborsate per le trasferte in treno?')).text).to.contain('la metà');
  });

  it('ask nobody twice who is in none', async () => {
    const chat = new Chat(bot, sara);
    await chat.say('che sconto abbiamo sul listino?');
    expect((await chat.tap('Un altro programma')).text).to.contain('Fuori dai programmi');
    expect((await chat.say('che sconto abbiamo sul listino?')).text).to.contain('Fuori dai programmi');
    expect((await chat.say('cosa sai di me?')).text).to.contain('programmi che mi hai detto');
  });

  it('are said in general where others read', async () => {
    const group = new Chat(bot, sara, undefined, true);
    const mentioned = { type: 'mention', mentioned: { id: 'bot' }, text: '<at>Assistente</at>' };
    const ask = (text: string) =>
      group.send({ type: 'message', text: `<at>Assistente</at> ${text}`, entities: [mentioned] });
    expect((await ask('quanti giorni di ferie ho?')).text).to.contain('cambiano da paese a paese');
    expect((await ask('che sconto abbiamo sul listino?')).text).to.contain('dipende dal programma');
  });

  it('refuse a case that there isn’t', async () => {
    const chat = new Chat(bot, sara);
    const { text } = await chat.submit({ action: 'answer', id: 'sconto#platino' });
    expect(text).to.contain('non vale più');
  });
});
