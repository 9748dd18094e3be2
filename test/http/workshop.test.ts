import { expect } from 'chai';
import { parse } from 'yaml';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type App, createApp } from '../../src/app/app.ts';
import type { Learned } from '../../src/app/trained-index.ts';
import { readConfig } from '../../src/config/config.ts';
import { readKnowledgeFolder, toKnowledge } from '../../src/knowledge/load.ts';
import { createAnswerer } from '../../src/matching/answerer.ts';
import { Chat, startTestBot, type TestBot } from '../conversations/chat.ts';
import { type ChannelIssuer, startChannelIssuer } from '../fakes/channel-issuer.ts';
import { writeCompanyFiles } from '../fakes/company.ts';
import { people } from '../fakes/stage.ts';
import { goodFolder } from '../knowledge/folder.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { APP_ID } from './assistant.ts';

/** Writes a small folder and learns it: what is saved there is tried within milliseconds. */
async function makeFolder(dir: string): Promise<Learned> {
  for (const [path, content] of Object.entries(goodFolder)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content ?? '');
  }
  const { words = {} } = (await learnOnce()).knowledge;
  const knowledge = { ...toKnowledge(await readKnowledgeFolder(dir)), words };
  return { knowledge, answerer: createAnswerer(knowledge) };
}

/** What a page's form holds: names and values, as a browser would send them back. */
function fieldsOf(
  markup: string,
  form = /<form method="post"[\s\S]*?<\/form>/.exec(markup)?.[0] ?? '',
): URLSearchParams {
  const text = (escaped: string): string =>
    escaped
      .replace(/&#x27;|&apos;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  const fields = new URLSearchParams();
  for (const [, attributes = ''] of form.matchAll(/<input\s([^>]*)>/g)) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    if (name === undefined || /type="(?:radio|checkbox|file)"/.test(attributes)) continue;
    fields.append(name, text(/\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? ''));
  }
  for (const [, name = '', value = ''] of form.matchAll(
    /<textarea\s[^>]*\bname="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g,
  ))
    fields.append(name, text(value));
  return fields;
}

describe('the workshop, on this machine', () => {
  let app: App;
  let url: string;
  let data: string;
  let dir: string;

  before(async function () {
    this.timeout(60_000);
    data = await mkdtemp(join(tmpdir(), 'workshop-'));
    dir = join(data, 'knowledge');
    const learned = await makeFolder(dir);
    const config = readConfig({ PORT: '0', DATA_DIR: join(data, 'data') });
    const lessons = { dir, documentFolders: [], file: join(data, 'index.bin') };
    app = await createApp(config, { log: quietLog, learned: Promise.resolve(learned), lessons });
    url = await app.start();
  });
  after(async () => {
    await app.stop();
    await rm(data, { recursive: true, force: true });
  });

  const get = async (path: string) => {
    const response = await fetch(`${url}/workshop${path}`, { headers: { 'Accept-Language': 'it' } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = async (
    path: string,
    body: URLSearchParams | FormData,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${url}/workshop${path}`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    });
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: await response.text(),
    };
  };
  const openForm = async () => fieldsOf((await get('/answer?id=parking')).text);
  const parking = () => readFile(join(dir, 'answers/parking.yaml'), 'utf8');
  const ask = async (text: string, id: string): Promise<void> => {
    const activity = {
      type: 'message',
      id,
      channelId: 'webchat',
      conversation: { id: 'c1' },
      from: { id: 'u1' },
      recipient: { id: 'b1' },
      deliveryMode: 'expectReplies',
      text,
      locale: 'it-IT',
    };
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    expect(response.status).to.equal(200);
  };

  it('lists the answers, and finds one by a word of an example', async () => {
    const { status, text, headers } = await get('');
    expect(status).to.equal(200);
    expect(headers.get('content-security-policy'))
      .to.contain("script-src 'self'")
      .and.not.to.contain('unsafe');
    expect(text).to.contain('Dove parcheggio?').and.to.contain('10 / 10');
    expect((await get('?q=posto')).text).to.contain('/workshop/answer?id=parking');
    expect((await get('?q=giardino')).text).not.to.contain('id=parking');
    expect((await get('?lang=en')).text)
      .to.contain('<html lang="en">')
      .and.to.contain('Where do I park?');
  });

  it('saves what was typed and nothing else, and shows it again', async () => {
    const before = await parking();
    const fields = await openForm();
    fields.set('it.lead', 'Puoi parcheggiare davanti alla sede.');
    fields.set('act', 'save');
    const { status, location } = await post('/answer', fields);
    expect([status, location]).to.deep.equal([303, '/workshop/answer?id=parking&saved=1&lang=it']);
    expect(parse(await parking())).to.deep.equal(
      parse(before.replace('dietro la sede', 'davanti alla sede')),
    );
    expect((await get('/answer?id=parking&saved=1')).text).to.contain('davanti alla sede');
  });

  it('never overwrites what another editor wrote: what was typed is kept, and both are shown', async () => {
    const [first, second] = [await openForm(), await openForm()];
    first.set('en.lead', 'You can park in front.');
    first.set('act', 'save');
    second.set('en.lead', 'Park <b>anywhere</b>.');
    second.set('act', 'save');
    expect((await post('/answer', first)).status).to.equal(303);
    const refused = await post('/answer', second);
    expect(refused.status).to.equal(409);
    expect(refused.text)
      .to.contain('Park &lt;b&gt;anywhere&lt;/b&gt;.')
      .and.to.contain('You can park in front.');
    expect(await parking()).not.to.contain('anywhere');
    const again = fieldsOf(refused.text);
    again.set('act', 'save');
    expect((await post('/answer', again)).status).to.equal(303);
    expect(await parking()).to.contain('Park <b>anywhere</b>.');
  });

  it('saves nothing that the check refuses, says why, and keeps what was typed', async () => {
    const before = await parking();
    const fields = await openForm();
    fields.set('it.lead', '');
    fields.set('it.question', 'Dove lascio la bici?');
    fields.set('act', 'save');
    const { status, text } = await post('/answer', fields);
    expect(status).to.equal(422);
    expect(text).to.contain('it.lead').and.to.contain('Dove lascio la bici?');
    expect(await parking()).to.equal(before);
  });

  it('makes a new answer, whose name leads nowhere else', async () => {
    const fields = fieldsOf((await get('/answer?new=1')).text);
    const typed = {
      id: 'garden',
      source: 'handbook#Where do I park?',
      'it.question': 'Chi cura il giardino?',
      'it.lead': 'Lo cura la sede.',
      'it.examples': 'fiori\naiuole',
      'en.question': 'Who tends the garden?',
      'en.lead': 'The head office does.',
      'en.examples': 'flowers\nlawn',
      act: 'save',
    };
    for (const [name, value] of Object.entries(typed)) fields.set(name, value);
    expect((await post('/answer', fields)).location).to.contain('id=garden');
    expect(await readFile(join(dir, 'answers/garden.yaml'), 'utf8')).to.contain('Chi cura il giardino?');
    fields.set('id', '../words/it');
    expect((await post('/answer', fields)).status).to.equal(422);
    fields.set('id', 'parking');
    expect((await post('/answer', fields)).status).to.equal(409);
  });

  it('says who would catch a sentence, with the form as it is typed and to the page’s script', async () => {
    const fields = await openForm();
    fields.set('it.try', 'un posto per l’auto');
    fields.set('act', 'try');
    expect((await post('/answer', fields)).text).to.contain('class="own"');
    const { text } = await post('/caught', fields);
    expect((JSON.parse(text) as { caught: Record<string, string> }).caught['it']).to.contain('parking');
    const { cards } = JSON.parse((await post('/card', fields)).text) as {
      cards: Record<string, { type?: string }>;
    };
    expect(cards['it']?.type).to.equal('AdaptiveCard');
  });

  it('explains any sentence, and shows it as text', async () => {
    const { text } = await get(`/explain?in=it&q=${encodeURIComponent('<script>auto')}`);
    expect(text)
      .to.contain('parking')
      .and.to.contain('&lt;script&gt;auto')
      .and.not.to.contain('<script>auto');
  });

  it('puts like questions together, takes them over at a yes, and off the list at a no', async () => {
    await ask('dove lascio la bicicletta elettrica?', 'q1');
    await ask('ricarica bicicletta elettrica', 'q2');
    await ask('quanto costa la mensa aziendale oggi', 'q3');
    const queue = await get('/queue');
    const groups = [...queue.text.matchAll(/<article[\s\S]*?<\/article>/g)].map(([article]) => article);
    const bicycle = groups.find((group) => group.includes('bicicletta')) ?? '';
    expect(bicycle).to.contain('2 volte');
    const canteen = fieldsOf(groups.find((group) => group.includes('mensa')) ?? '');
    canteen.set('act', 'decline');
    expect((await post('/queue', canteen)).location).to.contain('declined=1');
    const yes = fieldsOf(bicycle);
    for (const [name, value] of Object.entries({ home: 'example', target: 'parking', act: 'accept' }))
      yes.set(name, value);
    const { status, location } = await post('/queue', yes);
    expect([status, location]).to.deep.equal([
      303,
      '/workshop/queue?accepted=answers%2Fparking.yaml&lang=it',
    ]);
    expect(await parking()).to.contain('ricarica bicicletta elettrica');
    expect((await get('/queue')).text).not.to.match(/bicicletta|mensa/);
    expect((await post('/queue', yes)).status).to.equal(409);
  });

  it('imports what is sent after a look and a yes, and once', async () => {
    const form = new FormData();
    for (const [name, value] of fieldsOf((await get('/import')).text)) form.set(name, value);
    form.set('in', 'it');
    form.set('act', 'look');
    form.set('files', new File(['# Mensa\n\nLa mensa apre alle dodici.\n'], '../../mensa.md'));
    const looked = await post('/import', form);
    expect(looked.text).to.contain('mensa.md');
    const yes = fieldsOf(looked.text);
    yes.set('act', 'write');
    expect((await post('/import', yes)).location).to.contain('written=1');
    expect(
      (await readKnowledgeFolder(dir)).documents.map(({ document }) => document.facts.path),
    ).to.deep.equal(['mensa.md']);
    expect((await post('/import', yes)).status).to.equal(409);
  });

  it('files what a folder has where it lies in it, and nothing elsewhere', async () => {
    const form = new FormData();
    for (const [name, value] of fieldsOf((await get('/import')).text)) form.set(name, value);
    for (const [name, value] of Object.entries({ in: 'it', act: 'look' })) form.set(name, value);
    const page = (what: string): string => `# ${what}\n\nTesto su ${what}.\n`;
    form.append('files', new File([page('uno')], 'docs/guida/uno.md'));
    form.append('files', new File([page('due')], 'docs/../../due.md'));
    const { text } = await post('/import', form);
    expect(text).to.contain('<strong>guida/uno.md</strong>').and.to.contain('<strong>due.md</strong>');
  });

  it('writes no import that takes a question from its answer, unless the editor wants it all the same', async () => {
    const question = 'un posto per la macchina in cortile';
    await mkdir(join(dir, 'tests'));
    await writeFile(
      join(dir, 'tests/it-own.jsonl'),
      `${JSON.stringify({ q: question, expect: 'answer:parking' })}\n`,
    );
    const form = new FormData();
    for (const [name, value] of fieldsOf((await get('/import')).text)) form.set(name, value);
    for (const [name, value] of Object.entries({ in: 'it', act: 'look' })) form.set(name, value);
    form.set(
      'files',
      new File([`# Cortile\n\nRegole.\n\n## ${question}\n\nNon ce ne sono.\n`], 'cortile.md'),
    );
    const yes = fieldsOf((await post('/import', form)).text);
    yes.set('act', 'write');
    const refused = await post('/import', yes);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('it-own.jsonl').and.to.contain(question).and.to.contain('cortile.md');
    const filed = async () =>
      (await readKnowledgeFolder(dir)).documents.map(({ document }) => document.facts.path);
    expect(await filed()).not.to.include('cortile.md');
    const anyway = fieldsOf(refused.text);
    anyway.set('act', 'write');
    expect((await post('/import', anyway)).location).to.contain('written=1');
    expect(await filed()).to.include('cortile.md');
    await rm(join(dir, 'tests'), { recursive: true });
    await rm(join(dir, 'documents/cortile.md.yaml'));
  });

  it('reports what was asked, as a page and as CSV', async () => {
    expect((await get('/report')).text).to.contain('<svg');
    const { text, headers } = await get('/report.csv?days=7');
    expect(headers.get('content-type')).to.contain('text/csv');
    const today = new Date().toISOString().slice(0, 10);
    const asked = text.split('\r\n').filter((row) => row.startsWith(`questions,${today},`));
    const count = asked.reduce((sum, row) => sum + Number(row.split(',')[3]), 0);
    expect(count).to.equal(3);
  });

  it('says what browsers may do with its pages, names its files, and leads to its own pages alone', async () => {
    for (const path of ['', '/answer?id=parking', '/report', '/report.csv', '/import', '/nothing']) {
      const { headers } = await get(path);
      const allowed = headers.get('content-security-policy');
      for (const part of [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        'frame-ancestors https://',
      ])
        expect(allowed, path).to.contain(part);
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
      expect(headers.get('cache-control'), path).to.equal('no-store');
      expect(headers.get('access-control-allow-origin'), path).to.equal(null);
    }
    const { headers } = await get('/report.csv');
    expect(headers.get('content-disposition')).to.match(/^attachment; filename="[\w.-]+"$/);
    const fields = await openForm();
    fields.set('act', 'save');
    expect((await post('/answer', fields)).location).to.match(/^\/workshop\//);
  });

  it('reads what is sent up to a length, and says of a document that is none of its kind what it is', async () => {
    const form = async (file: File): Promise<FormData> => {
      const made = new FormData();
      for (const [name, value] of fieldsOf((await get('/import')).text)) made.set(name, value);
      for (const [name, value] of Object.entries({ in: 'it', act: 'look' })) made.set(name, value);
      made.set('files', file);
      return made;
    };
    const large = await post('/import', await form(new File(['x'.repeat(20_000_001)], 'a.md')));
    expect(large.status).to.equal(413);
    const wrong = await post('/import', await form(new File(['no archive'], 'a.docx')));
    expect(wrong.text).to.contain('of another kind than its name says');
    const unknown = await post('/import', await form(new File(['MZ'], 'a.exe')));
    expect(unknown.text).to.contain('a.exe').and.to.contain('are not read');
  });

  it('takes no form that is none of its own', async () => {
    const fields = await openForm();
    fields.set('act', 'save');
    fields.set('it.lead', 'Di un altro.');
    const site = await post('/answer', fields, { 'Sec-Fetch-Site': 'cross-site' });
    fields.set('token', 'x');
    expect([site.status, (await post('/answer', fields)).status]).to.deep.equal([403, 403]);
    const json = await fetch(`${url}/workshop/answer`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(json.status).to.equal(415);
    expect(await parking()).not.to.contain('Di un altro.');
    expect((await get('/nothing')).status).to.equal(404);
  });
});

describe('the workshop, where the folder isn’t written', function () {
  this.timeout(60_000);
  let data: string;
  let bot: TestBot;
  const dir = () => join(data, 'knowledge');
  const workshop = (path: string) => `${bot.address}/workshop${path}`;
  const get = async (path: string): Promise<string> => (await fetch(workshop(path))).text();
  const post = (body: URLSearchParams) =>
    fetch(workshop('/answer'), { method: 'POST', body, redirect: 'manual' });
  const until = async (words: string): Promise<void> => {
    while (!(await new Chat(bot).say('Dove parcheggio?')).text.includes(words)) await wait(50);
  };
  /** The form that lets the folder's text hold again, or the one of a former version. */
  const wayBack = (page: string, to: RegExp): URLSearchParams => {
    const forms = [...page.matchAll(/<form [^>]*class="back"[\s\S]*?<\/form>/g)].map(([form]) => form);
    const fields = fieldsOf('', forms.find((form) => to.test(form)) ?? '');
    fields.set('act', 'back');
    return fields;
  };

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'workshop-'));
    await makeFolder(dir());
    const lessons = { dir: dir(), documentFolders: [], file: join(data, 'index.bin') };
    bot = await startTestBot({ lessons, dataDir: join(data, 'data'), env: { WORKSHOP_EDITS: 'layer' } });
  });
  after(async () => {
    await bot.stop();
    await rm(data, { recursive: true, force: true });
  });

  it('answers with what an editor saved, leaves the file as it is, and goes back where one wants', async () => {
    const file = join(dir(), 'answers/parking.yaml');
    const before = await readFile(file, 'utf8');
    const fields = fieldsOf(await get('/answer?id=parking'));
    fields.set('it.lead', 'Puoi parcheggiare davanti alla sede.');
    fields.set('act', 'save');
    expect((await post(fields)).status).to.equal(303);
    await until('davanti alla sede');
    expect(await readFile(file, 'utf8')).to.equal(before);
    const page = await get('/answer?id=parking');
    expect(page).to.contain('davanti alla sede').and.to.contain('class="history"');
    const folder = wayBack(page, /value="folder"/);
    expect((await post(folder)).status).to.equal(303);
    expect((await post(folder)).status).to.equal(409);
    await until('dietro la sede');
    const again = wayBack(await get('/answer?id=parking'), /name="version" value="(?!folder)/);
    expect((await post(again)).status).to.equal(303);
    expect(await get('/answer?id=parking')).to.contain('davanti alla sede');
  });

  it('files what is imported over the folder, too', async () => {
    const form = new FormData();
    for (const [name, value] of fieldsOf(await get('/import'))) form.set(name, value);
    form.set('in', 'it');
    form.set('act', 'look');
    form.set('files', new File(['# Mensa\n\nLa mensa apre alle dodici.\n'], 'mensa.md'));
    const looked = await fetch(workshop('/import'), { method: 'POST', body: form });
    const yes = fieldsOf(await looked.text());
    yes.set('act', 'write');
    const written = await fetch(workshop('/import'), { method: 'POST', body: yes, redirect: 'manual' });
    expect(written.headers.get('location')).to.contain('written=1');
    expect((await readKnowledgeFolder(dir())).documents).to.deep.equal([]);
    form.delete('files');
    form.set('files', new File(['# Mensa\n\nLa mensa apre alle dodici.\n'], 'mensa.md'));
    const again = await fetch(workshop('/import'), { method: 'POST', body: form });
    expect(await again.text())
      .to.contain('Non cambierebbe niente')
      .and.not.to.contain('value="write"');
  });
});

describe('the workshop, in Teams', function () {
  this.timeout(60_000);
  let data: string;
  let dir: string;
  let issuer: ChannelIssuer;
  let app: App;
  let url: string;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'workshop-'));
    issuer = await startChannelIssuer();
    const config = readConfig({
      PORT: '0',
      DATA_DIR: data,
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'hunter2',
      CHANNEL_KEYS_URL: issuer.keysUrl,
      ENTRA_KEYS_URL: issuer.keysUrl,
      WORKSHOP_ROLE: 'referrals-admin',
      ...(await writeCompanyFiles(data)),
    });
    dir = join(data, 'knowledge');
    const learned = makeFolder(dir);
    const lessons = { dir, documentFolders: [], file: join(data, 'index.bin') };
    app = await createApp(config, { log: quietLog, learned, lessons });
    url = await app.start();
  });
  after(async () => {
    await app.stop();
    await issuer.close();
    await rm(data, { recursive: true, force: true });
  });

  const tokenOf = ({ tenantId, objectId }: { tenantId: string; objectId: string }): string =>
    issuer.tokenFor(APP_ID, {
      iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      tid: tenantId,
      oid: objectId,
      scp: 'access_as_user',
    });
  const signIn = (token: string) =>
    fetch(`${url}/workshop/sign-in`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  const open = (path: string, cookie: string) => fetch(`${url}/workshop${path}`, { headers: { cookie } });

  it('shows strangers no answer, and lets in who has the role', async () => {
    expect(await (await open('', '')).text()).not.to.contain('parking');
    const signed = await signIn(tokenOf(people.sara));
    expect(signed.status).to.equal(204);
    const cookie = signed.headers.get('set-cookie') ?? '';
    for (const part of ['__Host-', 'Secure', 'HttpOnly', 'Partitioned', 'Path=/'])
      expect(cookie).to.contain(part);
    const page = await open('', cookie.split(';')[0] ?? '');
    expect(page.status).to.equal(200);
    expect(await page.text()).to.contain('parking');
  });

  it('refuses other roles, a token that nobody signed, and one that has ended', async () => {
    expect((await signIn(tokenOf(people.marco))).status).to.equal(403);
    expect((await open('', `__Host-workshop=${tokenOf(people.marco)}`)).status).to.equal(403);
    expect((await signIn('a.b.c')).status).to.equal(401);
    const old = issuer.tokenFor(APP_ID, { exp: 1 });
    for (const token of ['a.b.c', old])
      expect(await (await open('', `__Host-workshop=${token}`)).text()).not.to.contain('parking');
  });

  it('changes what the own company is told where several share the folder, and says who did', async () => {
    const cookie = `__Host-workshop=${tokenOf(people.sara)}`;
    const form = fieldsOf(await (await open('/answer?id=parking', cookie)).text());
    form.set('it.lead', 'Puoi parcheggiare davanti alla sede.');
    form.set('act', 'save');
    const saved = await fetch(`${url}/workshop/answer`, {
      method: 'POST',
      headers: { cookie },
      body: form,
      redirect: 'manual',
    });
    expect(saved.status).to.equal(303);
    expect(await readFile(join(dir, 'answers/parking.yaml'), 'utf8')).not.to.contain('davanti');
    const page = await (await open('/answer?id=parking', cookie)).text();
    expect(page).to.contain('davanti alla sede').and.to.contain(people.sara.displayName);
    const other = `__Host-workshop=${tokenOf(people.nadia)}`;
    expect(await (await open('/answer?id=parking', other)).text()).not.to.contain('davanti');
  });

  it('reads no file of the machine', async () => {
    const cookie = `__Host-workshop=${tokenOf(people.sara)}`;
    const page = await (await open('/import', cookie)).text();
    expect(page).not.to.contain('name="from"');
    const fields = fieldsOf(page);
    fields.set('from', '/etc');
    fields.set('act', 'look');
    const looked = await fetch(`${url}/workshop/import`, {
      method: 'POST',
      headers: { cookie },
      body: fields,
    });
    expect(looked.status).to.equal(422);
  });
});
