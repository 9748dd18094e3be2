import { expect } from 'chai';
import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { Frame, Step } from '../../dialogs/engine/form.ts';
import { formOf, runSteps, type Forms } from '../../dialogs/stack.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { NOW, turnOf } from './engine/runner.ts';

const turn = turnOf(sara, 'it', NOW, []);
const wait: Step = { kind: 'wait' };
const end = (created: string | null = null): Step => ({ kind: 'end', isDone: true, created });
const push = (dialog: DialogName): Step => ({ kind: 'push', dialog, request: {} });

/** Dialogs that do on beginning and on repeating what is said here, and tell it. */
function play(steps: Partial<Record<DialogName, { begin?: Step; repeat?: Step }>>) {
  const told: string[] = [];
  const forms: Forms = new Map(
    Object.entries(steps).map(([name, { begin = wait, repeat = wait }]) => [
      name as DialogName,
      {
        begin(_request, frame: Frame) {
          told.push(`begin ${name}`);
          frame.state = name;
          return Promise.resolve(begin);
        },
        repeat() {
          told.push(`repeat ${name}`);
          return Promise.resolve(repeat);
        },
        read: () => Promise.reject(new Error('not read')),
        act: () => Promise.reject(new Error('not tapped')),
      },
    ]),
  );
  return { told, run: (first: Step, stack: Frame[]) => runSteps(first, stack, forms, turn), forms };
}

const frames = (...ids: DialogName[]): Frame[] => ids.map((id) => ({ id, state: id }));
const idsOf = (stack: readonly Frame[]): string[] => stack.map(({ id }) => id);

describe('the stack of dialogs', () => {
  it('waits as it is', async () => {
    const { told, run } = play({ 'create-deal': {} });
    const stack = frames('create-deal');
    expect(await run(wait, stack)).to.equal(null);
    expect([told, idsOf(stack)]).to.deep.equal([[], ['create-deal']]);
  });

  it('puts a dialog on top, with a place for its state', async () => {
    const { told, run } = play({ 'create-deal': {}, 'check-acceptance': {} });
    const stack = frames('create-deal');
    await run(push('check-acceptance'), stack);
    expect(told).to.deep.equal(['begin check-acceptance']);
    expect(stack).to.deep.equal(frames('create-deal', 'check-acceptance'));
  });

  it('lets the one below ask again where one ends at once', async () => {
    const { told, run } = play({ 'create-deal': {}, 'check-acceptance': { begin: end() } });
    const stack = frames('create-deal');
    expect(await run(push('check-acceptance'), stack)).to.equal(null);
    expect(told).to.deep.equal(['begin check-acceptance', 'repeat create-deal']);
    expect(idsOf(stack)).to.deep.equal(['create-deal']);
  });

  it('tells what was made only where nothing is left below', async () => {
    const { run } = play({ 'create-deal': {}, 'close-deal': {} });
    const alone = frames('create-deal');
    expect(await run(end('d1'), alone)).to.equal('d1');
    expect(alone).to.deep.equal([]);
    expect(await run(end('d1'), frames('close-deal', 'create-deal'))).to.equal(null);
  });

  it('puts a dialog in the place of another', async () => {
    const { told, run } = play({ 'close-deal': {}, 'create-deal': {} });
    const stack = frames('create-deal', 'close-deal');
    await run({ kind: 'replace', dialog: 'close-deal', request: {} }, stack);
    expect(told).to.deep.equal(['begin close-deal']);
    expect(idsOf(stack)).to.deep.equal(['create-deal', 'close-deal']);
  });

  it('goes on with what follows from what follows', async () => {
    const { told, run } = play({
      'create-deal': { repeat: end('d1') },
      'close-deal': { begin: push('check-acceptance') },
      'check-acceptance': { begin: end() },
    });
    const stack = frames('create-deal');
    await run(push('close-deal'), stack);
    expect(told).to.deep.equal(['begin close-deal', 'begin check-acceptance', 'repeat close-deal']);
    expect(idsOf(stack)).to.deep.equal(['create-deal', 'close-deal']);
    expect(await run(end(), stack)).to.equal('d1');
    expect(stack).to.deep.equal([]);
  });

  it('knows no dialog that isn’t there', () => {
    const { forms } = play({ 'create-deal': {} });
    expect(() => formOf({ id: 'close-deal', state: null }, forms)).to.throw(/close-deal/);
  });
});
