import { expect } from 'chai';
import {
  isTrueWhileSlow,
  judgeAnswers,
  judgeWaiting,
  percentile,
} from '../../../../src/cli/bench/load/limits.ts';
import type { LoadSaying } from '../../../../src/cli/bench/load/mix.ts';

const answers = (...seconds: number[]) => seconds.map((each) => ({ answerMs: each * 1000 }));
const met = (verdicts: readonly { readonly isMet: boolean }[]): boolean[] =>
  verdicts.map(({ isMet }) => isMet);

describe('the limits of the load', () => {
  it('take the value that a share is at or below', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([0.5, 0.75, 0.99, 1].map((share) => percentile(values, share))).to.deep.equal([50, 75, 99, 100]);
    expect(percentile([7], 0.5)).to.equal(7);
    expect(percentile([], 0.5)).to.be.NaN;
  });

  it('are met by 2 s at 50 %, 5 s at 75 % and 9 s at 99 %, and by no less', () => {
    expect(met(judgeAnswers(answers(2, 2, 5, 9)))).to.deep.equal([true, true, true]);
    expect(met(judgeAnswers(answers(2, 2.1, 2.1, 2.1)))).to.deep.equal([false, true, true]);
    expect(met(judgeAnswers(answers(1, 1, 5.1, 6)))).to.deep.equal([true, false, true]);
    expect(met(judgeAnswers(answers(1, 1, 1, 9.1)))).to.deep.equal([true, true, false]);
  });

  it('are not met where nothing was measured', () => {
    expect(met([...judgeAnswers([]), ...judgeWaiting([])])).to.deep.equal(Array(5).fill(false));
  });

  it('want a sign within 2 s and a sentence within 10 s of everybody who waits', () => {
    const turn = (signMs: number, answerMs: number) => ({ signMs, answerMs });
    expect(met(judgeWaiting([turn(900, 8_000), turn(2_000, 10_000)]))).to.deep.equal([true, true]);
    expect(met(judgeWaiting([turn(900, 8_000), turn(2_001, 8_000)]))).to.deep.equal([false, true]);
    expect(met(judgeWaiting([turn(900, 8_000), turn(900, 10_001)]))).to.deep.equal([true, false]);
  });

  it('know a sentence that is not so', () => {
    const customers = new Set(['Bace Logistica']);
    const isTrue = (text: string, part: LoadSaying['part'] = 'look-up') =>
      isTrueWhileSlow({ part, said: JSON.stringify([{ text }]) }, customers);
    expect(isTrue('Fatto: il deal con Bace Logistica è creato.')).to.equal(true);
    expect(isTrue('Fatto: il deal con Difo Logistica è creato.')).to.equal(false);
    expect(isTrue('Done: the deal with Difo Logistica is created.')).to.equal(false);
    expect(isTrue('Il Centro per i partner non risponde. Quello che hai scritto è salvo.')).to.equal(true);
    expect(isTrue('Partner Center isn’t answering. What you wrote is safe.')).to.equal(true);
    expect(isTrue('Il Centro per i partner non ha risposto. Tengo il deal confermato.')).to.equal(true);
    expect(isTrue('Il deal con Bace Logistica è scaduto: Microsoft non ha risposto.')).to.equal(false);
    expect(isTrue('Non c’è ancora nessun deal che puoi vedere.')).to.equal(false);
    expect(isTrue('Serve il ruolo di amministratore delle segnalazioni.', 'faq')).to.equal(true);
    expect(isTrue('Segnato: indirizzo via Roma 1.', 'form')).to.equal(true);
    expect(isTrue('Fatto: il deal con Difo Logistica è creato.', 'form')).to.equal(false);
  });
});
