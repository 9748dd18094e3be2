import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpServer } from '../../src/http/server.ts';
import { PEOPLE, createEchoServer } from './echo-bot.ts';

interface SeenEvent {
  readonly id: string | null;
  readonly kind: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

const CONVERSATION = 'conversation-1';
const SARA = PEOPLE[0]?.objectId;

/** Reads a conversation's stream until `count` events came. */
async function readEvents(
  url: string,
  count: number,
  headers: Record<string, string> = {},
): Promise<SeenEvent[]> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  expect(response.headers.get('content-type')).to.equal('text/event-stream');
  const events: SeenEvent[] = [];
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) events.push(JSON.parse(data) as SeenEvent);
    }
    if (events.length >= count) break;
  }
  stop.abort();
  return events;
}

describe('the chat over HTTP', () => {
  let server: HttpServer;
  let url: string;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chat-page-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
    await writeFile(join(folder, 'secret.ts'), 'no asset');
    ({ server } = createEchoServer({ chatPage: { people: async () => PEOPLE }, pageFolder: folder }));
    url = await server.listen();
  });
  afterEach(async () => {
    await server.close(100);
    await rm(folder, { recursive: true });
  });

  const post = (body: object, conversation = CONVERSATION) =>
    fetch(`${url}/chat/${conversation}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        personId: SARA,
        locale: 'it-IT',
        timeZone: 'Europe/Rome',
        clientId: 'x',
        ...body,
      }),
    });
  const events = (count: number, headers?: Record<string, string>) =>
    readEvents(`${url}/chat/${CONVERSATION}/events`, count, headers);
  const shown = (seen: readonly SeenEvent[]) => seen.map(({ kind, activity }) => [kind, activity['text']]);

  it('brings what is said to the bot, and its answer back', async () => {
    expect((await post({ kind: 'open' })).status).to.equal(200);
    expect((await post({ kind: 'say', text: 'ciao' })).status).to.equal(200);
    const seen = await events(3);
    expect(shown(seen)).to.deep.equal([
      ['message', 'Ciao, sono un’eco.'],
      ['user', 'ciao'],
      ['message', 'eco: ciao'],
    ]);
    expect(seen[1]?.activity['clientId']).to.equal('x');
  });

  it('shows a tapped button by its title, and sends its data', async () => {
    await post({ kind: 'submit', title: 'Aiuto', data: { action: 'help' } });
    expect(shown(await events(2))).to.deep.equal([
      ['user', 'Aiuto'],
      ['message', 'value {"action":"help"}'],
    ]);
  });

  it('goes on after the last event that was seen', async () => {
    await post({ kind: 'say', text: 'uno' });
    const [, answer] = await events(2);
    await post({ kind: 'say', text: 'due' });
    const afterHeader = await events(2, { 'Last-Event-ID': answer?.id ?? '' });
    const afterQuery = await readEvents(`${url}/chat/${CONVERSATION}/events?after=${answer?.id ?? ''}`, 2);
    expect(shown(afterHeader)).to.deep.equal([
      ['user', 'due'],
      ['message', 'eco: due'],
    ]);
    expect(afterQuery).to.deep.equal(afterHeader);
  });

  it('takes updates and deletions of the bot', async () => {
    await post({ kind: 'say', text: 'aggiorna' });
    await post({ kind: 'say', text: 'cancella' });
    const seen = await events(6);
    expect(seen.map(({ kind }) => kind)).to.deep.equal([
      'user',
      'message',
      'update',
      'user',
      'message',
      'delete',
    ]);
    expect(seen[2]?.activity).to.include({ id: seen[1]?.activity['id'], text: 'dopo' });
    expect(seen[5]?.activity['id']).to.equal(seen[4]?.activity['id']);
  });

  it('replaces a card by the answer to its Action.Execute', async () => {
    await post({ kind: 'execute', title: 'Vai', verb: 'sostituisci', data: {}, activityId: 'card-1' });
    const [own, update] = await events(2);
    expect(own?.kind).to.equal('user');
    expect(own?.activity).to.include({ text: 'Vai', shownOn: 'card-1' });
    expect(update?.kind).to.equal('update');
    expect(update?.activity['id']).to.equal('card-1');
    expect(JSON.stringify(update?.activity['attachments'])).to.contain('Sostituita');
  });

  it('says so when the bot fails', async () => {
    const response = await post({
      kind: 'execute',
      title: 'Vai',
      verb: 'errore',
      data: {},
      activityId: 'card-1',
    });
    expect([response.status, await response.json()]).to.deep.equal([
      502,
      { error: 'the assistant answered 500' },
    ]);
  });

  it('lists the people without their addresses', async () => {
    const text = await (await fetch(`${url}/chat/people`)).text();
    expect(JSON.parse(text)).to.deep.include({
      id: SARA,
      firstName: 'Sara',
      lastName: 'Conti',
      company: 'Aurelia Sistemi',
      roles: ['referrals-admin'],
    });
    expect(text).not.to.contain('@');
  });

  const bad: [string, object, number][] = [
    ['nobody we know', { kind: 'say', text: 'x', personId: 'stranger' }, 404],
    ['nothing', { kind: 'say', text: '' }, 400],
    ['something unknown', { kind: 'shout', text: 'x' }, 400],
    ['a language the page has not', { kind: 'say', text: 'x', locale: 'fr-FR' }, 400],
  ];
  for (const [what, body, status] of bad) {
    it(`refuses ${what}`, async () => {
      expect((await post(body)).status).to.equal(status);
    });
  }

  it('refuses conversations that are not the page’s', async () => {
    expect((await post({ kind: 'open' }, 'a')).status).to.equal(400);
    expect((await fetch(`${url}/chat/a%20b/events`)).status).to.equal(400);
  });

  it('refuses replies that are none', async () => {
    const address = `${url}/connector/v3/conversations/${CONVERSATION}/activities`;
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(address, { method: 'POST', headers, body: '[]' })).status).to.equal(400);
    expect((await fetch(address, { method: 'POST', body: 'x' })).status).to.equal(400);
  });

  it('serves the page and its libraries under a strict policy, and nothing else', async () => {
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).to.match(/^default-src 'none'; script-src 'self';/);
    const again = await fetch(`${url}/`, { headers: { 'If-None-Match': page.headers.get('etag') ?? '' } });
    expect(again.status).to.equal(304);
    for (const name of ['adaptivecards.min.js', 'markdown-it.min.js']) {
      const response = await fetch(`${url}/assets/${name}`);
      expect([name, response.status, response.headers.get('content-type')]).to.deep.equal([
        name,
        200,
        'text/javascript; charset=utf-8',
      ]);
    }
    for (const name of ['secret.ts', '..%2f..%2fpackage.json', 'none.js']) {
      expect((await fetch(`${url}/assets/${name}`)).status, name).to.equal(404);
    }
  });

  it('ends its streams when the server closes', async () => {
    const response = await fetch(`${url}/chat/${CONVERSATION}/events`);
    await server.close(5000);
    expect(await response.text()).to.contain('retry:');
    ({ server } = createEchoServer());
    await server.listen();
  });
});
