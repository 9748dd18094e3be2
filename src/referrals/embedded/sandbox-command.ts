import * as z from 'zod';
import { AppError } from '../../errors.ts';
import type { Referral } from '../referral.ts';
import type { Sandbox } from './sandbox.ts';

/** What the sandbox command asks of the embedded service; also its form on the wire. */
export const sandboxCommandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('list') }),
  z.strictObject({ command: z.literal('reset') }),
  z.strictObject({ command: z.literal('accept'), deal: z.string().min(1).max(200) }),
  z.strictObject({
    command: z.literal('decline'),
    deal: z.string().min(1).max(200),
    reason: z.string().min(1).max(500).optional(),
  }),
  z.strictObject({ command: z.literal('expire'), deal: z.string().min(1).max(200) }),
]);

export type SandboxCommand = z.infer<typeof sandboxCommandSchema>;

/** The deals a command showed or changed, as much of them as a person needs. */
export const sandboxResultSchema = z.object({
  deals: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ours: z.string(),
      /** Null where Microsoft was never invited. */
      microsoft: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export type SandboxResult = z.infer<typeof sandboxResultSchema>;

/** Runs a command on the embedded service; errors as {@link Sandbox} has them. */
export async function runSandboxCommand(sandbox: Sandbox, command: SandboxCommand): Promise<SandboxResult> {
  switch (command.command) {
    case 'list':
      return { deals: (await sandbox.listAll()).map(toLine) };
    case 'reset':
      return { deals: (await sandbox.reset()).map(toLine) };
    case 'accept':
    case 'expire':
      return { deals: [toLine(await sandbox.playMicrosoft(command.deal, { kind: command.command }))] };
    case 'decline': {
      const act = { kind: 'decline', reason: command.reason } as const;
      return { deals: [toLine(await sandbox.playMicrosoft(command.deal, act))] };
    }
  }
}

/**
 * Reads the words after `npm run sandbox --`.
 *
 * @throws AppError `invalid-input` that says what is wrong and how the command goes.
 */
export function parseSandboxWords(words: readonly string[], reason?: string): SandboxCommand {
  const [command, deal, ...rest] = words;
  const parsed = sandboxCommandSchema.safeParse({
    command,
    ...(deal === undefined ? {} : { deal: [deal, ...rest].join(' ') }),
    ...(reason === undefined ? {} : { reason }),
  });
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', `sandbox: "${words.join(' ')}" can't be read\n${SANDBOX_USAGE}`);
}

const SANDBOX_USAGE = `Usage, with a deal's id, its beginning, or its customer's name:
  npm run sandbox -- list
  npm run sandbox -- accept <deal>
  npm run sandbox -- decline <deal> [--reason "No matching Microsoft customer record found"]
  npm run sandbox -- expire <deal>
  npm run sandbox -- reset`;

function toLine({ id, name, state, microsoft }: Referral): SandboxResult['deals'][number] {
  return {
    id,
    name,
    ours: `${state.status}/${state.substatus}`,
    microsoft: microsoft === null ? null : `${microsoft.state.status}/${microsoft.state.substatus}`,
    reason: microsoft?.reason ?? null,
  };
}
