import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { type BotConnector, startBotConnector } from '../../fakes/bot-connector.ts';
import { startTestBot } from '../chat.ts';
import { play, type Step } from './player.ts';
import { readTalks, type Talk } from './talk.ts';

/**
 * Conversations that go wrong and are known to. Each must go wrong still: one that is mended leaves the list.
 */
const KNOWN_FAULTS: ReadonlySet<string> = new Set([
  'b-k8-02',
  'k6-en-record',
  'c-k7-09',
  'c-k8-06',
  'c-k9-11',
  'c-k9-12',
  'd2-k9-03',
  'e-k8-02',
  'e-k8-03',
  'n-k8-02',
  'n-k10-04',
  'p-k9-05',
  'o1-016',
  'o1-020',
  'o1-052',
  'o1-066',
  'o1-069',
  'o1-071',
  'o1-075',
  'o1-076',
  'o1-077',
  'o1-101',
  'o1-109',
  'p1-k1-10',
  'p1-k8-05',
  'p1-ok-02',
  's058',
]);

/** Played on a machine five times slower than the one they were written on, too. */
const SLOW_MS = 120_000;

const SETS = [
  { name: 'conversations', path: 'test/conversations/talks' },
  { name: 'conversations written without sight of the code', path: 'test/conversations/blind.jsonl' },
  { name: 'conversations written without sight of the code, two', path: 'test/conversations/blind-b.jsonl' },
  {
    name: 'conversations written without sight of the code, three',
    path: 'test/conversations/blind-c.jsonl',
  },
  { name: 'conversations written without sight of the code, four', path: 'test/conversations/blind-d.jsonl' },
  { name: 'conversations written without sight of the code, five', path: 'test/conversations/blind-e.jsonl' },
  { name: 'conversations written without sight of the code, six', path: 'test/conversations/blind-f.jsonl' },
  {
    name: 'conversations written without sight of the code, seven',
    path: 'test/conversations/blind-g.jsonl',
  },
  {
    name: 'conversations written without sight of the code, eight',
    path: 'test/conversations/blind-h.jsonl',
  },
  { name: 'conversations written without sight of the code, nine', path: 'test/conversations/blind-i.jsonl' },
  { name: 'conversations written without sight of the code, ten', path: 'test/conversations/blind-j.jsonl' },
  {
    name: 'conversations written without sight of the code, eleven',
    path: 'test/conversations/blind-k.jsonl',
  },
  {
    name: 'conversations written without sight of the code, twelve',
    path: 'test/conversations/blind-l.jsonl',
  },
  {
    name: 'conversations written without sight of the code, thirteen',
    path: 'test/conversations/blind-m.jsonl',
  },
  {
    name: 'conversations written without sight of the code, fourteen',
    path: 'test/conversations/blind-n.jsonl',
  },
  {
    name: 'conversations written without sight of the code, fifteen',
    path: 'test/conversations/blind-o.jsonl',
  },
  {
    name: 'conversations written without sight of the code, sixteen',
    path: 'test/conversations/blind-p.jsonl',
  },
  {
    name: 'conversations written without sight of the code, seventeen',
    path: 'test/conversations/blind-q.jsonl',
  },
  {
    name: 'conversations written without sight of the code, eighteen',
    path: 'test/conversations/blind-r.jsonl',
  },
  {
    name: 'conversations written without sight of the code, nineteen',
    path: 'test/conversations/blind-s.jsonl',
  },
].filter(({ path }) => existsSync(path));

interface Played {
  readonly talk: Talk;
  readonly steps: readonly Step[];
}

/** Of the sets of blind authors every tenth conversation is played; all of them with `TALKS=all`. */
const isPlayed = (path: string, at: number): boolean =>
  process.env['TALKS'] === 'all' || at % 10 === 0 || !/blind(?:-[a-s])?\.jsonl$/.test(path);

for (const { name, path } of SETS) {
  describe(name, function () {
    this.timeout(SLOW_MS);
    const talks = readTalks(path);
    const played: Played[] = [];
    let connector: BotConnector;
    before(async () => {
      connector = await startBotConnector();
      // The first bot of a process learns what it knows, which takes longer than any conversation.
      await (await startTestBot()).stop();
    });
    after(async () => {
      await connector.close();
      console.log(reportOf(name, played));
    });

    it('have ids of their own', () => {
      expect(talks.length).to.be.above(0);
      expect(new Set(talks.map(({ id }) => id)).size).to.equal(talks.length);
    });

    for (const talk of talks.filter((_, at) => isPlayed(path, at))) {
      it(`${talk.id} (${talk.kind})`, async () => {
        const steps = await playAlone(talk, connector);
        played.push({ talk, steps });
        expect(crashesIn(steps), transcript(steps)).to.deep.equal([]);
        if (KNOWN_FAULTS.has(talk.id)) expect(faultsOf(steps), 'mended').to.not.deep.equal([]);
        else expect(faultsOf(steps), transcript(steps)).to.deep.equal([]);
      });
    }
  });
}

/** On a bot with an empty folder, so that no conversation knows of another. */
async function playAlone(talk: Talk, connector: BotConnector): Promise<readonly Step[]> {
  const bot = await startTestBot();
  try {
    return await play(bot, talk, connector);
  } finally {
    await bot.stop();
  }
}

function faultsOf(steps: readonly Step[]): string[] {
  return steps.flatMap(({ said, faults }) => faults.map((fault) => `«${said}»: ${fault}`));
}

/** What can't be right whatever is expected. */
function crashesIn(steps: readonly Step[]): string[] {
  return faultsOf(steps).filter((fault) => /: (HTTP|says that something went wrong)/.test(fault));
}

function transcript(steps: readonly Step[]): string {
  const lines = steps.map(({ said, shown, faults }) =>
    [`> ${said}`, shown?.text ?? '', ...faults.map((fault) => `✗ ${fault}`)].join('\n'),
  );
  return `\n${lines.join('\n')}\n`;
}

/** What went wrong, and the counts: of each kind, how many are right. */
function reportOf(name: string, played: readonly Played[]): string {
  const isRight = ({ steps }: Played): boolean => faultsOf(steps).length === 0;
  const wrong = played.filter((each) => !isRight(each));
  const misreads = played.filter(({ steps }) => steps.some((step) => step.isMisread)).length;
  const kinds = [...new Set(played.map(({ talk }) => talk.kind))].map((kind) => {
    const of = played.filter(({ talk }) => talk.kind === kind);
    return `${kind} ${String(of.filter(isRight).length)}/${String(of.length)}`;
  });
  const right = played.length - wrong.length;
  const count = `${name}: ${String(right)} of ${String(played.length)} right (${kinds.join(', ')}); silent misreads ${String(misreads)}`;
  // Where each fails by itself, its own message tells more.
  return [...wrong.map(lineOf), count].join('\n');
}

/** One line: where the conversation went wrong first. */
function lineOf({ talk, steps }: Played): string {
  const step = steps.find(({ faults }) => faults.length > 0);
  const isSilent = steps.some(({ isMisread }) => isMisread);
  const what = `«${step?.said ?? ''}» ${step?.faults.join('; ') ?? ''}`.replace(/\s+/g, ' ');
  return `${isSilent ? 'misread' : 'wrong'} ${talk.id}: ${what.slice(0, 300)}`;
}
