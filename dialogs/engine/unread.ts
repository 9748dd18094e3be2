import type { Line } from '../../src/cards/line.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import type { Clause, Fact } from '../../src/reading/reading.ts';
import { type Gathered, heldBack, holdsAny, leftOver } from './answer.ts';
import { SAID_ELSEWHERE } from './remarks.ts';
import type { Said } from './slot.ts';
import { slotNamed } from './state.ts';
import { formTexts } from './texts.ts';
import { contextOf, type Play } from './values.ts';

/** More than these are a text that was about something else. */
const MOST_UNREAD = 4;
/** Shorter words carry nothing by themselves. */
const SHORTEST_WORD = 4;

/**
 * What a message said beside the values that were taken: said not to be understood, so that nobody thinks it is noted.
 * Nothing where nothing was taken, since the question that follows says it all; and nothing of words that a value is
 * made of or called by ("la soluzione WMS").
 */
export function unreadLines(play: Play, said: Said, gathered: Gathered): readonly Line[] {
  if (!holdsAny(gathered)) return [];
  const taken = takenWords(play, gathered);
  // "No aspetta, Contoso perso" names the deal that the form is about.
  const title = play.definition.titleOf(play.form.values);
  const isOfThis = (fact: Fact): boolean => fact.kind === 'known-name' && fact.value === title;
  const isTaken = (text: string): boolean =>
    wordsIn(text).every(
      (word) => taken.has(word) || isSame(word) || [...taken].some((other) => other.startsWith(word)),
    );
  const left = leftOver(said, gathered)
    .filter((fact) => !SAID_ELSEWHERE.has(fact.kind) && !isOfThis(fact))
    .map(({ start, end }) => said.text.slice(start, end).trim());
  const back = heldBack(said, gathered);
  const held = back.map(({ clause, facts }) => saidIn(clause, facts, said.text));
  const isHeld = (run: string): boolean => back.some(({ clause }) => clause.text.includes(run));
  const unread = [...left, ...unclaimedIn(said)].filter((run) => !isTaken(run) && !isHeld(run));
  const texts = formTexts(play.scene.locale);
  return [
    ...(unread.length === 0 ? [] : [texts.unread(unread.slice(0, MOST_UNREAD))]),
    ...(held.length === 0 ? [] : [texts.heldBack(held.slice(0, MOST_UNREAD))]),
  ];
}

/**
 * The words of a clause as far as the piece with the last of these facts goes: of "martedì gli faccio la demo e firmano il
 * 30 marzo", where the signing was taken, what stands before "e".
 */
function saidIn({ start, end, facts: all }: Clause, facts: readonly Fact[], text: string): string {
  const last = facts.at(-1)?.end ?? end;
  const taken = all.find((fact) => fact.start >= last)?.start ?? null;
  const behind = text.slice(last, taken ?? end);
  const joins = taken === null ? -1 : (joining().exec(flatten(behind).text)?.index ?? 0);
  const more = /[,;:.!\n–—]/u.exec(behind)?.index ?? (taken === null ? behind.length : joins);
  return text.slice(start, last + more).trim();
}
const joining = patternOf()`\s${'joining'}\s[^,;]*$`;

/** "Stesso indirizzo di Contoso" has said what it is by what was taken. */
const isSame = inLists('the-same');

/** A run of words that nothing claimed, in the text. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** Two runs with no more than a word between them are one thing that wasn't understood: "31 aprile 2028". */
const NEAR = 10;

/** What nobody claimed, but for the one word that leads to a fact: "parliamo di 75 mila", "worth 41k". */
function unclaimedIn({ text, reading }: Said): string[] {
  const runs: Run[] = [];
  let from = 0;
  for (const words of reading.unclaimed) {
    const start = text.indexOf(words, from);
    if (start < 0) continue;
    from = start + words.length;
    const last = runs.at(-1);
    const isOne = last !== undefined && start - last.end <= NEAR && !hasFact(reading, last.end, start);
    if (isOne) runs.splice(-1, 1, { start: last.start, end: from });
    else runs.push({ start, end: from });
  }
  return (
    runs
      .filter((run) => !leadsToFact(run, text, reading))
      // "Sconto massimo 12%"
      .map(({ start, end }) => text.slice(start, text.startsWith('%', end) ? end + 1 : end))
  );
}

function hasFact({ facts }: Said['reading'], from: number, to: number): boolean {
  return facts.some(({ start, end }) => start < to && end > from);
}

function leadsToFact({ start, end }: Run, text: string, { facts }: Said['reading']): boolean {
  const isWord = !/\s/.test(text.slice(start, end));
  const next = facts.find((fact) => fact.start >= end);
  if (!isWord || next === undefined) return false;
  return /^(?:\s+\p{L}{1,5}(?:['’])?){0,3}\s*$/u.test(text.slice(end, next.start));
}

/** Every word of what is shown of the values and asked about them, and of the names of their slots and choices. */
function takenWords({ form, scene }: Play, { findings, parts }: Gathered): ReadonlySet<string> {
  const values = Object.fromEntries(findings.map(({ slot, value }) => [slot.name, value]));
  const after = { ...form, values: { ...form.values, ...values } };
  const context = contextOf(after, scene);
  const shown = findings.flatMap(({ slot, value, note = '' }) => {
    const choices = slot.ask(context).choices ?? [];
    const chosen = choices
      .filter(({ id }) => id === value)
      .flatMap(({ label, words = [] }) => [label, ...words]);
    return [slot.show(value, context) ?? '', note, ...slot.words[scene.locale], ...chosen];
  });
  const inPart = parts.flatMap(({ slot, partial }) => [
    slot.showPartial?.(partial.kept, context) ?? '',
    partial.text,
    ...(partial.choices ?? []).map(({ label }) => label),
    ...slot.words[scene.locale],
  ]);
  return new Set([...shown, ...inPart].flatMap(wordsIn));
}

const wordsIn = (text: string): string[] =>
  toPhrase(text)
    .split(' ')
    .filter((word) => word.length >= SHORTEST_WORD || /\d/.test(word));

/** The same at a question or below a summary: a text that was asked for is all of it. */
export function unreadOf(play: Play, said: Said, gathered: Gathered): readonly Line[] {
  const asked = slotNamed(play.definition, play.form.asked);
  // What was asked took the whole answer, where it is made of no fact.
  const isWhole =
    gathered.findings.some(({ slot, facts = [] }) => slot === asked && facts.length === 0) ||
    (said.facts.length === 0 &&
      [...gathered.findings, ...gathered.parts].some(({ facts = [] }) => facts.length === 0));
  return asked?.isFreeText === true || isWhole ? [] : unreadLines(play, said, gathered);
}
