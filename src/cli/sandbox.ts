import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readConfig } from '../config/config.ts';
import { createFileDirectory } from '../directory/file-directory.ts';
import { SAMPLE_PEOPLE } from '../directory/sample-people.ts';
import { AppError } from '../errors.ts';
import { dealFileIn } from '../referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../referrals/embedded/lowdb-gateway.ts';
import {
  parseSandboxWords,
  runSandboxCommand,
  sandboxResultSchema,
} from '../referrals/embedded/sandbox-command.ts';
import type { SandboxCommand, SandboxResult } from '../referrals/embedded/sandbox-command.ts';
import {
  parsePlayedWords,
  type PlayedCommand,
  type PlayedResult,
  playedResultSchema,
} from '../experts/played.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import { readSandboxFile } from '../storage/sandbox-file.ts';
import type { SandboxFile } from '../storage/sandbox-file.ts';

const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Plays Microsoft's part, and the experts'. While the bot runs it does the work, so that there is one writer; otherwise the
 * command takes the data folder itself.
 */
async function main(args: readonly string[]): Promise<void> {
  const played = parsePlayedWords(args);
  const command = played ?? readCommand(args);
  const { dataDir, credentials } = readConfig(process.env);
  if (credentials.kind !== 'anonymous') {
    const message = 'sandbox: with an app id set there is no sample company and nobody to play Microsoft for';
    throw new AppError('refused', message);
  }
  const running = await readSandboxFile(dataDir);
  const viaBot = running === null ? null : await askBot(running, command);
  if (viaBot !== null) return 'deals' in viaBot ? print(viaBot) : printQuestions(viaBot);
  // An answer goes out through the bot, which alone knows the chat it belongs to.
  if (played !== null)
    throw new AppError('refused', 'sandbox: start the assistant first, then play the experts');
  print(await runAlone(dataDir, readCommand(args)));
}

function readCommand(args: readonly string[]): SandboxCommand {
  try {
    const options = { reason: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return parseSandboxWords(positionals, values.reason);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid-input', `sandbox: ${why}`, { cause });
  }
}

/** Null when nobody listens there any more: the bot was killed, and its file stayed behind. */
async function askBot(
  { url, token }: SandboxFile,
  command: SandboxCommand | PlayedCommand,
): Promise<SandboxResult | PlayedResult | null> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(command),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  }).catch((error: unknown) => ignoreRefusedConnection(error, url));
  // 401 and 404 come from something else that listens there now; the lock tells who has the folder.
  if (response === null || response.status === 401 || response.status === 404) return null;
  const body: unknown = await response.json().catch(() => null);
  const result = z.union([sandboxResultSchema, playedResultSchema]).safeParse(body);
  if (response.ok && result.success) return result.data;
  const failure = z.object({ error: z.string() }).safeParse(body);
  const why = failure.success ? failure.data.error : `sandbox: the bot answered ${String(response.status)}`;
  throw new AppError('refused', why);
}

function ignoreRefusedConnection(error: unknown, url: string): null {
  if (error instanceof TypeError) return null;
  throw new AppError('unreachable', `sandbox: the bot at ${url} didn't answer`, { cause: error });
}

async function runAlone(dataDir: string, command: SandboxCommand): Promise<SandboxResult> {
  const lock = await lockFolder(dataDir, { onWait: (message) => process.stderr.write(`${message}\n`) });
  try {
    const directory = createFileDirectory({ people: SAMPLE_PEOPLE, asOf: new Date().toISOString() });
    const gateway = await createLowdbGateway({ file: dealFileIn(lock), directory, withSampleData: true });
    return await runSandboxCommand(gateway, command);
  } finally {
    await lock.release();
  }
}

function print({ deals }: SandboxResult): void {
  for (const { id, name, ours, microsoft, reason } of deals) {
    const side = microsoft === null ? 'not invited' : `Microsoft ${microsoft}`;
    process.stdout.write(`${id}  ${name}: ${ours}, ${side}${reason === null ? '' : ` ("${reason}")`}\n`);
  }
  if (deals.length === 0) process.stdout.write('No deals.\n');
}

function printQuestions({ questions }: PlayedResult): void {
  for (const { id, state, text, answer } of questions) {
    const said = answer === null ? '' : `\n          ${answer}`;
    process.stdout.write(`${id.slice(0, 8)}  ${state}: ${text}${said}\n`);
  }
  if (questions.length === 0) process.stdout.write('No questions.\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
