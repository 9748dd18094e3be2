import { inLists, made, tableOf } from '../language/said.ts';

const openers = made(() => tableOf<number>('opens-names'));

/** How strongly a word says that a customer's name follows it, 0 to 3; 0 where it says nothing. */
export const strengthOfOpener = (word: string): number => openers().get(word) ?? 0;

const isBeforeName = inLists('before-names');

/** Whether it may stand between the preposition and the name: "con il cliente", "per la società", "called". */
export const isPassedOver = (word: string): boolean => word === ':' || isBeforeName(word);

/** Whether a word ends a name wherever it stands. */
export const endsName = inLists('ends-names');

/** Whether a word follows these prepositions and is no customer. */
export const beginsNoName = inLists('no-first-names');

const isAnd = inLists('joins-names');

/** Whether a word joins two parts of one name. */
export const joinsNames = (word: string): boolean => word === '&' || word === '+' || isAnd(word);

/** Words after "e" or "&" that go on with a name even in small letters: "Bianchi e figli". */
export const isKin = inLists('kin');

/** Kinds of customers named by a place: "comune di Verona". */
export const isInstitution = inLists('institutions');

/** "di" in "Cassa di Risparmio", "of" in "Bank of Rome": inside a name between two capitalised words. */
export const isParticle = inLists('inside-institutions');
