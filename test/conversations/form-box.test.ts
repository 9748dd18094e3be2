import { expect } from 'chai';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { cardProblems } from '../cards/card-problems.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import {
  boxIn,
  closingOf,
  dataOf,
  filled,
  type Json,
  type ShownBox,
  textIn,
  TO_CHAT,
  valuesIn,
} from './shown-box.ts';
import { type InTeams, type InvokeResponse, TeamsChat } from './teams-chat.ts';

const FORM = 'Compila un modulo';

/** All that a co-sell deal needs beside its kind and customer. */
const REST = {
  'address.line1': 'Via Roma 1',
  'address.city': 'Verona',
  'address.country': 'Italia',
  'value.': '80k',
  'closingDate.': '2027-03-31',
  'marketplaceIntent.': 'No',
};
const HELPED = {
  'contact.firstName': 'Gina',
  'contact.lastName': 'Corti',
  'contact.phone': '+39 045 123456',
  'contact.email': 'gina@bianchi.example',
  'helpCode.': 'QuotesOrLicensing',
};

const problemsOf = ({ card }: ShownBox): string[] => cardProblems(card);

describe('a form as a box beside the chat', () => {
  let connector: BotConnector;
  let bot: TestBot;
  before(async () => {
    connector = await startBotConnector();
    bot = await startTestBot();
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });
  beforeEach(async () => {
    for (const person of [sara, marco])
      await new TeamsChat(bot, connector, { person }).post({
        type: 'message',
        value: { action: 'forget-me', isConfirmed: true },
      });
  });

  const chatOf = (person = sara): TeamsChat => new TeamsChat(bot, connector, { person });
  const formOf = (said: readonly InTeams[]): Json =>
    dataOf(
      FORM,
      said.map(({ activity }) => activity),
    );
  const fetchOf = (chat: TeamsChat, data: Json): Promise<InvokeResponse> =>
    chat.invoke('task/fetch', { data, context: { theme: 'default' } });
  const submit = (chat: TeamsChat, value: Json): Promise<InvokeResponse> =>
    chat.invoke('task/submit', { ...value, context: { theme: 'default' } });
  const firstSolution = (box: ShownBox): string =>
    box.inputs.find(({ id }) => id === 'solution.')?.choices[0]?.value ?? '';

  async function open(
    words: string,
    chat = chatOf(),
  ): Promise<{ chat: TeamsChat; button: Json; box: ShownBox }> {
    const button = formOf(await chat.say(words));
    return { chat, button, box: boxIn(await fetchOf(chat, button)) };
  }

  it('is offered with the first question, where the channel knows boxes, and opens with what is known', async () => {
    const { chat, button, box } = await open('crea un deal co-sell con Bianchi Srl da 80.000 euro');
    expect(button).to.have.nested.property('msteams.type', 'task/fetch');
    expect(valuesIn(box)).to.include({
      'kind.': 'co-sell',
      'customer.': 'Bianchi Srl',
      'value.': '80.000',
      'value.currency': 'EUR',
      'contact.email': '',
    });
    expect(problemsOf(box)).to.deep.equal([]);
    const second = await chat.say('Via Roma 1, Verona, Italia');
    expect(second.flatMap(({ buttons }) => buttons)).not.to.include(FORM);
    expect((await new Chat(bot, marco).say('crea un deal')).buttons).not.to.include(FORM);
  });

  it('has an input for each kind of value', async () => {
    const { box } = await open('crea un deal co-sell con Bianchi Srl');
    const types = Object.fromEntries(box.inputs.map(({ id, type }) => [id, type]));
    expect(types).to.include({
      'kind.': 'Input.ChoiceSet',
      'customer.known': 'Input.ChoiceSet',
      'customer.': 'Input.Text',
      'address.city': 'Input.Text',
      'contact.phone': 'Input.Text',
      'solution.': 'Input.ChoiceSet',
      'value.': 'Input.Text',
      'value.currency': 'Input.ChoiceSet',
      'closingDate.': 'Input.Date',
      'helpCode.': 'Input.ChoiceSet',
      'notes.': 'Input.Text',
      'otherSolutions.': 'Input.ChoiceSet',
      'team.more': 'Input.Text',
    });
    const searched = box.inputs.filter(({ dataset }) => dataset !== null).map(({ id }) => id);
    expect(searched).to.deep.equal(['customer.known', 'solution.']);
  });

  it('is closed into the summary in the chat, where the deal is confirmed', async () => {
    const { chat, box } = await open('crea un deal co-sell con Gialli Srl');
    const before = chat.said.length;
    const values = { ...REST, ...HELPED, 'solution.': firstSolution(box), 'notes.': 'Chiamare domani' };
    closingOf(await submit(chat, filled(box, values)));
    const said = chat.said.slice(before);
    expect(said).to.have.length(1);
    for (const part of [
      'Gialli Srl',
      'Via Roma 1',
      'Gina Corti',
      '80.000 €',
      '31 marzo 2027',
      'Chiamare domani',
    ])
      expect(said[0]?.text).to.contain(part);
    await chat.post({ type: 'message', value: dataOf('Crea il deal', said[0]?.activity) });
    expect(chat.last.text).to.contain('Gialli Srl').and.to.contain('creato');
  });

  it('is shown again with a sentence at each input that is wrong or missing, and keeps the others in the draft', async () => {
    const { chat, button, box } = await open('crea un deal');
    const wrong = {
      'kind.': 'co-sell',
      'customer.': 'Bianchi Srl',
      'value.': 'un sacco',
      'address.line1': 'Via Roma 1',
    };
    const before = chat.said.length;
    const again = boxIn(await submit(chat, filled(box, { ...wrong, 'closingDate.': '2027-03-31' })));
    expect(again.notes).to.have.keys(
      'address',
      'contact',
      'solution',
      'value',
      'helpCode',
      'marketplaceIntent',
    );
    expect(again.notes['value']).to.contain('un sacco');
    expect(valuesIn(again)).to.include({ 'value.': 'un sacco', 'address.line1': 'Via Roma 1' });
    expect(problemsOf(again)).to.deep.equal([]);
    expect(chat.said.length).to.equal(before);
    // Whoever closes the box now finds in the draft what was right.
    const kept = valuesIn(boxIn(await fetchOf(chat, button)));
    expect(kept).to.include({ 'customer.': 'Bianchi Srl', 'closingDate.': '2027-03-31', 'value.': '' });
    expect(kept).to.include({ 'address.line1': 'Via Roma 1' });
    await chat.say('a che punto siamo?');
    expect(chat.last.text).to.contain('Bianchi Srl').and.to.contain('31 marzo 2027');
    const values = { ...REST, ...HELPED, 'solution.': firstSolution(again) };
    closingOf(await submit(chat, filled(again, values)));
    expect(chat.last.text).to.contain('Riepilogo').and.to.contain('80.000 €');
  });

  it('objects in the words of the chat', async () => {
    const { chat, box } = await open('crea un deal co-sell con Bianchi Srl');
    const again = boxIn(
      await submit(
        chat,
        filled(box, { 'value.': 'boh', 'closingDate.': '2026-01-01', 'address.country': 'Narnia' }),
      ),
    );
    for (const [slot, words] of [
      ['value', 'cambia il valore: boh'],
      ['closingDate', 'cambia la chiusura: 2026-01-01'],
    ] as const) {
      await chat.say(words);
      const [first = ''] = (again.notes[slot] ?? '').split('.');
      expect(chat.last.text.toLowerCase(), slot).to.contain(first.slice(0, 30).toLowerCase());
    }
    expect(again.notes['address']).to.contain('Narnia');
  });

  it('asks which reading is meant beside the input, and takes the one that is chosen', async () => {
    const { chat, box } = await open('crea un deal privato');
    const again = boxIn(
      await submit(chat, filled(box, { 'customer.': 'Contosso', 'closingDate.': '2026-03-31' })),
    );
    const options = (id: string): string[] =>
      again.inputs.find((each) => each.id === id)?.choices.map(({ value }) => value) ?? [];
    expect(options('customer.which')).to.include('known:Contoso');
    expect(options('closingDate.which')).to.deep.equal(['2027-03-31']);
    const third = boxIn(
      await submit(
        chat,
        filled(again, { 'customer.which': 'known:Contoso', 'closingDate.which': '2027-03-31' }),
      ),
    );
    expect(valuesIn(third)).to.include({ 'customer.known': 'Contoso', 'closingDate.': '2027-03-31' });
    expect(third.notes).not.to.have.any.keys('customer', 'closingDate');
  });

  it('hands over to the chat at any moment, and shows what was said there when it is opened again', async () => {
    const { chat, button, box } = await open('crea un deal privato');
    closingOf(await submit(chat, filled(box, { 'customer.': 'Bianchi Srl', 'value.': '70k' }, TO_CHAT)));
    expect(chat.last.text).to.contain('Bianchi Srl').and.to.contain('indirizzo');
    await chat.say('Via Roma 1, Verona, Italia');
    await chat.say('cambia il valore: 95k');
    expect(valuesIn(boxIn(await fetchOf(chat, button)))).to.include({
      'customer.': 'Bianchi Srl',
      'address.city': 'Verona',
      'value.': '95.000',
    });
  });

  it('is within reach again at the summary', async () => {
    const { chat, box } = await open('crea un deal privato con Bianchi Srl');
    const said = chat.said.length;
    closingOf(await submit(chat, filled(box, { ...REST, 'solution.': firstSolution(box) })));
    const again = boxIn(await fetchOf(chat, formOf(chat.said.slice(said))));
    expect(valuesIn(again)).to.include({ 'address.city': 'Verona' });
    closingOf(await submit(chat, filled(again, { 'address.city': 'Padova' })));
    expect(chat.last.text).to.contain('Padova');
  });

  it('says in the chat what it could not take, where the chat goes on', async () => {
    const { chat, box } = await open('crea un deal privato');
    closingOf(await submit(chat, filled(box, { 'customer.': 'Bianchi Srl', 'value.': 'boh' }, TO_CHAT)));
    expect(chat.last.text).to.contain('boh').and.to.contain('Bianchi Srl');
  });

  it('leaves alone what was changed in the chat while it stood open', async () => {
    const { chat, button, box } = await open('crea un deal privato con Bianchi Srl da 70.000 euro');
    await chat.say('cambia il valore: 95k');
    boxIn(await submit(chat, filled(box, { 'closingDate.': '2027-03-31' })));
    expect(valuesIn(boxIn(await fetchOf(chat, button)))).to.include({
      'value.': '95.000',
      'closingDate.': '2027-03-31',
    });
  });

  it('asks for a decision in its place, and does what is decided', async () => {
    const { chat, box } = await open('crea un deal co-sell con Bianchi Srl');
    const again = boxIn(
      await submit(
        chat,
        filled(box, { ...REST, ...HELPED, 'solution.': firstSolution(box), 'value.': '10k' }),
      ),
    );
    expect(again.notes).to.have.keys('smallValue');
    closingOf(await submit(chat, filled(again, { 'smallValue.': 'private' })));
    expect(chat.last.text).to.contain('Privato').and.to.contain('10.000 €');
  });

  it('takes back what is emptied, and passes over what is optional', async () => {
    const { chat, button, box } = await open('crea un deal privato con Bianchi Srl da 70.000 euro');
    boxIn(await submit(chat, filled(box, { 'value.': '' })));
    expect(valuesIn(boxIn(await fetchOf(chat, button)))).to.include({ 'value.': '' });
  });

  it('writes the note for the person, who sees it beside its choices', async () => {
    const { chat, box } = await open('crea un deal co-sell con Bianchi Srl');
    const values = { ...REST, ...HELPED, 'solution.': firstSolution(box), 'notes.choice': 'write' };
    const again = boxIn(await submit(chat, filled(box, values)));
    expect(valuesIn(again)['notes.']).to.contain('Bianchi Srl');
    closingOf(await submit(chat, filled(again)));
    expect(chat.last.text).to.contain('Riepilogo').and.to.contain(valuesIn(again)['notes.']);
  });

  it('closes a deal by the same means', async () => {
    const { chat, box } = await open('chiudi un deal');
    expect(box.inputs.map(({ id }) => id)).to.deep.equal(['deal.', 'outcome.']);
    const deals = box.inputs[0]?.choices ?? [];
    const fabrikam = deals.find(({ title }) => title.startsWith('Fabrikam'))?.value ?? '';
    const again = boxIn(await submit(chat, filled(box, { 'deal.': fabrikam, 'outcome.': 'Lost' })));
    expect(again.notes).to.have.keys('reason');
    closingOf(await submit(chat, filled(again, { 'reason.': 'Il capo progetto ha cambiato azienda' })));
    expect(chat.last.text).to.contain('Fabrikam').and.to.contain('ha cambiato azienda');
    expect(chat.last.buttons).to.include('Sì, chiudi il deal');
  });

  it('answers in the chat at once where nothing is to be confirmed', async () => {
    const { chat, box } = await open('controlla un deal');
    const contoso = box.inputs[0]?.choices.find(({ title }) => title.startsWith('Contoso'))?.value ?? '';
    closingOf(await submit(chat, filled(box, { 'deal.': contoso })));
    expect(chat.last.text).to.contain('Contoso');
  });

  it('refuses an old box truthfully: the deal is there, or the draft is gone', async () => {
    const { chat, button, box } = await open('crea un deal co-sell con Neri Srl');
    const values = { ...REST, ...HELPED, 'solution.': firstSolution(box) };
    closingOf(await submit(chat, filled(box, values)));
    await chat.post({ type: 'message', value: dataOf('Crea il deal', chat.last.activity) });
    for (const answer of [await fetchOf(chat, button), await submit(chat, filled(box, values))])
      expect(closingOf(answer)).to.contain('già creato').and.to.contain('Neri Srl');
    const other = await open('crea un altro deal privato con Verdi Spa');
    await other.chat.say('annulla');
    await other.chat.say('sì');
    for (const answer of [
      await fetchOf(other.chat, other.button),
      await submit(other.chat, filled(other.box)),
    ])
      expect(closingOf(answer)).to.contain('non c’è più');
  });

  it('shows and takes nothing of somebody else’s draft', async () => {
    const { chat, button, box } = await open('crea un deal co-sell con Bianchi Srl');
    const stranger = chatOf(marco);
    const answers = [
      await fetchOf(stranger, button),
      await submit(stranger, filled(box, { 'customer.': 'Rossi Srl' })),
    ];
    for (const answer of answers) {
      expect(closingOf(answer)).to.contain('non è tra le tue');
      expect(JSON.stringify(answer.body)).not.to.contain('Bianchi');
    }
    expect(valuesIn(boxIn(await fetchOf(chat, button)))).to.include({ 'customer.': 'Bianchi Srl' });
  });

  it('refuses what is no box of ours, and an option that was never offered', async () => {
    const { chat, button, box } = await open('crea un deal privato con Bianchi Srl');
    const data = dataOf(TO_CHAT, box.card);
    for (const value of [
      null,
      'x',
      {},
      { data: null },
      { data: { action: 'open-box' } },
      { data: button['draftId'] },
    ])
      for (const name of ['task/fetch', 'task/submit']) {
        const { status, body } = await chat.invoke(name, value);
        expect(status, JSON.stringify(value)).to.equal(400);
        expect(body).to.have.nested.property('value.code', 'BadRequest');
      }
    for (const shown of [null, { 'value.': 7 }, 'x'])
      expect((await submit(chat, { data: { ...data, shown } })).status).to.equal(400);
    const forged = {
      'kind.': 'secret',
      'solution.': 'SOL-0-X',
      'marketplaceIntent.': '<script>',
      'team.': 'ceo@other.example',
    };
    const again = boxIn(await submit(chat, filled(box, forged)));
    expect(again.notes).to.include.keys('kind', 'solution', 'marketplaceIntent', 'team');
    expect(valuesIn(boxIn(await fetchOf(chat, button)))).to.include({ 'kind.': 'private', 'team.': '' });
  });

  it('does the same when the same box is sent again', async () => {
    const { chat, box } = await open('crea un deal privato con Bianchi Srl');
    const value = filled(box, { ...REST, 'solution.': firstSolution(box) });
    closingOf(await submit(chat, value));
    const first = chat.last.text;
    closingOf(await submit(chat, value));
    expect(chat.last.text).to.equal(first);
    const drafts = await chat.say('le mie bozze');
    expect(textIn(drafts.map(({ activity }) => activity)).match(/Bianchi Srl/g)).to.have.length.below(4);
  });

  it('closes without saying it twice where the channel brings the same box again', async () => {
    const { chat, box } = await open('crea un deal privato con Bianchi Srl');
    const value = filled(box, { ...REST, 'solution.': firstSolution(box) });
    const [first, again] = [
      await chat.invoke('task/submit', value, undefined, 'f:1'),
      await chat.invoke('task/submit', value, undefined, 'f:1'),
    ];
    expect(closingOf(first)).to.not.equal('');
    expect(again.status).to.equal(200);
    expect(chat.said.filter(({ text }) => text.includes('Riepilogo'))).to.have.length(1);
  });

  it('takes up a draft whose form is open no more', async () => {
    const { chat, button, box } = await open('crea un deal privato con Bianchi Srl');
    const elsewhere = chatOf();
    closingOf(await submit(elsewhere, filled(box, { ...REST, 'solution.': firstSolution(box) })));
    expect(elsewhere.last.text).to.contain('Riepilogo');
    expect(valuesIn(boxIn(await fetchOf(chat, button)))).to.include({ 'address.city': 'Verona' });
  });

  describe('what is typed into an input that is searched', () => {
    const search = (chat: TeamsChat, dataset: unknown, queryText: unknown, queryOptions?: unknown) =>
      chat.invoke('application/search', { queryText, dataset, queryOptions });
    const resultsOf = ({ status, body }: InvokeResponse): { title: string; value: string }[] => {
      expect(status).to.equal(200);
      expect(body).to.include({ statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse' });
      return (body as { value: { results: { title: string; value: string }[] } }).value.results;
    };
    const datasetOf = (box: ShownBox, id: string): string =>
      box.inputs.find((each) => each.id === id)?.dataset ?? '';

    it('finds customers, solutions and deals that the person may see', async () => {
      const { chat, box } = await open('crea un deal co-sell');
      const customers = datasetOf(box, 'customer.known');
      expect(resultsOf(await search(chat, customers, 'fab'))).to.deep.equal([
        { title: 'Fabrikam', value: 'Fabrikam' },
      ]);
      expect(resultsOf(await search(chat, customers, 'zzzz'))).to.deep.equal([]);
      expect(resultsOf(await search(chat, customers, 'contosso')).map(({ title }) => title)).to.include(
        'Contoso',
      );
      expect(resultsOf(await search(chat, datasetOf(box, 'solution.'), 'wms'))).to.have.length(1);
      const all = resultsOf(await search(chat, customers, ''));
      const paged = resultsOf(await search(chat, customers, '', { skip: 1, top: 2 }));
      expect(paged).to.deep.equal(all.slice(1, 3));
      expect(resultsOf(await search(chat, customers, '', { skip: 1, top: 2 }))).to.deep.equal(paged);
      // A box may still be open that was drawn with ids.
      for (const value of ['Contoso', 'known:Fabrikam']) {
        const taken = boxIn(await submit(chat, filled(box, { 'customer.known': value })));
        expect(valuesIn(taken)).to.include({ 'customer.known': value.replace('known:', '') });
      }
    });

    it('calls each by its label, which clients show of what is chosen', async () => {
      const { box } = await open('crea un deal privato con Proseware');
      const searched = box.inputs.filter(({ dataset }) => dataset !== null);
      expect(searched.map(({ id }) => id)).to.include.members(['customer.known', 'solution.']);
      for (const { choices } of searched)
        expect(choices.map(({ value }) => value)).to.deep.equal(choices.map(({ title }) => title));
      expect(valuesIn(box)).to.include({ 'customer.known': 'Proseware', 'solution.': 'Aurelia Analytics' });
    });

    it('shows nobody what is another’s, and refuses what is no search of ours', async () => {
      const { chat, box } = await open('crea un deal co-sell');
      const dataset = datasetOf(box, 'customer.known');
      const foreign = await search(chatOf(marco), dataset, 'fab');
      expect(foreign.status).to.equal(400);
      expect(JSON.stringify(foreign.body)).not.to.contain('Fabrikam');
      const forged = [
        dataset.replace('customer', 'value'),
        dataset.replace('customer', 'constructor'),
        'box/nobody/customer',
        'customer',
        '',
        null,
        7,
        'x'.repeat(5000),
      ];
      for (const each of forged) {
        const { status, body } = await search(chat, each, 'fab');
        expect(status, String(each)).to.equal(400);
        expect(body).to.have.nested.property('value.code', 'BadRequest');
      }
      for (const value of [null, [], 'x'])
        expect((await chat.invoke('application/search', value)).status).to.equal(400);
    });
  });
});
