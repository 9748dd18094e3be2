import { withoutConfirming } from '../language/confirming.ts';
import { flatten, spanOf } from '../language/flat.ts';
import { patternOf } from '../language/said.ts';
import { saysAgain } from '../reading/agreement.ts';
import { putsAside } from '../reading/put-aside.ts';
import type { Act, Clause, FactKind, Reading } from '../reading/reading.ts';

/** A message that does several things, cut where the next one begins. */
export interface Parts {
  readonly first: string;
  readonly rest: string;
  /** Whether an order may go on with what stands before it: "crea un deal e metti 40k", "80k e metti il 3 maggio". */
  readonly areOrders: boolean;
  /** Whether both are questions, each with its mark, of which the second may only say the first in other words. */
  readonly areQuestions: boolean;
  /** Whether nothing but an assent stands before the rest. */
  readonly isYes: boolean;
  /** Whether the rest is to come after it: "sì, e poi controlla contoso", and not "sì ma prima fammi vedere il deal". */
  readonly isNext: boolean;
}

const BEGINS_ANEW: ReadonlySet<Act> = new Set(['order', 'question', 'what-if']);
/** What is whole before another request: an answer to what was asked, or a request of its own. */
const IS_WHOLE: ReadonlySet<Act> = new Set(['assent', 'refusal', 'order', 'question']);

/** "80k. Ma scusa, quanto tempo ha Microsoft?": what opens the request is no answer. */
const PASSES_BY: ReadonlySet<Act> = new Set(['courtesy', 'filler']);

/**
 * Cuts a message after what is whole in it: "sì, e poi controlla contoso" is a yes, and then a request. Null where all
 * of it is one thing ("abbiamo vinto X, chiudilo", "se scade, posso rifarlo?").
 *
 * @param isInForm whether a value may stand before the request ("80k, e quanto tempo ha Microsoft?")
 */
export function cutRequest({ clauses, text, facts }: Reading, isInForm: boolean): Parts | null {
  // "Ok salva, lo finisco dopo" does one thing.
  if (isInForm && putsAside({ clauses, text, facts })) return null;
  const own = clauses.filter(({ act }) => !PASSES_BY.has(act));
  const said = isInForm ? asAgreed(own) : own;
  const next = said.find((clause, index) => {
    const { act, start } = clause;
    const earlier = said[index - 1];
    const before = earlier?.act;
    if (
      before === undefined ||
      (before === 'order' && isDoubtedDetail(clause)) ||
      !(BEGINS_ANEW.has(act) || isThen(text.slice(start)) || (isInForm && answersAfter(clause, before))) ||
      (isInForm && before === act && act !== 'order')
    )
      return false;
    // "Mettilo da parte e fammi vedere Fabrikam" leaves the form first.
    const isLeft = earlier !== undefined && putsAside({ ...earlier, clauses: [earlier] });
    return IS_WHOLE.has(before) || (isInForm && (before === 'statement' || isLeft));
  });
  if (next === undefined) return cutQuestions(said, text);
  const at = said.indexOf(next);
  const before = said[at - 1];
  const cut = clauses.find(({ start }) => start >= (before?.end ?? 0)) ?? next;
  // "80k, ma quanto tempo ha Microsoft? e chiude il 3 maggio": the form has what stands on both sides.
  const behind = said.slice(at + 1);
  const isBetween =
    before?.act === 'statement' && behind.length > 0 && behind.every((each) => answersAfter(each, next.act));
  const first = `${text.slice(0, cut.start)}${isBetween ? text.slice(next.end) : ''}`
    .replace(/[\s,;]+$/u, '')
    .trim();
  const after = text.slice(cut.start, isBetween ? next.end : undefined);
  const flat = flatten(after);
  const opened = opening().exec(flat.text)?.[0].length ?? 0;
  const rest = spanOf(flat, opened, flat.text.length).text.trim();
  const areOrders = next.act === 'order' && (before?.act === 'order' || before?.act === 'statement');
  const isYes = said.slice(0, at).every(({ act }) => act === 'assent');
  const isNext = comesAfter(after, said.slice(at));
  const are = { areOrders, areQuestions: false };
  return first === '' || rest === '' ? null : { first, rest, ...are, isYes, isNext };
}

/** Where "… e a che punto è Fabrikam" begins: a word that joins, and one that asks; null where nothing does. */
function joinedQuestion(text: string): number | null {
  const flat = flatten(text);
  const found = asksBehind().exec(flat.text);
  return found === null ? null : spanOf(flat, found.index, flat.text.length).start;
}
const asksBehind = patternOf()`(?<=[a-z?!,]) (?:${'joining'}) (?:${'before-question'} )?${'question-words'}(?![a-z])`;

/** "Chi è l'admin? quanto tempo ha Microsoft?" behind its first mark, "chi è l'admin e a che punto è Fabrikam" behind "e". */
function cutQuestions([only, ...more]: readonly Clause[], text: string): Parts | null {
  if (only?.act !== 'question' || more.length > 0) return null;
  const mark = text.indexOf('?', only.start) + 1;
  const isMarked = mark > 0 && /\p{L}{2}/u.test(text.slice(mark));
  const end = isMarked ? mark : (joinedQuestion(text) ?? 0);
  const first = text.slice(0, end).trim();
  const rest = withoutOpening(text.slice(end)).trim();
  if (end === 0 || !/\p{L}{2}/u.test(rest)) return null;
  return { first, rest, areOrders: false, areQuestions: true, isYes: false, isNext: false };
}

/** "Quanto tempo ha Microsoft? comunque via Roma 1": a value behind a question. */
const answersAfter = ({ act, facts }: Clause, before: Act): boolean =>
  act === 'statement' && before === 'question' && facts.length > 0;

/** "…, se il budget passa chiude a giugno" behind an order tells of what is ordered, however unsurely, and asks nothing. */
function isDoubtedDetail({ act, text, facts }: Clause): boolean {
  const isAsked = text.endsWith('?') || !(act === 'what-if' || act === 'question');
  return !isAsked && facts.some(({ kind }) => kind === 'day' || kind === 'money' || kind === 'recurring');
}

/** "E poi …", "then …", and an order behind "e": what is done next. A question behind a yes may be why it isn't given yet. */
function comesAfter(text: string, rest: readonly Clause[]): boolean {
  const { text: flat } = flatten(text);
  if (beforehand().test(flat)) return false;
  if (afterwards().test(`${flat} `) || joinedTelling().test(flat)) return true;
  return joined().test(flat) && rest.every(({ act }) => act === 'order');
}

/** "…, poi segna Wingtip come perso": what comes next is another request, whatever it looks like. */
const isThen = (text: string): boolean => afterwards().test(`${flatten(text).text} `);

/** "Ma prima fammi vedere Contoso", "but first show me Contoso" without what it opens with. */
export function withoutOpening(text: string): string {
  const flat = flatten(text);
  return spanOf(flat, held().exec(flat.text)?.[0].length ?? 0, flat.text.length).text.trim() || text;
}

const held = patternOf()`^(?:[\s,;.]|(?:${'joining'}|${'but'}|${'beforehand'})[\s,])+`;
const opening = patternOf()`^(?:[\s,;.]|(?:${'joining'}|${'afterwards'}|${'once-done'}(?=[\s,]{1,3}(?:${'list-verbs'}|${'requests'})(?![a-z])))\s)+`;
/** "Sì crealo e dimmi anche chi …": an order to tell. */
const joinedTelling = patternOf()`^[\s,;.]{0,5}${'joining'}\s(?:${'before-telling'}\s){0,2}${'asks-to-be-told'}(?![a-z])`;
const joined = patternOf()`^[\s,;.]{0,5}${'joining'}\s`;
/** "… e appena hai finito mostrami Contoso": only an order is done once another is. So few words stand before it: "e" is in both lists, and without a bound each of many would double the ways to read them. */
const afterwards = patternOf()`^[\s,;.]{0,5}(?:(?:${'joining'}|${'but'})\s{1,3}){0,3}(?:${'afterwards'}\s|${'once-done'}(?=[\s,]{1,3}(?:${'list-verbs'}|${'requests'})(?![a-z])))`;
const beforehand = patternOf()`(?<![a-z])${'beforehand'}(?![a-z])`;

/** "Sì crea, poi chiudi Tailspin": below what is to be created "crea" is the yes, or goes on with it; "salva" keeps a draft. */
function asAgreed(clauses: readonly Clause[]): readonly Clause[] {
  const at = clauses[0]?.act === 'assent' ? 1 : 0;
  const said = clauses[at];
  const isAgain =
    said?.act === 'order' &&
    saysAgain({ ...said, clauses: [said], unclaimed: [] }, 'create', NEVER) &&
    !putsAside({ ...said, clauses: [said] });
  return isAgain ? clauses.with(at, { ...said, act: 'assent' }) : clauses;
}
const NEVER = (): boolean => false;

/** A message of fewer facts is a sentence, which the matching engine reads as it is. */
const FACTS_OF_A_RECORD = 3;
/** Facts that say nothing of what is asked for. */
const DETAILS: ReadonlySet<FactKind> = new Set([
  'money',
  'recurring',
  'day',
  'phone',
  'email',
  'person',
  'address',
  'number-id',
]);

/** The words that ask for something: of a record or a mail its request alone, without the facts it brings. */
export function requestIn({ text, clauses, facts }: Reading): string {
  if (facts.length < FACTS_OF_A_RECORD) return withoutConfirming(text);
  const asking = clauses.filter(({ act }) => BEGINS_ANEW.has(act));
  const from = asking.length > 0 ? asking : clauses.slice(0, 1);
  const words = from.map((clause) =>
    [...clause.facts]
      .reverse()
      .filter(({ kind }) => DETAILS.has(kind))
      .reduce(
        (rest, { start, end }) => `${rest.slice(0, start - clause.start)} ${rest.slice(end - clause.start)}`,
        clause.text,
      ),
  );
  return words.join(' ').replace(/\s+/gu, ' ').trim() || text;
}
