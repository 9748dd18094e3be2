import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isLoopbackHost } from '../http/loopback.ts';
import { createRemoteService } from '../remote/remote-service.ts';
import { createRegistrations, type Registration, type Registrations } from '../webhooks/registration.ts';
import { readTokenOwner } from './token-owner.ts';

const USAGE = `Partner Center's events: where they go, and how they come to the assistant.

  npm run -s webhooks -- show
  npm run -s webhooks -- subscribe [--replace]
  npm run -s webhooks -- test

WEBHOOK_URL           where events shall come, as in the assistant's configuration: https://…/api/partner-center/events
PARTNER_CENTER_TOKEN  your own token for https://api.partnercenter.microsoft.com, for instance from
                      az account get-access-token --resource https://api.partnercenter.microsoft.com;
                      used for this one run, never stored or printed

Partner Center keeps one address a company. Another system's (a CRM connector's) stays unless you say --replace.
`;

const PARTNER_CENTER = 'https://api.partnercenter.microsoft.com';

const environment = z.object({
  WEBHOOK_URL: z.url({ error: () => 'WEBHOOK_URL is missing or no address; give https://…' }),
  PARTNER_CENTER_TOKEN: z.string({ error: () => 'PARTNER_CENTER_TOKEN is missing' }),
  /** A stand-in on this machine. */
  PARTNER_CENTER_API_URL: z.url().default(PARTNER_CENTER),
});

/** Everything that a command needs. */
interface Setting {
  readonly registrations: Registrations;
  readonly actor: { readonly tenantId: string; readonly objectId: string };
  /** Our address with the company whose events it gets. */
  readonly url: string;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [command, ...rest] = positionals;
  if (rest.length > 0) throw new AppError('invalid-input', USAGE);
  if (command === 'show') return show(readSetting());
  if (command === 'subscribe') return subscribe(readSetting(), values.replace);
  if (command === 'test') return test(readSetting());
  throw new AppError('invalid-input', USAGE);
}

function readSetting(): Setting {
  const read = environment.safeParse(process.env);
  if (!read.success) {
    throw new AppError(
      'invalid-input',
      `webhooks: ${read.error.issues.map(({ message }) => message).join('; ')}`,
    );
  }
  const { WEBHOOK_URL, PARTNER_CENTER_TOKEN: token, PARTNER_CENTER_API_URL: baseUrl } = read.data;
  const isHere = (address: string) => isLoopbackHost(new URL(address).hostname);
  if (!WEBHOOK_URL.startsWith('https://') && !isHere(WEBHOOK_URL)) {
    throw new AppError('invalid-input', 'webhooks: WEBHOOK_URL begins with https://');
  }
  // The token goes there: to Microsoft's address, or to a stand-in on this machine.
  if (baseUrl !== PARTNER_CENTER && !isHere(baseUrl)) {
    throw new AppError('invalid-input', 'webhooks: PARTNER_CENTER_API_URL may only be on this machine');
  }
  const actor = readTokenOwner(token);
  const url = new URL(WEBHOOK_URL);
  url.searchParams.set('tenant', actor.tenantId);
  const service = createRemoteService({
    name: 'partner center',
    baseUrl: baseUrl.replace(/\/$/, ''),
    audience: 'partner-center',
    tokens: { tokenFor: () => Promise.resolve(token) },
  });
  return { registrations: createRegistrations(service), actor, url: url.href };
}

async function show({ registrations, actor, url }: Setting): Promise<void> {
  const found = await registrations.find(actor);
  print(found === null ? 'No address is registered.' : describe(found));
  print(`Ours would be ${url}`);
}

async function subscribe({ registrations, actor, url }: Setting, mayReplace: boolean): Promise<void> {
  const done = await registrations.subscribe(actor, url, mayReplace);
  if (done.kind === 'unchanged') return print(`Registered already.\n${describe(done.registration)}`);
  if (done.before !== null) print(`Before: ${describe(done.before)}`);
  print(`Registered. ${describe(done.registration)}`);
}

/** Deliveries take some seconds; the service keeps their results for days. */
async function test({ registrations, actor }: Setting): Promise<void> {
  const id = await registrations.sendTest(actor);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { status, codes } = await registrations.readTest(actor, id);
    if (status === 'completed') return print(`The test event arrived (${codes.join(', ')}).`);
    await wait(1_000);
  }
  throw new AppError('unreachable', `webhooks: the test event ${id} has not arrived yet`);
}

function describe({ url, events }: Registration): string {
  return `${url} gets ${events.join(', ')}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
