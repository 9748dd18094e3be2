import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { localizationProblems, manifestProblems } from '../../manifest/check.ts';
import { MANIFEST_FOLDER } from '../../manifest/folder.ts';
import { ICONS, drawIcon } from '../../manifest/icons.ts';
import { type AppPackage, makePackage, type PackageOptions, readManifest } from '../../manifest/package.ts';
import { COMMANDS } from '../../src/bot/teams/commands.ts';
import { learnOnce } from '../learned.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
const SIGN_IN_ID = '0f0f0f0f-2222-4222-8333-444444444444';

/** Width, height and colour type, from a PNG's first chunk. */
function pngFacts(png: Buffer): { width: number; height: number; colorType: number } {
  expect(png.subarray(1, 4).toString()).to.equal('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), colorType: png.readUInt8(25) };
}

const PUBLISHER = { company: 'Contoso', shortName: null, domain: 'assistant.contoso.com', mpnId: '1234567' };

/** A package for trying, or with a publisher one for the store. */
const draftOf = (options: Omit<PackageOptions, 'isDraft'>): Promise<AppPackage> =>
  makePackage({ ...options, isDraft: true });

function stringsIn(zip: Uint8Array | null): Record<string, string> {
  const file = unzipSync(zip ?? new Uint8Array())['en.json'];
  return JSON.parse(strFromU8(file ?? new Uint8Array())) as Record<string, string>;
}

function manifestIn(zip: Uint8Array | null): Record<string, unknown> {
  const file = unzipSync(zip ?? new Uint8Array())['manifest.json'];
  return JSON.parse(strFromU8(file ?? new Uint8Array())) as Record<string, unknown>;
}

describe('Teams app package', () => {
  it('holds the manifest with the app id, the second language and both icons', async () => {
    const { zip, problems } = await draftOf({ appId: APP_ID });
    expect(problems).to.deep.equal([]);
    const files = unzipSync(zip ?? new Uint8Array());
    expect(Object.keys(files).sort()).to.deep.equal(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as unknown;
    expect(manifest).to.have.property('id', APP_ID);
    expect(manifest).to.have.nested.property('bots[0].botId', APP_ID);
    expect(manifest).to.have.nested.property('composeExtensions[0].botId', APP_ID);
    expect(manifest).to.have.nested.property('localizationInfo.defaultLanguageTag', 'it-it');
  });

  it('lets Teams sign in without a page, and open the sign-in page where that does not do', async () => {
    const { zip, problems } = await draftOf({ appId: APP_ID });
    expect(problems).to.deep.equal([]);
    const manifest = manifestIn(zip);
    expect(manifest['webApplicationInfo']).to.deep.equal({ id: APP_ID, resource: `api://botid-${APP_ID}` });
    expect(manifest['validDomains']).to.deep.equal(['token.botframework.com']);
  });

  it('names the application that people sign in to where it is not the bot’s own', async () => {
    const { zip, problems } = await draftOf({ appId: APP_ID, signInAppId: SIGN_IN_ID });
    expect(problems).to.deep.equal([]);
    expect(manifestIn(zip)['webApplicationInfo']).to.deep.equal({
      id: SIGN_IN_ID,
      resource: `api://botid-${APP_ID}`,
    });
    const wrong = await draftOf({ appId: APP_ID, signInAppId: 'an app' });
    expect(wrong.problems.join('\n')).to.contain('manifest.json /webApplicationInfo/id');
  });

  it('asks for no sign-in where nobody signs in, or no bot is named', async () => {
    for (const options of [{ appId: APP_ID, signInAppId: null }, { appId: null }]) {
      const { zip, problems } = await draftOf(options);
      expect(problems).to.deep.equal([]);
      expect(manifestIn(zip)).not.to.have.property('webApplicationInfo');
      expect(manifestIn(zip)['validDomains']).to.deep.equal([]);
    }
  });

  it('is the same for the same content', async () => {
    const [first, second] = [await draftOf({ appId: APP_ID }), await draftOf({ appId: APP_ID })];
    expect(first.zip).to.deep.equal(second.zip);
  });

  it('says what is still a placeholder', async () => {
    const { warnings } = await draftOf({ appId: null });
    expect(warnings.join('\n')).to.contain('--app-id').and.to.contain('--company').and.to.contain('--domain');
    expect((await draftOf({ appId: APP_ID })).warnings.join('\n')).not.to.contain('--app-id');
  });

  it('is for the store with nothing that only the publisher knows left open', async () => {
    const { zip, problems } = await makePackage({ appId: APP_ID });
    expect(zip).to.equal(null);
    expect(problems.join('\n')).to.contain('--company').and.to.contain('--domain');
    const made = await makePackage({ appId: APP_ID, publisher: PUBLISHER });
    expect([made.problems, made.warnings]).to.deep.equal([[], []]);
    expect(JSON.stringify([manifestIn(made.zip), stringsIn(made.zip)])).not.to.contain('.example');
  });

  it('has the publisher’s name first, and its pages at the publisher’s own address', async () => {
    const { zip } = await makePackage({ appId: APP_ID, publisher: PUBLISHER });
    const manifest = manifestIn(zip);
    expect(manifest['name']).to.deep.equal({
      short: 'Contoso Co-sell Assistant',
      full: 'Contoso Co-sell Assistant',
    });
    expect(manifest['developer']).to.deep.equal({
      name: 'Contoso',
      mpnId: '1234567',
      websiteUrl: 'https://assistant.contoso.com/help',
      privacyUrl: 'https://assistant.contoso.com/privacy',
      termsOfUseUrl: 'https://assistant.contoso.com/terms',
    });
    expect(manifest['validDomains']).to.include('assistant.contoso.com');
    expect(stringsIn(zip)).to.include({ 'name.full': 'Contoso Co-sell Assistant' });
  });

  it('says in each language what it needs, which languages it speaks, and where help is', async () => {
    const { zip } = await makePackage({ appId: APP_ID, publisher: PUBLISHER });
    const { full } = manifestIn(zip)['description'] as { full: string };
    for (const text of [full, stringsIn(zip)['description.full'] ?? '']) {
      expect(text)
        .to.match(/partner/i)
        .and.to.match(/italian/i)
        .and.to.match(/inglese|English/);
      expect(text).to.contain('https://assistant.contoso.com/help');
    }
  });

  it('lets Teams show a message to one person alone where that is wanted', async () => {
    const { zip, problems } = await makePackage({ appId: APP_ID, publisher: PUBLISHER, isTargeted: true });
    expect(problems).to.deep.equal([]);
    expect(manifestIn(zip)).to.have.nested.property('bots[0].supportsTargetedMessages', true);
    const usual = manifestIn((await makePackage({ appId: APP_ID, publisher: PUBLISHER })).zip);
    expect(usual).not.to.have.nested.property('bots[0].supportsTargetedMessages');
  });

  it('has a tab on the workshop where that is wanted, on the company’s own host', async () => {
    const { zip, problems } = await makePackage({ appId: APP_ID, publisher: PUBLISHER, hasWorkshop: true });
    expect(problems).to.deep.equal([]);
    const url = `https://${PUBLISHER.domain}/workshop`;
    expect(JSON.stringify(manifestIn(zip))).to.contain(`"contentUrl":"${url}"`);
    const usual = manifestIn((await makePackage({ appId: APP_ID, publisher: PUBLISHER })).zip);
    expect(JSON.stringify(usual)).not.to.contain('/workshop');
  });

  it('is refused with a name that the store refuses', async () => {
    const problemsOf = async (publisher: Partial<typeof PUBLISHER>): Promise<string> =>
      (await makePackage({ appId: APP_ID, publisher: { ...PUBLISHER, ...publisher } })).problems.join('\n');
    expect(await problemsOf({ company: 'Microsoft Italia' })).to.contain('names Microsoft');
    expect(await problemsOf({ company: 'Compagnia Europea dei Servizi' })).to.contain('--short-name');
    expect(await problemsOf({ domain: 'https://contoso.com/x' })).to.contain('is not a host');
  });

  it('is not made with an app id that is none', async () => {
    const { zip, problems } = await draftOf({ appId: 'my bot' });
    expect(zip).to.equal(null);
    expect(problems.join('\n')).to.contain('manifest.json /bots/0/botId');
  });

  it('is refused by the schema when a colour or a language is wrong', async () => {
    const manifest = await readManifest();
    expect(await manifestProblems(manifest)).to.deep.equal([]);
    expect((await manifestProblems({ ...manifest, accentColor: 'green' })).join()).to.contain('/accentColor');
    expect((await localizationProblems({ 'name.long': 'x' })).join()).to.contain('additional properties');
  });

  it('says every command in both languages', async () => {
    const manifest = await readManifest();
    const english = JSON.parse(await readFile(join(MANIFEST_FOLDER, 'en.json'), 'utf8')) as Record<
      string,
      string
    >;
    const lists = (manifest.bots[0] as unknown as { commandLists: { commands: object[] }[] }).commandLists;
    const expected = lists.flatMap(({ commands }, list) =>
      commands.flatMap((command, index) =>
        ['title', 'description', ...('prompt' in command ? ['prompt'] : [])].map(
          (part) => `bots[0].commandLists[${String(list)}].commands[${String(index)}].${part}`,
        ),
      ),
    );
    expect(Object.keys(english).filter((key) => key.startsWith('bots'))).to.have.members(expected);
  });

  it('says every command of the message extension in both languages, and names those that are answered', async () => {
    const { composeExtensions } = (await readManifest()) as unknown as {
      composeExtensions: { commands: { id: string; parameters?: { name: string }[] }[] }[];
    };
    const commands = composeExtensions[0]?.commands ?? [];
    expect(commands.map(({ id }) => id)).to.have.members(Object.values(COMMANDS));
    const deals = commands.find(({ id }) => id === COMMANDS.deals)?.parameters ?? [];
    expect(deals.map(({ name }) => name)).to.deep.equal(['customer', 'state', 'period']);
    const english = JSON.parse(await readFile(join(MANIFEST_FOLDER, 'en.json'), 'utf8')) as object;
    const expected = commands.flatMap(({ parameters = [] }, at) =>
      [
        `commands[${String(at)}]`,
        ...parameters.map((_, each) => `commands[${String(at)}].parameters[${String(each)}]`),
      ].flatMap((place) => ['title', 'description'].map((part) => `composeExtensions[0].${place}.${part}`)),
    );
    expect(Object.keys(english).filter((key) => key.startsWith('composeExtensions'))).to.have.members(
      expected,
    );
  });

  it('offers teams and group chats nothing that is a person’s own', async () => {
    const { bots } = (await readManifest()) as unknown as {
      bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[];
    };
    const lists = bots[0]?.commandLists ?? [];
    const shared = lists.filter(({ scopes }) => scopes.some((scope) => scope !== 'personal'));
    const titles = shared.flatMap(({ commands }) => commands.map(({ title }) => title));
    expect(titles).to.have.length.above(0);
    const { answerer } = await learnOnce();
    for (const title of titles.filter((each) => each !== 'Aiuto'))
      expect(answerer.match(title, { locale: 'it' }), title).to.include({ outcome: 'answer' });
  });

  for (const { name, width } of ICONS) {
    it(`has its ${name} icon in the right size, as it is drawn`, async () => {
      const png = await readFile(join(MANIFEST_FOLDER, `${name}.png`));
      expect(pngFacts(png)).to.include({ width, height: width });
      expect(png.equals(await drawIcon(name, width))).to.equal(true);
    });
  }
});
