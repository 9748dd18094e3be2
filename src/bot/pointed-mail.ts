import { MAX_READ_LENGTH } from '../language/flat.ts';
import { inLists } from '../language/said.ts';
import { does, doesOnly, tells } from '../reading/contents.ts';
import { foldedWords } from '../reading/folded.ts';
import { lastSaid } from '../reading/mail-thread.ts';
import type { Act } from '../reading/reading.ts';
import type { Utterance } from './one-request.ts';
import type { Turn } from './turn.ts';

/**
 * "Crea un deal da questa mail" with the mail below: what is ordered, or asked by a form, is told there. Words that
 * say it themselves, and questions, stand alone.
 */
export function withMail({ text, mail }: Utterance, turn: Turn, asked: string | null): string {
  if (mail === undefined) return text;
  const reading = turn.read(text, asked);
  const points = does(reading, 'order') || (asked !== null && does(reading, 'statement'));
  const isToldHere = reading.facts.some(({ kind }) => kind !== 'deal-kind');
  if (!points || (isToldHere && !pointsAtLetter(text)) || !doesOnly(reading, POINTING)) return text;
  // The mail stands here itself, over the one that it answers.
  const isWhole = text.trim().split('\n').length > FEW_LINES && tells(reading, 'organisation', 'known-name');
  if (isWhole && tells(reading, 'money', 'day')) return text;
  const told = lastSaid(mail, (words) => turn.read(words, null));
  return `${text.replace(/[\s?.!,:;]+$/u, '')}:\n${told}`.slice(0, MAX_READ_LENGTH);
}

/** Lines of an order, which a mail has more of. */
const FEW_LINES = 3;

/** "… con Sarti Srl, ti incollo la chat": what is told here goes with what is told there. */
const pointsAtLetter = (text: string): boolean => foldedWords(text).some((word) => isLetter(word));
const isLetter = inLists('letters');

/** "Le inoltro questa, apra un deal" tells what is done beside the order. */
const POINTING: readonly Act[] = ['order', 'statement', 'courtesy', 'assent', 'plan', 'report'];
