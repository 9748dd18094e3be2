import { AppError } from '../errors.ts';
import type { AppErrorCode } from '../errors.ts';
import { runSandboxCommand, sandboxCommandSchema } from '../referrals/embedded/sandbox-command.ts';
import { type PlayedCommand, playedCommandSchema, type PlayedResult } from '../experts/played.ts';
import type { SandboxResult } from '../referrals/embedded/sandbox-command.ts';
import type { Sandbox } from '../referrals/embedded/sandbox.ts';
import { readOutside } from '../outside-value.ts';
import { bringsToken } from './bearer-token.ts';

/** A request as far as the sandbox needs it. */
export interface SandboxRequest {
  /** The Authorization header. */
  readonly authorization: string | undefined;
  /** The parsed JSON body. */
  readonly body: unknown;
}

export interface SandboxResponse {
  readonly status: 200 | 400 | 401 | 409 | 503;
  readonly body: SandboxResult | PlayedResult | { readonly error: string };
}

export interface SandboxParts {
  readonly sandbox: Sandbox;
  readonly token: string;
  /** Plays an expert of the sample company. */
  readonly play: (command: PlayedCommand) => Promise<PlayedResult>;
}

export type SandboxHandler = (request: SandboxRequest) => Promise<SandboxResponse>;

const STATUS: Readonly<Record<AppErrorCode, SandboxResponse['status']>> = {
  'invalid-input': 400,
  refused: 409,
  conflict: 409,
  unauthorized: 401,
  unreachable: 503,
};

/**
 * Handler of `POST /sandbox` on loopback, for the sandbox command only: the token is in a file of the data
 * folder, so no web page and no other user of the machine can use it. Mounted only without an app id.
 */
export function createSandboxHandler({ sandbox, token, play }: SandboxParts): SandboxHandler {
  return async ({ authorization, body }) => {
    if (!bringsToken(authorization, token)) return fail(401, 'sandbox: wrong token');
    const command = readOutside(sandboxCommandSchema, body);
    const played = readOutside(playedCommandSchema, body);
    try {
      if (played.success) return { status: 200, body: await play(played.data) };
      if (!command.success) return fail(400, 'sandbox: unknown command');
      return { status: 200, body: await runSandboxCommand(sandbox, command.data) };
    } catch (error) {
      if (error instanceof AppError) return fail(STATUS[error.code], error.message);
      throw error;
    }
  };
}

function fail(status: SandboxResponse['status'], error: string): SandboxResponse {
  return { status, body: { error } };
}
