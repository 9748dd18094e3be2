import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { Chat, startTestBot, type TestBot } from './conversations/chat.ts';

/** A record as it is copied out of another program: it orders nothing, so a tap begins what is offered. */
const RECORD =
  'Cliente: Brambilla Arredi Srl, Referente: Anna Brambilla, anna@brambilla.example, Valore: 64.000 €, Chiusura: 30 aprile 2027';

/** What the README promises of a sentence: what shows that it happened. A sentence without a line here fails. */
const PROMISED: Readonly<Record<string, readonly RegExp[]>> = {
  'xke nn posso premere nuovo deal??': [/amministratore delle segnalazioni/, /Fonte/, /Vuoi che controlli/],
  'crea un deal co-sell da 80k con Fabrikam per fine marzo': [/Fabrikam/, /80\.000/, /marzo/],
  'Microsoft ha accettato il deal con Contoso?': [/Contoso/, /accettat/i],
  'chi può darmi il ruolo?': [/Elena Riva/, /Dario Fontana/, /Messaggio pronto/],
  'segna il deal con Contoso come vinto': [/Contoso/, /final/i],
  'allora nuovo deal privato con Brambilla Arredi ehm vale cinquantamila euro e si chiude a fine aprile': [
    /Brambilla Arredi/,
    /50\.000/,
    /30 aprile/,
  ],
  [RECORD]: [/Brambilla Arredi Srl/, /Anna Brambilla/, /64\.000/, /30 aprile 2027/],
  'due deal privati: Rossi Spa da 40k e Bianchi Srl da 60k': [/Rossi Spa/, /Bianchi Srl/, /40\.000/],
  'ogni lunedì alle 9 i miei deal': [/lunedì alle 09:00/, /arriva lunedì/],
  'non chiudere Contoso': [/Contoso/, /non faccio nulla/],
  'i miei deal': [/Contoso Pharma/, /Fabrikam/],
  'il secondo': [/Fabrikam/, /9 giorni/],
  'perché?': [/Fabrikam/, /9 giorni/],
  'che tempo fa domani?': [/non lo so/i, /assistenza/],
  'nuovo deal': [/Che tipo di deal/],
  'Cancella i miei dati': [/Cancello per sempre/],
  'delete my data': [/erase for good/],
};

/** What was said before a sentence that means what is on the screen. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  'il secondo': ['i miei deal'],
  'perché?': ['i miei deal', 'il secondo'],
};

/** The sentences of the table "you write", those in quotation marks, and what a reader is told to write. */
function quoted(readme: string): string[] {
  const [table = ''] = readme.slice(readme.indexOf('| you write')).split('\n\n');
  return [
    ...[...table.matchAll(/^\| `([^`]+)`/gm)].map(([, sentence = '']) => sentence),
    ...[...readme.matchAll(/“([^”]+)”|\bwrite `([^`]+)`/g)].map(([, said, written]) => said ?? written ?? ''),
  ];
}

describe('the README', () => {
  let bot: TestBot;
  let promised: readonly string[];
  before(async () => {
    bot = await startTestBot();
    promised = quoted(await readFile('README.md', 'utf8'));
  });
  after(() => bot.stop());

  it('quotes what people say, and each of it is tried here', () =>
    expect([...promised].sort()).to.deep.equal(Object.keys(PROMISED).sort()));

  for (const [sentence, signs] of Object.entries(PROMISED)) {
    it(`keeps its word on "${sentence}"`, async () => {
      await new Chat(bot).submit({ action: 'forget-me', isConfirmed: true });
      await bot.app.sandbox?.reset();
      const chat = new Chat(bot);
      for (const before of AFTER[sentence] ?? []) await chat.say(before);
      const said = await chat.say(sentence);
      const { text } = sentence === RECORD ? await chat.tap('Crea un deal', said) : said;
      for (const sign of signs) expect(text).to.match(sign);
    });
  }
});
