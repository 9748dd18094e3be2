import { isFunctionWord } from '../language/function-words.ts';
import { forEverybody, type Reply, sayWith } from '../cards/reply-data.ts';
import { without } from '../language/denied.ts';
import { flatten, spanOf } from '../language/flat.ts';
import { inLists, patternOf } from '../language/said.ts';
import { isUnanswered, type Match } from '../matching/match.ts';
import { asks, doesOnly } from '../reading/contents.ts';
import { foldedWords } from '../reading/folded.ts';
import { readNoticeWish } from '../reading/notices/read-wish.ts';
import type { Act, Reading } from '../reading/reading.ts';
import { decide } from './decide.ts';
import type { Parts } from './requests.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** Under this confidence the best of several is as likely not meant. */
const LIKELY = 0.5;

/** Whether the rest is an order for nothing that is made here, and no value of the form that is open. */
export async function isRestBeyond(
  { first, rest }: Parts,
  match: (part: string) => Match,
  turn: Turn,
  services: BotServices,
): Promise<boolean> {
  const reading = turn.read(rest, null);
  // "… e avvisami quando rispondono" is a wish to be told, which is kept here.
  if (services.watch !== undefined && readNoticeWish(reading) !== null) return false;
  // Most parts are told by their reading alone, which asks no engine.
  if (!isBareOrder(turn.read(first, null), reading) || !isBeyond(match(first), match(rest))) return false;
  const isInForm = services.dialogs.active(turn.host) !== null;
  return !isInForm || (await decide(rest, turn, services)).take !== 'surely';
}

/** Says that something isn't done here. */
export const notDone = (said: string, turn: Turn): Reply =>
  forEverybody(sayWith(botTexts[turn.locale].secondNotDone(said)));

/** "Avvisa Marco": nobody else is told anything from here, though the words are near to a wish to be told. */
export const tellsOthers = ({ candidates: [top] }: Match): boolean => top?.id === 'set-notices';

/** Whether an order stands behind a request and tells no value: what might be for nothing that is made here. */
function isBareOrder(before: Reading, rest: Reading): boolean {
  // "No no, rimettilo aperto": what stands before it asks for nothing.
  if (doesOnly(before, TALK)) return false;
  const days = rest.facts.filter(({ kind }) => kind === 'day');
  const words = foldedWords(without(rest.text, days)).filter((word) => !isFunctionWord(word));
  const isOfValue = rest.facts.some(({ kind }) => kind !== 'person' && kind !== 'day');
  if (!doesOnly(rest, ['order']) || isOfValue || words.length < 2 || isPutting(words[0] ?? '')) return false;
  // "… e fissa la chiusura al 3 maggio" tells a value, "… e ricordami di chiamarli lunedì" doesn't.
  return days.length === 0 || !words.some(isField);
}

const isField = inLists('fields');

/**
 * Whether an order behind another request is for nothing that is made here: "… e manda una mail a Marco". What closes a deal
 * takes the reason alone, so that behind it a question's answer is no more than something near.
 */
function isBeyond(first: Match, match: Match): boolean {
  const isUnlike = match.outcome === 'clarify' && (match.candidates[0]?.confidence ?? 0) < LIKELY;
  const isElse = isUnanswered(match) || isUnlike || (first.id === 'close-deal' && match.outcome === 'answer');
  return isElse || tellsOthers(match);
}

const TALK: readonly Act[] = ['assent', 'refusal', 'courtesy', 'correction', 'filler', 'not-now'];

/** What puts something into the deal that was just spoken of. */
const isPutting = inLists(
  'note-verbs',
  'note-leads',
  'change-verbs',
  'set-verbs',
  'add-verbs',
  'remove-verbs',
);

/**
 * What stands behind a question about a deal and none of whose words is known: "stato Fabrikam e prenota una sala". Null
 * where nothing does.
 */
export function unknownBehind(
  { text, clauses, facts, unclaimed }: Reading,
  read: (words: string) => Reading,
): Pick<Parts, 'first' | 'rest'> | null {
  const named = facts.findLast(({ kind }) => kind === 'known-name');
  if (named === undefined || !doesOnly({ clauses }, ['question'])) return null;
  const behind = flatten(text.slice(named.end));
  const joining = joined().exec(behind.text)?.[0].length;
  if (joining === undefined) return null;
  const rest = spanOf(behind, joining, behind.text.length).text.trim();
  const unknown = new Set(unclaimed.flatMap((words) => foldedWords(words)));
  const words = foldedWords(rest).filter((word) => !isFunctionWord(word));
  const isUnknown = words.length > 1 && words.every((word) => unknown.has(word));
  return isUnknown && !asks(read(rest)) ? { first: text.slice(0, named.end), rest } : null;
}

const joined = patternOf()`^[\s,;.]{0,5}${'joining'}\s`;
