import { expect } from 'chai';
import * as z from 'zod';
import { sara } from '../../src/directory/sample-people.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { brokenServer } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import { Chat } from './chat.ts';
import { signInUrlOf } from './real-bot.ts';
import { chatOf, startWatchedBot, type WatchedBot } from './watched-bot.ts';

/** What people write, with all that must not be written down. */
const TALK = [
  'crea un deal privato da 41.573 euro con Ombrosa Filati per fine marzo, referente Ludovica Brancaleoni, ludovica@ombrosa-filati.example, +39 347 5550123',
  'via dei Ciclamini 77, 38122 Trento, Italia',
  'wms',
  'nota: il budget di Ludovica è riservato',
  'no',
  'che ruolo serve per creare un deal?',
  'conferma',
  'Microsoft ha accettato il deal con Ombrosa Filati?',
  'la mia password è Tr0ub4dor, il token è Bearer eyJhbGciOi.QkFERkFDRQ.c2lnbmVk',
  'segna Ombrosa Filati come vinto per 39.961 euro',
  'chi può darmi il ruolo?',
  'cancella i miei dati',
];

const SECRETS = [
  'Ombrosa',
  'Filati',
  'Ludovica',
  'Brancaleoni',
  '41.573',
  '41573',
  '39.961',
  '39961',
  '347 5550123',
  '3475550123',
  'Ciclamini',
  '38122',
  'riservato',
  'Tr0ub4dor',
  'eyJhbGciOi',
  'QkFERkFDRQ',
  'Bearer',
  sara.email,
  'ombrosa-filati.example',
  'Sara',
  'Conti',
  'marzo',
];

/** "Conti" is in "Sara Conti" and not in "continued". */
function standingAlone(word: string): RegExp {
  const literal = word.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`, 'iu');
}

/** A line of the log: JSON, with whatever facts beside what each has. */
const lineSchema = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().min(1) });
type LogLine = z.infer<typeof lineSchema>;

describe('the lines of the log', function () {
  this.timeout(120_000);
  let bot: WatchedBot;
  let lines: LogLine[];
  beforeEach(async () => {
    // Its own list: the bot of the test before may still end a call.
    const own: LogLine[] = (lines = []);
    const write = (line: string): void => void own.push(lineSchema.parse(JSON.parse(line)));
    bot = await startWatchedBot(createLog('trace', { write }));
  });
  afterEach(() => bot.stop());

  /** Talks in a chat as it would go with somebody who signed in, and once more while Partner Center breaks. */
  async function talk(): Promise<Chat> {
    const chat = chatOf(bot, sara);
    const url = signInUrlOf(await chat.say('accedi'));
    await chat.say((await bot.stage.tokens.signIn(url, people.sara.objectId)) ?? '');
    for (const text of TALK) await chat.say(text);
    bot.stage.partnerCenter.referrals.faults.plan({}, brokenServer(), 1_000);
    for (const text of TALK.slice(0, 3)) await chat.say(text);
    bot.stage.partnerCenter.referrals.faults.clear();
    return chat;
  }

  it('hold no name, amount, address, word or token of what was talked about', async () => {
    await talk();
    const made = bot.stage.partnerCenter.records.all.map((record) => JSON.stringify(record)).join();
    expect(made, 'the deal was made').to.contain('Ombrosa');
    // A deal's id leads to it, and so to all of these.
    for (const { id } of bot.stage.partnerCenter.records.all)
      expect(JSON.stringify(lines)).not.to.contain(String(id));
    for (const line of lines) {
      const text = JSON.stringify(line);
      for (const secret of SECRETS) expect(text).not.to.match(standingAlone(secret));
    }
  });

  it('tell of each turn under an id of its own, which its calls carry too', async () => {
    await talk();
    const turns = lines.filter(({ msg }) => msg === 'turn').map((line) => String(line['turn']));
    expect(turns).to.have.length(TALK.length + 5);
    for (const id of turns) expect(id).to.match(/^[\da-f]{16}$/);
    expect(new Set(turns)).to.have.length(turns.length);
    const calls = lines.filter(({ msg }) => msg === 'call').map((line) => String(line['turn']));
    expect(calls).to.have.length.above(0);
    expect(calls.filter((id) => !turns.includes(id))).to.deep.equal([]);
  });
});
