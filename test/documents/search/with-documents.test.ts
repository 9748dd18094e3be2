import { expect } from 'chai';
import { withDocuments } from '../../../src/documents/search/with-documents.ts';
import { createAnswerer } from '../../../src/matching/answerer.ts';
import { knowledgeOf, LIBRARY } from '../../matching/sample.ts';
import { LIBRARY_PAGES } from './sample.ts';

const plain = createAnswerer(knowledgeOf(LIBRARY));
const knowledge = { ...knowledgeOf(LIBRARY), sections: LIBRARY_PAGES };
const wide = withDocuments(createAnswerer(knowledge), knowledge);
const context = { locale: 'en' } as const;

describe('answers beside documents', () => {
  it('leaves what an answer is known for as it is, and gives passages beside it', () => {
    for (const question of ['are you open on sunday', 'at what time do you close']) {
      const { passages, ...match } = wide.match(question, context);
      expect({ ...match, passages: [] }).to.deep.equal(plain.match(question, context));
      expect(passages.length).to.be.above(2);
    }
  });

  it('answers from documents alone, whose folder has no answer', () => {
    const alone = { ...knowledgeOf([]), sections: LIBRARY_PAGES };
    const match = withDocuments(createAnswerer(alone), alone).match('renew a loan', context);
    expect(match.candidates).to.deep.equal([]);
    expect(match.passages[0]?.section).to.equal('loans.md#Renew a loan');
  });

  it('is the same answerer where nothing was imported', () => {
    expect(withDocuments(plain, knowledgeOf(LIBRARY))).to.equal(plain);
  });
});
