import { expect } from 'chai';
import { answerWith, check, goodAnswer } from '../folder.ts';

const ofFigures = (lines: readonly string[]) => lines.filter((line) => /gives|but .* says/.test(line));

describe('checkNumbers', () => {
  it('names a figure that the languages give differently', async () => {
    const files = answerWith('behind the building.', 'behind the building for 15 days.');
    const italian = files['answers/parking.yaml']?.replace(
      'dietro la sede.',
      'dietro la sede per 14 giorni.',
    );
    const problems = await check({ 'answers/parking.yaml': italian ?? null });
    expect(ofFigures(problems)).to.deep.equal([
      'warning: answers/parking.yaml: en.body: gives 15 where it gives 14; compare both with the source and give the same figures',
    ]);
  });

  it('reads thousands as each language writes them, and counts no list', async () => {
    const text = goodAnswer
      .replace('dietro la sede.', 'dietro la sede, 25.000 posti.')
      .replace('behind the building.', 'behind the building, 25,000 spaces.')
      .replace('  body: See', '  body: |\n    1. Go in.\n    2. Park.\n\n    See');
    expect(ofFigures(await check({ 'answers/parking.yaml': text }))).to.deep.equal([]);
  });

  it('names two entries whose sentences differ in nothing but a figure', async () => {
    const second = goodAnswer
      .replace('id: parking', 'id: garden')
      .replace('Dove parcheggio?', 'Il giardino dov’è?')
      .replace('Where do I park?\n  lead', 'Where is the garden?\n  lead')
      .replace('dietro la sede.', 'nel cortile. La sbarra si alza entro 20 secondi dal codice.')
      .replace('behind the building.', 'in the yard. The bar rises within 20 seconds of the code.')
      .replaceAll('posto auto', 'giardino verde')
      .replaceAll('car space', 'green garden');
    const first = goodAnswer
      .replace('dietro la sede.', 'dietro. La sbarra si alza entro 30 secondi dal codice.')
      .replace('behind the building.', 'behind. The bar rises within 30 seconds of the code.');
    const problems = ofFigures(await check({ 'answers/garden.yaml': second, 'answers/parking.yaml': first }));
    expect(problems.join('\n')).to.include('answers/parking.yaml: it.lead').and.to.include('but garden says');
  });

  it('takes the year of an edition for no fact', async () => {
    const cited = (year: string, id: string) =>
      goodAnswer
        .replace('id: parking', `id: ${id}`)
        .replaceAll('posto auto', `${id} posto`)
        .replaceAll('car space', `${id} car`)
        .replace('Dove parcheggio?', `Dove parcheggio ${id}?`)
        .replace(
          'Vedi [il manuale](source:handbook).',
          `Viene dalle pagine del [manuale](source:handbook), edizione del ${year}.`,
        )
        .replace(
          'See [the handbook](source:handbook).',
          `That is from the pages of [the handbook](source:handbook), edition of ${year}.`,
        );
    const files = { 'answers/one.yaml': cited('2020', 'one'), 'answers/two.yaml': cited('2021', 'two') };
    expect(ofFigures(await check(files))).to.deep.equal([]);
  });
});
