import { setTimeout as wait } from 'node:timers/promises';
import type { PartnerRole, Person } from '../../directory/directory.ts';
import { SAMPLE_PEOPLE } from '../../directory/sample-people.ts';
import type { TakenReply } from './connector.ts';
import type { Conversation, Heard, PersonTurn, Saying } from './conversation.ts';

/** One customer, invented for one deal. */
export interface Wish {
  readonly customer: string;
  /** Each turn in which the seller confirmed the creation; none where the draft was thrown away. */
  readonly creations: PersonTurn[];
  /** The same for its end as won. */
  readonly closings: PersonTurn[];
}

/** What all sellers have wished and confirmed. */
export interface Ledger {
  readonly wishes: Wish[];
  /** How many tasks a seller gave up, since the bot didn't understand or forgot what was said. */
  givenUp: number;
}

export interface Seller {
  readonly chat: Conversation;
  readonly ledger: Ledger;
  readonly random: () => number;
  readonly newCustomer: () => string;
}

/** Who may create deals; the others only ask. */
const CREATORS: readonly PartnerRole[] = ['referrals-admin', 'referrals-user'];

/** The bot says that the deal is there, or that it is won. */
export const CREATED = /Fatto: il deal con .* è creato|già creato/;
export const WON = /Fatto: il deal con .* è Vinto|è già Vinto/;

/** So many messages lead to the end of any task, with room for questions that come up. */
const MOST_MESSAGES = 14;

const QUESTIONS = [
  'come ottengo l’accesso ai referral?',
  'quando posso invitare Microsoft?',
  'chi scrive le note automatiche?',
  'perché Microsoft ha rifiutato il mio deal?',
  'aiuto',
];

/** What to say when the bot stayed silent: a person asks how things stand. */
const AFTER_SILENCE = 'a che punto siamo?';

/** The next thing to say, by what is on the screen; null where no rule knows. */
type Rule = readonly [RegExp, string];

const TO_SUMMARY: readonly Rule[] = [
  [/l’indirizzo di/, 'via Roma 1, 37100 Verona, Italia'],
  [/comprerà dal marketplace/, 'no'],
  // Two of the same name: the company's own list has one, the portal's deals another.
  [/Quale di queste soluzioni/, 'la prima'],
  [/Quale soluzione/, 'wms'],
  [/Intendi un cliente che conosco/, 'no'],
  [/aggiungere una nota/, 'salta'],
  [/Butto via la bozza/, 'no'],
];

/** A few tasks of one person in one chat. */
export async function chatAWhile(seller: Seller, tasks: number): Promise<void> {
  for (let task = 0; task < tasks; task += 1) await doTask(seller);
}

function doTask(seller: Seller): Promise<void> {
  const draw = seller.random();
  if (!mayCreate(seller.chat.person) || draw < 0.2) return askQuestion(seller);
  if (draw < 0.35) return thinkBetterOfIt(seller);
  return createDeal(seller);
}

function mayCreate({ roles }: Person): boolean {
  return roles?.some((role) => CREATORS.includes(role)) === true;
}

/** Everybody of the sample companies, in turn. */
export function personNumber(number: number): Person {
  const person = SAMPLE_PEOPLE[number % SAMPLE_PEOPLE.length];
  if (person === undefined) throw new RangeError('bench durability: the sample company has no people');
  return person;
}

async function askQuestion({ chat, random }: Seller): Promise<void> {
  await chat.say({ text: QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? AFTER_SILENCE });
}

/** Begins a deal, answers a question of it or two, and throws the draft away. */
async function thinkBetterOfIt(seller: Seller): Promise<void> {
  const { chat } = seller;
  await sayUntilKept(chat, orderFor(newWish(seller).customer));
  await chat.say({ text: 'via Roma 1, 37100 Verona, Italia' });
  await chat.say({ text: 'annulla' });
  await chat.say({ text: 'sì' });
}

function newWish({ ledger, newCustomer }: Seller): Wish {
  const wish = { customer: newCustomer(), creations: [], closings: [] };
  ledger.wishes.push(wish);
  return wish;
}

/** Nothing of the message was kept, since the storage didn't answer in time: "try again in a moment". */
const UNKEPT = /Non riesco a salvare/;
const MOST_TRIES = 5;
const PAUSE_MS = 1_000;

/** Says it, and again where the bot says that it could keep nothing of it, as a person does. */
export async function sayUntilKept(chat: Conversation, saying: Saying): Promise<Heard> {
  let heard = await chat.say(saying);
  for (let tries = 1; tries < MOST_TRIES && UNKEPT.test(textOf(heard.replies)); tries += 1) {
    await wait(PAUSE_MS);
    heard = await chat.say(saying);
  }
  return heard;
}

function orderFor(customer: string): Saying {
  return { text: `crea un deal privato da 40k con ${customer} per fine marzo, soluzione wms` };
}

/** Creates a deal to its end, now and then with a question in between, and marks some of them won. */
async function createDeal(seller: Seller): Promise<void> {
  const { chat, ledger, random } = seller;
  const wish = newWish(seller);
  const order = orderFor(wish.customer);
  let heard = await sayUntilKept(chat, order);
  for (let message = 0; message < MOST_MESSAGES; message += 1) {
    if (isOver(wish.creations, heard, CREATED)) return maybeClose(seller, wish);
    if (random() < 0.08) await askQuestion(seller);
    heard = await answerForm(seller, heard, 'Crea il deal', wish.creations, order);
  }
  ledger.givenUp += 1;
}

async function maybeClose(seller: Seller, wish: Wish): Promise<void> {
  const { chat, ledger, random } = seller;
  if (random() < 0.6) return;
  const order = { text: `segna ${wish.customer} come vinto` };
  let heard = await sayUntilKept(chat, order);
  for (let message = 0; message < MOST_MESSAGES; message += 1) {
    if (isOver(wish.closings, heard, WON)) return;
    heard = await answerForm(seller, heard, 'Sì, chiudi il deal', wish.closings, order);
  }
  ledger.givenUp += 1;
}

const NOTHING_OPEN = /non c’è niente di aperto/;

/** Told that it is done; or nothing is open any more after a confirmation to which the bot said nothing. */
function isOver(confirmations: readonly PersonTurn[], heard: Heard, done: RegExp): boolean {
  const text = textOf(heard.replies);
  return done.test(text) || (confirmations.length > 0 && NOTHING_OPEN.test(text));
}

/** Confirms by the button on the screen or in words, else answers what is asked; an order that nothing was kept of is given again. */
async function answerForm(
  { chat, random }: Seller,
  heard: Heard,
  button: string,
  confirmations: PersonTurn[],
  order: Saying,
): Promise<Heard> {
  const data = buttonData(heard.replies, button);
  const text = textOf(heard.replies);
  if (confirmations.length === 0 && NOTHING_OPEN.test(text)) return sayUntilKept(chat, order);
  if (data === undefined) return chat.say({ text: answerTo(text) });
  const confirmed = await chat.say(random() < 0.5 ? { text: 'conferma' } : { value: data }, true);
  confirmations.push(confirmed.turn);
  return confirmed;
}

function answerTo(text: string): string {
  return TO_SUMMARY.find(([asked]) => asked.test(text))?.[1] ?? AFTER_SILENCE;
}

function textOf(replies: readonly TakenReply[]): string {
  return replies.map(({ content }) => content).join('\n');
}

/** What the button with that title sends; undefined where there is none. */
function buttonData(replies: readonly TakenReply[], title: string): unknown {
  return replies
    .map(({ content }) => findButton(JSON.parse(content), title))
    .find((data) => data !== undefined);
}

function findButton(tree: unknown, title: string): unknown {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if ('title' in tree && 'data' in tree && tree.title === title) return tree.data;
  return Object.values(tree)
    .map((each) => findButton(each, title))
    .find((data) => data !== undefined);
}
