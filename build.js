// Builds what changed: the server by tsc (incremental), the chat page's script by its own tsconfig, the assistant as
// one file, the trained index; and removes compiled files whose source is gone. Plain JavaScript, since it runs before
// anything is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = ['src', 'dialogs', 'manifest', 'test', 'tsconfig.json', 'package-lock.json', 'build.js'];
/** What was compiled last, by its sources. */
const STAMP = 'dist/compiled';
/** What all was made of last, the knowledge with it. */
const WHOLE_STAMP = 'dist/built';
const BUNDLE = 'dist/assistant.cjs';

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
const tell = (sources) => {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${String(size)} ${String(mtimeMs)}\n`);
  };
  for (const source of sources.filter(existsSync)) {
    add(source);
    if (!statSync(source).isDirectory()) continue;
    for (const path of filesIn(source)) add(path);
  }
  return hash.digest('hex');
};

const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
};

const compile = (project) => run('node_modules/typescript/bin/tsc', '-p', project);

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

/**
 * Text whose letters beyond ASCII are escaped, as they may be in all code but names. The bundler does it in strings
 * alone, and leaves patterns and tagged templates as they are written.
 */
const inAscii = (code) =>
  code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** In one file a module's own address is that of its compiled file, since what lies beside it is found by that. */
const bundlePlugin = {
  name: 'assistant',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const address = `require('node:url').pathToFileURL(__dirname + '/${relative('.', path).replace(/ts$/, 'js')}').href`;
      const code = inAscii(readFileSync(path, 'utf8')).replaceAll('import.meta.url', address);
      return { contents: code, loader: 'ts' };
    });
  },
};

/** Joins the assistant and its libraries to one file: to load a thousand modules one by one takes a second. */
const joinAll = async () => {
  const { build } = await import('esbuild');
  await build({
    entryPoints: ['src/run.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    external: [
      // Of restify: not there, and done without.
      'dtrace-provider',
      // Loaded from its packages, and only where a collector is named; its bare API comes with the Prometheus client.
      ...['core', 'exporter-*', 'instrumentation*', 'resources', 'sdk-*'].map(
        (name) => `@opentelemetry/${name}`,
      ),
      // In the same way, only where records are kept in Azure; it looks for files beside its own.
      '@azure/identity',
      '@azure/storage-blob',
      '@azure/storage-queue',
    ],
    // The code runs as a script, which can't import what isn't in it; it requires it when it would have imported it.
    supported: { 'dynamic-import': false },
    plugins: [bundlePlugin],
  });
  // It is read as bytes, a letter each. What is left is in libraries.
  writeFileSync(BUNDLE, inAscii(readFileSync(BUNDLE, 'utf8')));
};

const isStamped = (stamp, state) => existsSync(stamp) && readFileSync(stamp, 'utf8') === state;

const whole = tell([...SOURCES, 'knowledge']);
if (!isStamped(WHOLE_STAMP, whole)) {
  const sources = tell(SOURCES);
  if (!isStamped(STAMP, sources)) {
    for (const file of [STAMP, BUNDLE]) rmSync(file, { force: true });
    compileAll();
    await joinAll();
    writeFileSync(STAMP, sources);
  }
  // So that no start has to read and train the knowledge, nor to compile.
  const { keepUpToDate } = await import('./dist/src/app/trained-index.js');
  await keepUpToDate();
  run('dist/src/cli/keep-code.js');
  writeFileSync(WHOLE_STAMP, whole);
}
