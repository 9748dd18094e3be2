/** What a message is in the mix. */
export type Part = 'faq' | 'form' | 'look-up' | 'creation';

/** What one person says, one message after the other. */
export interface LoadSaying {
  readonly part: Part;
  readonly text: string;
}

/** Of twenty messages so many are of each part: 80 %, 15 % and 5 %. */
const QUESTIONS = 16;
const TASK = 4;
export const ROUND = QUESTIONS + TASK;

export const MIX = `of ${String(ROUND)} messages ${String(QUESTIONS)} questions (80 %), 3 of a form (15 %), 1 look-up or creation (5 %)`;

/** One conversation among all, by its number from 0: it decides on the task, and where among the questions it comes. */
export interface LoadConversation {
  readonly number: number;
  /** The name of a solution of this person's company. */
  readonly solution: string;
}

/** How a script is made of the mix. */
export interface ScriptOptions {
  /** A round is {@link ROUND} messages. */
  readonly rounds: number;
  readonly questions: Iterator<string, never>;
  /** True where a deal stands ready to be confirmed, so that its creation comes first. */
  readonly isPrepared: boolean;
}

/**
 * All that one person says in a run. Every other conversation makes a deal: three messages of the form and the
 * confirmation. The others think better of it, and look up their deals.
 */
export function scriptOf(conversation: LoadConversation, options: ScriptOptions): LoadSaying[] {
  return Array.from({ length: options.rounds }, (_, round) => roundOf(conversation, round, options)).flat();
}

/** What is said before a run, and not measured: where a deal is to be created, all that leads to its summary. */
export function preparationOf(conversation: LoadConversation): LoadSaying[] {
  return makesDeal(conversation) ? creationOf(conversation, BEFORE).slice(0, -1) : [];
}

/** The round before the first, whose customers have names of their own. */
const BEFORE = 9;

const makesDeal = ({ number }: LoadConversation): boolean => number % 2 === 1;

function roundOf(
  conversation: LoadConversation,
  round: number,
  { questions, isPrepared }: ScriptOptions,
): LoadSaying[] {
  const asked = Array.from({ length: QUESTIONS }, (): LoadSaying => ({
    part: 'faq',
    text: questions.next().value,
  }));
  const place = (conversation.number * 5) % (QUESTIONS + 1);
  if (!makesDeal(conversation)) return asked.toSpliced(place, 0, ...lookUpOf(conversation, round));
  const task = creationOf(conversation, round);
  if (!isPrepared) return asked.toSpliced(place, 0, ...task);
  return [...task.slice(-1), ...asked.toSpliced(place, 0, ...task.slice(0, -1))];
}

const form = (text: string): LoadSaying => ({ part: 'form', text });

function creationOf(conversation: LoadConversation, round: number): LoadSaying[] {
  return [
    form(orderOf(conversation, round)),
    form('via Roma 1, 37100 Verona, Italia'),
    form('no'),
    { part: 'creation', text: 'conferma' },
  ];
}

function lookUpOf(conversation: LoadConversation, round: number): LoadSaying[] {
  return [
    form(orderOf(conversation, round)),
    form('annulla'),
    form('sì'),
    { part: 'look-up', text: 'stato dei miei deal' },
  ];
}

function orderOf({ number, solution }: LoadConversation, round: number): string {
  return `crea un deal privato da 40k con ${customerOf(number, round)} Logistica per fine marzo, soluzione ${solution}`;
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'];

/** A made-up name of five syllables, another one for each conversation and round: 12 in round 0 is "Bababacedi". */
function customerOf(number: number, round: number): string {
  const digits = `${String(round % 10)}${String(number).padStart(4, '0')}`;
  const name = Array.from(digits, (digit) => SYLLABLES[Number(digit)] ?? '').join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
