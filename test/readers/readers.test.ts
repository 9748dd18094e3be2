import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { hostileTexts } from '../../src/cli/promises/hostile-texts.ts';
import {
  FILE_READERS,
  looksLikeReader,
  namesBeside,
  openMatcher,
  readWhole,
  type Reader,
  readerOf,
} from './registry.ts';
import { growth, isCheap } from './work.ts';

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = [
  'src/language/',
  'src/lookup/',
  'src/reading/',
  'src/matching/',
  'src/documents/',
  'dialogs/',
];
/** The longest is what a message may have; a reader that stops sooner shows its growth below. */
const LENGTHS = [500, 1000, 2000, 4000];

/** Every export of the folders, by file and name. */
async function listExports(): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const folder of FOLDERS) {
    const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /(?<!\.d)\.[jt]s$/.test(name))) {
      const module = (await import(new URL(folder + file, ROOT).href)) as Readonly<Record<string, unknown>>;
      for (const [name, value] of Object.entries(module))
        found.set(`${folder}${file.replace(/\.[jt]s$/, '')}#${name}`, value);
    }
  }
  return found;
}

/** One reader by each name; an export that is passed on from another file is the same function. */
function listReaders(exports: ReadonlyMap<string, unknown>): Map<string, Reader> {
  const readers = new Map<string, Reader>();
  const seen = new Set<unknown>();
  // A door (`dialogs/index`) comes after the files whose exports it passes on.
  const byDepth = [...exports].sort(([one], [other]) => other.split('/').length - one.split('/').length);
  for (const [key, value] of byDepth) {
    if (seen.has(value) || !looksLikeReader(key.split('#')[1] ?? '', value)) continue;
    const reader = readerOf(key, value);
    if (reader === null) continue;
    seen.add(value);
    readers.set(key, reader);
  }
  return readers;
}

/** For each kind of hostile input its texts, each twice as long as the one before. */
const DOUBLING = hostileTexts(1).map(({ name }, at) => ({
  name,
  texts: LENGTHS.map((length) => hostileTexts(length)[at]?.text ?? ''),
}));

/** Each reader of a part is given a share of the kinds, its neighbour another: the reading of whole messages has all of them. */
const SHARES = 16;

/** @param isWhole whether it reads on to the end of any text, so that one length tells enough: half of the longest, and its quarter */
async function findTooSlow(
  name: string,
  read: Reader,
  { share, isWhole = false }: { readonly share?: number; readonly isWhole?: boolean } = {},
): Promise<string[]> {
  const slow: string[] = [];
  const kinds = share === undefined ? DOUBLING : DOUBLING.filter((_, at) => at % SHARES === share % SHARES);
  for (const { name: kind, texts } of kinds) {
    const looked = isWhole ? texts.slice(0, -1) : texts;
    if (await isCheap(read, looked.at(-2) ?? '')) continue;
    for (const [at, whole] of looked.entries()) {
      const quarter = looked[at - 2];
      const ratio = quarter === undefined ? null : await growth(read, whole, quarter);
      if (ratio === null) continue;
      slow.push(
        `${name}, ${kind}: ${ratio.toFixed(1)} times the work for ${String(whole.length)} characters`,
      );
      break;
    }
  }
  return slow;
}

describe('readers: twice the text is twice the work', () => {
  it('names every reader once, and nothing that is gone', async () => {
    const exports = await listExports();
    expect(namesBeside(new Set(exports.keys()))).to.deep.equal([]);
    expect(listReaders(exports).size).to.be.above(80);
  });

  it('whatever is typed, for every reader of a message', async function () {
    this.timeout(600_000);
    const slow: string[] = [];
    for (const [at, [name, read]] of [...listReaders(await listExports())].entries())
      slow.push(...(await findTooSlow(name, read, { share: at })));
    expect(slow).to.deep.equal([]);
  });

  it('whatever is typed, for the reading of whole messages', async function () {
    this.timeout(300_000);
    expect(await findTooSlow('reading', readWhole, { isWhole: true })).to.deep.equal([]);
  });

  it('whatever stands in a file, for every kind that is text', async function () {
    this.timeout(300_000);
    const slow: string[] = [];
    for (const [kind, read] of FILE_READERS) slow.push(...(await findTooSlow(kind, read, { isWhole: true })));
    expect(slow).to.deep.equal([]);
  });

  it('whatever is typed, for the matching engine', async function () {
    this.timeout(300_000);
    expect(await findTooSlow('answerer', await openMatcher())).to.deep.equal([]);
  });
});
