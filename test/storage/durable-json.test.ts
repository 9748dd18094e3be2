import { expect } from 'chai';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { DurableJson } from '../../src/storage/durable-json.ts';
import { expectAppError } from '../app-error.ts';
import { useHeldFolder } from '../held-folder.ts';

describe('DurableJson', () => {
  const dir = useHeldFolder();
  const path = () => join(dir.path, 'deals.json');
  const open = () => new DurableJson(path(), z.object({ n: z.number() }), { folder: dir.lock });

  it('reads null where there is no file, and afterwards what was written', async () => {
    expect(await open().read()).to.equal(null);
    await open().write({ n: 3 });
    expect(await open().read()).to.deep.equal({ n: 3 });
  });

  for (const [what, content] of [
    ['torn', '{"n": 1'],
    ['empty', ''],
    ['not of the schema', '{"n": "one"}'],
  ] as const) {
    it(`refuses a file that is ${what}, loudly, keeping it and a copy`, async () => {
      writeFileSync(path(), content);
      const error = await expectAppError(open().read(), 'unreachable', 'broken-file');
      expect(error.message).to.contain(`${path()}.bak`);
      expect(readFileSync(`${path()}.bak`, 'utf8')).to.equal(content);
      expect(readFileSync(path(), 'utf8')).to.equal(content);
    });
  }

  it('says where a file breaks the schema', async () => {
    writeFileSync(path(), '{"n": "one"}');
    expect((await expectAppError(open().read(), 'unreachable')).message).to.contain('at n');
  });

  it('does not take a folder in the place of the file for an absent file', async () => {
    mkdirSync(path());
    await expectAppError(open().read(), 'unreachable');
  });
});
