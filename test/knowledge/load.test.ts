import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { goodAnswer, withFolder } from './folder.ts';
import type { Files } from './folder.ts';

/** The message with which a folder is refused; fails when it is not refused. */
async function refusal(changes: Files): Promise<string> {
  const error: unknown = await withFolder(changes, loadKnowledge).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(AppError);
  expect((error as AppError).code).to.equal('invalid-input');
  return (error as AppError).message;
}

describe('loadKnowledge', () => {
  it('reads answers, intents, vocabulary and sources', async () => {
    const knowledge = await withFolder({}, loadKnowledge);
    expect([...knowledge.answers.keys()]).to.deep.equal(['parking']);
    expect(knowledge.answers.get('parking')?.texts.en?.question).to.equal('Where do I park?');
    expect(knowledge.intents.get('book-desk')?.titles).to.deep.equal({ it: 'Prenota', en: 'Book' });
    expect(knowledge.vocabulary.it?.chatSpellings).to.deep.equal({ xke: 'perché' });
    expect(knowledge.vocabulary.en).to.equal(undefined);
    expect(knowledge.sources.get('handbook')?.readOn).to.equal('2026-11-24');
  });

  it('reads by language what nothing here is about', async () => {
    const knowledge = await withFolder(
      { 'outside/it.yaml': 'topics: { world: [che tempo fa] }' },
      loadKnowledge,
    );
    expect(knowledge.outside).to.deep.equal({ it: { world: ['che tempo fa'] } });
    expect(await refusal({ 'outside/german.yaml': 'topics: { world: [wie spät] }' })).to.include(
      'outside/german.yaml: no language',
    );
  });

  it('reads headings as a line each, or with our rendering for other readers', async () => {
    const source = 'id: faq\nurl: https://faq.example\nisConfirmed: true\nlicence: ours\nheadings:\n';
    const headings = '  - Dove parcheggio?\n  - own: Dove mangio?\n    en: Where do I eat?\n';
    const knowledge = await withFolder({ 'sources/faq.yaml': source + headings }, loadKnowledge);
    expect(knowledge.sources.get('faq')?.headings).to.deep.equal([
      { own: 'Dove parcheggio?', renderings: {} },
      { own: 'Dove mangio?', renderings: { en: 'Where do I eat?' } },
    ]);
    const nameless = await refusal({ 'sources/faq.yaml': `${source}  - en: Where do I eat?\n` });
    expect(nameless).to.include('sources/faq.yaml: headings[0]: ').and.to.include('write the heading as');
  });

  it('puts the address of a source document into a link that names it', async () => {
    const knowledge = await withFolder({}, loadKnowledge);
    expect(knowledge.answers.get('parking')?.texts.it?.body).to.equal(
      'Vedi [il manuale](https://handbook.example/parking).',
    );
  });

  it('takes an id with a slash for a finer point only when its parent exists', async () => {
    const knowledge = await withFolder(
      {
        'answers/parking/bikes.yaml': goodAnswer.replace('id: parking', 'id: parking/bikes'),
        'answers/a.yaml': goodAnswer.replace('id: parking', 'id: food/drink'),
      },
      loadKnowledge,
    );
    expect(knowledge.answers.get('parking/bikes')?.parent).to.equal('parking');
    expect(knowledge.answers.get('food/drink')?.parent).to.equal(null);
    expect(knowledge.answers.get('parking')?.parent).to.equal(null);
  });

  it('reads a folder of one language without intents, vocabulary and sources', async () => {
    const knowledge = await withFolder(
      {
        'answers/parking.yaml': null,
        'intents/book-desk.yaml': null,
        'vocabulary/it.yaml': null,
        'sources/handbook.yaml': null,
        'answers/deep/er/x.json': JSON.stringify({
          id: 'x',
          reviewed: '2026-11-24',
          en: { question: 'What is x?', lead: 'X is a letter.' },
        }),
      },
      loadKnowledge,
    );
    expect(knowledge.answers.get('x')).to.deep.equal({
      id: 'x',
      parent: null,
      sources: [],
      related: [],
      dialog: null,
      reviewed: '2026-11-24',
      texts: { en: { question: 'What is x?', lead: 'X is a letter.', body: '', examples: [] } },
    });
  });

  it('refuses a missing field with file, field and cure', async () => {
    const message = await refusal({ 'answers/parking.yaml': goodAnswer.replace(/ {2}lead: You.*\n/, '') });
    expect(message).to.include(
      'answers/parking.yaml: en.lead: missing; write one sentence that answers by itself',
    );
  });

  it('refuses a value of the wrong kind and quotes it', async () => {
    const bad = goodAnswer.replace('- posto auto a0 x0 y0', '- posto auto: a0');
    const message = await refusal({ 'answers/parking.yaml': bad });
    expect(message).to.include('answers/parking.yaml: it.examples[0]: cannot use {"posto auto":"a0"}');
  });

  it('refuses a field it does not know', async () => {
    const message = await refusal({
      'answers/parking.yaml': goodAnswer.replace('related: []', 'relates: []'),
    });
    expect(message).to.include('answers/parking.yaml: relates: unknown field; correct its name or remove it');
  });

  it('refuses a day that is none in form', async () => {
    const message = await refusal({ 'answers/parking.yaml': goodAnswer.replace('2026-11-24', '24/11/2026') });
    expect(message).to.include('reviewed: cannot use "24/11/2026"; write a day as 2026-11-24');
  });

  it('refuses an address that is not https', async () => {
    const message = await refusal({
      'sources/handbook.yaml':
        'id: handbook\nurl: javascript:alert(1)\nisConfirmed: true\nheadings: [A]\nlicence: ours\n',
    });
    expect(message).to.include('sources/handbook.yaml: url: cannot use "javascript:alert(1)"');
  });

  it('refuses broken YAML and broken JSON, each with its file', async () => {
    const message = await refusal({ 'answers/a.yaml': 'id: [', 'answers/b.json': '{' });
    expect(message).to.include('answers/a.yaml: ');
    expect(message).to.include('answers/b.json: ');
  });

  it('refuses an empty file and a file that is one word', async () => {
    const message = await refusal({ 'answers/a.yaml': '', 'answers/b.yaml': 'hello' });
    expect(message).to.include('answers/a.yaml: cannot use null; write fields');
    expect(message).to.include('answers/b.yaml: cannot use "hello"; write fields');
  });

  it('refuses an id that two files have', async () => {
    const message = await refusal({ 'answers/twin.yaml': goodAnswer });
    expect(message).to.include('answers/twin.yaml: id: "parking" is already in answers/parking.yaml');
  });

  it('refuses a vocabulary that is not called by a language', async () => {
    const message = await refusal({ 'vocabulary/french.yaml': 'courtesy: [bonjour]' });
    expect(message).to.include(
      'vocabulary/french.yaml: no language; name it by the two letters of its language, such as vocabulary/it.yaml',
    );
  });

  it('refuses a folder without an answer, and a folder that is not there', async () => {
    expect(await refusal({ 'answers/parking.yaml': null })).to.include('no answer that can be used');
    const error: unknown = await loadKnowledge('/nowhere/at/all').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(AppError).with.property('code', 'invalid-input');
  });
});
