import { expect } from 'chai';
import JSZip from 'jszip';
import { readDocx } from '../../../src/documents/import/docx.ts';
import { expectAppError } from '../../app-error.ts';
import { sectionCalled, sectionsIn } from './imported.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const STYLES = `<?xml version="1.0"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="Titolo1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const CORE = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Listino &amp; condizioni</dc:title><dcterms:modified>2025-03-04T10:00:00Z</dcterms:modified></cp:coreProperties>`;

const run = (text: string, isBold = false): string =>
  `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell, cell.startsWith('#')))}</w:tc>`).join('')}</w:tr>`;

/** A file of Word with a body. */
async function docx(body: string): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', TYPES);
  zip.file('_rels/.rels', RELS);
  zip.file('word/styles.xml', STYLES);
  zip.file('docProps/core.xml', CORE);
  zip.file(
    'word/_rels/document.xml.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const ORIGIN = { path: 'listino.docx', base: null };

describe('documents of Word', () => {
  it('are cut at their headings, with their tables and the facts of their properties', async () => {
    const body = [
      paragraph(run('Vale per il 2025.')),
      paragraph(run('Badge'), 'Titolo1'),
      paragraph(run('Il badge si paga una volta.')),
      `<w:tbl>${row('#Articolo', '#Prezzo')}${row('Badge', '10 euro')}</w:tbl>`,
      paragraph(run('Chiavi'), 'Titolo1'),
      paragraph(run('Le chiavi sono gratuite.')),
    ].join('');
    const sections = sectionsIn(await readDocx(await docx(body), ORIGIN), 'listino.docx');
    expect(sections.map(({ heading, prose }) => [heading, prose])).to.deep.equal([
      ['Listino & condizioni', 'Vale per il 2025.'],
      ['Badge', 'Il badge si paga una volta.'],
      ['Chiavi', 'Le chiavi sono gratuite.'],
    ]);
    expect(sectionCalled(sections, 'Badge').tableText).to.equal('#Articolo | #Prezzo\nBadge | 10 euro');
    expect(sections[0]?.document.date).to.equal('2025-03-04');
  });

  it('have a first row of names above figures as the head of a table, which Word seldom marks', async () => {
    const tables = [
      `<w:tbl>${row('Articolo', 'Prezzo')}${row('Badge', '10 euro')}${row('Chiave', '25 euro')}</w:tbl>`,
      paragraph(run('Orari.')),
      `<w:tbl>${row('Sede', 'aperta')}${row('Cortile', 'chiuso')}</w:tbl>`,
    ].join('');
    const [section] = sectionsIn(await readDocx(await docx(tables), ORIGIN), 'listino.docx');
    const heads = section?.blocks.flatMap((block) => (block.kind === 'table' ? [block.head] : []));
    expect(heads).to.deep.equal([
      ['Articolo', 'Prezzo'],
      ['', ''],
    ]);
  });

  it('have paragraphs that are bold throughout as headings, where they have no others', async () => {
    const body = [
      paragraph(run('Badge', true)),
      paragraph(run('Costa ') + run('dieci', true) + run(' euro.')),
      paragraph(run('Chiavi', true)),
      paragraph(run('Nulla.')),
    ].join('');
    const sections = sectionsIn(await readDocx(await docx(body), ORIGIN), 'listino.docx');
    expect(sections.map(({ heading, prose }) => [heading, prose])).to.deep.equal([
      ['Badge', 'Costa dieci euro.'],
      ['Chiavi', 'Nulla.'],
    ]);
  });

  it('are refused where they unpack to too much, whatever size the archive names', async () => {
    const bytes = await docx(paragraph(run('0'.repeat(200_000))));
    const read = (most?: number) => readDocx(bytes, ORIGIN, most);
    expect((await read()).flow.length).to.be.above(0);
    await expectAppError(read(100_000), 'invalid-input');
    // The size stands before the content, and in the list at the end.
    const { uncompressedSize: size } = (
      (await JSZip.loadAsync(bytes)).file('word/document.xml') as unknown as {
        readonly _data: { readonly uncompressedSize: number };
      }
    )._data;
    const named = Buffer.alloc(4);
    named.writeUInt32LE(size);
    for (let at = bytes.indexOf(named); at !== -1; at = bytes.indexOf(named)) bytes.writeUInt32LE(10, at);
    await expectAppError(read(100_000), 'invalid-input');
  });
});
