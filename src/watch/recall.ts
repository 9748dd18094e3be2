import type { Locale } from '../language/locale.ts';
import { noticesOf } from './notices.ts';
import { sideBySide } from './side-by-side.ts';
import { isQuiet } from './slots.ts';
import { type Plan, tellOne, type TellingOptions } from './telling.ts';
import type { ChangedAnswer } from './teller.ts';
import type { GotAnswer, WatchPerson } from './watched.ts';

/** What an answer says now. */
export interface PresentAnswer extends Pick<ChangedAnswer, 'title' | 'lead'> {
  /** Fingerprint of all that it says. */
  readonly fact: string;
}

/** Port to what is known now; null where there is no such answer any more. */
export type AnswerNow = (answerId: string, locale: Locale) => PresentAnswer | null;

/** … and for the people of a company, whose editors may have changed it. */
export type AnswersOf = (tenantId: string) => Promise<AnswerNow>;

/** After so long nobody acts on an answer any more without asking again. */
const DAYS = 14;
const DAY_MS = 86_400_000;
/** Of so many answers it is known what they said. */
const MOST_ANSWERS = 20;
/** So many texts of one answer are known to be nothing new. */
const MOST_FACTS = 3;
/** What is told at once; more would be a list that nobody reads. */
const MOST_TOLD = 3;
const MOST_AT_ONCE = 8;

/** The person with an answer more that they got; the same one again takes its place. */
export function withAnswer(
  person: WatchPerson,
  { answerId, locale, fact }: Pick<GotAnswer, 'answerId' | 'locale'> & { readonly fact: string },
  now: Date,
): WatchPerson {
  const others = recentOf(person, now).filter((each) => each.answerId !== answerId);
  const got = { answerId, locale, facts: [fact], at: now.toISOString() };
  return { ...person, answered: [...others, got].slice(-MOST_ANSWERS) };
}

/**
 * Tells everybody who wants to hear of it, once, which of the answers that they got say something else now. Resolves to
 * whether all were told: it may be quiet where somebody is.
 */
export async function recallAnswers(answersOf: AnswersOf, options: TellingOptions): Promise<boolean> {
  const { store, now } = options;
  let isWhole = true;
  const tell = async (person: WatchPerson, answerNow: AnswerNow): Promise<void> => {
    if (planRecall(person, answerNow, now()) === null) return;
    const mustWait =
      person.letter !== null || isQuiet(noticesOf(person)?.quiet ?? null, person.timeZone, now());
    if (mustWait) isWhole = false;
    else await tellOne(person, (seen) => planRecall(seen, answerNow, now()), options);
  };
  for (const tenantId of await store.tenants()) {
    const answerNow = await answersOf(tenantId);
    await sideBySide(await store.people(tenantId), MOST_AT_ONCE, (person) => tell(person, answerNow));
  }
  return isWhole;
}

/** Null where nothing changed for the person. */
function planRecall(person: WatchPerson, answerNow: AnswerNow, now: Date): Plan | null {
  if (noticesOf(person)?.changes !== true) return null;
  const told: ChangedAnswer[] = [];
  const answered = recentOf(person, now).map((got): GotAnswer => {
    const present = answerNow(got.answerId, got.locale);
    if (present === null || got.facts.includes(present.fact) || told.length === MOST_TOLD) return got;
    const { fact, title, lead } = present;
    told.push({ answerId: got.answerId, title, lead, gotAt: got.at });
    // What they heard before stays known: a process that still has the old text must not tell it as news.
    return { ...got, facts: [...got.facts, fact].slice(-MOST_FACTS) };
  });
  if (told.length === 0) return null;
  return { person: { ...person, answered }, message: { kind: 'recall', answers: told } };
}

function recentOf({ answered }: WatchPerson, now: Date): readonly GotAnswer[] {
  return answered.filter(({ at }) => Date.parse(at) >= now.getTime() - DAYS * DAY_MS);
}
