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

/** The files of our pages by their names. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything from this server, nothing inline and nothing evaluated. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'";

/** Whose pages may frame one of ours: Teams, in a browser and in the Microsoft 365 app. Source: Teams documentation, "Build tabs". */
export const TEAMS_FRAMES =
  'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com';
const NO_FRAMES = "'none'";

/** The libraries of the pages, from their own packages. */
const LIBRARIES = [
  ['adaptivecards.min.js', 'adaptivecards/dist/adaptivecards.min.js'],
  ['markdown-it.min.js', 'markdown-it/browser'],
  ['teams-js.min.js', '@microsoft/teams-js'],
] as const;

/** Where the built page lies, seen from this file. */
export const PAGE_FOLDER = fileURLToPath(new URL('../chat-page/', import.meta.url));

/** Mounts the files of our pages under `/assets/`. They are read once. */
export function mountAssets(server: Server, folder: string): Assets {
  const assets = readAssets(folder);
  server.get('/assets/:name', (req, res, next) => {
    sendAsset(req, res, assets.get(String((req.params as Record<string, unknown>)['name'])));
    next(false);
  });
  return assets;
}

/** Mounts the chat page at `/`. */
export function mountPage(server: Server, assets: Assets): void {
  server.get('/', (req, res, next) => {
    sendAsset(req, res, assets.get('index.html'));
    next(false);
  });
}

/** Read once a process, however many servers it starts: they are large, and stay as they are. */
let libraries: readonly [string, Asset][] | null = null;

function readLibraries(): readonly [string, Asset][] {
  const { resolve } = createRequire(import.meta.url);
  libraries ??= LIBRARIES.map(([name, path]) => readAsset(name, resolve(path)));
  return libraries;
}

function readAssets(folder: string): Assets {
  const own = readdirSync(folder).filter((name) => TYPES[extname(name)] !== undefined);
  return new Map<string, Asset>([
    ...own.map((name) => readAsset(name, join(folder, name))),
    ...readLibraries(),
  ]);
}

function readAsset(name: string, path: string): [string, Asset] {
  const content = readFileSync(path);
  const eTag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return [name, { type: TYPES[extname(name)] ?? 'application/octet-stream', content, eTag }];
}

/** Sends a file of ours, framed by whom `frames` names. */
export function sendAsset(req: Request, res: Response, asset: Asset | undefined, frames = NO_FRAMES): void {
  if (asset === undefined) {
    res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    res.end('Not found');
    return;
  }
  const headers = {
    'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors ${frames}`,
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
