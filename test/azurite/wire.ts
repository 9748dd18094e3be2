import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { AzurePlace } from '../../src/storage/azure/account.ts';
import type { Azurite } from './azurite.ts';

/**
 * What happens to a call: it is done and its line breaks, it is done and nobody answers, or it is answered in the
 * service's place.
 */
export type Fault = 'lost answer' | 'no answer' | { readonly status: number; readonly code: string };

/** A call as it comes in. */
export interface WireCall {
  /** Such as `PUT blob lease renew`. */
  readonly name: string;
  /** Of what, which all tries of a call share. */
  readonly path: string;
}

/** The way to the emulator, watched and disturbed. */
export interface Wire {
  /** A container reached by this way. */
  placeOf(container: string): AzurePlace;
  /** The calls since `clear`, such as `PUT blob` or `PUT blob lease renew`. */
  readonly calls: readonly string[];
  clear(): void;
  /** Disturbs the next calls, one fault each; null leaves one alone. */
  disturb(...faults: readonly (Fault | null)[]): void;
  /** Answers every call in the service's place, until told null. */
  refuse(fault: Fault | null): void;
  /** Asks for each call what happens to it, until told null. */
  choose(faultOf: ((call: WireCall) => Fault | null) | null): void;
  close(): Promise<void>;
}

/** Counts what goes over the wire between a client and the emulator. */
export async function startWire({ connectionString, blobUrl }: Azurite): Promise<Wire> {
  const { host, pathname: account } = new URL(blobUrl);
  const calls: string[] = [];
  let faults: (Fault | null)[] = [];
  let lasting: Fault | null = null;
  let chosen: ((call: WireCall) => Fault | null) | null = null;
  const server = createServer((req, res) => {
    const call = { name: nameOf(req), path: req.url ?? '' };
    calls.push(call.name);
    void pass(req, res, host, faults.shift() ?? lasting ?? chosen?.(call) ?? null);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const watched = connectionString.replace(blobUrl, `http://127.0.0.1:${String(port)}${account}`);
  return {
    placeOf: (container) => ({
      account: { kind: 'connection-string', connectionString: watched },
      container,
    }),
    calls,
    clear: () => void calls.splice(0),
    disturb: (...given) => void (faults = [...given]),
    refuse: (fault) => void (lasting = fault),
    choose: (faultOf) => void (chosen = faultOf),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function nameOf({ method = '', url = '', headers }: IncomingMessage): string {
  const { searchParams } = new URL(url, 'http://wire');
  const what = [
    searchParams.get('restype') ?? 'blob',
    searchParams.get('comp'),
    headers['x-ms-lease-action'],
  ];
  return [method, ...what.filter((part) => typeof part === 'string')].join(' ');
}

async function pass(
  req: IncomingMessage,
  res: ServerResponse,
  host: string,
  fault: Fault | null,
): Promise<void> {
  const body = await buffer(req);
  if (fault !== null && typeof fault !== 'string') {
    // One by one: where restify is loaded, `writeHead` returns nothing.
    res.writeHead(fault.status, { 'x-ms-error-code': fault.code, 'content-length': 0 });
    res.end();
    return;
  }
  const { method, headers, url: path } = req;
  const [hostname, port] = host.split(':');
  const onward = request({ hostname, port, method, path, headers }, (answer) => {
    if (fault === null) {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      return;
    }
    answer.resume();
    if (fault === 'lost answer') res.destroy();
  });
  onward.on('error', () => res.destroy());
  onward.end(body);
}
