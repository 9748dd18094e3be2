import type { Logger } from 'pino';
import type { CallerCheck } from '../auth/caller.ts';
import { createChannelKeys } from '../auth/channel-keys.ts';
import { createCallerCheck } from '../auth/channel-token.ts';
import type { Config } from '../config/config.ts';
import { createOperatorServer, type HttpServer, type ServerOptions } from '../http/server.ts';

/** How callers are checked; null without an app id, where everybody on this machine is believed. */
export function openCallerCheck({ credentials, access }: Config): CallerCheck | null {
  if (credentials.kind === 'anonymous') return null;
  // Tokens end by the clock of the world, whatever clock the deals are read by.
  const now = (): Date => new Date();
  return createCallerCheck({
    appId: credentials.appId,
    keys: createChannelKeys({ url: access.channelKeysUrl, now }),
    now,
  });
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
