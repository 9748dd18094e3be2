// Builds what changed: the server by tsc (incremental), the chat page's script by its own tsconfig, and
// removes compiled files whose source is gone. Plain JavaScript, since it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

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
