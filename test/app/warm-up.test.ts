import { expect } from 'chai';
import { warmUp } from '../../src/app/warm-up.ts';
import { createReader } from '../../src/reading/reader.ts';
import { learnOnce } from '../learned.ts';

describe('the warm-up', () => {
  /** Counts what is matched, and which answers and dialogs it is of. */
  const counting = async () => {
    const { knowledge, answerer } = await learnOnce();
    const matched: (string | null)[] = [];
    const reader = createReader(knowledge.words ?? {});
    const match: typeof answerer.match = (text, context) => {
      const found = answerer.match(text, context);
      matched.push(found.id);
      return found;
    };
    return { matched, parts: { knowledge, reader, answerer: { ...answerer, match } } };
  };

  it('goes over all that the assistant knows, and ends by itself', async function () {
    this.timeout(60_000);
    const { matched, parts } = await counting();
    await warmUp(parts, Infinity);
    const { answers } = parts.knowledge;
    for (const id of answers.keys()) expect(matched, id).to.include(id);
  });

  it('stops when its time is over', async () => {
    const { matched, parts } = await counting();
    await warmUp(parts, 0);
    expect(matched).to.deep.equal([]);
  });

  it('lets others work in between', async () => {
    const { matched, parts } = await counting();
    const end = warmUp(parts, Infinity);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(matched.length).to.be.below(10);
    await end;
  }).timeout(60_000);
});
