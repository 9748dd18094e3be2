import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface ProxyOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where requests go now, such as `http://127.0.0.1:40001/`; those that can't be reached are passed over. */
  readonly targets: () => readonly string[];
  /** Paths that one process has to answer all of, as long as it lives; none unless told. */
  readonly staysWithFirst?: (path: string) => boolean;
}

/** One address in front of several processes. */
export interface Proxy {
  /** With a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Starts a plain proxy: each request goes to the next process in turn, or to the one after that where nobody listens.
 * A process that dies over a request breaks the line: a channel then brings its activity again.
 */
export async function startProxy({
  port,
  targets,
  staysWithFirst = () => false,
}: ProxyOptions): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((req, res) => {
    const all = targets();
    const first = staysWithFirst(req.url ?? '') ? 0 : (turn += 1);
    const inTurn = all.map((_, index) => all[(first + index) % all.length] ?? '');
    void passOn(req, res, inTurn, agent);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

async function passOn(
  req: IncomingMessage,
  res: ServerResponse,
  targets: readonly string[],
  agent: Agent,
): Promise<void> {
  const body = await buffer(req).catch(() => null);
  if (body === null) return void res.destroy();
  for (const target of targets) {
    const how = await ask(target, { req, res, body, agent });
    if (how === 'broken') return void res.destroy();
    if (how === 'answered') return;
  }
  res.writeHead(503, { 'retry-after': '1' }).end();
}

interface Passing {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly body: Buffer;
  readonly agent: Agent;
}

/** `absent` where nobody took the connection, so that nothing can have been done. */
function ask(target: string, { req, res, body, agent }: Passing): Promise<'answered' | 'broken' | 'absent'> {
  const { hostname, port } = new URL(target);
  const { method, headers, url: path } = req;
  return new Promise((resolve) => {
    const onward = request({ hostname, port, method, path, headers, agent }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      answer.once('end', () => resolve('answered'));
      answer.once('error', () => resolve('broken'));
      answer.once('aborted', () => resolve('broken'));
    });
    res.once('close', () => onward.destroy());
    onward.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code === 'ECONNREFUSED' ? 'absent' : 'broken');
    });
    onward.end(body);
  });
}
