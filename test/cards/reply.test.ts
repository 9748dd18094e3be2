import { expect } from 'chai';
import * as z from 'zod';
import { buttonRow } from '../../src/cards/button-row.ts';
import { factRows } from '../../src/cards/fact-rows.ts';
import { bullet } from '../../src/cards/line.ts';
import { markdownBlocks } from '../../src/cards/markdown-blocks.ts';
import { contentMarkdown } from '../../src/cards/markdown.ts';
import { parseAction } from '../../src/cards/action.ts';
import { type Shown, toActivity } from '../../src/cards/reply.ts';
import type { Button, Reply } from '../../src/cards/reply-data.ts';
import { tapAction } from '../../src/cards/tap-action.ts';
import { lineBlock } from '../../src/cards/text-block.ts';
import { cardProblems } from './card-problems.ts';
import { shownLines } from './shown-lines.ts';

const help = (title: string): Button => ({ title, action: { action: 'help' } });

const line = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });

const card = z.object({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  $schema: z.string(),
  lang: z.string(),
  fallbackText: z.string(),
  msteams: z.object({ width: z.literal('Full') }).optional(),
  body: z.array(z.looseObject({ type: z.string() })),
  actions: z.array(z.looseObject({ type: z.string(), title: z.string() })).optional(),
});

function cardOf(reply: Reply, shown: Shown = {}): z.infer<typeof card> {
  const { attachments = [], text } = toActivity(reply, 'it', shown);
  expect(text, 'a text beside a card is shown twice').to.equal(undefined);
  expect(attachments).to.have.length(1);
  expect(attachments[0]?.contentType).to.equal('application/vnd.microsoft.card.adaptive');
  expect(cardProblems(attachments[0]?.content)).to.deep.equal([]);
  return card.parse(attachments[0]?.content);
}

describe('reply', () => {
  it('is a plain message where there is only text', () => {
    const text = [[{ text: 'Fatto.', isBold: true }, { text: ' Il resto.' }], 'E ancora.'];
    const activity = toActivity({ summary: 'Fatto.', text }, 'it');
    expect(activity).to.include({
      type: 'message',
      text: 'Fatto. Il resto.\n\nE ancora.',
      textFormat: 'plain',
      summary: 'Fatto.',
      inputHint: 'acceptingInput',
      locale: 'it-IT',
    });
    expect(activity.attachments).to.equal(undefined);
  });

  it('is a card where there is a list, so that what is long goes on beside its mark', () => {
    const made = cardOf({ summary: 'Due.', text: ['Sono due:', bullet('uno'), bullet('due'), 'Quale?'] });
    expect(made.body.map(({ type }) => type)).to.deep.equal([
      'RichTextBlock',
      'ColumnSet',
      'ColumnSet',
      'RichTextBlock',
    ]);
    expect(made.fallbackText).to.equal('Sono due:\n\n• uno\n• due\n\nQuale?');
  });

  it('says the summary where there is no other text', () => {
    expect(toActivity({ summary: 'Fatto.' }, 'en')).to.include({ text: 'Fatto.', locale: 'en-US' });
  });

  it('reads no Markdown in user data', () => {
    expect(toActivity({ summary: '*Rossi*' }, 'it')).to.include({ text: '*Rossi*', textFormat: 'plain' });
    const { body } = cardOf({ summary: '*Rossi*', buttons: [help('Aiuto')] });
    expect(body).to.deep.equal([line('*Rossi*')]);
  });

  it('is a card where there are buttons, with the news as summary and a fallback', () => {
    const text = ['La notizia.', 'Il resto.'];
    const reply = { summary: 'La notizia.', text, buttons: [help('Aiuto')] };
    expect(toActivity(reply, 'it').summary).to.equal('La notizia.');
    const made = cardOf(reply);
    expect(made.fallbackText).to.equal('La notizia.\n\nIl resto.');
    expect(made.lang).to.equal('it');
    expect(made.body).to.deep.equal(text.map(line));
    expect(made.actions).to.deep.equal([tapAction('Aiuto', { action: 'help' })]);
  });

  it('shows the body alone where there is no text, and after it where there is', () => {
    const body = [factRows([{ title: 'Valore', value: '80.000 €' }])];
    expect(cardOf({ summary: 'Deal.', body }).body).to.deep.equal(body);
    const both = cardOf({ summary: 'Deal.', text: ['Testo.'], body }).body;
    expect(both).to.deep.equal([line('Testo.'), ...body]);
  });

  it('points out a name that mixes scripts, right behind the news, and no other', () => {
    const other = 'Cоntoso';
    const body = [line(`Accettato: ${other}`), line('Il resto.')];
    expect(shownLines(cardOf({ summary: 'x', body }).body)).to.deep.equal([
      `Accettato: ${other}`,
      `Attenzione: questo nome mescola alfabeti diversi: ${other}.`,
      'Il resto.',
    ]);
    const titled = cardOf({ summary: 'Quale?', buttons: [help(other), help('Micrοsoft')] });
    expect(shownLines(titled.body)[1]).to.match(/^Attenzione: questi nomi .*: Cоntoso e Micrοsoft\.$/);
    expect(toActivity({ summary: `Per ${other}.` }, 'en').text).to.equal(
      `Per ${other}.\n\nCareful: this name mixes different alphabets: ${other}.`,
    );
    for (const name of ['Contoso', 'Газпром', 'NTTデータ']) {
      expect(shownLines(cardOf({ summary: 'x', body: [line(name)] }).body)).to.deep.equal([name]);
    }
  });

  it('shows nothing that nobody sees: in the text, the news, the fallback, the titles of buttons', () => {
    const name = 'Con\u200btoso\u202e';
    const made = cardOf({
      summary: `Fatto: ${name}`,
      buttons: [help(name), { title: name, url: 'https://a.example' }],
    });
    expect(JSON.stringify(made)).not.to.match(/\u200b|\u202e/);
    expect(made.actions?.map(({ title }) => title)).to.deep.equal(['Contoso', 'Contoso']);
    expect(toActivity({ summary: `${name}\nSpa` }, 'it').summary).to.equal('Contoso Spa');
    expect(toActivity({ summary: 'x', text: [name] }, 'it').text).to.equal('Contoso');
  });

  it('has no empty list of actions', () => {
    expect(cardOf({ summary: 'x', body: [{ type: 'TextBlock', text: 'x' }] }).actions).to.equal(undefined);
  });

  it('takes the whole width for what has columns alone', () => {
    const body = [factRows([{ title: 'Valore', value: '80.000 €' }])];
    expect(cardOf({ summary: 'x', body }).msteams).to.deep.equal({ width: 'Full' });
    expect(cardOf({ summary: 'x', buttons: [help('Aiuto')] }).msteams).to.equal(undefined);
  });

  it('shows in Teams what was tapped, and sends its action in every channel', () => {
    const [button] = cardOf({ summary: 'x', buttons: [help('Ai\u200buto')] }).actions ?? [];
    expect(parseAction(button?.['data'])).to.deep.equal({ action: 'help' });
    const { data } = z
      .object({ data: z.looseObject({ msteams: z.record(z.string(), z.unknown()) }) })
      .parse(button?.['fallback']);
    expect(data.msteams).to.deep.equal({
      type: 'messageBack',
      displayText: 'Aiuto',
      text: 'Aiuto',
      value: { action: 'help' },
    });
    expect(parseAction(data)).to.deep.equal({ action: 'help' });
    expect(parseAction(data.msteams['value'])).to.deep.equal({ action: 'help' });
  });

  it('opens links, and stresses a button only where that is asked', () => {
    const { actions } = cardOf({
      summary: 'x',
      buttons: [
        { title: 'Crea', action: { action: 'help' }, style: 'positive' },
        { title: 'Apri', url: 'https://partner.microsoft.com' },
      ],
    });
    expect(actions).to.deep.equal([
      { ...tapAction('Crea', { action: 'help' }), style: 'positive' },
      { type: 'Action.OpenUrl', title: 'Apri', url: 'https://partner.microsoft.com' },
    ]);
  });

  it('stresses a button as much where its tap says which card it is on', () => {
    const buttons = [{ title: 'Crea', action: { action: 'help' }, style: 'positive' }] as const;
    const on = { card: { id: 'x.y', userId: '29:z' } };
    const { actions } = cardOf({ summary: 'x', buttons }, on);
    expect(actions).to.deep.equal([
      { ...tapAction('Crea', { action: 'help' }, { card: 'x.y' }), style: 'positive' },
    ]);
  });

  it('submits taps, also on rows, where the client does not execute them, and asks for nothing by itself', () => {
    const buttons = [{ title: 'Crea', action: { action: 'help' }, style: 'positive' }] as const;
    const body = [buttonRow('Fabrikam', { action: 'drafts' }, lineBlock('Fabrikam'))];
    const reply = { summary: 'x', body, buttons, refresh: { show: 'deal', id: 'd' } } as const;
    const on = { card: { id: 'x.y', userId: '29:z' }, hasExecute: false };
    const made = cardOf(reply, on);
    expect(made.actions).to.deep.equal([
      { type: 'Action.Submit', title: 'Crea', data: { action: 'help', card: 'x.y' }, style: 'positive' },
    ]);
    expect(JSON.stringify(made)).to.contain('{"action":"drafts","card":"x.y"}');
    expect(JSON.stringify(made)).not.to.match(/Execute|messageBack|refresh|"fallback"/);
  });

  it('is a card that Microsoft’s renderer takes, with all that Markdown can hold', () => {
    const markdown = contentMarkdown(
      '## Titolo\n\nUn `codice`, **grassetto** e [qui](https://a.example).\n\n1. uno\n2. due\n\n---\n\nFine.',
    );
    const { body } = cardOf({ summary: 'x', body: markdownBlocks(markdown), buttons: [help('Aiuto')] });
    expect(body.map(({ type }) => type)).to.deep.equal([
      'TextBlock',
      'RichTextBlock',
      'ColumnSet',
      'ColumnSet',
      'TextBlock',
    ]);
  });

  it('would be found out if it held what the renderer does not know', () => {
    const [problem] = cardProblems({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Picture' }] });
    expect(problem).to.contain('Picture');
  });

  it('takes six buttons and refuses a seventh, which Teams would hide', () => {
    const buttons = ['1', '2', '3', '4', '5', '6'].map(help);
    expect(cardOf({ summary: 'x', buttons }).actions).to.have.length(6);
    expect(() => toActivity({ summary: 'x', buttons: [...buttons, help('7')] }, 'it')).to.throw('7 buttons');
  });

  it('makes the channel’s own sign-in card, with the news beside it', () => {
    const exchange = { id: 'x', uri: 'api://botid-b', providerId: null };
    const prompt = { title: 'Accedi', connectionName: 'partner', url: 'https://token.example/s', exchange };
    const activity = toActivity({ summary: 'Devi accedere.', signIn: prompt }, 'it');
    expect(activity.summary).to.equal('Devi accedere.');
    // As it goes over the wire: what is undefined isn't there.
    expect(JSON.parse(JSON.stringify(activity.attachments))).to.deep.equal([
      {
        contentType: 'application/vnd.microsoft.card.oauth',
        content: {
          text: 'Devi accedere.',
          connectionName: 'partner',
          buttons: [{ type: 'signin', title: 'Accedi', value: 'https://token.example/s' }],
          tokenExchangeResource: { id: 'x', uri: 'api://botid-b' },
        },
      },
    ]);
    const byHand = toActivity({ summary: 's', signIn: { ...prompt, exchange: null } }, 'it');
    expect(JSON.stringify(byHand)).not.to.contain('api://');
  });
});
