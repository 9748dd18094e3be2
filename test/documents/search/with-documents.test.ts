import { expect } from 'chai';
import { withDocuments } from '../../../src/documents/search/with-documents.ts';
import { createAnswerer } from '../../../src/matching/answerer.ts';
import { knowledgeOf, LIBRARY } from '../../matching/sample.ts';
import { LIBRARY_PAGES, section } from './sample.ts';

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

  it('gives the section that is called just what was asked, unless an answer is as sure', () => {
    const asked = 'Are dogs open to discussion on sunday?';
    const named = [section('dogs.md', asked, 'Dogs wait outside.'), ...LIBRARY_PAGES];
    const beside = withDocuments(createAnswerer(knowledge), { ...knowledge, sections: named });
    expect(plain.match(asked, context).outcome).to.equal('answer');
    const { outcome, id, passages } = beside.match('are dogs open to discussion on sundays', context);
    expect([outcome, id, passages[0]?.section]).to.deep.equal(['passages', null, `dogs.md#${asked}`]);
    const same = [section('hours.md', 'At what time do you close', 'At eight.'), ...LIBRARY_PAGES];
    const also = withDocuments(createAnswerer(knowledge), { ...knowledge, sections: same });
    expect(also.match('at what time do you close', context).outcome).to.equal('answer');
  });

  it('finds an imported question by its other wordings, too', () => {
    const faq = section('faq.tsv', 'Renting a forklift', 'By the day.', { examples: ['hire of a stacker'] });
    const alone = { ...knowledgeOf([]), sections: [faq, ...LIBRARY_PAGES] };
    const [first] = withDocuments(createAnswerer(alone), alone).match('hire a stacker', context).passages;
    expect([first?.section, first?.confidence]).to.deep.equal([faq.id, 0.9]);
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
