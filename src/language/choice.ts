import { editDistance, forgivenSlips } from './edit-distance.ts';
import { toPhrase } from './flat.ts';
import { readOrdinals } from './dates/ordinals.ts';
import { isMultiplierWord } from './money/multipliers.ts';
import { withoutDenied } from './denied.ts';
import { anyOf, inLists, made } from './said.ts';

/** Something that can be chosen by name or by place. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  /** Other words for it. */
  readonly words?: readonly string[];
}

/** One option, several that fit as well, or null when none does. */
export type ChoiceReading =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] };

const patterns = made(() => ({
  all: new RegExp(`^${anyOf('all-of-them')}$`),
  /** At the end of what stands before a name: "tutto tranne il _". */
  except: new RegExp(`\\b${anyOf('except')}(?: [a-z']+)?$`),
}));
const isNoise = inLists('choosing');

/**
 * Which option an answer names: by its label or other words (whole, beginning, part or mistyped: "priv",
 * "cosell" for "Co-sell"), or by its place ("2", "la seconda", "l'ultima", "second one"). A label that is
 * written out wins over a place. What is denied is chosen by neither ("non la prima", "tutto tranne privato").
 */
export function readChoice(text: string, options: readonly ChoiceOption[]): ChoiceReading | null {
  const typed = text.slice(0, 500);
  if (toPhrase(typed) === '' || options.length === 0) return null;
  const called = calledIn(typed, options);
  return called.length > 0 ? toReading(called) : readMeant(withoutDenied(typed), options);
}

/** The one option that words name, by its label or another word for it alone: neither by its place nor mistyped. */
export function readName(text: string, options: readonly ChoiceOption[]): string | null {
  const phrase = toPhrase(withoutDenied(text));
  const named = options.filter((option) => namesOf(option).some((name) => isSaidIn(name, phrase)));
  const reading = toReading(withoutShorter(named, phrase));
  return reading?.kind === 'one' ? reading.id : null;
}

/** The options that are called by their whole names, and nothing is said beside. */
function calledIn(text: string, options: readonly ChoiceOption[]): ChoiceOption[] {
  const said = compact(toPhrase(text));
  return options.filter((option) => namesOf(option).some((name) => compact(name) === said));
}

function readMeant(text: string, options: readonly ChoiceOption[]): ChoiceReading | null {
  const phrase = toPhrase(text);
  if (phrase === '') return null;
  const steps = [
    () => calledIn(text, options),
    () => (patterns().all.test(phrase) ? [...options] : []),
    () => byPlace(text, options),
    () => options.filter((option) => namesOf(option).some((name) => isSaidIn(name, phrase))),
    () => byBeginning(phrase, options),
    () => byTypo(phrase, options),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return toReading(withoutShorter(found, phrase));
  }
  return null;
}

const namesOf = (option: ChoiceOption): readonly string[] =>
  [option.label, ...(option.words ?? [])].map(toPhrase);
const compact = (phrase: string): string => phrase.replace(/[\s']/g, '');

function toReading(found: readonly ChoiceOption[]): ChoiceReading | null {
  const ids = [...new Set(found.map((option) => option.id))];
  const [only] = ids;
  if (only === undefined) return null;
  return ids.length === 1 ? { kind: 'one', id: only } : { kind: 'several', ids };
}

function byPlace(text: string, options: readonly ChoiceOption[]): ChoiceOption[] {
  return readOrdinals(text, options.length).flatMap((place) => options[place - 1] ?? []);
}

/** The name stands in the phrase as words, and isn't left out. */
function isSaidIn(name: string, phrase: string): boolean {
  if (name === '') return false;
  const at = ` ${phrase} `.indexOf(` ${name} `);
  const [before, after] = [phrase.slice(0, Math.max(0, at)).trim(), phrase.slice(at + name.length).trim()];
  if (at < 0 || isOtherNumber(name, after)) return false;
  return !patterns().except.test(before);
}

/** A number that goes on is another number: neither "80 mila" nor "80.500" is the "80 €" that was offered. */
function isOtherNumber(name: string, after: string): boolean {
  const [next = ''] = after.split(' ', 1);
  return /\d$/.test(name) && (/^\d/.test(next) || isMultiplierWord(next));
}

/** Of "Contoso" and "Contoso Pharma", both said in "contoso pharma", the longer one is meant. */
function withoutShorter(found: readonly ChoiceOption[], phrase: string): ChoiceOption[] {
  const longest = (option: ChoiceOption): string =>
    namesOf(option)
      .filter((name) => isSaidIn(name, phrase))
      .sort((a, b) => b.length - a.length)[0] ?? '';
  return found.filter((option) => {
    const own = longest(option);
    return (
      own === '' ||
      !found.some((other) => other !== option && isSaidIn(own, longest(other)) && longest(other) !== own)
    );
  });
}

/** What was typed without articles and "vorrei". */
function contentOf(phrase: string): string[] {
  return phrase.split(/[\s']+/).filter((word) => word !== '' && !isNoise(word));
}

/** "priv", "aurelia an": every typed word begins a word of the name; or the name's letters begin so. */
function byBeginning(phrase: string, options: readonly ChoiceOption[]): ChoiceOption[] {
  const whole = options.filter((option) => isBeginning(phrase.split(/[\s']+/), option));
  return whole.length > 0 ? whole : options.filter((option) => isBeginning(contentOf(phrase), option));
}

function isBeginning(typed: readonly string[], option: ChoiceOption): boolean {
  const letters = typed.join('');
  // "No" begins "nostro", but nobody means that by it.
  if (letters.length < 2 || letters === 'no' || typed.every((word) => isNoise(word))) return false;
  return namesOf(option).some((name) => {
    const words = name.split(' ');
    const isBegun = typed.every((word) => words.some((each) => each.startsWith(word)));
    return isBegun || compact(name).startsWith(letters);
  });
}

/** The nearest name within the slips that a word of its length is forgiven. */
function byTypo(phrase: string, options: readonly ChoiceOption[]): ChoiceOption[] {
  const typed = contentOf(phrase);
  const scored = options.map((option) => ({
    option,
    slips: Math.min(...namesOf(option).map((name) => slipsBetween(typed, name))),
  }));
  const best = Math.min(...scored.map((each) => each.slips));
  return Number.isFinite(best) ? scored.filter((each) => each.slips === best).map((each) => each.option) : [];
}

function slipsBetween(typed: readonly string[], name: string): number {
  // A slip is one of letters: "80.500" is no mistyped "80.000".
  const digits = digitsOf(typed.join(''));
  if (digits !== '' && digits !== digitsOf(name)) return Infinity;
  const whole = forgiven(typed.join(''), compact(name));
  // A slip in one word of a longer name is a little further off than in the whole of a short one.
  return Math.min(whole, ...pairs(typed, name).map(([a, b]) => forgiven(a, b) + 0.5));
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function forgiven(a: string, b: string): number {
  const limit = a.length === 4 && b.length === 4 ? 1 : forgivenSlips(Math.min(a.length, b.length));
  const distance = editDistance(a, b, limit);
  return limit > 0 && distance <= limit ? distance : Infinity;
}

/** Each typed word against each word of the name, where only one word was typed. */
function pairs(typed: readonly string[], name: string): (readonly [string, string])[] {
  const [only] = typed;
  return typed.length === 1 && only !== undefined ? name.split(' ').map((word) => [only, word] as const) : [];
}
