import { flatten, toPhrase } from '../../src/language/flat.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { patternOf } from '../../src/language/said.ts';
import type { Fact, Place } from '../../src/reading/reading.ts';
import { type Gathered, saidIn, takeChanges, withoutFacts } from './answer.ts';
import type { Said, Slot } from './slot.ts';
import type { Play } from './values.ts';

/**
 * What a message says of other slots where a note is asked and it says nothing else: "80k", "privato", "il contatto è
 * cambiato: ora è …" are no note. Null where it may be one, or where another text is asked.
 */
export function valuesAlone(play: Play, slot: Slot, { text }: Said): Gathered | null {
  if (slot.isFreeText !== true || slot.isOptional !== true) return null;
  const said = saidIn(text, 'review', play.scene);
  const changes = takeChanges(play, said);
  const of = [...changes.findings, ...changes.parts];
  const facts = of.flatMap((found) => found.facts ?? []);
  const isOwn = of.some((found) => found.slot === slot);
  // A name by itself may be what is to be written; beside a label, or with a telephone, it is somebody's.
  const isNameless = facts.every(
    ({ kind, role }) => role !== null || !NAMES.has(kind) || facts.some((each) => REACHES.has(each.kind)),
  );
  if (facts.length === 0 || isOwn || !isNameless) return null;
  return saysOnly(text, facts, of.flatMap(namesOf)) ? changes : null;
}

/**
 * What a message that answers nothing of what is asked says of values that are there: "scende a 32k", "hanno tagliato,
 * quindi 32k" at the question of a yes or no. `isGiven` where its part says nothing else, so that it may be taken;
 * "l'anno scorso hanno comprato per 30k" tells something, and so does what no value takes. Null where it says no news.
 */
export function toldBeside(
  play: Play,
  asked: Slot,
  { text }: Said,
): { readonly changes: Gathered; readonly isGiven: boolean; readonly parts: readonly string[] } | null {
  const said = saidIn(text, 'review', play.scene);
  const changes = takeChanges(play, said);
  const findings = changes.findings.filter(
    ({ slot, facts = [] }) => slot !== asked && facts.length > 0 && play.form.values[slot.name] !== undefined,
  );
  const facts = findings.flatMap((found) => found.facts ?? []);
  if (facts.length === 0) return null;
  const pieces = [...text.matchAll(PIECE)].map(({ 0: piece, index }) => ({ piece, start: index }));
  const parts = pieces.flatMap(({ piece, start }) => {
    const own = facts
      .filter((fact) => fact.start >= start && fact.start < start + piece.length)
      .map((fact) => ({ ...fact, start: fact.start - start, end: Math.min(fact.end - start, piece.length) }));
    return own.length === 0 ? [] : [{ piece: piece.trim(), facts: own }];
  });
  const names = findings.flatMap(namesOf);
  return {
    changes: { findings, parts: [] },
    isGiven:
      facts.length === said.facts.length && parts.every((part) => saysOnly(part.piece, part.facts, names)),
    parts: parts.map(({ piece }) => piece),
  };
}
/** What stands between two marks, "60.000" and "3.5" whole. */
const PIECE = /(?:[^,;:!?\n.]|[.,](?=\d))+/gu;

const namesOf = ({ slot }: { readonly slot: Slot }): readonly string[] => Object.values(slot.words).flat();

/** Whether a text says nothing beside these facts but what leads to values, and these names of slots. */
function saysOnly(text: string, facts: readonly Place[], names: readonly string[]): boolean {
  const rest = flatten(withoutFacts({ text, facts })).text.replace(besideValues(), ' ');
  const called = new Set(names.map(toPhrase));
  const isSaid = (word: string): boolean => word.length < 2 || isFunctionWord(word) || called.has(word);
  return toPhrase(rest)
    .split(' ')
    .every((word) => word === '' || isSaid(word));
}

const NAMES: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['organisation', 'known-name', 'person']);
const REACHES: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['email', 'phone']);
/** What says for which slot a value is, and that it is another one now. */
const besideValues = patternOf(
  'g',
)`(?<![a-z])(?:${'taking-back'}|${'is-wrong'}|${'amiss'}|${'aside'}|${'changes-value'}|${'value-cues'}|${'price-cues'}|${'date-cues'}|${'reach-cues'}|${'customer-cues'}|${'after-customer-cues'}|${'address-cues'}|${'before-kinds'})(?![a-z])`;
