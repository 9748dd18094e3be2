import { expect } from 'chai';
import { startTestBot, type TestBot } from '../conversations/chat.ts';
import { TeamsChat } from '../conversations/teams-chat.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { finish, type Finished, startModule } from '../child-process.ts';
import { useTempDir } from '../temp-dir.ts';

const CHANGED = 'posso modificare un deal dopo che l’ho segnato come vinto?';
const DAYS = 'quanti giorni ha Microsoft per rispondere?';
const COUNTED = '1 liked (1 by reaction), 2 disliked (1 by thumbs, 1 by words), 1 with a comment';
const UNKNOWN = 'come si cuoce la pasta secondo Pizzamondo?';

describe('npm run feedback', function () {
  this.timeout(60_000);
  const dir = useTempDir();
  let connector: BotConnector;
  let bot: TestBot;

  before(async () => {
    connector = await startBotConnector();
  });
  after(() => connector.close());
  beforeEach(async () => {
    bot = await startTestBot({ dataDir: dir.path });
  });
  afterEach(() => bot.app.stop());

  const list = (...options: string[]): Promise<Finished> =>
    finish(startModule('src/cli/feedback', ['list', ...options], { DATA_DIR: dir.path }));

  /** By thumbs with a comment, by a reaction, and by words; one answer is not rated, and one question not answered. */
  async function rateThree(): Promise<void> {
    const [thumbs, reaction, words] = [0, 1, 2].map(() => new TeamsChat(bot, connector));
    const [first] = (await thumbs?.say(CHANGED)) ?? [];
    const feedback = JSON.stringify({ feedbackText: 'Con Fabrikam non era così' });
    const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } };
    await thumbs?.invoke('message/submitAction', value, first?.id);
    const [second] = (await reaction?.say(DAYS)) ?? [];
    await reaction?.react(second?.id ?? '', { reactionsAdded: [{ type: 'like' }] });
    await words?.say(CHANGED);
    await words?.say('questa risposta è sbagliata');
    const chat = new TeamsChat(bot, connector);
    for (const each of [DAYS, UNKNOWN]) await chat.say(each);
  }

  it('lists what was rated, how and with which words, and counts it, while the assistant runs', async () => {
    await rateThree();
    const { code, stdout, stderr } = await list();
    expect([code, stderr]).to.deep.equal([0, '']);
    const marks = [...stdout.matchAll(/ {2}(like|dislike) by (\w+) {2}([\w/-]+)\n {4}(.+)/g)];
    expect(marks.map(([, as, by]) => `${String(as)} ${String(by)}`)).to.have.members([
      'dislike thumbs',
      'like reaction',
      'dislike words',
    ]);
    for (const [, , by, answer, words] of marks) {
      expect(words).to.equal(by === 'reaction' ? DAYS : CHANGED);
      expect(answer, 'which answer it was').to.match(/-/);
    }
    expect(stdout).to.match(/comment: Con \[cliente\] non era così/);
    expect(stdout).not.to.match(/fabrikam|pasta/i);
    expect(stdout).to.contain(`${COUNTED}; 0 not answered or asked back.\n`);
  });

  it('lists what was not answered as well, without names, also once the assistant is stopped', async () => {
    await rateThree();
    await bot.app.stop();
    const { code, stdout } = await list('--all');
    expect(code).to.equal(0);
    expect(stdout).to.match(/ {5}- {2}none \(.*\)\n {4}come si cuoce la pasta secondo \[\p{L}+\]\?/u);
    expect(stdout).to.contain(`${COUNTED}; 1 not answered or asked back.\n`);
  });

  it('writes a line of JSON for each, newest first', async () => {
    await rateThree();
    const { stdout } = await list('--all', '--jsonl');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { at: string; rating: object | null });
    expect(rows).to.have.length(4);
    expect(rows.filter(({ rating }) => rating === null)).to.have.length(1);
    expect(rows.map(({ at }) => at)).to.deep.equal(
      rows
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('shows nothing where nothing was rated, and its usage to what it doesn’t know', async () => {
    expect((await list()).stdout).to.equal(
      '0 liked, 0 disliked, 0 with a comment; 0 not answered or asked back.\n',
    );
    const { code, stderr } = await finish(startModule('src/cli/feedback', ['count'], { DATA_DIR: dir.path }));
    expect(code).to.equal(1);
    expect(stderr).to.contain('npm run -s feedback -- list');
  });
});
