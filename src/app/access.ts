import type { Logger } from 'pino';
import type { Caller, CallerCheck } from '../auth/caller.ts';
import { createChannelKeys } from '../auth/channel-keys.ts';
import { createCallerCheck } from '../auth/channel-token.ts';
import type { Config } from '../config/config.ts';
import { bringsToken } from '../http/bearer-token.ts';
import { SELF_TEST } from '../http/metrics.ts';
import { createOperatorServer, type HttpServer, type ServerOptions } from '../http/server.ts';

/**
 * How callers are checked; null without an app id, where everybody on this machine is believed.
 *
 * @param ownToken what the assistant itself brings, made for this process and told to nobody: it may bring its
 *   self-test, and nothing else
 */
export function openCallerCheck({ credentials, access }: Config, ownToken: string): CallerCheck | null {
  if (credentials.kind === 'anonymous') return null;
  // Tokens end by the clock of the world, whatever clock the deals are read by.
  const now = (): Date => new Date();
  const check = createCallerCheck({
    appId: credentials.appId,
    keys: createChannelKeys({ url: access.channelKeysUrl, now }),
    now,
  });
  const own: Caller = { channels: [SELF_TEST], serviceUrl: null };
  return (authorization) =>
    bringsToken(authorization, ownToken) ? Promise.resolve(own) : check(authorization);
}

export interface OperatorParts extends Pick<ServerOptions, 'readiness' | 'metrics'> {
  readonly log: Logger;
}

/** Joins the operator's own server to the public one, where METRICS_PORT asks for it. */
export function withOperatorServer(
  server: HttpServer,
  { access }: Config,
  { log, ...parts }: OperatorParts,
): HttpServer {
  const { metricsPort: port } = access;
  if (port === null) return server;
  const operator = createOperatorServer({ ...parts, port, log });
  return {
    async listen() {
      const address = await operator.listen();
      try {
        const main = await server.listen();
        log.info({ address }, 'metrics');
        return main;
      } catch (error) {
        await operator.close();
        throw error;
      }
    },
    async close(graceMs) {
      await Promise.all([server.close(graceMs), operator.close(graceMs)]);
    },
  };
}
