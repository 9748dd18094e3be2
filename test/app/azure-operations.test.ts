import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { newContainerName, useAzurite } from '../azurite/azurite.ts';
import { startWire, type Wire } from '../azurite/wire.ts';
import { startTestBot, type TestBot } from '../conversations/chat.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { useTempDir } from '../temp-dir.ts';

/** What is paid for in Azure Storage, counted where it goes over the wire. */
describe('operations of Azure Storage', function () {
  const azurite = useAzurite(this);
  const dir = useTempDir();
  let wire: Wire;
  let channel: BotConnector;
  let bot: TestBot;
  let conversation: string;

  beforeEach(async () => {
    conversation = randomUUID();
    wire = await startWire(azurite());
    channel = await startBotConnector();
    const container = newContainerName();
    const { account } = wire.placeOf(container);
    const env = {
      STORAGE: 'azure',
      AZURE_STORAGE_CONNECTION_STRING: account.kind === 'connection-string' ? account.connectionString : '',
      AZURE_STORAGE_CONTAINER: container,
    };
    bot = await startTestBot({ env, dataDir: dir.path });
    // What a start looks through belongs to no turn.
    await bot.app.sweep();
  });
  afterEach(async () => {
    await bot.app.stop();
    await channel.close();
    await wire.close();
  });

  /** Says it as a channel does, which gets its replies by its own address; gives the calls of this turn. */
  async function callsOf(text: string): Promise<readonly string[]> {
    wire.clear();
    const response = await fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: randomUUID(),
        text,
        channelId: 'test',
        serviceUrl: channel.url,
        locale: 'it-IT',
        from: { id: `29:${sara.objectId}`, aadObjectId: sara.objectId, name: 'Sara' },
        recipient: { id: 'bot' },
        conversation: { id: conversation, tenantId: sara.tenantId },
        channelData: { tenant: { id: sara.tenantId } },
      }),
    });
    expect(response.status).to.equal(200);
    await response.arrayBuffer();
    // A lease is renewed after a time: that counts how slow the machine is.
    return wire.calls.filter((call) => !call.endsWith(' renew'));
  }

  const lastSaid = (): string => JSON.stringify(channel.sent.at(-1)?.activity);

  /** Says each, and wants none of them to take more calls than that. */
  async function expectAtMost(most: number, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const calls = await callsOf(text);
      expect(calls.length, `${text}: ${calls.join(', ')}`)
        .to.be.greaterThan(0)
        .and.at.most(most);
    }
  }

  it('are five at most for a question that is answered', async () => {
    await callsOf('ciao');
    await expectAtMost(5, [
      'quanto tempo ha Microsoft per rispondere?',
      'cosa vuol dire co-sell?',
      'come si chiude un deal?',
    ]);
  });

  it('are nine at most for a turn of a dialog', async () => {
    await callsOf('ciao');
    await expectAtMost(9, ['crea un deal privato', 'Rossi Logistica Srl', '40k', 'fine marzo', 'annulla']);
    await expectAtMost(9, ['i miei deal']);
  });

  it('are nine at most for a deal that is created, and for one that is closed', async () => {
    await callsOf(
      'crea un deal privato da 40k con Rossi Logistica Srl, via Roma 1, 37100 Verona, wms, fine marzo',
    );
    await callsOf('non ancora deciso');
    await expectAtMost(9, ['confermo']);
    expect(lastSaid()).to.contain('Rossi Logistica Srl è creato');
    await callsOf('segna Rossi Logistica Srl come vinto');
    await expectAtMost(9, ['sì']);
    expect(lastSaid()).to.match(/Fatto.*Rossi Logistica Srl/);
  });
});
