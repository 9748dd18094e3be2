import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeCompanyFiles } from '../fakes/company.ts';
import { type ChannelIssuer, startChannelIssuer } from '../fakes/channel-issuer.ts';
import { people } from '../fakes/stage.ts';
import { useTempDir } from '../temp-dir.ts';
import { APP_ID, type Assistant, startAssistant, TEAMS_MESSAGE } from './assistant.ts';

/** As Teams posts: what is said goes to its service, and only an invoke is answered in the response. */
const RESPONDED = { deliveryMode: undefined, serviceUrl: 'https://smba.example/teams' };
const THEIRS = '99999999-9999-4999-8999-999999999999';
const SENTENCE = /solo per le persone dell’azienda che lo gestisce/;

const TAP = { action: { type: 'Action.Execute', verb: 'x', data: { action: 'help' } }, trigger: 'manual' };

/** What Teams asks in a response, and where in that a sentence is shown; null where none is. */
const INVOKES: readonly (readonly [name: string, value: object, place: string | null])[] = [
  ['adaptiveCard/action', TAP, 'value'],
  ['adaptiveCard/action', { ...TAP, trigger: 'automatic' }, 'value.message'],
  ['task/fetch', { data: { action: 'open-box', draftId: 'd' } }, 'task.value'],
  ['task/submit', { data: {} }, 'task.value'],
  ['composeExtension/query', { commandId: 'searchDeals' }, 'composeExtension.text'],
  ['composeExtension/fetchTask', { commandId: 'createDealFromMessage' }, 'task.value'],
  ['composeExtension/submitAction', { commandId: 'createDealFromMessage' }, 'task.value'],
  ['message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like' } }, null],
  ['application/search', { dataset: 'x', queryText: 'fab' }, 'value.message'],
  ['signin/verifyState', { state: '123456' }, 'value.message'],
];

function valueAt(body: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], body);
}

/** Everything under a folder but the lock, as paths. */
function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('lock'))
    .map(({ name }) => name)
    .sort();
}

describe('tenants', function () {
  this.timeout(60_000);
  const dir = useTempDir();
  let issuer: ChannelIssuer;
  let assistant: Assistant;
  const data = () => join(dir.path, 'data');

  const start = async (env: Readonly<Record<string, string>>): Promise<void> => {
    assistant = await startAssistant({ DATA_DIR: data(), CHANNEL_KEYS_URL: issuer.keysUrl, ...env });
  };
  beforeEach(async () => void (issuer = await startChannelIssuer()));
  afterEach(async () => {
    await assistant.stop();
    await issuer.close();
  });

  let sent = 0;
  /** What the assistant says to a person of that tenant in Teams. */
  async function ask(tenantId: string, objectId: string, part: object, wanted = 200): Promise<string> {
    const from = { id: `29:${objectId}`, aadObjectId: objectId };
    const activity = {
      ...TEAMS_MESSAGE,
      id: `t${String((sent += 1))}`,
      from,
      channelData: { tenant: { id: tenantId } },
    };
    const { status, text } = await assistant.post(`Bearer ${issuer.tokenFor(APP_ID)}`, {
      ...activity,
      ...part,
    });
    expect(status).to.equal(wanted);
    return text;
  }

  it('of the company’s list are served; a stranger hears one sentence each time and leaves nothing on disk', async () => {
    await start(await writeCompanyFiles(dir.path));
    const before = filesIn(data());
    const parts = [
      { text: 'come ottengo l’accesso ai referral?' },
      { text: 'crea un deal co-sell da 80k con Fabrikam per fine marzo' },
      { text: undefined, value: { action: 'help' } },
      {
        type: 'conversationUpdate',
        text: undefined,
        recipient: { id: '28:b' },
        membersAdded: [{ id: '28:b' }],
      },
      {
        text: 'cancella i miei dati',
        channelData: {},
        conversation: { id: 'c', conversationType: 'personal', tenantId: THEIRS },
      },
    ];
    for (const part of parts) {
      const { activities } = JSON.parse(await ask(THEIRS, 'b0000000-0000-4000-8000-000000000009', part)) as {
        activities: { type: string; text: string }[];
      };
      expect(activities.map(({ type }) => type)).to.deep.equal(['message']);
      expect(activities[0]?.text).to.match(SENTENCE);
    }
    for (const [name, value, place] of INVOKES) {
      const status = place === 'value.message' ? 403 : 200;
      const part = { type: 'invoke', name, value, text: undefined, ...RESPONDED };
      const text = await ask(THEIRS, 'b0000000-0000-4000-8000-000000000009', part, status);
      if (place === null) expect(text).to.equal('{}');
      else expect(valueAt(JSON.parse(text), place), `${name} ${text}`).to.match(SENTENCE);
    }
    expect(filesIn(data())).to.deep.equal(before);
    const { tenantId, objectId } = people.sara;
    expect(await ask(tenantId, objectId, { text: 'crea un deal' })).not.to.match(SENTENCE);
    expect(filesIn(data()).length).to.be.above(before.length);
    const outcomes = assistant.log.filter(({ msg }) => msg === 'turn').map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'stranger')).to.have.length(
      parts.length + INVOKES.length,
    );
    expect(JSON.stringify(assistant.log)).not.to.contain(THEIRS);
  });

  it('that ALLOWED_TENANTS leaves out are strangers, although the list names them', async () => {
    await start({ ...(await writeCompanyFiles(dir.path)), ALLOWED_TENANTS: THEIRS });
    expect(await ask(people.sara.tenantId, people.sara.objectId, { text: 'ciao' })).to.match(SENTENCE);
    expect(await ask(THEIRS, people.sara.objectId, { text: 'ciao' })).not.to.match(SENTENCE);
  });

  it('are all answered on questions, and make no deal, where none is known', async () => {
    await start({});
    const { tenantId, objectId } = people.sara;
    const answer = await ask(tenantId, objectId, { text: 'come ottengo l’accesso ai referral?' });
    expect(answer).to.contain('AdaptiveCard');
    const wish = { text: 'crea un deal co-sell da 80.000 euro con Fabrikam per fine marzo' };
    expect(await ask(tenantId, objectId, wish)).to.contain('Per ora non puoi creare un deal');
    expect(await ask(tenantId, objectId, { text: 'le mie bozze' })).not.to.contain('Fabrikam');
    const turns = assistant.log.filter(({ msg }) => msg === 'turn');
    expect(turns).to.have.length(3);
    expect(turns.map(({ outcome }) => outcome)).not.to.include('stranger');
  });
});
