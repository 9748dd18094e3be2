import { expect } from 'chai';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSandboxFile, removeSandboxFile, writeSandboxFile } from '../../src/storage/sandbox-file.ts';
import { useHeldFolder } from '../held-folder.ts';

describe('the file that leads to the running bot', () => {
  const dir = useHeldFolder();
  const content = { url: 'http://127.0.0.1:3978/sandbox', token: 'a-long-enough-token' };

  it('is for the owner alone, is read back, and goes away', async () => {
    await writeSandboxFile(dir.lock, content);
    expect(statSync(join(dir.path, 'sandbox.json')).mode & 0o777).to.equal(0o600);
    expect(await readSandboxFile(dir.path)).to.deep.equal(content);
    await removeSandboxFile(dir.lock);
    expect(await readSandboxFile(dir.path)).to.equal(null);
  });

  it('counts as absent when it is not ours', async () => {
    writeFileSync(join(dir.path, 'sandbox.json'), '{"url": 1}');
    expect(await readSandboxFile(dir.path)).to.equal(null);
  });
});
