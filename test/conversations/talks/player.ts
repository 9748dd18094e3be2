import { randomUUID } from 'node:crypto';
import type { BotConnector } from '../../fakes/bot-connector.ts';
import type { ReceivedActivity } from '../received.ts';
import type { TestBot } from '../chat.ts';
import { judge, matches, type Verdict, withDeals } from './judge.ts';
import { type Kept, lookAt } from './probe.ts';
import { buttonsIn, isObject, pressed, readableIn, type ShownButton, tidied } from './readable.ts';
import { spoken, type Talk, type TalkTurn, WHO } from './talk.ts';

/** What came back in one turn. */
export interface Shown {
  readonly status: number;
  /** All that can be read. */
  readonly text: string;
  readonly buttons: readonly ShownButton[];
  /** True where nothing was said in the chat; an invoke may be answered all the same. */
  readonly isSilent: boolean;
  /** The locales that the replies are marked with. */
  readonly locales: readonly string[];
}

/** A turn as it went. */
export interface Step {
  readonly said: string;
  readonly shown: Shown | null;
  readonly faults: readonly string[];
  readonly isMisread: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** One person's chat with the bot over its endpoint. */
class TalkChat {
  readonly #bot: TestBot;
  readonly #talk: Talk;
  readonly #connector: BotConnector;
  readonly #conversationId = `talk-${randomUUID()}`;

  constructor(bot: TestBot, talk: Talk, connector: BotConnector) {
    this.#bot = bot;
    this.#talk = talk;
    this.#connector = connector;
  }

  envelope(): Fields {
    const { objectId, tenantId, firstName, lastName } = WHO[this.#talk.who];
    const usual = {
      type: 'message',
      id: randomUUID(),
      channelId: 'emulator',
      deliveryMode: 'expectReplies',
      serviceUrl: this.#connector.url,
      locale: this.#talk.locale,
      localTimezone: 'Europe/Rome',
      from: {
        id: `29:${objectId}`,
        name: `${firstName} ${lastName}`,
        aadObjectId: objectId,
        role: 'user',
      },
      recipient: { id: '28:bot', name: 'Assistente Co-sell', role: 'bot' },
      conversation: { id: this.#conversationId, tenantId, conversationType: 'personal' },
      channelData: { tenant: { id: tenantId } },
    };
    return merged(usual, this.#talk.with ?? {});
  }

  /** Posts an activity; what is sent into the conversation meanwhile is part of the reply. */
  async post(...parts: readonly Fields[]): Promise<Shown> {
    const already = this.#connector.sent.length;
    const response = await fetch(`${this.#bot.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(parts.reduce(merged, this.envelope())),
    });
    const { said, answer } = readResponse(await response.text());
    const sent = this.#connector.sent.slice(already).map(({ activity }) => activity as ReceivedActivity);
    const messages = [...said, ...sent].filter(({ type }) => type === 'message');
    const activities = [...messages, ...answer];
    return {
      status: response.status,
      text: activities.map(readableIn).join('\n'),
      buttons: activities.flatMap(buttonsIn),
      isSilent: messages.length === 0,
      locales: activities.flatMap((each) => ('locale' in each ? [String(each.locale)] : [])),
    };
  }
}

/** The replies in a response, and the card or text that answers an invoke. */
function readResponse(body: string): Readonly<Record<'said' | 'answer', ReceivedActivity[]>> {
  if (body === '') return { said: [], answer: [] };
  const { activities: said, value } = JSON.parse(body) as {
    activities?: ReceivedActivity[];
    value?: unknown;
  };
  if (said !== undefined) return { said, answer: [] };
  if (typeof value === 'string') return { said: [], answer: [{ type: 'message', text: value }] };
  const attachments = [{ contentType: '', content: value }];
  return { said: [], answer: isObject(value) ? [{ type: 'message', attachments }] : [] };
}

function merged(usual: Fields, more: Fields): Fields {
  const entries = Object.entries(more).map(([key, value]) => {
    const before = usual[key];
    return [key, isObject(value) && isObject(before) ? merged(before, value) : value];
  });
  return { ...usual, ...(Object.fromEntries(entries) as Fields) };
}

/** Plays a conversation turn by turn; it ends where a button is missing. */
export async function play(bot: TestBot, talk: Talk, connector: BotConnector): Promise<Step[]> {
  const chat = new TalkChat(bot, talk, connector);
  const look = (): Promise<Kept> => lookAt(bot, WHO[talk.who], chat.envelope());
  const steps: Step[] = [];
  let buttons: readonly ShownButton[] = [];
  let before = await look();
  for (const turn of talk.turns) {
    const act = actIn(turn, buttons, before);
    if (act === 'passed over') continue;
    if (act === 'missing') return [...steps, withoutButton(turn, buttons)];
    const shown = await chat.post(act, turn.post ?? {});
    const kept = await look();
    const verdict = judge(turn, { shown, kept, before });
    const faults = [...verdict.misread, ...verdict.unwanted, ...verdict.lacking];
    steps.push({ said: spoken(turn), shown, faults, isMisread: isMisread(talk, turn, verdict) });
    ({ buttons } = shown);
    before = kept;
  }
  return steps;
}

/** What is posted in a turn. */
function actIn(
  turn: TalkTurn,
  buttons: readonly ShownButton[],
  { deals }: Kept,
): Fields | 'missing' | 'passed over' {
  const { say, tap, tapIf, press, pressIf } = turn;
  if (say !== undefined) return { text: say };
  const title = tap ?? tapIf;
  const wanted = press ?? pressIf;
  if (title === undefined && wanted === undefined) return {};
  const button =
    title === undefined
      ? buttons.find(({ data }) => matches(wanted ?? null, withDeals(data, deals)))
      : buttons.find((each) => new RegExp(title, 'i').test(each.title));
  if (button !== undefined) return pressed(button);
  return tap === undefined && press === undefined ? 'passed over' : 'missing';
}

function withoutButton(turn: TalkTurn, buttons: readonly ShownButton[]): Step {
  const titles = buttons.map(({ title }) => `[${tidied(title)}]`).join(' ');
  const faults = [`no such button among ${titles === '' ? 'none' : titles}`];
  return { said: spoken(turn), shown: null, faults, isMisread: false };
}

/** A turn's own word counts for all that fails in it, the conversation's for what was read that must not be. */
function isMisread(talk: Talk, turn: TalkTurn, { lacking, unwanted, misread }: Verdict): boolean {
  if (turn.misread !== undefined)
    return turn.misread && lacking.length + unwanted.length + misread.length > 0;
  return misread.length > 0 || (talk.misread && unwanted.length > 0);
}
