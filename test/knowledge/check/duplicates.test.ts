import { expect } from 'chai';
import { check, goodAnswer } from '../folder.ts';

/** An answer with an Italian body of its own, and an English one that tells nothing of it. */
const telling = (id: string, body: string) =>
  goodAnswer
    .replace('id: parking', `id: ${id}`)
    .replace('Dove parcheggio?', `Che si sa di ${id}?`)
    .replace('Where do I park?\n  lead', `What about ${id}?\n  lead`)
    .replace('Puoi parcheggiare dietro la sede.', `${id}, ecco.`)
    .replace('You can park behind the building.', `${id}.`)
    .replace('Vedi [il manuale](source:handbook).', body)
    .replace('See [the handbook](source:handbook).', `On ${id}.`);

const GATE =
  'Il cancello si apre con il tesserino, il cortile chiude alle venti e la domenica resta sbarrato per tutti.';
const BIKES = 'Le biciclette stanno sotto la tettoia nuova, con due lucchetti e una pompa accanto al muro.';

const alike = async (files: Readonly<Record<string, string>>) =>
  (await check(files)).filter((line) => line.includes('says nearly what'));

describe('checkDuplicates', () => {
  it('names the answer that says nearly what another one says', async () => {
    const problems = await alike({
      'answers/gate.yaml': telling('gate', GATE),
      'answers/yard.yaml': telling('yard', GATE.replace('per tutti', 'a chiunque')),
    });
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(
      /answers\/yard\.yaml: it\.body: says nearly what gate says \(\d+ % of the words\)/,
    );
  });

  it('lets two answers with other things to say be', async () => {
    const files = {
      'answers/gate.yaml': telling('gate', GATE),
      'answers/bikes.yaml': telling('bikes', BIKES),
    };
    expect(await alike(files)).to.deep.equal([]);
  });
});
