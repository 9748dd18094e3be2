import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { examineConfig } from '../../src/config/config.ts';
import { environment } from '../../src/config/fields.ts';
import { type BicepResource, envOf, readBicep } from './bicep.ts';

/** What the Microsoft 365 Agents Toolkit does by that name, and which settings each action needs. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'teamsApp/create': ['name'],
  'teamsApp/update': ['appPackagePath'],
  'teamsApp/validateAppPackage': ['appPackagePath'],
  'teamsApp/publishAppPackage': ['appPackagePath'],
  'aadApp/create': ['name', 'generateClientSecret', 'signInAudience'],
  'botFramework/create': ['botId', 'name', 'messagingEndpoint', 'channels'],
  'arm/deploy': ['subscriptionId', 'resourceGroupName', 'templates'],
  'azureAppService/zipDeploy': ['artifactFolder', 'resourceId'],
  'cli/runNpmCommand': ['args'],
  'file/createOrUpdateEnvironmentFile': ['target', 'envs'],
};

const step = z.strictObject({
  uses: z.string(),
  name: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
const steps = z.array(step).default([]);
const project = z.strictObject({
  version: z.string().regex(/^v1\.\d+$/),
  environmentFolderPath: z.string(),
  provision: steps,
  deploy: steps,
  publish: steps,
});
type Step = z.infer<typeof step>;

const read = (path: string): string => readFileSync(path, 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const GUID = '00000000-0000-4000-8000-000000000000';
const bicep = readBicep(read('deploy/teams/azure.bicep'));
const outputs = [...bicep.code.matchAll(/^output (\w+)/gm)].map(([, name = '']) => name);

/** What whoever runs the toolkit gives, by the documents of the files themselves. */
const GIVEN = [
  ...['COMPANY_NAME', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME', 'RESOURCE_SUFFIX'],
  ...['BOT_ENDPOINT', 'BOT_DOMAIN'],
];

const FILES = ['m365agents.yml', 'm365agents.local.yml', 'm365agents.playground.yml'];

for (const file of FILES) {
  describe(file, () => {
    const { provision, deploy, publish } = project.parse(parse(read(file)));
    const all: readonly Step[] = [...provision, ...deploy, ...publish];

    it('is made of steps that the toolkit has, with what each needs', () => {
      for (const { uses, with: settings } of all) {
        expect(ACTIONS, uses).to.have.property(uses);
        expect(settings, uses).to.include.keys(...(ACTIONS[uses] ?? []));
      }
    });

    it('speaks of nothing that neither a step before, nor the template, nor its user gives', () => {
      const known = new Set(file === 'm365agents.yml' ? [...GIVEN, ...outputs] : GIVEN);
      for (const each of all) {
        const named = [...JSON.stringify(each.with).matchAll(/\$\{\{(\w+)\}\}/g)].map(
          ([, name = '']) => name,
        );
        expect(
          named.filter((name) => !known.has(name)),
          each.uses,
        ).to.deep.equal([]);
        for (const name of Object.values(each.writeToEnvironmentFile ?? {})) known.add(name);
      }
    });

    it('runs commands of this project, with files that are there', () => {
      for (const { uses, with: settings } of all) {
        const { args = '' } = settings as { args?: string };
        const [, script] = /^run (\S+)/.exec(args) ?? [];
        if (uses === 'cli/runNpmCommand' && script !== undefined) expect(scripts).to.have.property(script);
        const { templates = [] } = settings as { templates?: { path: string; parameters: string }[] };
        for (const { path, parameters } of templates) {
          expect([path, parameters].filter((each) => !existsSync(each))).to.deep.equal([]);
        }
        const { ignoreFile } = settings as { ignoreFile?: string };
        if (ignoreFile !== undefined) expect(existsSync(ignoreFile)).to.equal(true);
      }
    });

    it('gives the assistant an environment that it starts with', () => {
      for (const { with: settings } of all) {
        const { envs } = settings as { envs?: Record<string, string | number> };
        if (envs === undefined) continue;
        const values = Object.entries(envs).map(([name, value]) => [
          name,
          String(value).replace(/\$\{\{\w+\}\}/g, GUID),
        ]);
        expect(Object.keys(envs).filter((name) => !Object.hasOwn(environment.shape, name))).to.deep.equal([]);
        const reading = examineConfig(Object.fromEntries(values) as Record<string, string>);
        expect(reading.isUsable ? [] : reading.problems).to.deep.equal([]);
      }
    });
  });
}

describe('what the toolkit makes in Azure', () => {
  const web = bicep.resources.find(({ type }) => type === 'Microsoft.Web/sites') as BicepResource;
  const env = envOf(web.body);

  it('is a web app, an identity that opens the storage by no key, and the bot of that identity', () => {
    for (const { type, version } of bicep.resources) expect(version, type).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(bicep.resources.map(({ type }) => type)).to.include.members([
      'Microsoft.ManagedIdentity/userAssignedIdentities',
      'Microsoft.Storage/storageAccounts',
      'Microsoft.BotService/botServices',
      'Microsoft.BotService/botServices/channels',
    ]);
    expect([bicep.unused, bicep.undeclared]).to.deep.equal([[], []]);
    expect(bicep.code).to.match(/allowSharedKeyAccess: false/);
  });

  it('takes parameters that it knows, and sets what the configuration knows', () => {
    const { parameters } = z
      .object({ parameters: z.record(z.string(), z.object({ value: z.string() })) })
      .parse(JSON.parse(read('deploy/teams/azure.parameters.json')));
    for (const name of Object.keys(parameters))
      expect(bicep.code).to.match(new RegExp(`^param ${name} `, 'm'));
    expect([...env.keys()].filter((name) => !Object.hasOwn(environment.shape, name))).to.deep.equal([]);
    const made = {
      AZURE_STORAGE_ACCOUNT: 'cosellaccount',
      AZURE_STORAGE_CONTAINER: 'co-sell-assistant',
      AZURE_CLIENT_ID: GUID,
      MicrosoftAppId: GUID,
      MicrosoftAppTenantId: GUID,
    };
    const values = Object.fromEntries([...env].map(([name, value]) => [name, value ?? '']));
    const reading = examineConfig({ ...values, ...made });
    expect(reading.isUsable ? [] : reading.problems).to.deep.equal([]);
  });
});
