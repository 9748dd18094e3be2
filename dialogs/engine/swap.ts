import { toPhrase } from '../../src/language/flat.ts';
import { readSwap, type Swap } from '../../src/language/swap.ts';
import { type Gathered, readFor } from './answer.ts';
import type { Said, Slot } from './slot.ts';
import { type Play, shownOf, visibleSlots } from './values.ts';

/**
 * "Mettici Analytics al posto di WMS", "cambia WMS in Analytics": a value that the form holds is called, and what takes its
 * place. Null where it holds none of that name, or two slots do: then the words mean something else, or too much.
 */
export function swapped(play: Play, { text }: Said): Gathered | null {
  const swap = readSwap(text);
  if (swap === null) return null;
  const { old, now, isEither } = swap;
  return inPlaceOf(play, swap) ?? (isEither === true ? inPlaceOf(play, { old: now, now: old }) : null);
}

/** Where the one is there already, the other was meant, whichever was said first: "WMS no Analytics". */
function inPlaceOf(play: Play, { old, now }: Swap): Gathered | null {
  const read = visibleSlots(play)
    .filter((slot) => isCalled(play, slot, old))
    .map((slot) => readFor(play, slot, now))
    .filter(({ findings }) => findings.length > 0);
  return read.length === 1 ? (read[0] ?? null) : null;
}

/** "Soluzione Analytics", "aiuto preventivo": a field that there is by its name, and another of its values behind it. */
export function calledByName(play: Play, { text }: Said): Gathered | null {
  const said = toPhrase(text);
  const read = visibleSlots(play).flatMap((slot) => {
    const isKnown = play.form.values[slot.name] !== undefined;
    if (!isKnown || slot.isFreeText === true || slot.isOpenEnded === true) return [];
    const name = [...slot.words.it, ...slot.words.en].find((word) => said.startsWith(`${toPhrase(word)} `));
    return name === undefined ? [] : [readFor(play, slot, said.slice(toPhrase(name).length + 1))];
  });
  const found = read.filter(({ findings }) => findings.length > 0);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** "Valore 85k" of "cambia valore 85k": a field by its name, and a value for it behind; null where the words are only a name. */
export function valueCalled(play: Play, what: string): Gathered | null {
  const said = toPhrase(what);
  const read = visibleSlots(play).flatMap((slot) => {
    const names = [...slot.words.it, ...slot.words.en].map((word) => `${toPhrase(word)} `);
    const name = names.filter((each) => said.startsWith(each)).sort((a, b) => b.length - a.length)[0];
    // Words of the message itself, since a name's capitals tell.
    const rest =
      name === undefined ? '' : what.trim().split(/\s+/u).slice(name.trim().split(' ').length).join(' ');
    return rest === '' ? [] : [readFor(play, slot, rest)];
  });
  const found = read.filter(({ findings }) => findings.length > 0);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether all words of a name are in what is shown of a slot's value: "WMS" of "Aurelia WMS". */
function isCalled(play: Play, slot: Slot, name: string): boolean {
  const value = play.form.values[slot.name];
  if (value === undefined) return false;
  const words = new Set(toPhrase(shownOf(play, { slot, value })).split(' '));
  const said = toPhrase(name).split(' ');
  return said.some((word) => word !== '') && said.every((word) => words.has(word));
}
