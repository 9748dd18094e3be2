import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AURELIA_TENANT, SAMPLE_PEOPLE, sara } from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';

/** Where `npm ci --prefix test/playground` puts it; it is no package of the project, for its terms allow evaluating it. */
const PROGRAM = join(process.cwd(), 'test/playground/node_modules/@microsoft/m365agentsplayground/cli.js');

/** What the Playground plays: the sample company, with Sara at the keyboard. */
export const PLACES = { bot: 'Assistente', group: 'Vendite', team: 'Aurelia', channel: 'Esperti' } as const;

const CONFIGURATION = {
  version: '0.1.0',
  tenantId: AURELIA_TENANT,
  bot: { id: '28:bot', name: PLACES.bot },
  currentUser: userOf(sara),
  users: SAMPLE_PEOPLE.filter((person) => person !== sara).map(userOf),
  personalChat: { id: 'a:personal' },
  groupChat: { id: '19:group@thread.v2', name: PLACES.group },
  team: {
    id: '19:team@thread.tacv2',
    name: PLACES.team,
    aadGroupId: '99999999-1111-4111-8111-111111111111',
    channels: [{ id: '19:experts@thread.tacv2', name: PLACES.channel }],
  },
};

/** A running Agents Playground. */
export interface Playground {
  /** Its page. */
  readonly url: string;
  close(): Promise<void>;
}

/** Whether it is there: `npm ci --prefix test/playground` installs it. */
export function isPlaygroundInstalled(): boolean {
  return existsSync(PROGRAM);
}

/**
 * Starts one before the assistant at this address, on a free port; it must be closed, for it listens on all addresses.
 *
 * @param channelId what it plays: Teams unless told; of the others the Emulator's, whose taps are submitted
 */
export async function startPlayground(
  address: string,
  channelId: 'msteams' | 'emulator' = 'msteams',
): Promise<Playground> {
  // YAML takes JSON. Its log is kept where it runs, and holds what is said.
  const dir = await mkdtemp(join(tmpdir(), 'co-sell-playground-'));
  const configuration = join(dir, 'playground.yml');
  await writeFile(configuration, JSON.stringify(CONFIGURATION));
  const args = ['--app-endpoint', `${address}/api/messages`, '--channel-id', channelId, '--port', '0'];
  const child = spawn(process.execPath, [PROGRAM, 'start', ...args, '--disable-telemetry'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      TEAMS_APP_TEST_TOOL_CONFIG_PATH: configuration,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(dir, 'playground.log'),
    },
  });
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await rm(dir, { recursive: true, force: true });
  };
  try {
    return { url: `http://127.0.0.1:${await portOf(child)}/`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the Playground has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /^Listening on (\d+)$/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', (code) => reject(new Error(`the Playground ended with ${String(code)}`)));
  });
}

function userOf({ objectId, firstName, lastName, email }: Person): object {
  return {
    id: `29:${objectId}`,
    aadObjectId: objectId,
    name: `${firstName} ${lastName}`,
    givenName: firstName,
    surname: lastName,
    email,
    userPrincipleName: email,
  };
}
