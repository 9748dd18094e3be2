import { expect } from 'chai';
import { LIST_NAMES, PHRASE_GROUPS, type PhraseName, TABLES } from '../../src/knowledge/sayings.ts';
import { FOLLOW_UPS, MEANINGS, type Meaning } from '../../src/knowledge/words.ts';
import { answerWith, check, goodAnswer, goodFolder } from './folder.ts';

const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');

describe('checkKnowledge', () => {
  it('finds nothing wrong with a good folder', async () => {
    expect(await check({})).to.deep.equal([]);
  });

  it('reports what the loader refuses, without stopping at it', async () => {
    const found = await check({ 'answers/a.yaml': 'id: [', 'answers/twin.yaml': goodAnswer });
    expect(found.some((line) => line.startsWith('error: answers/a.yaml: '))).to.equal(true);
    expect(found.join('\n')).to.include('"parking" is already in answers/parking.yaml');
  });

  describe('references', () => {
    it('reports a related answer that is not there, and one that is the answer itself', async () => {
      expect(await check(answerWith('related: []', 'related: [garden, parking]'))).to.deep.equal([
        'error: answers/parking.yaml: related[0]: no answer "garden"; name an id of answers/',
        'error: answers/parking.yaml: related[1]: "parking" is this answer itself; remove it',
      ]);
    });

    it('reports a dialog that is not there', async () => {
      const found = await check(answerWith('related: []', 'dialog: fly'));
      expect(found).to.include(
        'error: answers/parking.yaml: dialog: no dialog "fly"; name a dialog of intents/',
      );
    });

    it('reports a document that is not there', async () => {
      const found = await check(answerWith('document: handbook', 'document: bible'));
      expect(found).to.include(
        'error: answers/parking.yaml: sources[0].document: no document "bible"; name an id of sources/',
      );
    });

    it('reports a heading that the document lacks, and one that no answer uses', async () => {
      expect(await check(answerWith('heading: Where do I park?', 'heading: Where do I sit?'))).to.deep.equal([
        'error: answers/parking.yaml: sources[0].heading: "Where do I sit?" is not a heading of handbook; copy a heading of sources/handbook.yaml, or add it there',
        'warning: sources/handbook.yaml: headings[0]: no answer refers to "Where do I park?"; write the answer, or remove the heading',
      ]);
    });

    it('reports an answer without a source', async () => {
      const bare = goodAnswer.replace(/sources:[\s\S]*?related/, 'related');
      const found = await check({ 'answers/parking.yaml': bare });
      expect(found.join('\n')).to.include('error: answers/parking.yaml: sources: no source');
    });

    it('reports a link to a document that is not there', async () => {
      expect(
        await check(answerWith('Vedi [il manuale](source:handbook).', 'Vedi [qui](source:hand).')),
      ).to.deep.equal([
        'error: answers/parking.yaml: it.body: link to unknown document "hand"; name an id of sources/',
      ]);
    });
  });

  describe('texts', () => {
    it('reports a language that an answer, a dialog or a source lacks', async () => {
      const found = await check({
        'answers/parking.yaml': goodAnswer.slice(0, goodAnswer.indexOf('en:\n')),
        'answers/other.yaml': goodAnswer
          .replace('id: parking', 'id: other')
          .replaceAll(/(auto|car) /g, '$1s '),
        'intents/book-desk.yaml': 'dialog: book-desk\nen:\n  title: Book\n  examples: []\n',
      });
      expect(found).to.include('error: answers/parking.yaml: en: missing; add the texts in "en" as well');
      expect(found).to.include('error: intents/book-desk.yaml: it: missing; add the texts in "it" as well');
    });

    it('asks for no second language in a folder of one', async () => {
      const found = await check({
        'answers/parking.yaml': goodAnswer.slice(0, goodAnswer.indexOf('en:\n')),
      });
      expect(found).to.deep.equal([]);
    });

    it('takes a lead of 25 words and reports one of 26', async () => {
      const lead = 'Puoi parcheggiare dietro la sede.';
      expect(await check(answerWith(lead, words(25)))).to.deep.equal([]);
      expect(await check(answerWith(lead, words(26)))).to.deep.equal([
        'error: answers/parking.yaml: it.lead: 26 words; write at most 25',
      ]);
    });

    it('reports a lead with Markdown in it', async () => {
      const lead = 'You can park behind the building.';
      expect(await check(answerWith(lead, 'You can *park*.'))).to.deep.equal([
        'error: answers/parking.yaml: en.lead: has Markdown in it; write plain text in one line',
      ]);
    });

    it('reports a lead that says yes or no, and a verdict that says neither', async () => {
      const found = await check(
        answerWith(
          'lead: Puoi parcheggiare dietro la sede.',
          "lead: 'Sì: puoi parcheggiare.'\n  verdicts: { may: Puoi parcheggiare., must: 'No, non devi.' }",
        ),
      );
      expect(found).to.deep.equal([
        'error: answers/parking.yaml: it.lead: says yes or no; say what is so, and put yes or no under verdicts',
        'error: answers/parking.yaml: it.verdicts.may: says neither yes nor no; begin with it',
      ]);
    });

    it('takes "No reason is shown" for a lead', async () => {
      const found = await check(
        answerWith('lead: You can park behind the building.', 'lead: No place is reserved.'),
      );
      expect(found).to.deep.equal([]);
    });

    it('holds a variant to what a lead is held to, and refuses a fact that nothing tells', async () => {
      const variant = (fact: string, lead: string) =>
        answerWith(
          'lead: Puoi parcheggiare dietro la sede.',
          `lead: Puoi parcheggiare dietro la sede.\n  variants: [{ for: [${fact}], lead: "${lead}" }]`,
        );
      expect(await check(variant('has-role', words(26)))).to.deep.equal([
        'error: answers/parking.yaml: it.variants[0].lead: 26 words; write at most 25',
      ]);
      expect((await check(variant('is-tall', 'Puoi.'))).join('\n')).to.include('it.variants[0].for[0]');
    });

    it('takes a body of 120 words and reports one of 121', async () => {
      const body = 'See [the handbook](source:handbook).';
      expect(await check(answerWith(body, words(120)))).to.deep.equal([]);
      expect(await check(answerWith(body, words(121)))).to.deep.equal([
        'error: answers/parking.yaml: en.body: 121 words; write at most 120',
      ]);
    });

    it('reports an offer without a dialog and a dialog without an offer', async () => {
      const found = await check(answerWith('  lead: Puoi', '  offer: Vuoi?\n  lead: Puoi'));
      expect(found.join('\n')).to.include('it.offer: an offer without a dialog');
      const other = await check(answerWith('related: []', 'dialog: book-desk'));
      expect(other).to.include(
        'error: answers/parking.yaml: it.offer: missing; offer what book-desk does, as a question',
      );
    });

    it('asks for a label where the question is too long for a button', async () => {
      const found = await check(answerWith('Where do I park?\n  lead', `${words(12)}\n  lead`));
      expect(found).to.deep.equal([
        'warning: answers/parking.yaml: en.label: missing; write one to four words, at most 30 characters',
      ]);
    });

    it('takes a label of 30 characters and reports one of 31', async () => {
      const withLabel = (label: string) => answerWith('  lead: You', `  label: ${label}\n  lead: You`);
      expect(await check(withLabel('x'.repeat(30)))).to.deep.equal([]);
      expect(await check(withLabel('x'.repeat(31)))).to.deep.equal([
        'error: answers/parking.yaml: en.label: 31 characters; write one to four words, at most 30 characters',
      ]);
    });

    it('reports a label that another answer has in the same language', async () => {
      const found = await check({
        'answers/bikes.yaml': goodAnswer
          .replace('id: parking', 'id: bikes')
          .replaceAll('posto auto', 'bici')
          .replaceAll('car space', 'bike')
          .replace('Dove parcheggio?', 'Dove lascio la bici?')
          .replace('Where do I park?\n  lead', 'My bike?\n  label: where do I PARK\n  lead'),
      });
      expect(found.filter((line) => line.startsWith('error'))).to.deep.equal([
        'error: answers/parking.yaml: en.label: "Where do I park?" also names bikes; write another label',
      ]);
    });

    it('warns of a file that is not where its id says', async () => {
      expect(await check({ 'answers/parking.yaml': null, 'answers/car.yaml': goodAnswer })).to.deep.equal([
        'warning: answers/car.yaml: id: "parking" is not the file\'s name; move the file to answers/parking.yaml',
      ]);
    });
  });

  describe('examples', () => {
    it('reports one that two entries share, whatever its case, accents and punctuation', async () => {
      const found = await check(answerWith('- posto auto a0 x0 y0', '- Prenota, SCRIVANÌA da0 dx0 dy0!'));
      expect(found).to.deep.equal([
        'error: intents/book-desk.yaml: it.examples[0]: "prenota scrivania da0 dx0 dy0" is also an example of parking; keep it in one place',
      ]);
    });

    it('counts the title of an answer as one', async () => {
      const found = await check(answerWith('- posto auto a0 x0 y0', '- dove parcheggio'));
      expect(found).to.deep.equal([
        'error: answers/parking.yaml: it.examples[0]: "dove parcheggio" is here twice; keep it in one place',
      ]);
    });

    it('reports a question that is listed as outside and has an answer', async () => {
      const outside = 'topics: { world: [che tempo fa, qui, quo, qua, Dove parcheggio] }\n';
      expect(await check({ 'outside/it.yaml': outside })).to.deep.equal([
        'error: outside/it.yaml: topics.world[4]: "Dove parcheggio" is also an example of parking; keep it in one place',
      ]);
    });

    it('lets the two languages share one', async () => {
      expect(await check(answerWith('- posto auto a0 x0 y0', '- car space a0 x0 y0'))).to.deep.equal([]);
    });

    it('warns of too few, for answers, finer points and dialogs', async () => {
      const first = goodFolder['intents/book-desk.yaml'] ?? '';
      const found = await check({
        'answers/parking.yaml': goodAnswer.replace(/ {6}- posto auto j9 x9 y9\n/, ''),
        'answers/parking/bikes.yaml': goodAnswer
          .replace('id: parking', 'id: parking/bikes')
          .replaceAll('posto auto', 'bici')
          .replaceAll('car space', 'bike')
          .replace(/( {6}- bici .*\n){5}/, '')
          .replaceAll(/question: .*/g, 'question: bici?'),
        'intents/book-desk.yaml': first.replace(/ {6}- book desk da0 dx0 dy0\n/, ''),
      });
      expect(found).to.deep.equal([
        'warning: answers/parking.yaml: it.examples: 9 examples; write at least 10, unlike each other',
        'warning: answers/parking/bikes.yaml: it.examples: 5 examples; write at least 10, unlike each other',
        'warning: intents/book-desk.yaml: en.examples: 13 examples; write at least 14, unlike each other',
      ]);
    });

    it('warns of two that have four words of five in common', async () => {
      const found = await check(answerWith('- posto auto a0 x0 y0', '- posto auto b1 x1 y1 z'));
      expect(found).to.deep.equal([
        'warning: answers/parking.yaml: it.examples[1]: "posto auto b1 x1 y1" is too like "posto auto b1 x1 y1 z"; say it in other words',
      ]);
    });
  });

  describe('words', () => {
    const nothingFor = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, []]));
    const wordsFile = (
      cues: Partial<Record<Meaning, readonly string[]>>,
      verbs = 'creare',
      phrases: Partial<Record<PhraseName, readonly string[]>> = {},
    ): string =>
      JSON.stringify({
        cues: { ...nothingFor(MEANINGS), ...cues },
        verbs: { look: '', put: '', do: verbs },
        conjugations: [],
        plainYes: [],
        followUps: nothingFor(FOLLOW_UPS),
        phrases: { ...nothingFor(Object.values(PHRASE_GROUPS).flat()), ...phrases },
        lists: nothingFor(LIST_NAMES),
        tables: Object.fromEntries(TABLES.map((name) => [name, {}])),
      });

    it('reports a phrase that stands under two meanings; an accent on "è" parts phrases, others do not', async () => {
      const it = wordsFile({ agree: ['Così', 'è meglio'], refuse: ['cosi', 'e meglio'] });
      expect(await check({ 'words/it.yaml': it })).to.deep.equal([
        'error: words/it.yaml: cues.refuse[0]: "cosi" stands under cues.agree already; keep it where it means most',
      ]);
    });

    it('reports a whole message that stands under two names of a group, and one that a language lacks', async () => {
      const files = {
        'words/it.yaml': wordsFile({}, '', { back: ['indietro'], skip: ['Indietro'], more: ['indietro'] }),
        'words/en.yaml': wordsFile({}, '', { back: ['back'], skip: ['skip'] }),
      };
      expect(await check(files)).to.deep.equal([
        'error: words/en.yaml: phrases.more: nothing here, and something in words/it.yaml; write what people say to it',
        'error: words/it.yaml: phrases.skip[0]: "Indietro" stands under phrases.back already; keep it where it means most',
      ]);
    });

    it('names one by one what a language is without', async () => {
      const {
        phrases: _phrases,
        lists: _lists,
        ...raw
      } = JSON.parse(wordsFile({})) as Record<string, unknown>;
      const found = await check({ 'words/it.yaml': JSON.stringify(raw) });
      expect(found.filter((line) => /: (?:phrases|lists)\.[a-z-]+: /.test(line))).to.have.length(
        Object.values(PHRASE_GROUPS).flat().length + LIST_NAMES.length,
      );
    });

    it('reports a meaning and a kind of verb that one language has and another lacks', async () => {
      const files = {
        'words/it.yaml': wordsFile({ agree: ['sì'], doubt: ['forse'] }),
        'words/en.yaml': wordsFile({ agree: ['yes'] }, ''),
      };
      expect(await check(files)).to.deep.equal([
        'error: words/en.yaml: cues.doubt: nothing here, and something in words/it.yaml; write what people say to it',
        'error: words/en.yaml: verbs.do: nothing here, and something in words/it.yaml; write what people say to it',
      ]);
    });

    it('reports a meaning that nobody knows', async () => {
      const raw = wordsFile({}).replace('"agree":', '"nod":');
      expect((await check({ 'words/it.yaml': raw })).join('\n')).to.match(/words\/it\.yaml: cues/);
    });
  });

  describe('vocabulary', () => {
    it('reports a phrase that tells two values, and a star after two letters', async () => {
      const yaml =
        'aspects: { asks: { time: [when, in*], money: [when, how much] }, state: { open: [when] } }\n';
      expect(await check({ 'vocabulary/en.yaml': yaml })).to.deep.equal([
        'error: vocabulary/en.yaml: aspects.asks.time: "in*" begins too many words; write three letters before the star',
        'error: vocabulary/en.yaml: aspects.asks.money: "when" tells time already; keep it in one place',
      ]);
    });

    it('reports what is called decisive and is no aspect', async () => {
      const yaml = 'decisive: [state, mood]\naspects: { state: { open: [open] } }\n';
      expect(await check({ 'vocabulary/en.yaml': yaml })).to.deep.equal([
        'error: vocabulary/en.yaml: decisive: "mood" is no aspect; write the name of one of aspects',
      ]);
    });

    it('reports a word in two groups, a word alone and a spelling of itself', async () => {
      const yaml =
        'synonyms: [[auto, macchina], [vettura, Macchina], [moto]]\nchatSpellings: { nn: NN, xke: perché }\n';
      expect(await check({ 'vocabulary/it.yaml': yaml })).to.deep.equal([
        'error: vocabulary/it.yaml: synonyms[1][1]: "Macchina" is in synonyms[0] already; keep it in one place',
        'error: vocabulary/it.yaml: synonyms[2]: one word alone; add what means the same',
        'error: vocabulary/it.yaml: chatSpellings.nn: "nn" stands for itself; write the full word',
      ]);
    });
  });
});
