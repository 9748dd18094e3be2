import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { Chat, startTestBot, type TestBot } from './conversations/chat.ts';

/** What the README promises of a sentence: what shows that it happened. A sentence without a line here fails. */
const PROMISED: Readonly<Record<string, readonly RegExp[]>> = {
  'xke nn posso premere nuovo deal??': [/amministratore delle segnalazioni/, /Fonte/, /Vuoi che controlli/],
  'crea un deal co-sell da 80k con Fabrikam per fine marzo': [/Fabrikam/, /80\.000/, /marzo/],
  'Microsoft ha accettato il deal con Contoso?': [/Contoso/, /accettat/i],
  'chi può darmi il ruolo?': [/Elena Riva/, /Dario Fontana/, /Messaggio pronto/],
  'segna il deal con Contoso come vinto': [/Contoso/, /final/i],
  'che tempo fa domani?': [/non lo so/i, /assistenza/],
  'nuovo deal': [/Che tipo di deal/],
  'Cancella i miei dati': [/Cancello per sempre/],
  'delete my data': [/erase for good/],
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
      const { text } = await new Chat(bot).say(sentence);
      for (const sign of signs) expect(text).to.match(sign);
    });
  }
});
