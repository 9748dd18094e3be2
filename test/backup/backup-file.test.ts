import { expect } from 'chai';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openBackup, writeBackup } from '../../src/backup/backup-file.ts';
import { BACKUP_VERSION, type BackupRecord } from '../../src/backup/format.ts';
import { nameOf } from '../../src/storage/record-names.ts';
import { expectAppError } from '../app-error.ts';
import { useTempDir } from '../temp-dir.ts';

const STORES = ['people', 'sessions', 'deals'];
const HEADER = { createdAt: '2026-11-24T09:00:00.000Z', storage: 'file' as const, stores: STORES };
const AT = '2026-11-20T10:00:00.000Z';
const record = (key: string, text: string): BackupRecord => ({
  store: 'people',
  name: nameOf(key),
  writtenAt: AT,
  text,
});

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}

describe('a backup file', () => {
  const dir = useTempDir();
  const file = () => join(dir.path, 'kept.backup');
  const write = async (records: readonly BackupRecord[], to = file()) =>
    writeBackup(to, HEADER, each(records));
  const read = async (from = file()): Promise<BackupRecord[]> => {
    const found: BackupRecord[] = [];
    for await (const one of (await openBackup(from, STORES)).records()) found.push(one);
    return found;
  };
  /** Writes a file whose lines are other ones, with a checksum that is right where the lines have one. */
  const forge = async (lines: readonly object[]): Promise<void> => {
    await rm(file(), { force: true });
    await write([record('a', '{}')]);
    const [header = ''] = gunzipSync(await readFile(file()))
      .toString()
      .split('\n');
    const text = [header, ...lines.map((line) => JSON.stringify(line)), ''].join('\n');
    const end = {
      kind: 'end',
      records: lines.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    };
    await writeFile(file(), gzipSync(`${text}${JSON.stringify(end)}\n`));
  };

  it('gives back whatever was put into it, sign by sign', async () => {
    let run = 0;
    const texts = fc.array(fc.record({ key: fc.string(), text: fc.string({ unit: 'binary' }) }));
    await fc.assert(
      fc.asyncProperty(texts, async (made) => {
        const records = made.map(({ key, text }) => record(key, `${text}\n\u2028\u2029${text}`));
        const to = join(dir.path, String((run += 1)));
        await write(records, to);
        expect(await read(to)).to.deep.equal(records);
      }),
      { numRuns: 50 },
    );
  });

  it('is its owner’s alone, leaves nothing beside it, and replaces nothing', async () => {
    await write([record('a', '{}')]);
    expect((await stat(file())).mode & 0o777).to.equal(0o600);
    const before = await readFile(file());
    await expectAppError(write([]), 'refused');
    expect(await readFile(file())).to.deep.equal(before);
    expect(await readdir(dir.path)).to.deep.equal(['kept.backup']);
  });

  it('is not there where reading the records failed', async () => {
    async function* failing(): AsyncGenerator<BackupRecord> {
      yield await Promise.resolve(record('a', '{}'));
      throw new Error('the disk is gone');
    }
    await expectAppError(writeBackup(file(), HEADER, failing()), 'unreachable');
    expect(await readdir(dir.path)).to.deep.equal([]);
  });

  it('is refused cut off anywhere, and with any byte altered', async () => {
    await write([record('a', '{"x":1}'), record('b', '{"y":2}')]);
    const whole = await readFile(file());
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(file(), whole.subarray(0, length));
      await expectAppError(read(), 'invalid-input');
    }
    // The first ten bytes are gzip's own header, in which time and system say nothing of the content.
    for (let at = 10; at < whole.length; at += 1) {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(at) ^ 0x55, at);
      await writeFile(file(), altered);
      await expectAppError(read(), 'invalid-input');
    }
  });

  it('is refused where lines were changed and packed again', async () => {
    await write([record('a', '{"x":1}')]);
    const text = gunzipSync(await readFile(file())).toString();
    const lines = text.split('\n');
    for (const other of [
      text.replace('x', 'z'),
      lines.toSpliced(1, 1).join('\n'),
      lines.toSpliced(1, 0, lines[1] ?? '').join('\n'),
      `${text}${lines[1] ?? ''}\n`,
      lines.toSpliced(2, 1).join('\n'),
    ]) {
      await writeFile(file(), gzipSync(other));
      await expectAppError(read(), 'invalid-input');
    }
  });

  it('is refused where it is something else', async () => {
    for (const other of ['', 'no gzip', gzipSync(''), gzipSync('{}\n'), gzipSync('{"format":"tar"}\n')]) {
      await writeFile(file(), other);
      await expectAppError(read(), 'invalid-input');
    }
    await expectAppError(read(join(dir.path, 'absent')), 'unreachable');
  });

  it('is refused where a newer release wrote it, whatever else is in it', async () => {
    const mark = { kind: 'header', format: 'co-sell-assistant-backup' };
    await writeFile(file(), gzipSync(`${JSON.stringify({ ...mark, version: BACKUP_VERSION + 1 })}\n`));
    expect((await expectAppError(openBackup(file(), STORES), 'refused')).message).to.contain('newer release');
    const withStore = { ...HEADER, stores: [...STORES, 'of-tomorrow'] };
    await writeBackup(join(dir.path, 'other'), withStore, each([]));
    await expectAppError(openBackup(join(dir.path, 'other'), STORES), 'refused');
  });

  it('is refused where a name in it leads elsewhere', async () => {
    await forge([{ kind: 'record', ...record('a', '{}') }]);
    expect(await read()).to.have.length(1);
    for (const name of [
      '../evil.json',
      '/etc/passwd',
      'ab/../../x.json',
      'ab/cd.json',
      `${nameOf('a')}.bak`,
      '',
    ]) {
      await forge([{ kind: 'record', ...record('a', '{}'), name }]);
      await expectAppError(read(), 'invalid-input');
    }
    await forge([{ kind: 'record', ...record('a', '{}'), store: '..' }]);
    await expectAppError(read(), 'invalid-input');
    await forge([{ kind: 'record', ...record('a', '{}'), store: 'deals', name: 'deals.sh' }]);
    await expectAppError(read(), 'invalid-input');
  });
});
