import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestions, runQuestions } from '../../src/workshop/question-sets.ts';
import { AppError } from '../../src/errors.ts';
import type { Answerer, Match } from '../../src/matching/match.ts';

/** An engine that says what the utterance tells it to: the candidates, "!" before the one it decides on. */
const echo: Answerer = {
  match(utterance): Match {
    const names = utterance.split(' ');
    const decided = names.find((name) => name.startsWith('!'))?.slice(1) ?? null;
    return {
      outcome: decided === null ? 'none' : 'answer',
      id: decided,
      confidence: 0.5,
      candidates: names.map((name) => ({ id: name.replace('!', ''), kind: 'answer', confidence: 0.5 })),
      passages: [],
      mended: [],
      asks: [],
      rest: null,
    };
  },
};

async function withFile<T>(content: string, use: (file: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'questions-'));
  try {
    await writeFile(join(dir, 'set.jsonl'), content);
    return await use(join(dir, 'set.jsonl'));
  } finally {
    await rm(dir, { recursive: true });
  }
}

describe('readQuestions', () => {
  it('reads a JSON object a line and takes the kind of thing off the id', async () => {
    const lines = '{"q":"a","expect":"answer:x/y","kind":"typo"}\n\n{"q":"b","expect":"none"}\n';
    expect(await withFile(lines, readQuestions)).to.deep.equal([
      { q: 'a', expect: 'x/y', kind: 'typo' },
      { q: 'b', expect: 'none', kind: '' },
    ]);
  });

  for (const bad of ['{', '{"q":"a"}', '{"q":"","expect":"none"}', '{"q":"a","expect":"maybe"}']) {
    it(`refuses ${bad} with file and line`, async () => {
      const error: unknown = await withFile(`{"q":"a","expect":"none"}\n${bad}`, readQuestions).catch(
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(AppError);
      expect((error as AppError).message).to.include('set.jsonl, line 2');
    });
  }
});

describe('runQuestions', () => {
  const run = (...lines: [q: string, expected: string][]) =>
    runQuestions(
      echo,
      lines.map(([q, expected]) => ({ q, expect: expected, kind: '' })),
      'it',
    );

  it('tells the right answer, the wrong one and the right candidate apart', () => {
    const result = run(['!a b c', 'a'], ['!a b c', 'b'], ['a b c', 'c'], ['a b c d', 'd']);
    expect(result).to.include({ inScope: 4, outOfScope: 0, first: 1, amongThree: 3, right: 1, wrong: 1 });
    expect(result.misses.map(({ question }) => question.expect)).to.deep.equal(['b', 'c', 'd']);
  });

  it('counts a finer point as its answer, both ways', () => {
    expect(run(['!a/x b c', 'a'], ['!a b c', 'a/y'])).to.include({ right: 2, wrong: 0, first: 2 });
  });

  it('counts what is answered without having an answer', () => {
    const result = run(['!a b c', 'none'], ['a b c', 'none']);
    expect(result).to.include({ inScope: 0, outOfScope: 2, outOfScopeAnswered: 1, wrong: 0 });
    expect(result.misses).to.have.length(1);
  });
});
