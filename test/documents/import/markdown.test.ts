import { expect } from 'chai';
import { readMarkdown } from '../../../src/documents/import/markdown.ts';
import { importMarkdown } from './imported.ts';

const PAGE = `---
title: Chiedere un posto auto
description: "Come si chiede
  un posto, e a chi."
ms.date: 09/30/2021
ms.topic: how-to
ms.contentlocale: it-IT
---
# <a name="ask-for-a-parking-space"></a>Richiesta di un posto auto

**Ruoli appropriati:** Dipendente | Portineria

Chi viene in auto può chiedere un posto nel cortile.

## <a name="who-may-ask"></a>Chi può chiederlo

Tutti i dipendenti, dopo il periodo di prova.

### <a name="visitors"></a>Visitatori

Per un visitatore lo chiede chi lo riceve.

## <a name="next-steps"></a>Passaggi successivi

- [Biciclette](bici.md#stalli)
`;

describe('Markdown as Learn writes it', () => {
  it('is cut at its headings, each with what stands above it and the names of its anchor', () => {
    const sections = importMarkdown(PAGE);
    expect(
      sections.map(({ heading, trail, anchors, isIntro }) => ({ heading, trail, anchors, isIntro })),
    ).to.deep.equal([
      {
        heading: 'Richiesta di un posto auto',
        trail: [],
        anchors: ['ask-for-a-parking-space'],
        isIntro: true,
      },
      {
        heading: 'Chi può chiederlo',
        trail: ['Richiesta di un posto auto'],
        anchors: ['who-may-ask'],
        isIntro: false,
      },
      {
        heading: 'Visitatori',
        trail: ['Richiesta di un posto auto', 'Chi può chiederlo'],
        anchors: ['visitors'],
        isIntro: false,
      },
      {
        heading: 'Passaggi successivi',
        trail: ['Richiesta di un posto auto'],
        anchors: ['next-steps'],
        isIntro: false,
      },
    ]);
    expect(sections.map(({ isNextSteps }) => isNextSteps)).to.deep.equal([false, false, false, true]);
  });

  it('has its facts from the front matter, and both titles where they differ', () => {
    const [section] = importMarkdown(PAGE);
    expect(section?.document).to.deep.include({
      path: 'guida/pagina.md',
      url: 'https://docs.example/it/guida/pagina',
      title: 'Chiedere un posto auto',
      secondTitle: 'Richiesta di un posto auto',
      description: 'Come si chiede un posto, e a chi.',
      headingSlug: 'ask for a parking space',
      fileSlug: 'pagina',
      locale: 'it',
      date: '2021-09-30',
    });
  });

  it('keeps who it is for as data, not as text', () => {
    const [intro, other] = importMarkdown(PAGE);
    expect(intro?.prose).to.equal('Chi viene in auto può chiedere un posto nel cortile.');
    expect(other?.boilerplate).to.deep.equal({ roles: 'Dipendente | Portineria' });
  });

  it('keeps it where it stands as a list', () => {
    const [section] = importMarkdown('# Posti\n\n**Si applica a**\n\n- Sede\n- Deposito\n\nVale per tutti.');
    expect(section?.boilerplate).to.deep.equal({ 'applies-to': 'Sede | Deposito' });
    expect(section?.prose).to.equal('Vale per tutti.');
  });

  it('has the same sections with the line ends of Windows, and a byte order mark', () => {
    expect(importMarkdown(`\uFEFF${PAGE.replaceAll('\n', '\r\n')}`)).to.deep.equal(importMarkdown(PAGE));
  });

  it('takes a front matter that is no YAML, line by line', () => {
    const [section] = importMarkdown(
      '---\ntitle: Prezzi: come si leggono\nms.date: 01/02/2020\n---\nSi leggono da sinistra.',
    );
    expect(section?.document).to.deep.include({ title: 'Prezzi: come si leggono', date: '2020-01-02' });
    expect(section?.heading).to.equal('Prezzi: come si leggono');
  });

  it('reads headings that are indented, want a space, or have signs or anchors twice', () => {
    const sections = importMarkdown(
      [
        '# Posti',
        'Testo.',
        '   ## <a name="one"></a>Uno',
        'Primo.',
        '##Due',
        'Secondo.',
        '####<a name="three"></a><a name="tre"></a>Tre',
        'Terzo.',
        '## ## Quattro ##',
        'Quarto.',
        '## [Cinque](cinque.md) e `sei` con **peso**',
        'Quinto.',
        '',
        '<a name="last"></a>',
        '',
        '## Ultimo',
        'Sesto.',
      ].join('\n'),
    );
    expect(sections.map(({ heading, anchors }) => [heading, ...anchors])).to.deep.equal([
      ['Posti'],
      ['Uno', 'one'],
      ['Due'],
      ['Tre', 'three', 'tre'],
      ['Quattro'],
      ['Cinque e sei con peso'],
      ['Ultimo', 'last'],
    ]);
    expect(sections[5]?.links).to.deep.equal([
      { text: 'Cinque', url: 'https://docs.example/it/guida/cinque', host: null },
    ]);
  });

  it('takes neither "#" of code for headings, nor a number behind the sign', () => {
    const code =
      '```sh\n# chiude\n## tutto\n```\n\n1. Passo\n\n   ```\n   # dentro\n   ```\n\n#1 della lista';
    const sections = importMarkdown(`# Posti\n\n${code}\n\n## Dopo\n\nTesto.`);
    expect(sections.map(({ heading }) => heading)).to.deep.equal(['Posti', 'Dopo']);
    expect(sections[0]?.blocks[0]).to.deep.equal({ kind: 'code', text: '# chiude\n## tutto' });
  });

  it('brings headings out of lists and quotes', () => {
    const sections = importMarkdown(
      '# Posti\n\n1. Primo\n\n   ## Dentro\n\n   Testo.\n\n> ## Citato\n>\n> Altro.',
    );
    expect(sections.map(({ heading, prose }) => [heading, prose])).to.deep.equal([
      ['Posti', 'Primo'],
      ['Dentro', 'Testo.'],
      ['Citato', 'Altro.'],
    ]);
  });

  it('numbers sections of one name, and leaves out headings with nothing below', () => {
    const sections = importMarkdown(
      '# Novità\n\n## Maggio\n\n### Riepilogo\n\nUno.\n\n## Giugno\n\n### Riepilogo\n\nDue.',
    );
    expect(sections.map(({ id }) => id)).to.deep.equal([
      'guida/pagina.md#riepilogo',
      'guida/pagina.md#riepilogo-2',
    ]);
    expect(sections.map(({ trail }) => trail)).to.deep.equal([
      ['Novità', 'Maggio'],
      ['Novità', 'Giugno'],
    ]);
  });

  const ALERTS = [
    '> [!NOTE]\n> Serve il badge.',
    '>[!Note]\nServe il badge.',
    '> [!NOTE] Serve il badge.',
    '> [Nota] Serve il badge.',
    '>**Nota**<br>Serve il badge.',
    '> **Nota:** Serve il badge.',
    '**Nota:** Serve il badge.',
    '[!NOTE]\nServe il badge.',
    '<div class="NOTE alert"><p>Nota</p><p>Serve il badge.</p></div>',
  ];
  for (const alert of ALERTS)
    it(`reads an alert written as ${JSON.stringify(alert)}`, () => {
      const [section] = importMarkdown(`# Posti\n\n${alert}`);
      expect(section?.blocks).to.deep.equal([
        { kind: 'note', tone: 'note', blocks: [{ kind: 'paragraph', text: 'Serve il badge.' }] },
      ]);
    });

  it('joins steps that a note has cut, and keeps what stands below each', () => {
    const steps = '1. Apri.\n\n> [!TIP]\n> Presto.\n\n2. Scegli:\n   - cortile\n   - garage\n3. Invia.';
    const [section] = importMarkdown(`# Posti\n\n${steps}`);
    expect(section?.steps).to.deep.equal(['Apri.', 'Scegli:', 'Invia.']);
    expect(section?.blocks).to.have.length(1);
  });

  it('reads tables of a hundred rows, with breaks and lists in their cells, and pads short rows', () => {
    const rows = Array.from(
      { length: 100 },
      (_, at) => `| **P${String(at)}** | cortile<br/>garage | <ul><li>a</li><li>b</li></ul> |`,
    );
    const [section] = importMarkdown(
      `# Posti\n\n| Posto | Dove | Note |\n|---|:-:|---|\n${rows.join('\n')}\n| ultimo |`,
    );
    const [table] = section?.blocks ?? [];
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.head).to.deep.equal(['Posto', 'Dove', 'Note']);
    expect(table.rows[0]).to.deep.equal(['P0', 'cortile\ngarage', 'a\nb']);
    expect(table.rows[100]).to.deep.equal(['ultimo', '', '']);
    expect(section?.tableText.split('\n')[1]).to.equal('P0 | cortile garage | a b');
  });

  it('takes no row for the head of a table whose own head is empty', () => {
    const [section] = importMarkdown('# Posti\n\n| | |\n|---|---|\n| Cortile | libero |\n');
    const [table] = section?.blocks ?? [];
    if (table?.kind !== 'table') throw new Error('no table');
    expect([table.head, table.rows]).to.deep.equal([['', ''], [['Cortile', 'libero']]]);
  });

  it('answers each question of a table of questions', () => {
    const table =
      '| **Domanda** | **Risposta** |\n|---|---|\n| Quanto costa? | Nulla. |\n| Chi lo dà? | La portineria. |';
    const [section] = importMarkdown(`# Posti\n\n${table}`);
    expect(section?.asked).to.deep.equal([
      { question: 'Quanto costa?', answer: [{ kind: 'paragraph', text: 'Nulla.' }] },
      { question: 'Chi lo dà?', answer: [{ kind: 'paragraph', text: 'La portineria.' }] },
    ]);
  });

  it('reads Learn’s directives: pictures go, zones and tabs open, names that aren’t translated stay', () => {
    const { flow, leftOut } = readMarkdown(
      [
        '# Posti',
        ':::image type="content" source="a.png" alt-text="Foto":::',
        '::: zone pivot="web"',
        'Apri :::no-loc text="Parking Desk"::: e scegli.',
        ':::zone-end',
        '# [Cortile](#tab/yard)',
        'Nel cortile.',
        '***',
        '> [!div class="nextstepaction"]',
        '> Fine.',
        '[!VIDEO https://video.example/1]',
        '![Foto](b.png)',
      ].join('\n\n'),
      { path: 'x.md', base: null },
      () => null,
    );
    const texts = flow.map((part) =>
      part.kind === 'heading'
        ? part.text
        : part.block.kind === 'paragraph'
          ? part.block.text
          : part.block.kind,
    );
    expect(texts).to.deep.equal(['Posti', 'Apri Parking Desk e scegli.', 'Cortile', 'Nel cortile.', 'Fine.']);
    expect(leftOut.get('picture')).to.equal(2);
    expect(leftOut.get('directive')).to.equal(3);
  });

  it('takes included files in, within bounds, and counts those that aren’t there', () => {
    const includes = {
      'includes/orari.md': '---\ntitle: x\n---\nDalle 8 alle 19.',
      'includes/io.md': '[!INCLUDE [io](includes/io.md)]',
    };
    const [section] = importMarkdown(
      '# Posti\n\n[!INCLUDE [orari](includes/orari.md)]\n\n[!include[io](includes/io.md)]\n\n[!INCLUDE [no](manca.md)]',
      { includes },
    );
    expect(section?.prose).to.equal('Dalle 8 alle 19.');
  });

  it('makes links whole by the page’s place, and drops those that may not be followed', () => {
    const [section] = importMarkdown(
      '# Posti\n\n[a](altra.md#qui) [b](/azure/x) [c](../su.yml) [d](~/radice/y.md) [e](https://fuori.example/z) [f](http://vecchio.example) [g](javascript:alert(1)) [h](https://me:pw@host.example/) [i](#qui) [l](//altro.example/k)',
    );
    expect(section?.links).to.deep.equal([
      { text: 'a', url: 'https://docs.example/it/guida/altra#qui', host: null },
      { text: 'b', url: 'https://docs.example/azure/x', host: null },
      { text: 'c', url: 'https://docs.example/it/su', host: null },
      { text: 'd', url: 'https://docs.example/it/radice/y', host: null },
      { text: 'e', url: 'https://fuori.example/z', host: 'fuori.example' },
      { text: 'i', url: 'https://docs.example/it/guida/pagina#qui', host: null },
      { text: 'l', url: 'https://altro.example/k', host: 'altro.example' },
    ]);
    expect(section?.prose).to.equal('a b c d e f g h i l');
  });

  it('knows the address of a page of Learn by its path, and none of others', () => {
    const learn = readMarkdown(PAGE, { path: 'guida/pagina.md', base: null }, () => null);
    expect(learn.facts.url).to.equal('https://learn.microsoft.com/it-it/guida/pagina');
    expect(readMarkdown('# Altro', { path: 'guida/pagina.md', base: null }, () => null).facts.url).to.equal(
      null,
    );
  });

  it('drops HTML and scripts, keeps their text, and placeholders that only look like them', () => {
    const [section] = importMarkdown(
      '# Posti\n\nScrivi <token> e `<id>`. <b>Forte</b> <a href="https://x.example/">qui</a>.\n\n<script>alert(1)</script>\n\n<!-- nota -->\n\n<details><summary>Altro</summary>\n\nTesto.\n\n</details>',
    );
    expect(section?.prose).to.equal('Scrivi <token> e <id>. Forte qui.\nAltro\nTesto.');
    expect(section?.links).to.deep.equal([{ text: 'qui', url: 'https://x.example/', host: 'x.example' }]);
  });

  it('shows neither letters that turn the direction nor signs of bold without a partner', () => {
    const [section] = importMarkdown('# Posti\n\nIl posto **Auto è\u202e libero\u200b.');
    expect(section?.prose).to.equal('Il posto Auto è libero.');
  });

  it('marks archives and news', () => {
    const kinds = ['Archive/a.md', 'x/announcements/b.md', 'x/c.md'].map((path) => {
      const [section] = importMarkdown('# A\n\nTesto.', { path });
      return [section?.document.isArchived, section?.document.isNews];
    });
    expect(kinds).to.deep.equal([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});
