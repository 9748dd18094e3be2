import { openKnowledge } from '../../app/knowledge.ts';
import { BENCH_PEOPLE } from './channel.ts';

/** A form from its first sentence to its cancellation: each message is a dialog turn. */
export const DIALOG = [
  'crea un deal privato da 40k con Rossi Logistica',
  'via Roma 1, 37100 Verona, Italia',
  'wms',
  'fine marzo',
  'indietro',
  'fine aprile',
  'annulla',
  'sì',
];

/** What is said, turn after turn. */
export type Lines = Iterator<Said, never>;

interface Said {
  readonly person: number;
  readonly text: string;
}

/** Of several people, one after the other. */
export function* fromMany(texts: Iterator<string, never>): Generator<Said, never> {
  for (let turn = 0; ; turn += 1) yield { person: turn % BENCH_PEOPLE.length, text: texts.next().value };
}

/** The same again and again, of one person. */
export function* fromOne(texts: readonly string[]): Generator<Said, never> {
  for (let turn = 0; ; turn += 1) yield { person: 0, text: texts[turn % texts.length] ?? '' };
}

/** The questions of the answers themselves. */
export async function readQuestions(): Promise<string[]> {
  const { answers } = await openKnowledge();
  return [...answers.values()].flatMap(({ texts }) => texts.it?.question ?? []);
}
