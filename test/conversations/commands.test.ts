import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_FOLDER } from '../../manifest/folder.ts';
import { readManifest } from '../../manifest/package.ts';
import { elena } from '../../src/directory/sample-people.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot } from './chat.ts';
import { cardIn } from './taps.ts';
import { type InTeams, TeamsChat } from './teams-chat.ts';

interface Command {
  readonly title: string;
  readonly description: string;
  readonly type?: 'prompt';
  readonly prompt?: string;
}

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly Command[];
}

const TAGS = { it: 'it-IT', en: 'en-US' } as const;
type Language = keyof typeof TAGS;

/** Where a prompt leaves off for the person to go on. */
const CUSTOMER = 'Fabrikam';
/** Words that are a command and no prompt: Teams writes the title. */
const wordsOf = ({ title, prompt }: Command): string => prompt ?? title;
const isBegun = (words: string): boolean => words.endsWith(' ');

const refreshOf = ({ activity }: InTeams): string => JSON.stringify(cardIn(activity)['refresh'] ?? null);
const languageOf = ({ activity }: InTeams): unknown => (activity as { readonly locale?: unknown }).locale;

/** What each command of the personal chat comes to, in the manifest's order. */
const COMES_TO: readonly ((said: InTeams, language: Language) => unknown)[] = [
  ({ buttons }) => buttons.some((title) => /^(?:Compila un modulo|Fill in a form)$/.test(title)),
  (said) => said.text.includes(CUSTOMER) && refreshOf(said).includes('"deal"'),
  (said) => refreshOf(said).includes('"deals"'),
  ({ text }) => text.includes(elena.lastName),
  (said, language) => languageOf(said) === TAGS[language === 'it' ? 'en' : 'it'],
  ({ buttons }) => buttons.some((title) => /^(?:Crea un deal|Create a deal)$/.test(title)),
];

describe('commands and prompt starters of the Teams app', () => {
  let bot: TestBot;
  let connector: BotConnector;
  let lists: Readonly<Record<Language, readonly CommandList[]>>;

  before(async () => {
    connector = await startBotConnector();
    bot = await startTestBot();
    const { bots } = (await readManifest()) as unknown as { bots: { commandLists: CommandList[] }[] };
    const own = bots[0]?.commandLists ?? [];
    const strings = JSON.parse(await readFile(join(MANIFEST_FOLDER, 'en.json'), 'utf8')) as Readonly<
      Record<string, string>
    >;
    const inEnglish = own.map((list, at) => ({
      ...list,
      commands: list.commands.map((command, each): Command => {
        const place = `bots[0].commandLists[${String(at)}].commands[${String(each)}]`;
        const part = (name: string): string => strings[`${place}.${name}`] ?? `${place}.${name} is missing`;
        const prompt = command.prompt === undefined ? {} : { prompt: part('prompt') };
        return { ...command, title: part('title'), description: part('description'), ...prompt };
      }),
    }));
    lists = { it: own, en: inEnglish };
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const commandsFor = (language: Language, scope: string): readonly Command[] =>
    lists[language].find(({ scopes }) => scopes.includes(scope))?.commands ?? [];
  const answerTo = async (chat: TeamsChat, words: string): Promise<InTeams> => {
    const [said, ...more] = await chat.say(words);
    expect(more, words).to.deep.equal([]);
    if (said === undefined) throw new Error(`nothing was said to: ${words}`);
    return said;
  };

  it('are lists for the personal chat, and for where others read, with at most ten each', () => {
    for (const language of ['it', 'en'] as const) {
      for (const { commands } of lists[language]) expect(commands).to.have.length.within(1, 10);
      const prompts = commandsFor(language, 'personal').filter(({ type }) => type === 'prompt');
      expect(prompts).to.have.length.above(0);
      for (const { prompt = '' } of prompts) expect(prompt.trim()).not.to.equal('');
    }
  });

  for (const language of ['it', 'en'] as const) {
    it(`are done in the personal chat, a prompt once it is completed (${language})`, async () => {
      const commands = commandsFor(language, 'personal');
      expect(commands).to.have.length(COMES_TO.length);
      for (const [index, command] of commands.entries()) {
        const words = wordsOf(command);
        const chat = new TeamsChat(bot, connector);
        const said = await answerTo(chat, isBegun(words) ? `${words}${CUSTOMER}` : words);
        expect(COMES_TO[index]?.(said, language), `${words}: ${said.text}`).to.equal(true);
        if (index !== LANGUAGE) expect(languageOf(said), words).to.equal(TAGS[language]);
        await chat.post({ type: 'message', value: { action: 'forget-me', isConfirmed: true } });
      }
    });

    it(`are asked about where a prompt is sent as it stands (${language})`, async () => {
      const begun = commandsFor(language, 'personal').map(wordsOf).filter(isBegun);
      expect(begun).to.have.length.above(0);
      for (const words of begun) {
        const chat = new TeamsChat(bot, connector);
        const said = await answerTo(chat, words);
        expect(said.text, words).to.contain('?');
        const offered = [...said.buttons, said.text].join();
        expect(offered, words).to.match(/Compila un modulo|Fill in a form|Controlla un deal|Check a deal/);
        await chat.post({ type: 'message', value: { action: 'forget-me', isConfirmed: true } });
      }
    });

    it(`are answered where others read (${language})`, async () => {
      for (const type of ['groupChat', 'channel'] as const) {
        const scope = type === 'channel' ? 'team' : type;
        const commands = commandsFor(language, scope);
        expect(commands).to.have.length.above(1);
        for (const command of commands) {
          const chat = new TeamsChat(bot, connector, {
            type,
            conversationId: `19:${type}${language}@thread`,
          });
          const said = await answerTo(chat, wordsOf(command));
          expect(languageOf(said), command.title).to.equal(TAGS[language]);
          expect(`${said.text} ${JSON.stringify(cardIn(said.activity))}`, command.title).to.match(
            /"style":"heading"|\[1\]/,
          );
        }
      }
    });
  }
});

/** The place of the command that changes the language. */
const LANGUAGE = 4;
