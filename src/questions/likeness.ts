import { contentWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import { stem } from '../language/stems.ts';
import { tokenize } from '../language/tokens.ts';
import { withoutMasks } from './mask-texts.ts';

/** What is compared of a question. */
export interface Comparable {
  readonly words: string;
  readonly locale: Language;
  /** What came into question for it, the likeliest first. */
  readonly candidates: readonly string[];
}

/** From this on two questions are one: two words of three or four, since what they share is the less rare for it. */
const ALIKE_FROM = 0.4;

/** Two questions of which the same was thought first are this much nearer: "ruolo nuovo utente", "utente senza ruolo". */
const SAME_FIRST = 0.15;

/** Of so few questions a word's rarity says nothing yet: they count as so many. */
const LEAST_COUNTED = 20;

interface Group<T> {
  readonly members: T[];
  /** The mean of its members' weights. */
  readonly sum: Map<string, number>;
  readonly first: Set<string>;
}

/**
 * Questions that ask about the same, by the stems of what they name, each as a list in the order given; groups in the
 * order of their first question. A question joins the group that it is nearest to, so the work is that of the words
 * that questions share.
 *
 * Example: "come cambio il valore" and "cambiare il valore di un deal" are one group, "chi vede il deal" another.
 */
export function groupAlike<T extends Comparable>(questions: readonly T[]): T[][] {
  const read = questions.map((question) => ({ question, terms: termsOf(question) }));
  const idf = raritiesOf(read.map(({ terms }) => terms));
  const groups: Group<T>[] = [];
  const withTerm = new Map<string, Set<Group<T>>>();
  for (const { question, terms } of read) {
    const vector = new Map(terms.map((term) => [term, idf(term)]));
    const near = new Set(terms.flatMap((term) => [...(withTerm.get(term) ?? [])]));
    const group = nearest(near, vector, question) ?? newGroup(groups);
    group.members.push(question);
    if (question.candidates[0] !== undefined) group.first.add(question.candidates[0]);
    for (const [term, weight] of vector) {
      group.sum.set(term, (group.sum.get(term) ?? 0) + weight);
      withTerm.set(term, (withTerm.get(term) ?? new Set()).add(group));
    }
  }
  return groups.map(({ members }) => members);
}

function newGroup<T>(groups: Group<T>[]): Group<T> {
  const group: Group<T> = { members: [], sum: new Map(), first: new Set() };
  groups.push(group);
  return group;
}

function nearest<T extends Comparable>(
  groups: Iterable<Group<T>>,
  vector: ReadonlyMap<string, number>,
  { candidates: [first], locale }: T,
): Group<T> | null {
  let best: { readonly group: Group<T>; readonly likeness: number } | null = null;
  for (const group of groups) {
    if (group.members[0]?.locale !== locale) continue;
    const bonus = first !== undefined && group.first.has(first) ? SAME_FIRST : 0;
    const likeness = cosine(vector, group.sum) + bonus;
    if (likeness >= ALIKE_FROM && likeness > (best?.likeness ?? 0)) best = { group, likeness };
  }
  return best?.group ?? null;
}

/** So many letters of a stem are compared: "azienda" and "aziendale" say the same here. */
const LETTERS = 6;

/** The beginnings of the stems of what a question names, masks left out; of one that names nothing all its words. */
export function termsOf({ words, locale }: Pick<Comparable, 'words' | 'locale'>): string[] {
  const all = tokenize(withoutMasks(words)).map(({ text }) => text);
  const naming = contentWords(all, locale);
  return [
    ...new Set((naming.length === 0 ? all : naming).map((word) => stem(word, locale).slice(0, LETTERS))),
  ];
}

function raritiesOf(questions: readonly (readonly string[])[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const term of questions.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = Math.max(LEAST_COUNTED, questions.length);
  return (term) => 1 + Math.log(all / (counts.get(term) ?? 1));
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [term, weight] of one) shared += weight * (other.get(term) ?? 0);
  const length = (vector: ReadonlyMap<string, number>): number =>
    Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return shared === 0 ? 0 : shared / (length(one) * length(other));
}
