import { expect } from 'chai';
import { check, goodAnswer } from '../folder.ts';

/** Another answer, with one Italian example more than its own. */
function bicycles(example: string, id = 'bicycles'): string {
  let at = 0;
  return goodAnswer
    .replace('id: parking', `id: ${id}`)
    .replace('Dove parcheggio?', 'La bicicletta dove la lego?')
    .replace('Where do I park?\n  lead', 'Where do I lock my bicycle?\n  lead')
    .replace('dietro la sede', 'la bicicletta nel cortile coperto, accanto alla portineria')
    .replace('behind the building', 'your bicycle in the covered yard beside the gate')
    .replace(
      /(?:posto auto|car space) .*/g,
      () => `rastrelliera b${String(at)} bx${String(at)} by${String(at++)}`,
    )
    .replace('- rastrelliera b0', `- ${example}\n      - rastrelliera b0`);
}

const misplaced = async (files: Readonly<Record<string, string>>) =>
  (await check(files)).filter((line) => line.includes('is nearer to'));

describe('checkNearness', () => {
  it('names an example that is nearer to another entry, and the entry to move it to', async () => {
    const problems = await misplaced({ 'answers/bicycles.yaml': bicycles('auto, posto d3 x3 y3') });
    // What was nearer to the other entry may now be nearer to this one.
    const own = problems.filter((line) => line.includes('bicycles.yaml'));
    expect(own).to.have.length(1);
    expect(own[0]).to.match(
      /answers\/bicycles\.yaml: it\.examples\[0\]: .*"posto auto d3 x3 y3" of parking; move it to parking/,
    );
  });

  it('finds nothing where each example is nearest to its own entry', async () => {
    expect(await misplaced({ 'answers/bicycles.yaml': bicycles('la rastrelliera bx3 by3') })).to.deep.equal(
      [],
    );
  });

  it('takes a finer point and its answer for one', async () => {
    const point = bicycles('auto, posto d3 x3 y3', 'parking/bicycles');
    expect(await misplaced({ 'answers/parking/bicycles.yaml': point })).to.deep.equal([]);
  });

  it('leaves an example that two entries share to the check that refuses it', async () => {
    const problems = await check({ 'answers/bicycles.yaml': bicycles('posto auto d3 x3 y3') });
    expect(problems.filter((line) => line.includes('is nearer to'))).to.deep.equal([]);
    expect(problems.filter((line) => line.includes('is also an example of'))).to.have.length(1);
  });
});
