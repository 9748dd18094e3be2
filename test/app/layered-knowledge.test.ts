import { expect } from 'chai';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCompanyKnowledge } from '../../src/app/company-knowledge.ts';
import { createLayerSource, everybodysLayer } from '../../src/app/knowledge-layers.ts';
import type { KnownIndex } from '../../src/app/known-index.ts';
import type { Learner } from '../../src/app/learner.ts';
import { type LiveKnowledge, openKnowledgeOf } from '../../src/app/live-knowledge.ts';
import { keepUpToDate, type Lessons } from '../../src/app/trained-index.ts';
import { AppError } from '../../src/errors.ts';
import { openKnowledgeFiles } from '../../src/workshop/knowledge-files.ts';
import {
  createLayers,
  type LayersRecord,
  type LayerText,
  type LayerVersion,
  NO_COMPANY,
} from '../../src/workshop/layer.ts';
import { goodAnswer, withFolder } from '../knowledge/folder.ts';
import { quietLog } from '../quiet-log.ts';
import { createMemoryRecordStore } from '../storage/memory-record-store.ts';

const FILE = 'answers/parking.yaml';
const WHERE = 'Dove parcheggio?';

/** Learns in this thread: what a thread costs is not asked here. What it refuses it says as a thread does. */
const here: Learner = {
  learn: async (make, give) => {
    const learned = await keepUpToDate(make().lessons).catch((error: Error) => {
      throw new AppError('invalid-input', error.message);
    });
    give(learned);
  },
  stop: () => Promise.resolve(),
};

const saying = (lead: string): string => goodAnswer.replace('Puoi parcheggiare dietro la sede.', lead);

describe('knowledge that editors lay something over', function () {
  this.timeout(60_000);
  let dir: string;
  let over: () => void;
  let isOver: Promise<void>;
  let lessons: Lessons;
  const records = {
    layers: createMemoryRecordStore<LayersRecord>(),
    texts: createMemoryRecordStore<LayerText>(),
  };
  const layers = createLayers(records, () => new Date());
  const opened: LiveKnowledge[] = [];

  /** A process of its own on the same folder and records. */
  const open = async (everybodys: string | null): Promise<LiveKnowledge> => {
    const source = createLayerSource(
      createLayers(records, () => new Date()),
      everybodys,
      openKnowledgeFiles(dir),
    );
    const options = { log: quietLog, now: () => new Date(), layers: source, learner: here };
    const live = await openKnowledgeOf(lessons, options);
    opened.push(live);
    return live;
  };
  const lay = async (text: string | null, company: string, file = FILE): Promise<void> => {
    const replaces: LayerVersion | null = (await layers.of(company)).get(file)?.at(-1) ?? null;
    const { eTag } = await openKnowledgeFiles(dir).open(file);
    await layers.write(company, [{ file, text, replaces, over: eTag }], null);
  };
  const lead = (live: LiveKnowledge, company: string | null = null): string | undefined => {
    const { answerer, knowledge } = live.present(company);
    return knowledge.answers.get(answerer.match(WHERE, { locale: 'it' }).id ?? '')?.texts.it?.lead;
  };

  before(async () => {
    await new Promise<void>((ready) => {
      isOver = withFolder({}, async (folder) => {
        dir = folder;
        lessons = { dir, documentFolders: [], file: join(dir, 'index.bin') };
        await new Promise<void>((end) => {
          over = end;
          ready();
        });
      });
    });
  });
  after(async () => {
    for (const live of opened) await live.stop();
    over();
    await isOver;
  });

  it('is known to every process that looks, and to one that starts', async () => {
    const [one, other] = [await open(NO_COMPANY), await open(NO_COMPANY)];
    await lay(saying('Puoi parcheggiare davanti.'), NO_COMPANY);
    await one.lookAgain();
    await other.lookAgain();
    expect([lead(one), lead(other), lead(await open(NO_COMPANY))]).to.deep.equal(
      Array(3).fill('Puoi parcheggiare davanti.'),
    );
  });

  it('stays as it was while what was laid over it can’t be used, which is said; so it does at a start', async () => {
    const live = await open(NO_COMPANY);
    await lay('id: [', NO_COMPANY);
    await live.lookAgain();
    expect(lead(live)).to.equal('Puoi parcheggiare davanti.');
    expect(live.problemOf(NO_COMPANY)).to.contain(FILE);
    const started = await open(NO_COMPANY);
    expect(lead(started)).to.equal('Puoi parcheggiare dietro la sede.');
    expect(started.state().problem).not.to.equal(null);
    await lay(null, NO_COMPANY);
    await live.lookAgain();
    expect([lead(live), live.state().problem]).to.deep.equal(['Puoi parcheggiare dietro la sede.', null]);
  });

  it('holds for a company’s own people where several are served, and changes of the folder hold below it', async () => {
    const live = await open(null);
    await lay(saying('Parcheggia in via Roma.'), 'aurelia');
    await live.lookAgain();
    expect([lead(live, 'aurelia'), lead(live, 'brera'), lead(live)]).to.deep.equal([
      'Parcheggia in via Roma.',
      'Puoi parcheggiare dietro la sede.',
      'Puoi parcheggiare dietro la sede.',
    ]);
    const garden = goodAnswer.replace('id: parking', 'id: garden').replace(WHERE, 'Chi cura le aiuole?');
    const inside = garden.replaceAll('posto auto', 'giardino').replaceAll('car space', 'garden');
    await writeFile(join(dir, 'answers/garden.yaml'), inside);
    await live.takeUp();
    expect(live.present('aurelia').knowledge.answers.has('garden')).to.equal(true);
    expect(lead(live, 'aurelia')).to.equal('Parcheggia in via Roma.');
    await rm(join(dir, 'answers/garden.yaml'));
    await lay('id: [', 'aurelia');
    await live.lookAgain();
    expect(lead(live, 'aurelia')).to.equal('Parcheggia in via Roma.');
    expect([live.problemOf('aurelia'), live.state().problem?.text].join()).to.match(
      /parking.*company aurelia/s,
    );
    expect(live.problemOf('brera')).to.equal(null);
    await lay(null, 'aurelia');
    await live.lookAgain();
    expect([lead(live, 'aurelia'), live.state().problem]).to.deep.equal([
      'Puoi parcheggiare dietro la sede.',
      null,
    ]);
  });

  it('is taken off once the folder holds the same', async () => {
    const before = await readFile(join(dir, FILE), 'utf8');
    await lay(saying('Parcheggia in cortile.'), NO_COMPANY);
    await writeFile(join(dir, FILE), saying('Parcheggia in cortile.'));
    const source = createLayerSource(layers, NO_COMPANY, openKnowledgeFiles(dir));
    await source.tidy();
    expect((await source.look()).size).to.equal(0);
    await writeFile(join(dir, FILE), before);
  });
});

describe('whose edits hold for everybody', () => {
  it('are those of the only company, or of this machine', () => {
    expect(
      [null, ['a'], ['a', 'b'], []].map((served) => everybodysLayer(served && new Set(served))),
    ).to.deep.equal([NO_COMPANY, 'a', null, null]);
  });
});

describe('the matchers of companies', () => {
  it('are kept for those that were asked last, and learned ahead into a file for all others', async () => {
    const [learned, ahead]: [string[], string[]] = [[], []];
    const createIndex = (): KnownIndex => ({
      present: () => ({}) as ReturnType<KnownIndex['present']>,
      index: () => ({}) as ReturnType<KnownIndex['index']>,
      learn: ({ dir }) => Promise.resolve(void learned.push(dir)),
    });
    const companies = createCompanyKnowledge({
      createIndex,
      lessonsOf: (company) => ({ dir: company, documentFolders: [], file: '' }),
      learnAhead: ({ dir }) => Promise.resolve(ahead.push(dir) > 0),
      onProblem: () => undefined,
      now: () => new Date(),
      most: 2,
    });
    const layer = (mark: string) => ({ mark, read: () => Promise.resolve(new Map()) });
    const looked = ['a', 'b', 'c'].map((company) => [company, layer('1')] as const);
    await companies.takeUp(new Map(looked), '');
    expect(learned).to.deep.equal(['a', 'b']);
    await companies.takeUp(new Map(looked), '');
    // Nobody of this one has asked yet.
    expect(ahead).to.deep.equal(['c']);
    await companies.ready('c');
    await companies.ready('b');
    expect(learned).to.deep.equal(['a', 'b', 'c']);
    expect([companies.present('a'), companies.present('d')]).to.deep.equal([null, null]);
    await companies.takeUp(new Map([...looked, ['b', layer('2')]]), '');
    expect(learned.slice(3)).to.deep.equal(['b']);
  });
});
