import { readCommand } from '../../language/commands.ts';
import { readPhrase } from '../../language/phrases.ts';
import { readSmallTalk } from '../../language/small-talk.ts';
import { readYesNo } from '../../language/yes-no.ts';
import { asks, does, doesOnly } from '../../reading/contents.ts';
import { readNoticeWish } from '../../reading/notices/read-wish.ts';
import { requestOf } from '../match-of.ts';
import { tellsOfNewDeal } from '../deal-told.ts';
import { closesNamed } from '../order-in-form.ts';
import type { BotServices, Turn } from '../turn.ts';

/**
 * What a message is where the question to the experts is waited for: the question, a word that gives it up, one that
 * says nothing yet ("sì", "grazie"), or a request for something else.
 */
export type TextSaid = 'question' | 'given-up' | 'nothing' | 'other';

/** Tells a question to the experts from conversation: whoever answers "aspetta ci penso" hasn't asked it yet. */
export function readQuestionText(text: string, turn: Turn, services: BotServices): TextSaid {
  const command = readCommand(text)?.kind;
  if (command === 'cancel' || readYesNo(text) === 'no') return 'given-up';
  const reading = turn.read(text, null);
  const last = reading.clauses.at(-1);
  // "Ask if I can … ehm no, forget it": the last word counts.
  if (last !== undefined && doesOnly({ clauses: [last] }, ['refusal', 'negation', 'not-now']))
    return 'given-up';
  if (doesOnly(reading, ['assent', 'courtesy', 'filler']) || command === 'confirm') return 'nothing';
  if (asks(reading)) return 'question';
  const isSaid =
    readSmallTalk(text) !== null || readPhrase(text, 'ask-expert', 'my-questions', 'person') !== null;
  if (command !== undefined || isSaid) return 'other';
  if (services.watch !== undefined && readNoticeWish(reading) !== null) return 'other';
  const match = requestOf(text, turn, services);
  const isOrder = does(reading, 'order');
  if (isOrder && (closesNamed(reading) || tellsOfNewDeal(reading, match))) return 'other';
  const words = text.trim().split(/\s+/u).length;
  if (match.outcome === 'dialog' && (isOrder || words <= SHORT_REQUEST)) return 'other';
  return words < SHORTEST_QUESTION ? 'nothing' : 'question';
}

/** Fewer words than this are no question, unless they ask: "questo", "30k". */
const SHORTEST_QUESTION = 3;

/** "I miei deal": without a verb, only so few words are surely a request. */
const SHORT_REQUEST = 3;
