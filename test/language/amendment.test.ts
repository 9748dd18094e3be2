import { expect } from 'chai';
import { readAmendment, splitAmendments } from '../../src/language/amendment.ts';

describe('a wish to add to a list or take from it', () => {
  const wishes = [
    ['aggiungi anche la soluzione Analytics', 'add', 'la soluzione Analytics'],
    ['puoi aggiungere Marco al team', 'add', 'Marco al team'],
    ['Vorrei aggiungere un’altra soluzione', 'add', 'un’altra soluzione'],
    ['e metti anche Paolo nel team', 'add', 'Paolo nel team'],
    ['togli Aurelia Edge, grazie', 'remove', 'Aurelia Edge'],
    ['rimuovi Marco', 'remove', 'Marco'],
    ['also add the solution Edge.', 'add', 'the solution Edge'],
    ['please remove Marco from the team', 'remove', 'Marco from the team'],
  ] as const;
  for (const [text, kind, what] of wishes) {
    it(`"${text}" is to ${kind} ${what}`, () => {
      expect(readAmendment(text)).to.deep.equal({ kind, what });
    });
  }

  for (const text of [
    'posso aggiungere una soluzione?',
    'Analytics',
    'aggiungi',
    'il cliente vuole aggiungere',
    '',
  ]) {
    it(`"${text}" is none`, () => {
      expect(readAmendment(text)).to.equal(null);
    });
  }

  for (const [text, what] of [
    ['e anche paolo', 'paolo'],
    ['anche aurelia analytics', 'aurelia analytics'],
    ['and also Paolo', 'Paolo'],
  ] as const) {
    it(`adds without a verb, in "${text}"`, () => {
      expect(readAmendment(text)).to.deep.equal({ kind: 'add', what, isBare: true });
    });
  }

  it('passes over second thoughts', () => {
    expect(readAmendment('no aspetta, aggiungi Paolo')).to.deep.equal({ kind: 'add', what: 'Paolo' });
    expect(readAmendment('hold on, add Paolo')).to.deep.equal({ kind: 'add', what: 'Paolo' });
  });

  it('is cut where a second verb begins, and nowhere else', () => {
    expect(splitAmendments('aggiungi Analytics ed Edge e togli Marco, metti Paolo nel team')).to.deep.equal([
      'aggiungi Analytics ed Edge',
      'togli Marco',
      'metti Paolo nel team',
    ]);
    expect(splitAmendments('add Marco and Paolo to the team')).to.deep.equal([
      'add Marco and Paolo to the team',
    ]);
  });
});
