// Builds what changed: the server by tsc (incremental), the chat page's script by its own tsconfig, the trained
// index; and removes compiled files whose source is gone. Plain JavaScript, since it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'dialogs', 'manifest', 'test', 'tsconfig.json', 'package-lock.json', 'build.js'];
/** What was compiled last, by its sources. */
const STAMP = 'dist/compiled';

/** In the order of their names. What a test has installed (test/azurite) is no source, and would take long to walk. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });

/** Tells all sources by name, size and time: even where nothing changed, tsc takes seconds to find that out. */
const tellSources = () => {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${String(size)} ${String(mtimeMs)}\n`);
  };
  for (const source of SOURCES.filter(existsSync)) {
    add(source);
    if (!statSync(source).isDirectory()) continue;
    for (const path of filesIn(source)) add(path);
  }
  return hash.digest('hex');
};

const compile = (project) => {
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
};

/** Removes each .js of `dist` whose .ts is gone, so that a renamed test does not run twice. */
const sweep = (folder) => {
  for (const entry of readdirSync(join('dist', folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (/\.js(\.map)?$/.test(entry.name) && !existsSync(path.replace(/\.js(\.map)?$/, '.ts')))
      rmSync(join('dist', path));
  }
};

const compileAll = () => {
  compile('tsconfig.json');
  for (const folder of ['src', 'dialogs', 'manifest', 'test']) {
    if (existsSync(join('dist', folder)) && statSync(join('dist', folder)).isDirectory()) sweep(folder);
  }
  if (existsSync('src/chat-page/tsconfig.json')) {
    compile('src/chat-page/tsconfig.json');
    for (const asset of readdirSync('src/chat-page')) {
      if (/\.(html|css|svg)$/.test(asset))
        cpSync(join('src/chat-page', asset), join('dist/src/chat-page', asset));
    }
  }
};

const sources = tellSources();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sources) {
  rmSync(STAMP, { force: true });
  compileAll();
  writeFileSync(STAMP, sources);
}

// So that no start has to read and train the knowledge; it is done again only where knowledge or code has changed.
const { keepUpToDate } = await import('./dist/src/app/trained-index.js');
await keepUpToDate();
