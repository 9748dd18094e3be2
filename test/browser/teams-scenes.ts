import { elena, marco, type sara } from '../../src/directory/sample-people.ts';
import { type TestBot, TODAY } from '../conversations/chat.ts';
import type { ReceivedActivity } from '../conversations/received.ts';
import { boxIn, dataOf, filled, type Json } from '../conversations/shown-box.ts';
import { type InTeams, TeamsChat, type TeamsPlace } from '../conversations/teams-chat.ts';
import type { BotConnector } from '../fakes/bot-connector.ts';
import type { Part } from './teams-page.ts';

/** A chat of Teams with the assistant, with what stands in it at last. */
export type Scene = (bot: TestBot, connector: BotConnector) => Promise<readonly Part[]>;

const ASSISTANT = 'Assistente';
const own = (text: string, { firstName }: Pick<typeof sara, 'firstName'> = { firstName: 'Sara' }): Part => ({
  by: firstName,
  isOwn: true,
  text,
});

function said({ activity }: Pick<InTeams, 'activity'>, by = ASSISTANT): Part {
  const { text, attachments = [] } = activity as ReceivedActivity;
  return { by, text, card: attachments[0]?.content };
}

/** What took the place of a card that was tapped or looked at. */
function inPlace(body: unknown): Part {
  return { by: ASSISTANT, card: (body as { readonly value?: unknown }).value };
}

const OPENING = 'crea un deal privato con Proseware da 80.000 euro';

async function openBox(chat: TeamsChat): Promise<{ asked: Part; box: ReturnType<typeof boxIn> }> {
  await chat.say(OPENING);
  const { last } = chat;
  const data = dataOf('Compila un modulo', last.activity);
  return { asked: said(last), box: boxIn(await chat.invoke('task/fetch', { data })) };
}

const chatOf = (bot: TestBot, connector: BotConnector, place: TeamsPlace = {}): TeamsChat =>
  new TeamsChat(bot, connector, place);

/** What the pictures show beside the chat page: what only Teams has. */
export const TEAMS_SCENES: Readonly<Record<string, Scene>> = {
  'teams-form': async (bot, connector) => {
    const { asked, box } = await openBox(chatOf(bot, connector));
    return [own(OPENING), asked, { by: box.title, card: box.card }];
  },
  'teams-form-done': async (bot, connector) => {
    const chat = chatOf(bot, connector);
    const { box } = await openBox(chat);
    const [solution] = box.inputs.find(({ id }) => id === 'solution.')?.choices ?? [];
    const values = { 'solution.': solution?.value ?? '', 'closingDate.': '2027-03-31' };
    const value: Json = { ...filled(box, values) };
    await chat.invoke('task/submit', value);
    const { body } = await chat.tap('Crea il deal');
    return [inPlace(body), said(chat.last)];
  },
  'teams-refreshed': async (bot, connector) => {
    const chat = chatOf(bot, connector);
    await chat.say('Microsoft ha accettato Fabrikam?');
    const before = chat.last;
    const { refresh } = (said(before).card ?? {}) as { refresh?: { action: { data: object } } };
    const other = chatOf(bot, connector);
    for (const words of ['segna Fabrikam come perso', 'prezzo', 'sì']) await other.say(words);
    const value = { action: { type: 'Action.Execute', data: refresh?.action.data }, trigger: 'automatic' };
    const { body } = await chat.invoke('adaptiveCard/action', value, before.id);
    return [own('Microsoft ha accettato Fabrikam?'), inPlace(body)];
  },
  'teams-expert': async (bot, connector) => {
    const id = '19:experts@thread.tacv2';
    const channel = (person: typeof sara, thread?: string): TeamsChat =>
      chatOf(bot, connector, {
        person,
        type: 'channel',
        conversationId: thread === undefined ? id : `${id};messageid=${thread}`,
      });
    const question = 'quanto costa la mensa aziendale di Pizzamondo?';
    await channel(elena).say('qui rispondono gli esperti');
    const chat = chatOf(bot, connector);
    await chat.say(question);
    const unknown = said(chat.last);
    await chat.tap('Chiedi a un esperto');
    const toSend = said(chat.last);
    let seconds = 0;
    /** A little later each time, since a company gets so many messages a second. */
    const settle = (): Promise<void> => {
      bot.setNow(new Date(TODAY.getTime() + (seconds += 2) * 1000));
      return bot.app.settleExperts();
    };
    await chat.tap('Manda');
    await settle();
    const expert = channel(marco, channel(marco).last.id);
    const inChannel = said(channel(marco).last, 'Assistente, nel canale degli esperti');
    await expert.tap('La prendo io');
    await settle();
    await expert.tap('Rispondi', { answer: 'Sei euro al giorno. Per un buono chiedi a Rosa.' });
    await settle();
    return [own(question), unknown, toSend, inChannel, said(chat.last)];
  },
};
