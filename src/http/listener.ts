import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import restify, { type Server } from 'restify';
import { AppError } from '../errors.ts';
import { refuseCaller } from './caller-check.ts';
import { sendError } from './respond.ts';
import { EVENTS_PATH } from './webhook-route.ts';
import { WORKSHOP_PATH } from './workshop-routes.ts';

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The variable that gives the port, for the cure where it can't be had. */
  readonly portName: 'PORT' | 'METRICS_PORT';
  /** True where callers are not authenticated: then only programs of this machine may ask, and our own page. */
  readonly isLocal: boolean;
  readonly log: Pick<Logger, 'error'>;
}

/** A server that listens once asked. */
export interface HttpServer {
  /** Resolves to the address that people open; rejects when the port is taken. */
  listen(): Promise<string>;
  /** Takes no more requests, lets those under way finish for at most `graceMs`, then cuts them. */
  close(graceMs?: number): Promise<void>;
}

/** A server before its routes are mounted. */
export interface Listener extends HttpServer {
  readonly restify: Server;
  /** Where it listens, such as `http://127.0.0.1:3978`. */
  origin(): string;
}

const LARGEST_BODY_BYTES = 262_144;
/** Conversation ids of channels are long; restify's own limit of 100 answers them with 404. */
const LONGEST_PATH_PART = 400;
/** A request must have arrived in full by then, its headers sooner, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const DEFAULT_GRACE_MS = 15_000;

/** Makes a server that bounds what it takes, and whose errors say little. */
export function createListener(options: ListenerOptions): Listener {
  const server = restify.createServer({ name: 'co-sell-assistant', maxParamLength: LONGEST_PATH_PART });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.server.headersTimeout = HEADERS_TIMEOUT_MS;
  // Restify takes over whoever asks for another protocol, and answers nobody: such a connection would have no
  // time-out, and keep the process from ending. Without it they are answered as anybody else.
  server.server.removeAllListeners('upgrade');
  sayWhatBrowsersMayDo(server, options.isLocal);
  if (options.isLocal) refuseForeigners(server);
  takePlainJson(server);
  answerErrorsShortly(server, options.log);
  return {
    restify: server,
    origin: () => originOf(server, options.host),
    listen: () => listen(server, options),
    close: (graceMs = DEFAULT_GRACE_MS) => close(server, graceMs),
  };
}

/**
 * With every answer, errors too: it is what it says it is, and is neither run, framed, kept nor named to others. The page
 * has a policy of its own. Where callers are authenticated TLS ends before us, and browsers must not do without it.
 */
function sayWhatBrowsersMayDo(server: Server, isLocal: boolean): void {
  server.pre((_req, res, next) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Cache-Control', 'no-store');
    if (!isLocal) res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  });
}

function refuseForeigners(server: Server): void {
  server.pre((req, res, next) => {
    const refusal = refuseCaller(req.method ?? '', req.headers);
    if (refusal !== null) sendError(res, refusal.status, refusal.message);
    next(refusal === null ? undefined : false);
  });
}

function takePlainJson(server: Server): void {
  server.pre((req, res, next) => {
    // Nobody we know packs a request; unpacking one would undo the limit on its size.
    const isPacked = req.headers['content-encoding'] !== undefined;
    if (isPacked) sendError(res, 415, 'send the body unpacked');
    next(isPacked ? false : undefined);
  });
  // Only JSON is read: the parser of all kinds would also write uploads into the temporary folder.
  const limits = { maxBodySize: LARGEST_BODY_BYTES, mapParams: false, reviver: dropPrototype };
  for (const parse of [restify.plugins.jsonBodyParser(limits)].flat()) {
    // An event's signature is judged before anything is made of its body, and the workshop takes files: their routes
    // read the bytes themselves.
    server.use((req, res, next) => (readsItself(req.path()) ? next() : void parse(req, res, next)));
  }
}

function readsItself(path: string): boolean {
  return path === EVENTS_PATH || path.startsWith(`${WORKSHOP_PATH}/`);
}

/** `__proto__` in JSON is a plain key, until code that copies objects makes a prototype of it. */
function dropPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

/** An error's own text may hold what was sent or how we are built: it goes to nobody. */
function answerErrorsShortly(server: Server, log: ListenerOptions['log']): void {
  server.on('restifyError', (_req, _res, error: RestifyError, done: () => void) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ code: error.name, error: error.message.slice(0, 300) }, 'request failed');
    const text = SHORT_TEXTS[error.name] ?? (status < 500 ? 'refused' : 'failed');
    error.toJSON = () => ({ error: text });
    error.toString = () => text;
    done();
  });
}

/** What restify makes its answer from: the first for clients that take JSON, the second for others. */
type RestifyError = Error & { statusCode?: number; toJSON?: () => unknown };

/** By the name of restify's error. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  InvalidContentError: 'the body is not JSON, or nested too deep',
  BadDigestError: 'the body is not the one that Content-MD5 speaks of',
  ResourceNotFoundError: 'not found',
  MethodNotAllowedError: 'this method is not answered here',
  PayloadTooLargeError: 'the body is too large',
  UnsupportedMediaTypeError: 'send application/json',
};

function originOf(server: Server, host: string): string {
  const { port } = server.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

function listen(server: Server, { host, port, portName }: ListenerOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(whyNotListening(error, { host, port, portName }) ?? error);
    });
    server.listen(port, host, () => {
      resolve(originOf(server, host));
    });
  });
}

/** The setting to change, for those failures that a setting cures. */
function whyNotListening(
  cause: NodeJS.ErrnoException,
  { host, port, portName }: Pick<ListenerOptions, 'host' | 'port' | 'portName'>,
): AppError | null {
  const cures: Readonly<Record<string, string>> = {
    EADDRINUSE: `${portName}: ${String(port)} is in use by another program; stop it, or set ${portName} to a free one`,
    EACCES: `${portName}: this user may not listen on ${String(port)}; set ${portName} to 1024 or more`,
    EADDRNOTAVAIL: `HOST: "${host}" is no address of this machine; set HOST to 127.0.0.1, or to 0.0.0.0 for all`,
    ENOTFOUND: `HOST: "${host}" is not known; set HOST to an address of this machine`,
  };
  const cure = cures[cause.code ?? ''];
  return cure === undefined ? null : new AppError('invalid-input', cure, { cause });
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.server.closeIdleConnections();
  });
}
