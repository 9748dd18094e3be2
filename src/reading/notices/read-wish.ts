import { stripCourtesy } from '../../language/courtesy.ts';
import { readCommand } from '../../language/commands.ts';
import { flatten } from '../../language/flat.ts';
import { readPhrase } from '../../language/phrases.ts';
import { made, patternOf, phraseOf } from '../../language/said.ts';
import { withoutSecondThought } from '../../language/second-thoughts.ts';
import { readYesNo } from '../../language/yes-no.ts';
import { asks, does, doesOnly } from '../contents.ts';
import type { Reading } from '../reading.ts';
import { unableIn, unheldIn } from './limits.ts';
import type { NewsWish, NoticeWish } from './wish.ts';
import { saysAll, takeApart } from './wish-parts.ts';
import { allOf, goingOn, wishOf } from './settings.ts';
import { knownNamesIn, whenOf } from './waited-for.ts';

/** A longer message tells a story. */
const MOST_LETTERS = 200;

const patterns = made(() => {
  const all = (source: string): RegExp => new RegExp(source, 'g');
  return {
    changes: all(phraseOf('notice-changes')),
    takesBack: new RegExp(`^(?:${phraseOf('beside-taking-back')}[ ,]+)*${phraseOf('taking-back')}[ ,]`),
    reminds: new RegExp(`^(?:${phraseOf('leads')} )*${phraseOf('notice-reminds')}`),
  };
});

const WHOLE = {
  'watch-on': { kind: 'news', isOn: true, topic: 'all', names: [] },
  'watch-off': { kind: 'nothing' },
  'notices-list': { kind: 'list' },
  'list-off': { kind: 'digest-off' },
  'quiet-off': { kind: 'quiet-off' },
} as const satisfies Record<string, NoticeWish>;

/**
 * Reads a wish to be told something. Each word of the message must be part of it (a verb, what about, when, whose deal),
 * or it is about something else: "avvisami il team" is none. Null also for a question ("posso farmi avvisare?").
 *
 * @param isGoingOn whether the message before was one, which "e anche per Contoso" or "anzi ogni venerdì" goes on with
 */
export function readNoticeWish(reading: Reading, isGoingOn = false): NoticeWish | null {
  const whole = readPhrase(reading.text, ...(Object.keys(WHOLE) as (keyof typeof WHOLE)[]));
  if (whole !== null) {
    const wish = WHOLE[whole];
    return wish.kind === 'news' ? { ...wish, ...allOf(saysAll(reading.text)) } : wish;
  }
  if (reading.text.length > MOST_LETTERS) return null;
  const wish = readWish(reading, isGoingOn);
  if (wish?.kind === 'news') return wish.isOn ? withUnheld(wish, reading.text) : wish;
  if (wish !== null) return wish;
  if (isReminder(reading)) return { kind: 'reminder' };
  const what = unableIn(reading, isGoingOn);
  return what === null ? null : { kind: 'unable', what };
}

function withUnheld(wish: NewsWish, text: string): NoticeWish {
  const unheld = wish.unheld ?? unheldIn(text);
  return unheld === null ? wish : { ...wish, unheld };
}

function readWish(reading: Reading, isGoingOn: boolean): NoticeWish | null {
  // "Fammi sapere se cambia una risposta" looks like a question whether it does, which nobody could answer.
  if (
    does(reading, 'question') &&
    (reading.text.includes('?') || flatten(reading.text).text.search(patterns().changes) < 0)
  )
    return null;
  if (isGoingOn && takesAllBack(reading.text)) return { kind: 'list' };
  const parts = takeApart(reading, isGoingOn);
  const wish = parts === null ? null : wishOf(parts);
  if (wish !== null || !isGoingOn) return wish ?? whenOf(reading);
  return (parts === null ? whenOf(reading) : goingOn(parts)) ?? insteadOf(reading);
}

/** "Anzi no", "lascia stare": what was set last is not wanted after all, so that all that is set is shown with its switches. */
function takesAllBack(text: string): boolean {
  if (readCommand(text)?.kind === 'cancel') return true;
  const left = withoutSecondThought(`${text} `).trim();
  return left !== text.trim() && (left === '' || readYesNo(left) === 'no');
}

/** "No aspetta, intendevo Contoso Pharma": whom it was to be about. */
function insteadOf(reading: Reading): NoticeWish | null {
  const { facts } = reading;
  const names = knownNamesIn(reading);
  const isOnly = doesOnly(reading, ['correction', 'refusal', 'assent', 'courtesy', 'filler', 'statement']);
  const isCorrected = does(reading, 'correction') || patterns().takesBack.test(flatten(reading.text).text);
  if (!isCorrected || !isOnly || asks(reading)) return null;
  if (names.length === 0 || facts.some(({ kind }) => kind !== 'known-name')) return null;
  return { kind: 'news', isOn: true, topic: 'all', names, isInstead: true };
}

const toDo = patternOf()`^\s*(?:\S+\s+){0,2}${'remind-of'}\s`;

/** "Ricordami di chiamare Contoso", "remind me tomorrow to …": of what the person is to do. */
function isReminder({ text, facts }: Reading): boolean {
  const flat = flatten(stripCourtesy(text)).text;
  const opening = patterns().reminds.exec(flat);
  if (opening === null) return false;
  const rest = flat.slice(opening[0].length);
  return toDo().test(rest) || facts.some(({ kind }) => kind === 'day');
}
