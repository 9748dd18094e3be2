import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { AppError } from '../errors.ts';
import { codeOf, syncFolder } from '../storage/durable-file.ts';
import { parseJson } from '../storage/durable-json.ts';
import {
  BACKUP_VERSION,
  type BackupHeader,
  type BackupRecord,
  endSchema,
  headerSchema,
  isNameOf,
  markSchema,
  recordLineSchema,
} from './format.ts';

/**
 * Writes a backup, record by record as they come: it has its name once it is whole and on the disk. Only its owner may
 * read it.
 *
 * @throws AppError `refused` where there is a file of that name, `unreachable` when it can't be written
 */
export async function writeBackup(
  file: string,
  header: Pick<BackupHeader, 'createdAt' | 'storage' | 'stores'>,
  records: AsyncIterable<BackupRecord>,
): Promise<void> {
  if (existsSync(file)) throw new AppError('refused', `backup: ${file} is there already; give another name`);
  const temp = `${file}.${randomUUID()}.part`;
  try {
    const sink = createWriteStream(temp, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(linesOf(header, records), createGzip(), sink);
    await rename(temp, file);
    await syncFolder(dirname(file));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('unreachable', `backup: cannot write ${file}: ${codeOf(cause)}`, { cause });
  } finally {
    await rm(temp, { force: true });
  }
}

async function* linesOf(
  header: Pick<BackupHeader, 'createdAt' | 'storage' | 'stores'>,
  records: AsyncIterable<BackupRecord>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const print = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield print({ kind: 'header', format: 'co-sell-assistant-backup', version: BACKUP_VERSION, ...header });
  let count = 0;
  for await (const record of records) {
    yield print({ kind: 'record', ...record });
    count += 1;
  }
  const sha256 = hash.digest('hex');
  yield `${JSON.stringify({ kind: 'end', records: count, sha256 })}\n`;
}

/** A backup as it is read, from its beginning each time. */
export interface BackupReading {
  readonly header: BackupHeader;
  records(): AsyncGenerator<BackupRecord>;
}

/**
 * Opens a backup; nothing but its header is read yet.
 *
 * @param stores those that this release knows
 * @throws AppError `unreachable` when it can't be read, `refused` when it is a newer release's, and `invalid-input`
 *   when it is none; the same comes of `records`, at the latest at its end.
 */
export async function openBackup(file: string, stores: readonly string[]): Promise<BackupReading> {
  const lines = checkedLines(file);
  const first = (await lines.next()).value as unknown;
  await lines.return(undefined);
  const mark = markSchema.safeParse(first);
  if (!mark.success) throw damaged(file, 'it does not begin as one');
  if (mark.data.version > BACKUP_VERSION) throw newer(file);
  const parsed = headerSchema.safeParse(first);
  if (!parsed.success) throw damaged(file, 'it does not begin as one');
  const header = parsed.data;
  if (!header.stores.every((store) => stores.includes(store))) throw newer(file);
  return { header, records: () => recordsOf(file, header) };
}

async function* recordsOf(file: string, { stores }: BackupHeader): AsyncGenerator<BackupRecord> {
  let isFirst = true;
  for await (const value of checkedLines(file)) {
    const parsed = recordLineSchema.safeParse(value);
    if (parsed.success) {
      const { kind: _, ...record } = parsed.data;
      const { store, name } = record;
      if (!stores.includes(store) || !isNameOf(store, name))
        throw damaged(file, `no record can be named ${JSON.stringify(`${store}/${name}`)}`);
      yield record;
    } else if (!isFirst) throw damaged(file, 'a line of it is no record');
    isFirst = false;
  }
}

/** The values of all lines but the end, which is held against them when it comes. */
async function* checkedLines(file: string): AsyncGenerator<unknown> {
  const hash = createHash('sha256');
  let count = -1;
  let isWhole = false;
  for await (const line of splitLines(file)) {
    if (isWhole) throw damaged(file, 'something stands after its end');
    const value = parseJson(line);
    const end = endSchema.safeParse(value);
    if (end.success) {
      const isRight = end.data.records === count && end.data.sha256 === hash.digest('hex');
      if (!isRight) throw damaged(file, 'its checksum is another');
      isWhole = true;
    } else {
      hash.update(`${line}\n`);
      count += 1;
      yield value;
    }
  }
  if (!isWhole) throw damaged(file, 'its end is missing');
}

/** Not by `readline`, to which the signs U+2028 and U+2029, which JSON may hold as they are, end a line as well. */
async function* splitLines(file: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  const source = createReadStream(file);
  const done = pipeline(source, text).catch((error: unknown) => error);
  try {
    const parts: string[] = [];
    for await (const part of text as AsyncIterable<string>) {
      const [first = '', ...lines] = part.split('\n');
      parts.push(first);
      for (const line of lines) {
        yield parts.splice(0).join('');
        parts.push(line);
      }
    }
    if (parts.join('') !== '') throw damaged(file, 'its last line is torn');
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = codeOf(error);
    if (code.startsWith('Z_')) throw damaged(file, 'it is no whole gzip file', error);
    throw new AppError('unreachable', `backup: cannot read ${file}: ${code}`, { cause: error });
  } finally {
    source.destroy();
    text.destroy();
    await done;
  }
}

function newer(file: string): AppError {
  return new AppError('refused', `backup: ${file} is of a newer release; restore it with that one`);
}

function damaged(file: string, why: string, cause?: unknown): AppError {
  return new AppError('invalid-input', `backup: ${file} is no whole backup of this assistant: ${why}`, {
    cause,
  });
}
