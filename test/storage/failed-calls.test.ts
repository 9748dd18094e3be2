import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { extname } from 'node:path';
import { finish } from '../child-process.ts';

const ALONE = fileURLToPath(new URL(`./failed-calls.alone${extname(import.meta.url)}`, import.meta.url));

/** In a process of its own: it changes the file calls of its whole process, where other tests leave theirs. */
describe('each file call fails once, in a process of its own', () => {
  it('keeps what was said to be done, tells what failed, and goes on', async function () {
    this.timeout(300_000);
    const mocha = ['node_modules/mocha/bin/mocha.js', '--no-color', '--exit', '--timeout=60000', ALONE];
    const child = spawn(process.execPath, [...process.execArgv, ...mocha], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { code, stdout } = await finish(child);
    expect(code, stdout).to.equal(0);
    expect(stdout).to.match(/^ {2}2\d passing/m);
  });
});
