import { expect } from 'chai';
import { DockerfileParser } from 'dockerfile-ast';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { examineConfig } from '../../src/config/config.ts';
import { environment } from '../../src/config/fields.ts';
import { type BicepResource, envOf, readBicep } from './bicep.ts';

const FOLDER = 'deploy';
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const PORT = environment.shape.PORT.parse(undefined);
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;

/** Names that the configuration doesn't know: whoever sets one would think that it works. */
const unknownNames = (names: readonly string[]): string[] =>
  names.filter((name) => !Object.hasOwn(environment.shape, name));

/** What keeps the assistant from starting so. */
const problemsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  const reading = examineConfig(env);
  return reading.isUsable ? [] : reading.problems;
};

describe('the image', () => {
  const dockerfile = DockerfileParser.parse(read('Dockerfile'));
  const instructions = (name: string) =>
    dockerfile.getInstructions().filter((each) => each.getKeyword() === name);
  const valuesOf = (name: string): string[] =>
    instructions(name).map((each) => each.getArgumentsContent() ?? '');
  /** A command as JSON: no shell stands between it and the signals. */
  const commandOf = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text));

  it('is made in two steps of fixed versions', () => {
    const bases = dockerfile.getFROMs().map((from) => from.getImage() ?? '');
    expect(bases).to.have.length(2);
    for (const base of bases) expect(base).to.match(/:\d[\w.-]*$/);
    expect(valuesOf('RUN')[0]).to.equal('npm ci');
    expect(valuesOf('RUN').at(-1)).to.match(/^npm ci --omit=dev /);
  });

  it('copies what is there, and nothing that is left out of what is sent to be built', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    const copied = dockerfile.getCOPYs().flatMap((copy) => {
      const [...paths] = copy.getArguments().map((argument) => argument.getValue());
      return copy.getFlags().length > 0 ? [] : paths.slice(0, -1);
    });
    expect(copied).to.include('src');
    expect(copied.filter((path) => !existsSync(path))).to.deep.equal([]);
    expect(copied.filter((path) => !ignored.includes(`!${path}`))).to.deep.equal([]);
  });

  it('runs what npm run serve runs, as nobody in particular', () => {
    expect(commandOf(valuesOf('CMD').at(-1) ?? '').join(' ')).to.equal(scripts['serve']);
    expect(valuesOf('USER')).to.deep.equal(['node']);
    expect(valuesOf('EXPOSE')).to.deep.equal([String(PORT)]);
  });

  it('asks for its health with what it has', () => {
    const [health = ''] = valuesOf('HEALTHCHECK');
    expect(health).to.match(/CMD \["node", "-e", ".*\/healthz/s);
    expect(health).to.contain('process.env.PORT');
  });

  it('sets what the configuration knows', () => {
    const names = dockerfile.getENVs().flatMap((env) => env.getProperties().map((each) => each.getName()));
    expect(names).to.include.members(['HOST', 'PORT', 'DATA_DIR']);
    // The one that libraries read.
    expect(unknownNames(names)).to.deep.equal(['NODE_ENV']);
  });
});

const service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
  env_file: z.string().optional(),
  read_only: z.boolean().optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
});
const compose = z.looseObject({ services: z.record(z.string(), service) });

describe('three assistants in containers', () => {
  const { services } = compose.parse(parse(read('compose.yaml'), { merge: true }));
  const assistants = Object.entries(services).filter(([name]) => name.startsWith('assistant-'));
  const example = Object.fromEntries(
    [...read('.env.example').matchAll(/^(?:# )?(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const given = Object.fromEntries(
    [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

  it('are of fixed versions', () => {
    for (const [name, { image }] of Object.entries(services))
      expect(image, name).to.match(/:v?\d+\.\d+\.\d+/);
  });

  it('set what the configuration knows, and start with it', () => {
    expect(assistants).to.have.length(3);
    expect(unknownNames(Object.keys(example))).to.deep.equal([]);
    expect(problemsOf({ ...given, WORKSHOP_ROLE: example['WORKSHOP_ROLE'] ?? 'nobody' })).to.deep.equal([]);
    for (const [name, { environment: own = {}, env_file: file }] of assistants) {
      expect(unknownNames(Object.keys(own)), name).to.deep.equal([]);
      expect(own['STORAGE'], name).to.equal('azure');
      expect(file, name).to.equal('.env');
      expect(problemsOf({ HOST: '0.0.0.0', ...given, ...own }), name).to.deep.equal([]);
    }
    expect(problemsOf({ HOST: '0.0.0.0' })).not.to.deep.equal([]);
  });

  it('write nothing into the image, and are given the time that they drain in', () => {
    for (const [name, { read_only: isReadOnly, stop_grace_period: grace, environment: own }] of assistants) {
      expect(isReadOnly, name).to.equal(true);
      expect(parseInt(grace ?? '0', 10), name).to.be.greaterThan(Number(own?.['DRAIN_SECONDS']));
    }
  });

  it('all stand behind the proxy', () => {
    const servers = [...read('proxy.conf').matchAll(/^ {2}server (\S+) /gm)].map(([, server]) => server);
    expect(servers).to.deep.equal(assistants.map(([name]) => `${name}:${String(PORT)}`));
  });
});

describe('the assistant in Azure', () => {
  const bicep = readBicep(read('bicep/main.bicep'));
  const app = bicep.resources.find(({ type }) => type === 'Microsoft.App/containerApps') as BicepResource;
  const env = envOf(app.body);

  it('is of resources of a version each, and every parameter is used', () => {
    for (const { type, version } of bicep.resources) expect(version, type).to.match(/^\d{4}-\d\d-\d\d$/);
    const types = bicep.resources.map(({ type }) => type);
    expect(types).to.include.members([
      'Microsoft.ManagedIdentity/userAssignedIdentities',
      'Microsoft.Storage/storageAccounts',
      'Microsoft.KeyVault/vaults',
      'Microsoft.BotService/botServices',
      'Microsoft.BotService/botServices/channels',
    ]);
    expect(bicep.unused).to.deep.equal([]);
    expect(bicep.undeclared).to.deep.equal([]);
  });

  it('may read and write blobs and queues by its identity, and by no key', () => {
    expect(bicep.code).to.contain('ba92f5b4-2d11-453d-a403-e96b0029c9fe');
    expect(bicep.code).to.contain('974c5e8b-45b9-4653-ba55-5f855dd0fb88');
    expect(bicep.code).to.match(/allowSharedKeyAccess: false/);
    expect(bicep.code).to.match(/isVersioningEnabled: false/);
  });

  it('sets what the configuration knows, and all that it needs', () => {
    expect(unknownNames([...env.keys()])).to.deep.equal([]);
    const guid = '00000000-0000-4000-8000-000000000000';
    const madeThere = {
      AZURE_STORAGE_ACCOUNT: 'cosellaccount',
      AZURE_CLIENT_ID: guid,
      MicrosoftAppId: guid,
      MicrosoftAppTenantId: guid,
      DRAIN_SECONDS: '15',
      AZURE_STORAGE_CONTAINER: 'co-sell-assistant',
      OAUTH_CONNECTION_REFERRALS: 'partner-center',
      METRICS_TOKEN: '0123456789abcdef',
    };
    const values = Object.fromEntries([...env].map(([name, literal]) => [name, literal ?? '']));
    const named = Object.fromEntries(Object.entries(madeThere).filter(([name]) => env.has(name)));
    expect(problemsOf({ ...values, ...named })).to.deep.equal([]);
    expect([...env.keys()]).to.include.members([...Object.keys(madeThere), 'STORAGE', 'MicrosoftAppType']);
    expect([...env.keys()]).to.include('WORKSHOP_ROLE');
  });

  it('is asked for its health where it answers, and drains', () => {
    const paths = [...app.body.matchAll(/path: '(\/\w+)'\s+port: (\d+)/g)].map(([, path, port]) => [
      path,
      port,
    ]);
    expect(paths).to.deep.include.members([
      ['/healthz', String(PORT)],
      ['/readyz', String(PORT)],
    ]);
    expect(app.body).to.match(/terminationGracePeriodSeconds: drainSeconds \+ \d+/);
    expect(app.body).to.contain(`targetPort: ${String(PORT)}`);
  });
});

describe('the reading of Bicep', () => {
  it('finds what is not closed, not declared and not used', () => {
    expect(() => readBicep("resource a 'T@2020-01-01' = {\n")).to.throw(/not closed/);
    expect(() => readBicep('var a = [1)\n')).to.throw(/closed/);
    expect(readBicep("param a string\nparam b string\noutput c string = '${b}-${d.id}'\n")).to.deep.include({
      unused: ['a'],
      undeclared: ['d'],
    });
  });
});
