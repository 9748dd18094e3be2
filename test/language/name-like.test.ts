import { expect } from 'chai';
import { isNameLike } from '../../src/language/name-like.ts';

describe('name-like', () => {
  for (const name of [
    'Verona',
    'San Donà di Piave',
    'La Spezia',
    'Reggio nell’Emilia',
    'Stoke-on-Trent',
    'Mario Rossi',
    'Van der Berg',
    'l’Aquila',
  ])
    it(`"${name}" can be a name`, () => expect(isNameLike(name)).to.equal(true));
  for (const other of [
    'un sacco',
    'non so ancora',
    'boh',
    'I don’t know',
    'no idea',
    '80',
    '🙂',
    'va bene',
    'come si fa',
  ])
    it(`"${other}" is none`, () => expect(isNameLike(other)).to.equal(false));
});
