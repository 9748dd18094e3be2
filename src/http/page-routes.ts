import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request, Response, Server } from 'restify';

interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly eTag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything from this server, nothing inline and nothing evaluated. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The two libraries of the page, from their own packages. */
const LIBRARIES = [
  ['adaptivecards.min.js', 'adaptivecards/dist/adaptivecards.min.js'],
  ['markdown-it.min.js', 'markdown-it/browser'],
] as const;

/** Where the built page lies, seen from this file. */
export const PAGE_FOLDER = fileURLToPath(new URL('../chat-page/', import.meta.url));

/** Mounts the chat page at `/` and its files under `/assets/`. They are read once. */
export function mountPage(server: Server, folder: string): void {
  const assets = readAssets(folder);
  server.get('/', (req, res, next) => {
    send(req, res, assets.get('index.html'));
    next(false);
  });
  server.get('/assets/:name', (req, res, next) => {
    send(req, res, assets.get(String((req.params as Record<string, unknown>)['name'])));
    next(false);
  });
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const { resolve } = createRequire(import.meta.url);
  const own = readdirSync(folder).filter((name) => TYPES[extname(name)] !== undefined);
  return new Map<string, Asset>([
    ...own.map((name) => readAsset(name, join(folder, name))),
    ...LIBRARIES.map(([name, path]) => readAsset(name, resolve(path))),
  ]);
}

function readAsset(name: string, path: string): [string, Asset] {
  const content = readFileSync(path);
  const eTag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return [name, { type: TYPES[extname(name)] ?? 'application/octet-stream', content, eTag }];
}

function send(req: Request, res: Response, asset: Asset | undefined): void {
  if (asset === undefined) {
    res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    res.end('Not found');
    return;
  }
  const headers = {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
    ETag: asset.eTag,
  };
  const isKnown = req.headers['if-none-match'] === asset.eTag;
  res.writeHead(isKnown ? 304 : 200, isKnown ? headers : { ...headers, 'Content-Type': asset.type });
  res.end(isKnown ? undefined : asset.content);
}
