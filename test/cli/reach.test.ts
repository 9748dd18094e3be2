import { expect } from 'chai';
import { findUnreached } from '../../src/cli/reach.ts';
import { readKnowledgeFolder } from '../../src/knowledge/load.ts';
import type { Answerer, Match } from '../../src/matching/match.ts';
import { withFolder } from '../knowledge/folder.ts';

/** An engine that finds the same thing first whatever is said. */
function always(id: string | null): Answerer {
  const candidates = id === null ? [] : [{ id, kind: 'answer' as const, confidence: 0.9 }];
  const match: Match = {
    outcome: 'none',
    id: null,
    confidence: 0,
    candidates,
    passages: [],
    mended: [],
    asks: [],
    rest: null,
  };
  return { match: () => match };
}

const unreached = (answerer: Answerer) =>
  withFolder({}, async (dir) => findUnreached(await readKnowledgeFolder(dir), answerer));

describe('findUnreached', () => {
  it('names each entry that none of its phrasings reaches, in each language, and what is found instead', async () => {
    const problems = await unreached(always('parking'));
    expect(problems.map(({ file, field }) => `${file} ${field}`)).to.deep.equal([
      'intents/book-desk.yaml it.examples',
      'intents/book-desk.yaml en.examples',
    ]);
    expect(problems[0]?.message).to.include('parking is found');
    expect(problems[0]?.cure).to.include('parking');
  });

  it('names all where nothing is ever found', async () => {
    const problems = await unreached(always(null));
    expect(problems).to.have.length(4);
    expect(problems[0]?.message).to.include('nothing is found');
  });

  it('is content with one phrasing that does', async () => {
    const once: Answerer = {
      match: (text, context) =>
        always(/9/.test(text) ? (/prenota|book/.test(text) ? 'book-desk' : 'parking') : null).match(
          text,
          context,
        ),
    };
    expect(await unreached(once)).to.deep.equal([]);
  });
});
