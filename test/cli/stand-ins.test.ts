import { expect } from 'chai';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app/app.ts';
import { type StandIns, STAND_INS_USAGE, startStandIns } from '../../src/cli/stand-ins.ts';
import { readConfig } from '../../src/config/config.ts';
import { SARA_ID } from '../../src/directory/sample-people.ts';
import { PageChat } from '../conversations/page-chat.ts';
import { buttonsOf, type ReceivedActivity, textOf } from '../conversations/received.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';

/** A port that nobody listens on: events must be sent to an address that is known before. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const textsOf = (messages: readonly ReceivedActivity[]): string => messages.map(textOf).join('\n');

/** What a seller answers, by what is asked. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
  [/contatto/i, 'Anna Neri, anna.neri@fabrikam.example, +39 045 111222'],
  [/quale area/i, 'Cloud and AI Platforms'],
  [/aiuto/i, 'demo'],
  [/marketplace/i, 'non ha deciso'],
];

describe('npm run dev -- --with-fakes', function () {
  this.timeout(120_000);
  const dir = useTempDir();
  let standIns: StandIns;
  let app: App;
  let chat: PageChat;

  beforeEach(async () => {
    const port = await freePort();
    standIns = await startStandIns(dir.path, port);
    const env = { ...standIns.env, PORT: String(port), DATA_DIR: join(dir.path, 'data') };
    app = await createApp(readConfig(env), { log: quietLog });
    chat = new PageChat(await app.start(), SARA_ID);
    await chat.open();
  });
  afterEach(async () => {
    chat.close();
    await app.stop();
    await standIns.close();
  });

  async function signIn(asked: readonly ReceivedActivity[]): Promise<readonly ReceivedActivity[]> {
    const link = asked.flatMap(buttonsOf).find(({ url }) => url !== null)?.url ?? '';
    const page = await (await fetch(`${link}&as=${SARA_ID}`)).text();
    return chat.say(/\d{6}/.exec(/id="code">\d{6}/.exec(page)?.[0] ?? '')?.[0] ?? '');
  }

  async function untilButton(title: string, shown: readonly ReceivedActivity[]) {
    let last = shown;
    for (
      let turn = 0;
      turn < 12 && !last.flatMap(buttonsOf).some((each) => each.title === title);
      turn += 1
    ) {
      // What was noted before the question may name another field.
      const question = textOf(last.at(-1) ?? { type: 'message' })
        .split('\n')
        .filter((line) => line.includes('?'))
        .join(' ');
      last = await chat.say(ANSWERS.find(([pattern]) => pattern.test(question))?.[1] ?? 'salta');
    }
    return last;
  }

  it('signs in, creates a co-sell deal, and hears that Microsoft declined it, why, and the way on', async () => {
    await chat.news();
    const asked = await chat.say('crea un deal co-sell da 80k con Fabrikam per fine marzo');
    expect(textsOf(asked)).to.match(/devi accedere/);
    const summary = await untilButton('Crea il deal', await signIn(asked));
    const created = await chat.tap('Crea il deal', summary);
    expect(textsOf(created)).to.match(/creato/);
    const agreed = await chat.say('sì');
    expect(textsOf(agreed)).to.match(/ti scrivo qui/);
    await app.watch.settle();
    expect(standIns.play('decline No matching Microsoft customer record found')).to.match(
      /^Done: .*Fabrikam/,
    );
    const told = await chat.news();
    expect(textsOf(told))
      .to.match(/rifiutato/i)
      .and.match(/record/i);
    expect(told.flatMap(buttonsOf).map(({ title }) => title)).to.include('Ricrea il deal');
  });

  it('says what can be played, and when there is nothing to play', () => {
    expect(standIns.play('help')).to.equal(STAND_INS_USAGE);
    expect(standIns.play('accept')).to.equal('No deal waits for Microsoft.');
  });
});
