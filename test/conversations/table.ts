import { expect } from 'chai';
import * as people from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import { cardProblems } from '../cards/card-problems.ts';
import { Chat, type Said, startTestBot, type TestBot } from './chat.ts';

/** One exchange: what the person does, and what the bot's reply must (and must not) say. */
export interface Exchange {
  readonly say?: string;
  /** The title of a button of the last reply. */
  readonly tap?: string;
  readonly expect?: readonly RegExp[];
  readonly not?: readonly RegExp[];
  /** Titles that must be among the buttons. */
  readonly buttons?: readonly RegExp[];
  /** How many buttons there are, where it matters. */
  readonly buttonCount?: number;
}

/** A conversation that must work, from a fresh sample company. */
export interface Conversation {
  readonly name: string;
  /** Default: Sara. */
  readonly as?: Person;
  readonly turns: readonly Exchange[];
}

/** Declares one test a conversation. */
export function describeConversations(title: string, conversations: readonly Conversation[]): void {
  describe(title, () => {
    let bot: TestBot;
    before(async () => void (bot = await startTestBot()));
    after(() => bot.stop());
    for (const conversation of conversations) {
      it(conversation.name, async () => {
        await bot.app.sandbox?.reset();
        await forget(bot, conversation.as ?? people.sara);
        const chat = new Chat(bot, conversation.as);
        for (const exchange of conversation.turns) check(exchange, await play(chat, exchange));
      });
    }
  });
}

/** Each conversation begins with nothing remembered of the person. */
async function forget(bot: TestBot, person: Person): Promise<void> {
  await new Chat(bot, person).submit({ action: 'forget-me', isConfirmed: true });
}

/** Does what the exchange says the person does. */
function play(chat: Chat, { say, tap }: Exchange): Promise<Said> {
  if (say !== undefined) return chat.say(say);
  return tap === undefined ? chat.join() : chat.tap(tap);
}

/** Holds a reply against what is expected of it; the message shows the whole reply. */
function check(exchange: Exchange, said: Said): void {
  const shown = `\n> ${exchange.say ?? exchange.tap ?? '(joins)'}\n${said.text}\n[${said.buttons.join('] [')}]\n`;
  for (const pattern of exchange.expect ?? []) expect(said.text, shown).to.match(pattern);
  for (const pattern of exchange.not ?? []) expect(said.text, shown).not.to.match(pattern);
  for (const pattern of exchange.buttons ?? []) {
    expect(
      said.buttons.some((title) => pattern.test(title)),
      `no button ${String(pattern)}${shown}`,
    ).to.equal(true);
  }
  if (exchange.buttonCount !== undefined) expect(said.buttons, shown).to.have.length(exchange.buttonCount);
  for (const activity of said.activities) {
    expect(activity.summary ?? activity.text, shown).to.be.a('string').that.is.not.empty;
    for (const { content } of activity.attachments ?? [])
      expect(cardProblems(content), shown).to.deep.equal([]);
  }
}
