import type { Fact } from '../reading.ts';

/** A fact without what is decided after all have been found. */
type Bare<Each> = Each extends Fact
  ? Omit<Each, 'isSure' | 'role'> & Partial<Pick<Fact, 'isSure' | 'role'>>
  : never;

/** What a finder says of a fact: all of it but its slot, and whether it is sure where it isn't plain. */
export type Guess = Bare<Fact>;

/**
 * How sure a finder is that words are the fact it takes them for. What is written for machines is surer than what has
 * a label, a label is surer than a form ("80k"), and a form is surer than a place in the sentence ("con Alfa").
 */
export const STRENGTH = {
  /** An e-mail address, a link, a GUID. */
  exact: 100,
  /** A number after its label, a street with its number, a name with its legal form, a name that is known. */
  marked: 90,
  /** A phone number, an amount, a day. */
  formed: 70,
  /** A name after "con", "contatto", "Ing.". */
  placed: 55,
  /** What stands alone where it was asked for, or has capitals and nothing else. */
  alone: 40,
} as const;

/** A fact as one finder sees it, before it is known whether others want the same words. */
export interface ProposedFact {
  readonly guess: Guess;
  readonly strength: number;
}
