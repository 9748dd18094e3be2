import { flatten, toPhrase } from '../../src/language/flat.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { patternOf } from '../../src/language/said.ts';
import type { Fact } from '../../src/reading/reading.ts';
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
  const rest = flatten(withoutFacts({ text, facts })).text.replace(besideValues(), ' ');
  const names = new Set(of.flatMap((found) => Object.values(found.slot.words).flat()).map(toPhrase));
  const isSaid = (word: string): boolean => word.length < 2 || isFunctionWord(word) || names.has(word);
  return toPhrase(rest)
    .split(' ')
    .every((word) => word === '' || isSaid(word))
    ? changes
    : null;
}

const NAMES: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['organisation', 'known-name', 'person']);
const REACHES: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['email', 'phone']);
/** What says for which slot a value is, and that it is another one now. */
const besideValues = patternOf(
  'g',
)`(?<![a-z])(?:${'taking-back'}|${'is-wrong'}|${'amiss'}|${'aside'}|${'changes-value'}|${'value-cues'}|${'price-cues'}|${'date-cues'}|${'reach-cues'}|${'customer-cues'}|${'after-customer-cues'}|${'address-cues'}|${'before-kinds'})(?![a-z])`;
