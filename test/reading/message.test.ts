import { expect } from 'chai';
import fc from 'fast-check';
import { MAX_READ_LENGTH } from '../../src/language/flat.ts';
import { readMessage } from '../../src/reading/message.ts';

const BOT = { id: '28:5f5f', name: 'Segreteria & Vendite' };
const ANNA = { id: '29:anna', name: 'Anna Neri' };
const DEAL = '6b1e9f00-2222-4333-8444-5555aaaa6666';
const PAGE = `https://partner.microsoft.com/dashboard/referrals/v2/opportunities/${DEAL}`;

const mention = (mentioned: unknown, text?: unknown) => ({ type: 'mention', mentioned, text });
const html = (content: unknown) => ({ contentType: 'text/html', content });
const read = (part: object) => readMessage({ type: 'message', textFormat: 'plain', recipient: BOT, ...part });
const wordsOf = (part: object) => read(part).text;

describe('message: mentions', () => {
  const hello: readonly (readonly [how: string, part: object])[] = [
    ['once', { text: '<at>Segreteria &amp; Vendite</at> buondì', entities: [mention(BOT)] }],
    ['without entity', { text: '<at>Segreteria &amp; Vendite</at> buondì' }],
    ['without entities', { text: '<at id="0">Segreteria &amp; Vendite</at>, buondì', entities: null }],
    ['by a null', { text: '<at>segreteria &amp; vendite</at> buondì', entities: [mention(null)] }],
    [
      'by another name',
      { text: '<at>Il nostro</at>: buondì', entities: [mention({ ...BOT, name: 'Il nostro' })] },
    ],
    ['by an @', { text: '@Segr buondì', entities: [mention(BOT, '@Segr')] }],
    [
      'a word each',
      {
        text: '<at>Segreteria</at> <at>&amp;</at> <at>Vendite</at> buondì',
        entities: [mention(BOT, '<at>Segreteria</at>'), mention(BOT, '<at>&amp;</at>')],
      },
    ],
    ['a word each, without a word on it', { text: '<at>Segreteria</at>&nbsp;<at>&amp; Vendite</at> buondì' }],
    ['at the end', { text: 'buondì <at>Segreteria &amp; Vendite</at>' }],
    ['twice', { text: '<at>Segreteria &amp; Vendite</at> buondì <at>Segreteria &amp; Vendite</at>' }],
    [
      'by nobody known',
      { text: '<at>Segr</at> buondì', recipient: null, entities: [mention(null, '<at>Segr</at>')] },
    ],
    [
      'by a bot’s id',
      { text: '<at>Segr</at> buondì', recipient: null, entities: [mention({ id: '28:5f5f', name: 'Segr' })] },
    ],
    [
      'in HTML',
      {
        textFormat: 'html',
        text: '<div><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Segreteria &amp; Vendite</span>&nbsp;buondì</div>',
      },
    ],
  ];
  for (const [how, part] of hello) {
    it(`of the bot are cut: ${how}`, () => {
      expect(wordsOf(part)).to.equal('buondì');
      expect(read(part).isToBot).to.equal(true);
    });
  }
  it('of the bot in the middle leave the sentence whole', () => {
    const tag = '<at>Segreteria &amp; Vendite</at>';
    expect(wordsOf({ text: `puoi ${tag} aiutarmi?` })).to.equal('puoi aiutarmi?');
    expect(wordsOf({ text: `senti ${tag}, ${tag} chi mi aiuta?` })).to.equal('senti, chi mi aiuta?');
    expect(wordsOf({ text: `prima\n${tag}\ndopo` })).to.equal('prima\n\ndopo');
  });
  it('of others stay, as their names', () => {
    const entities = [mention(ANNA, '<at>Anna Neri</at>')];
    for (const recipient of [BOT, null]) {
      const { text, isToBot } = read({ recipient, text: 'aggiungi <at>Anna Neri</at> al deal', entities });
      expect([text, isToBot]).to.deep.equal(['aggiungi Anna Neri al deal', false]);
    }
    expect(
      read({ text: '<at>Anna Neri</at>', entities: [mention({ ...ANNA, name: BOT.name })] }).text,
    ).to.equal('Anna Neri');
  });
  it('alone leave no words, and say who is called', () => {
    for (const text of ['<at>Segreteria &amp; Vendite</at>', '', null, undefined])
      expect(read({ text, entities: [mention(BOT)], attachments: [html('<div></div>')] })).to.deep.include({
        text: '',
        isToBot: true,
        quoted: null,
      });
  });
});

describe('message: markup and entities', () => {
  it('HTML is read as its text, whatever declares it', () => {
    const said = '<p>Mi apri un deal con <b>Caff&egrave;</b> &amp; <i>Arte</i>?</p>';
    for (const textFormat of ['xml', 'html', 'plain', null])
      expect(wordsOf({ textFormat, text: said }), String(textFormat)).to.equal(
        'Mi apri un deal con Caffè & Arte?',
      );
    expect(wordsOf({ text: '', attachments: [html(said)] })).to.equal('Mi apri un deal con Caffè & Arte?');
  });
  it('keeps lines, lists and cells apart, and drops what is no text', () => {
    const text =
      '<style>p{}</style><p>uno<br>due</p><p>tre</p><ul><li>quattro</li><li>cinque</li></ul><table><tr><td>a</td><td>b</td></tr></table><script>sei</script>';
    expect(wordsOf({ textFormat: 'html', text }).split(/\n\t?/)).to.deep.equal([
      'uno',
      'due',
      'tre',
      'quattro',
      'cinque',
      'a\tb',
    ]);
  });
  it('a sign of Teams is the sign, an image is a file', () => {
    const sign = '<img alt="👍" itemtype="http://schema.skype.com/Emoji" src="x">';
    expect(read({ textFormat: 'html', text: `<p>ok ${sign}</p>` }).text).to.equal('ok 👍');
    expect(read({ text: '', attachments: [html(sign)] })).to.include({ text: '👍', files: 0 });
    expect(read({ text: '', attachments: [html('<p><img src="https://x.example/i"></p>')] })).to.include({
      text: '',
      files: 1,
    });
  });
  it('entities are decoded once, in plain text too', () => {
    expect(
      wordsOf({ text: 'Bar&nbsp;dell&apos;Arco &amp; C., l&#39;altro &#x20AC; pi&ugrave; &lt;b&gt;' }),
    ).to.equal("Bar dell'Arco & C., l'altro € più <b>");
    for (const textFormat of ['plain', 'html'])
      expect(wordsOf({ textFormat, text: 'A &amp;amp; B &amp;egrave;' }), textFormat).to.equal(
        'A &amp; B &egrave;',
      );
  });
  it('what only looks like markup stays as it was typed', () => {
    for (const text of ['se <25k e >10k', 'R&D e M&A', 'a<b & c', 'AT&T &copy', '<Rossi> & Figli'])
      expect(wordsOf({ text }), text).to.equal(text);
  });
  it('what nobody sees is dropped, joiners between letters stay', () => {
    expect(wordsOf({ text: 'Lu\u00adna\u200b Ro\u{e0041}s\u180esa&shy;\ufeff می\u200cخواهم' })).to.equal(
      'Luna Rossa می\u200cخواهم',
    );
  });
});

describe('message: quotations', () => {
  const reply =
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong itemprop="mri">Anna</strong><p itemprop="preview">40</p></blockquote>';
  const cases: readonly (readonly [how: string, part: object, own: string, quoted: string | RegExp])[] = [
    ['a mark', { text: '<quoted messageId="40"/> procedi' }, 'procedi', ''],
    ['a mark around words', { text: '<quoted messageId="9">sì, fallo</quoted>no' }, 'no', 'sì, fallo'],
    [
      'a mark with its entity',
      {
        text: '<quoted messageId="9"/>no',
        entities: [{ type: 'quotedReply', quotedReply: { messageId: '9', preview: 'sì, fallo' } }],
      },
      'no',
      'sì, fallo',
    ],
    [
      'an entity, the words in the text',
      {
        text: 'Anna Neri\nsì, fallo\nno',
        entities: [{ type: 'quotedReply', quotedReply: { senderName: 'Anna Neri', preview: 'sì, fallo' } }],
      },
      'no',
      'sì, fallo',
    ],
    ['a block in HTML', { textFormat: 'html', text: `${reply}<p>va avanti</p>` }, 'va avanti', /^Anna\n?40$/],
    [
      'a block beside the text',
      { text: 'Anna\n40\nva avanti', attachments: [html(`${reply}<p>va avanti</p>`)] },
      'va avanti',
      /40/,
    ],
    [
      'a reference',
      {
        text: '<attachment id="5"></attachment>no',
        attachments: [{ contentType: 'messageReference', content: '{"messagePreview":"sì"}' }],
      },
      'no',
      'sì',
    ],
    ['lines', { text: '&gt; sì\n> procedi\nnon ancora' }, 'non ancora', 'sì\nprocedi'],
    ['lines after the words', { text: 'no\n>> confermo' }, 'no', 'confermo'],
    ['lines alone', { text: '> 40' }, '', '40'],
    [
      'a forwarded mail',
      {
        text: 'guarda qui\n\n________________________________\nDa: Rita Oro <rita@x.example>\nInviato: lunedì 2 novembre\nA: Sara\nOggetto: sì\n\nsì, procediamo',
      },
      'guarda qui',
      /procediamo$/,
    ],
    [
      'a forwarded mail in English',
      { text: 'see below\n---------- Forwarded message ---------\nFrom: x\nyes' },
      'see below',
      /yes$/,
    ],
    [
      'an answered mail',
      { text: 'no\nIl giorno lun 2 nov 2026 alle 9:15 Rita Oro\n<rita@x.example> ha scritto:\nconfermo' },
      'no',
      /confermo$/,
    ],
    ['an answered mail in English', { text: 'no\nOn Mon, Nov 2, 2026 Rita Oro wrote:\nyes' }, 'no', /yes$/],
  ];
  for (const [how, part, own, quoted] of cases) {
    it(`are nobody’s words: ${how}`, () => {
      const message = read(part);
      expect(message.text).to.equal(own);
      if (typeof quoted === 'string') expect(message.quoted).to.equal(quoted);
      else expect(message.quoted).to.match(quoted);
    });
  }
  it('are none in what people say themselves', () => {
    for (const text of [
      '>25k',
      '>= 10.000 €',
      'da 10 -> 20',
      'Da: Verona\nA: Milano',
      'il cliente ha scritto che va bene',
      'on 3 May Rita wrote',
    ])
      expect(read({ text }), text).to.include({ text, quoted: null });
  });
  it('a preview that is all there is counts as said', () => {
    const entities = [{ type: 'quotedReply', quotedReply: { preview: 'no' } }];
    expect(read({ text: 'no', entities }).text).to.equal('no');
  });
});

describe('message: links', () => {
  const deals = ({ links }: ReturnType<typeof read>) => links.map(({ dealId }) => dealId);
  it('a deal’s page behind a label stands in the words', () => {
    const anchor = `<p>come va <a href="${PAGE}?x=1&amp;y=2">Dettagli | Portale</a>?</p>`;
    for (const part of [
      { text: `come va [quello di ieri](${PAGE})?` },
      { text: 'come va Dettagli | Portale?', attachments: [html(anchor)] },
      { textFormat: 'html', text: anchor },
    ]) {
      const message = read(part);
      expect(message.text.replace('?x=1&y=2', '')).to.equal(`come va ${PAGE}?`);
      expect(deals(message)).to.include(DEAL);
    }
  });
  it('any other link stands as its label', () => {
    expect(read({ text: 'per [Luna Srl](https://luna.example)' })).to.deep.include({
      text: 'per Luna Srl',
      links: [{ url: 'https://luna.example', dealId: null }],
    });
    expect(read({ textFormat: 'html', text: '<a href="mailto:a@b.example">a@b.example</a>' }).text).to.equal(
      'a@b.example',
    );
    expect(deals(read({ text: `vedi ${PAGE}, o https://x.example.` }))).to.deep.equal([DEAL, null]);
  });
  it('the HTML beside a text that shows its links is not looked at', () =>
    expect(
      wordsOf({ text: `vedi ${PAGE}`, attachments: [html(`<a href="${PAGE}">${PAGE}</a> altro`)] }),
    ).to.equal(`vedi ${PAGE}`));
});

describe('message: files', () => {
  const filesIn = (...attachments: unknown[]) => read({ text: 'ecco', attachments }).files;
  it('are counted, whatever they are', () => {
    expect(
      filesIn(
        { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.xlsx', content: {} },
        { contentType: 'image/*', contentUrl: 'https://x.example/i' },
        { contentType: 'text/html', contentUrl: 'https://x.example/page.html' },
        { contentType: 'reference', contentUrl: 'https://x.example/a.docx' },
        { contentType: null, name: 'b.pdf' },
      ),
    ).to.equal(5);
  });
  it('are no cards, no quoted messages, and not the message itself', () => {
    expect(
      filesIn(
        html('<p>ecco</p>'),
        { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
        { contentType: 'messageReference' },
        {},
        null,
        3,
      ),
    ).to.equal(0);
  });
});

describe('message: whatever comes', () => {
  it('too long is said, and not read in part', () => {
    const tag = '<at>Segreteria &amp; Vendite</at>';
    expect(read({ text: `${tag} ${'x'.repeat(MAX_READ_LENGTH)}` }).isTooLong).to.equal(false);
    expect(read({ text: `${tag} ${'x'.repeat(MAX_READ_LENGTH + 1)}` }).isTooLong).to.equal(true);
    expect(read({ text: 'x'.repeat(40 * MAX_READ_LENGTH) }).isTooLong).to.equal(true);
    expect(read({ text: '', attachments: [html('<p>'.repeat(20 * MAX_READ_LENGTH))] }).isTooLong).to.equal(
      true,
    );
    expect(read({ text: `> ${'x'.repeat(2 * MAX_READ_LENGTH)}\nno` })).to.include({
      text: 'no',
      isTooLong: false,
    });
  });
  const FIELDS = [
    'text',
    'textFormat',
    'recipient',
    'entities',
    'attachments',
    'value',
    'from',
    'conversation',
  ];
  const junk = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string({ unit: 'binary' }));
  it('never throws, and nothing but words is words', () => {
    fc.assert(
      fc.property(fc.oneof(junk, fc.dictionary(fc.constantFrom(...FIELDS), junk)), (activity) => {
        const { text } = readMessage(activity);
        expect(text).to.equal(text.trim());
      }),
      { numRuns: 400 },
    );
  });
  it('never throws where only the inside is junk', () => {
    const part = fc.record(
      {
        text: fc
          .array(
            fc.constantFrom(
              '<at>',
              '</at>',
              '<quoted messageId="',
              '"/>',
              '&amp',
              ';',
              '&#',
              '> ',
              '\n',
              '[a](',
              'https://',
              'x',
              ' ',
              '<a href="',
              '</p>',
              '<',
            ),
          )
          .map((parts) => parts.join('')),
        textFormat: fc.constantFrom('plain', 'xml', null),
        recipient: fc.constantFrom(null, {}, { id: null }, { name: '' }, BOT),
        entities: fc.array(
          fc.record(
            {
              type: fc.constantFrom('mention', 'quotedReply', null),
              mentioned: junk,
              text: junk,
              quotedReply: junk,
            },
            { requiredKeys: [] },
          ),
        ),
        attachments: fc.array(
          fc.record(
            {
              contentType: fc.constantFrom('text/html', 'messageReference', 'image/png', null),
              content: junk,
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(part, (activity) => void readMessage(activity)),
      { numRuns: 400 },
    );
  });
  it('a quoted line is never among the words', () => {
    const line = fc.string({ unit: fc.constantFrom('s', 'ì', ' ', '4', '>', '.') });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), line)), (lines) => {
        const text = lines.map(([isQuoted, words]) => `${isQuoted ? '> ' : 'io '}${words}`).join('\n');
        expect(
          readMessage({ text })
            .text.split('\n')
            .filter((each) => each !== '' && !each.startsWith('io')),
        ).to.deep.equal([]);
      }),
    );
  });
});
