import { expect } from 'chai';
import * as z from 'zod';
import { asChoices, choice, onlyOr } from '../../../dialogs/kinds/choice.ts';
import { decision } from '../../../dialogs/kinds/decision.ts';
import { hidden } from '../../../dialogs/kinds/hidden.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly room: string;
  readonly hall: string;
}

const ROOMS = asChoices(
  Array.from({ length: 8 }, (_, at) => ({ id: `r${String(at)}`, name: `Sala ${'ABCDEFGH'[at] ?? ''}` })),
  { r0: ['terrazza'], r1: ['cantina'] },
);
const row = {
  name: 'room' as const,
  words: { it: ['sala'], en: ['room'] },
  schema: z.string(),
  ask: () => ({ text: '?' }),
};
const room = (isAsked = true) =>
  new SlotBench<Values, 'room'>(
    choice<Values, null, 'room'>({
      ...row,
      isAskedWhen: () => isAsked,
      options: () => ROOMS,
      invalid: () => 'none of them',
    }),
  );

describe('a slot of a choice', () => {
  it('offers the first six, and takes any of them in words', () => {
    expect(room().slot.ask(room().context()).choices).to.have.length(6);
    expect(room().value('terrazza')).to.equal('r0');
    expect(room().value('Sala H')).to.equal('r7');
    expect(room().value('terrazza, anzi cantina')).to.equal('r1');
    expect(room().answer('soffitta').kind).to.equal('invalid');
  });

  it('takes the tap on a choice that is there', () => {
    expect(room().chosen('r7')).to.equal('r7');
    expect(room().chosen('r8')).to.equal(undefined);
  });

  it('is found by its name alone in a correction, where it is asked at all', () => {
    expect(room().found('anzi no, terrazza')).to.equal('r0');
    expect(room(false).found('anzi no, terrazza')).to.equal(null);
    for (const text of ['terrazza', 'e la terrazza?']) expect(room().found(text), text).to.equal(null);
  });

  it('is shown by its label', () => expect(room().shown('r1')).to.equal('Sala B'));

  it('is proposed from before while it is there, else where it is the only one', () => {
    const [one, two] = [{ id: 'a' }, { id: 'b' }];
    expect(onlyOr([one, two], 'b')).to.equal('b');
    expect(onlyOr([one, two], 'c')).to.equal(undefined);
    expect(onlyOr([one], 'c')).to.equal('a');
    expect(onlyOr([], undefined)).to.equal(undefined);
  });
});

describe('a slot of a decision', () => {
  const bench = new SlotBench<Values, 'room'>(
    decision<Values, null, 'room'>({
      ...row,
      options: () => [
        { id: 'go-on', label: 'Vai avanti' },
        { id: 'empty', label: 'Svuota' },
      ],
      does: (id) => (id === 'empty' ? { hall: null } : undefined),
      invalid: () => 'decide',
    }),
  );

  it('asks a closed question, is shown nowhere and found in no sentence', () => {
    expect(bench.slot.isDecision).to.equal(true);
    expect(bench.slot.ask(bench.context())).to.deep.include({ isClosed: true });
    expect(bench.shown('go-on')).to.equal(null);
    expect(bench.found('vai avanti')).to.equal(null);
    expect([bench.chosen('go-on'), bench.chosen('x')]).to.deep.equal(['go-on', undefined]);
    expect(bench.answer('in terrazza')).to.deep.equal({ kind: 'invalid', text: 'decide' });
  });

  it('ends with what it changes, and stays where it goes on', () => {
    const effects = (id: string) => bench.slot.effects?.(id, bench.context());
    expect(effects('empty')).to.deep.equal({ hall: null, room: null });
    expect(effects('go-on')).to.deep.equal({});
  });
});

describe('a slot that is never asked', () => {
  const bench = new SlotBench<Values, 'room'>(
    hidden<Values, null, 'room'>({ name: 'room', schema: z.string().min(2) }),
  );

  it('is neither asked nor shown, nor set by words', () => {
    expect(bench.slot.isAskedWhen?.(bench.context())).to.equal(false);
    expect(bench.answer('un tavolo in terrazza').kind).to.equal('invalid');
    expect(bench.found('un tavolo in terrazza')).to.equal(null);
    expect(bench.shown('r0')).to.equal(null);
    expect([bench.slot.isValid('r0'), bench.slot.isValid('r')]).to.deep.equal([true, false]);
  });
});
