import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { sara } from '../../src/directory/sample-people.ts';
import { dealFileIn } from '../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../src/referrals/embedded/lowdb-gateway.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { type HeldFolder, removeFile, replaceFile } from '../../src/storage/durable-file.ts';
import { createFileRecordStore } from '../../src/storage/file-record-store.ts';
import { readText } from '../../src/storage/record-files.ts';
import { recordObject } from '../../src/storage/record-store.ts';
import { readSandboxFile, removeSandboxFile, writeSandboxFile } from '../../src/storage/sandbox-file.ts';
import { draft, NOW, referral, sampleDirectory } from '../referrals/deals.ts';

/** What is done to a store, step by step. Each step may be done again after it failed, and then comes to the same. */
export interface Script {
  readonly name: string;
  /** Puts down what is there before; by the synchronous functions, which nothing stands between. */
  readonly prepare?: (dir: string) => void;
  /** Opens the store on a folder that is held, as a process does at its start. */
  readonly open: (folder: HeldFolder) => Promise<OpenScript>;
  /** True where every step that is done survives a power cut. */
  readonly isDurable: boolean;
}

export interface OpenScript {
  /** What a step resolves to is compared with a run in which nothing fails. */
  readonly steps: readonly (() => Promise<unknown>)[];
  /** All that is kept, as it is read now. */
  readonly look: () => Promise<unknown>;
}

const files = (isDurable: boolean): Script => ({
  name: `a file that is replaced and removed, ${isDurable ? 'safe from a power cut' : 'quickly'}`,
  isDurable,
  async open(folder) {
    const paths = ['a.json', join('b', 'c.json')].map((name) => join(folder.dir, name));
    const [a = '', c = ''] = paths;
    const replace = (path: string, text: string) => () => replaceFile(path, text, { folder, isDurable });
    return {
      steps: [
        replace(a, 'one'),
        replace(a, 'two'),
        replace(c, 'deep'),
        () => removeFile(a, folder, isDurable),
        () => removeFile(a, folder, isDurable),
        replace(a, 'three'),
      ],
      look: () => Promise.all(paths.map(readText)),
    };
  },
});

const words = recordObject({ schema: z.literal(1), words: z.string() });
const record = (text: string): z.infer<typeof words> => ({ schema: 1, words: text });

const records: Script = {
  name: 'records',
  isDurable: true,
  prepare: (dir) => writeFileSync(join(dir, 'beside'), ''),
  async open(folder) {
    const choice = { isDurable: true };
    const store = createFileRecordStore({
      dir: join(folder.dir, 'records'),
      folder,
      schema: words,
      now: () => NOW,
    });
    const look = async () => (await store.list()).map((each) => each.words).sort();
    return {
      steps: [
        () => store.put('sara', record('sara'), choice),
        () => store.put(['sara', 'chat'], record('first'), choice),
        () => store.get(['sara', 'chat']),
        () => store.change(['sara', 'chat'], () => record('second'), choice),
        () => store.put('marco', record('marco'), choice),
        look,
        () => store.change('marco', () => null, choice),
        () => store.delete(['sara', 'chat']),
        () => store.put(['sara', 'other'], record('other'), choice),
        () => store.delete('sara'),
        () => store.put('elena', record('elena'), choice),
      ],
      look,
    };
  },
};

/** Records of which two can't be read: one is set aside, one that is an owner's goes with a copy. */
const brokenRecords: Script = {
  name: 'records that can’t be read',
  isDurable: false,
  async open(folder) {
    const dir = join(folder.dir, 'records');
    const store = createFileRecordStore({
      dir,
      folder,
      schema: words,
      replace: () => record('mended'),
      now: () => NOW,
    });
    const raw = createFileRecordStore({ dir, folder, schema: z.unknown(), now: () => NOW });
    const nobody = new Date(0);
    return {
      steps: [
        () => raw.put('sara', { schema: 0 }),
        () => store.get('sara'),
        () => store.put('sara', record('sara')),
        () => store.sweep({ recordsBefore: nobody, copiesBefore: nobody, most: 10 }),
        () => store.delete('sara'),
        () => store.put('marco', record('marco')),
      ],
      look: async () => (await store.list()).map((each) => each.words).sort(),
    };
  },
};

const deals = (count: number): Script => ({
  name: `deals, beside ${String(count)} others`,
  isDurable: true,
  prepare: (dir) => layDeals(dir, count),
  async open(folder) {
    const gateway = await createLowdbGateway({
      file: dealFileIn(folder),
      directory: sampleDirectory,
      now: () => NOW,
    });
    const find = async (key: string): Promise<Referral> => {
      const found = await gateway.findByKey(sara, key);
      if (found === null) throw new Error(`no deal was made by ${key}`);
      return found;
    };
    const create = (key: string) => async () => {
      await gateway.create(sara, draft({ name: key }), key);
    };
    return {
      steps: [
        create('first'),
        async () => {
          const { id, eTag } = await find('first');
          await gateway.update(sara, id, { notes: 'Later.' }, eTag);
        },
        async () => {
          const { id, eTag, state } = await find('first');
          if (state.status !== 'Closed') await gateway.close(sara, id, { substatus: 'Won' }, eTag);
        },
        create('second'),
      ],
      look: async () =>
        (await gateway.listAll()).map(({ name, notes, state }) => [name, notes, state.status].join()),
    };
  },
});

/** As the first release wrote them; a hundred and fifty are more than are written whole for a change. */
function layDeals(dir: string, count: number): void {
  const laid = Array.from({ length: count }, (_, at) => ({
    referral: referral({ id: `laid-${String(at)}`, name: `laid ${String(at)}`, notes: 'n'.repeat(1_000) }),
    creation: null,
  }));
  if (count > 0) writeFileSync(join(dir, 'deals.json'), JSON.stringify({ schema: 1, deals: laid }));
}

const sandbox: Script = {
  name: 'the file of the sandbox',
  isDurable: false,
  async open(folder) {
    const content = { url: 'http://127.0.0.1:1/sandbox', token: 'x'.repeat(16) };
    return {
      steps: [
        () => writeSandboxFile(folder, content),
        () => removeSandboxFile(folder),
        () => writeSandboxFile(folder, content),
      ],
      look: () => readSandboxFile(folder.dir),
    };
  },
};

/** All that stores do with files. */
export const SCRIPTS: readonly Script[] = [
  files(true),
  files(false),
  records,
  brokenRecords,
  deals(0),
  deals(150),
  sandbox,
];
