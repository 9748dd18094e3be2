import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../src/directory/directory.ts';
import { environmentOf, writeCompanyFiles } from '../fakes/company.ts';
import { type Stage, type StageOptions, startStage } from '../fakes/stage.ts';
import { SAMPLE_PEOPLE } from '../../src/directory/sample-people.ts';
import { Chat, type Said, startTestBot, type TestBot, TODAY } from './chat.ts';
import { buttonsOf } from './received.ts';

/** A bot on the real adapters, with stand-ins for Microsoft's services behind them. */
export interface RealBot extends TestBot {
  readonly stage: Stage;
}

async function startRealBot(options: StageOptions = {}, solutions: readonly object[] = []): Promise<RealBot> {
  const clock = { now: TODAY };
  // Tokens end by the machine's clock, which the token service's client reads; deals by the stage's.
  const stage = await startStage({
    ...options,
    partnerCenter: { now: () => clock.now, ...options.partnerCenter },
  });
  const dir = await mkdtemp(join(tmpdir(), 'cosell-real-'));
  const files = await writeCompanyFiles(dir, solutions);
  const bot = await startTestBot({ dataDir: join(dir, 'data'), env: { ...environmentOf(stage), ...files } });
  return {
    ...bot,
    stage,
    setNow(now) {
      clock.now = now;
      bot.setNow(now);
    },
    async stop() {
      await bot.stop();
      await stage.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/**
 * One such bot for all tests of a suite; after each of them nobody is signed in and nothing is remembered of
 * anybody, but deals stay. Call it inside `describe`.
 */
export function useRealBot(solutions: readonly object[] = []): () => RealBot {
  let bot: RealBot;
  before(async () => void (bot = await startRealBot({}, solutions)));
  after(() => bot.stop());
  afterEach(async () => {
    const { tokens, partnerCenter } = bot.stage;
    for (const server of [tokens, partnerCenter.referrals]) server.faults.clear();
    for (const person of SAMPLE_PEOPLE)
      await new Chat(bot, person).submit({ action: 'forget-me', isConfirmed: true });
    partnerCenter.referrals.requests.length = 0;
  });
  return () => bot;
}

/** The address of the sign-in page in what the bot said. */
export function signInUrlOf(said: Said): string {
  const url = said.activities.flatMap(buttonsOf).find(({ url }) => url?.includes('/signin?') === true)?.url;
  if (!url) throw new Error(`no sign-in link in: ${said.text} [${said.buttons.join('] [')}]`);
  return url;
}

/** Signs in on the page as the person, or as somebody else, and types its digits in the chat. */
export async function signIn(bot: RealBot, chat: Chat, as: Pick<Person, 'objectId'>): Promise<Said> {
  const code = await bot.stage.tokens.signIn(signInUrlOf(chat.last), as.objectId);
  return chat.say(code ?? '');
}
