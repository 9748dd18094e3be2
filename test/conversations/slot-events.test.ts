import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { closeSlots } from '../../dialogs/close-deal/slots.ts';
import { dealSlots } from '../../dialogs/create-deal/slots.ts';
import { Chat, startTestBot } from './chat.ts';
import { SLOT_CASES, type SlotCase } from './slot-events.ts';

/**
 * Slots that are never asked: what they hold is said or known, see each one's own comment. The last four are
 * asked of companies with locations and solutions of their own, see create-deal-service.test.ts.
 */
const NEVER_ASKED = new Set([
  'recreates',
  'among',
  'later',
  'partnerLocation',
  'solutionArea',
  'solutionPlay',
  'partnerRole',
]);

const QUESTION = 'come capisco se Microsoft ha detto sì?';
const ANSWER = /sezione|Microsoft/;

type Play = (chat: Chat, slot: SlotCase) => Promise<void>;

/** What may happen at each slot, and what must then be true. */
const EVENTS: Readonly<Record<string, Play>> = {
  'good answer': async (chat, { good, then }) => {
    expect((await chat.say(good)).text).to.match(then);
  },
  'bad answer': async (chat, { bad, objects, good, then }) => {
    expect((await chat.say(bad)).text).to.match(objects);
    expect((await chat.say(good)).text).to.match(then);
  },
  question: async (chat, { asks, good, then }) => {
    const said = await chat.say(QUESTION);
    expect(said.text).to.match(ANSWER).and.match(asks);
    expect((await chat.say(good)).text).to.match(then);
  },
  back: async (chat, { before }) => {
    expect((await chat.say('indietro')).text).to.match(before);
  },
  skip: async (chat, { isOptional, asks, then, kept, skipped = then }) => {
    const said = await chat.say('salta');
    if (isOptional === true || kept !== undefined) expect(said.text).to.match(kept ?? skipped);
    else
      expect(said.text)
        .to.match(/Questo serve/)
        .and.match(asks);
  },
  change: async (chat, { change: [said, shown], asks }) => {
    const changed = await chat.say(said);
    expect(changed.text).to.match(shown).and.match(asks);
  },
  cancel: async (chat, { asks }) => {
    expect((await chat.say('annulla')).text).to.match(/Butto via/);
    expect((await chat.say('no')).text).to.match(asks);
    await chat.say('annulla');
    expect((await chat.say('annulla')).text).to.match(/Annullato/);
  },
  restart: async (chat, { first }) => {
    expect((await chat.say('ricomincia')).text).to.match(/da capo\?/);
    expect((await chat.say('sì')).text).to.match(first);
  },
  redelivery: async (chat, { good, then }) => {
    const activity = { type: 'message', text: good, id: randomUUID() };
    const first = await chat.send(activity);
    expect(first.text).to.match(then);
    expect((await chat.send(activity)).text).to.equal(first.text);
    expect((await chat.say('ripeti')).text).to.match(then);
  },
};

/** Where a conversation stands: what the bot said last, and the folder with all it keeps. */
interface Standing {
  readonly dataDir: string;
  readonly shown: string;
}

/** Conversations begun once, and gone on with from copies of their folders. */
class Standings {
  readonly #dir: string;
  readonly #begun = new Map<string, Promise<Standing>>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The conversation in which these lines were said; paths that begin with the same lines share them. */
  at(path: readonly string[]): Promise<Standing> {
    const name = path.join('\n');
    const standing = this.#begun.get(name) ?? this.#begin(path);
    this.#begun.set(name, standing);
    return standing;
  }

  /** A bot on a copy of the standing's folder, for as long as the work takes; resolves to what it leaves behind. */
  async goOn({ dataDir }: Standing, work: (chat: Chat) => Promise<unknown>): Promise<Standing> {
    const copy = join(this.#dir, randomUUID());
    await cp(dataDir, copy, { recursive: true });
    const bot = await startTestBot({ dataDir: copy });
    try {
      const chat = new Chat(bot, undefined, 'slots');
      await work(chat);
      return { dataDir: copy, shown: chat.last.text };
    } finally {
      await bot.stop();
    }
  }

  async #begin(path: readonly string[]): Promise<Standing> {
    const line = path.at(-1);
    if (line === undefined) return { dataDir: await mkdtemp(join(this.#dir, 'new-')), shown: '' };
    return this.goOn(await this.at(path.slice(0, -1)), (chat) => chat.say(line));
  }
}

describe('every slot at every event', function () {
  // The first at a slot also says all that leads there.
  this.timeout(120_000);
  let dir: string;
  let standings: Standings;
  const seen = new Map<string, Set<string>>();

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cosell-slots-'));
    standings = new Standings(dir);
  });

  after(async () => {
    await rm(dir, { recursive: true, force: true });
    process.stdout.write(`\n${tableOf(seen)}\n`);
  });

  for (const slot of SLOT_CASES) {
    for (const [event, play] of Object.entries(EVENTS)) {
      it(`${slot.form} ${slot.slot}: ${event}`, async () => {
        const standing = await standings.at(slot.path);
        expect(standing.shown).to.match(slot.asks);
        await standings.goOn(standing, (chat) => play(chat, slot));
        const name = `${slot.form} ${slot.slot}`;
        seen.set(name, (seen.get(name) ?? new Set()).add(event));
      });
    }
  }

  it('leaves no slot out', () => {
    const all = [
      ...dealSlots.map(({ name }) => `create-deal ${name}`),
      ...closeSlots.map(({ name }) => `close-deal ${name}`),
    ];
    const asked = all.filter((name) => !NEVER_ASKED.has(name.split(' ')[1] ?? ''));
    expect([...seen.keys()].sort()).to.deep.equal(asked.sort());
    for (const [name, events] of seen) expect([...events], name).to.deep.equal(Object.keys(EVENTS));
  });
});

function tableOf(seen: ReadonlyMap<string, ReadonlySet<string>>): string {
  const events = Object.keys(EVENTS);
  const width = Math.max(...[...seen.keys()].map((name) => name.length));
  const head = `${'slot'.padEnd(width)}  ${events.join('  ')}`;
  const rows = [...seen].map(([name, done]) => {
    const cells = events.map((event) => (done.has(event) ? 'ok' : '-').padEnd(event.length));
    return `${name.padEnd(width)}  ${cells.join('  ')}`;
  });
  return [head, ...rows].join('\n');
}
