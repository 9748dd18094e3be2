import { personPointedAt } from '../reading/focus.ts';
import { flatten } from '../language/flat.ts';
import { holdsPhrase } from '../language/said.ts';
import { factAsked } from '../reading/fact-asked.ts';
import { onScreen } from '../reading/on-screen.ts';
import { isNamedIn } from '../lookup/person-names.ts';
import { doesOnly } from '../reading/contents.ts';
import { foldedWords } from '../reading/folded.ts';
import type { Reading } from '../reading/reading.ts';
import { checkOf, JUST_NOW } from './deal-meant.ts';
import type { Decision, RouteInput } from './decision.ts';

/** "3" and "i primi due" after a list, "quello di prima". */
export function routeOnScreen({ reading, focus = null }: RouteInput): Decision | null {
  const [only, ...more] = onScreen(reading, focus) ?? [];
  if (only === undefined) return null;
  if (more.length === 0) return checkOf({ referralId: only });
  return checkOf({ with: { view: 'some', shown: [only, ...more].join(' ') } });
}

/** "Chi è Marco Galli?", "la mail di Elena": colleagues whom the directory knows. */
export function routeColleague({ colleague = null }: RouteInput): Decision | null {
  if (colleague === null) return null;
  return {
    kind: 'begin',
    dialog: 'find-account-admins',
    request: { with: { called: colleague } },
    match: null,
  };
}

/** "Which of them is the global admin?": the roles stand beside all of them. */
const ofThem = holdsPhrase('which-of-them');

/** "Non Elena, l'altro", "Elena è in maternità": what tells of somebody or denies them wants another. */
const isUnmeant = (reading: Reading): boolean =>
  doesOnly(reading, ['statement', 'report', 'negation', 'refusal', 'correction', 'complaint', 'filler']) &&
  foldedWords(reading.text).length > MOST_OF_NAME;
const MOST_OF_NAME = 2;

/** "Come la contatto, la prima?" after a list of people: that one alone. */
export function routePerson({ reading, focus = null, words, match, utterance }: RouteInput): Decision | null {
  const at = words === undefined ? null : personPointedAt(reading, focus, words);
  const arePeople = focus !== null && focus.people.length > 0 && focus.age <= JUST_NOW;
  const isReach = factAsked(reading) === 'reach';
  if (at === null && arePeople && (isReach || ofThem(flatten(reading.text).text)))
    return {
      kind: 'begin',
      dialog: 'find-account-admins',
      request: isReach ? { with: { reach: 'true' } } : {},
      match: null,
    };
  if (at === null) return null;
  // "Chi mi abilita se non c'è Elena?" wants others, and names the one who is on the screen.
  const isNamed = isNamedIn(focus?.people[at] ?? '', new Set(foldedWords(reading.text)));
  const others = isNamed && (isUnmeant(reading) || match().asks.includes('person'));
  if (others) return { kind: 'begin', dialog: 'find-account-admins', request: { utterance }, match: null };
  const request = { with: { person: String(at) } };
  return { kind: 'begin', dialog: 'find-account-admins', request, match: null };
}
