import { expect } from 'chai';
import { readPdf } from '../../../src/documents/import/pdf.ts';
import { sectionCalled, sectionsIn } from './imported.ts';

interface Line {
  readonly text: string;
  readonly size: number;
  readonly y: number;
}

/** A PDF of pages with lines of Helvetica (ISO 32000-1, 7.5). */
function pdf(pages: readonly (readonly Line[])[]): Buffer {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  const kids = pages.map((lines) => {
    const shown = lines
      .map(({ text, size, y }) => `BT /F1 ${String(size)} Tf 50 ${String(y)} Td (${text}) Tj ET`)
      .join('\n');
    objects.push(`<</Length ${String(shown.length)}>>stream\n${shown}\nendstream`);
    const content = objects.length;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents ${String(content)} 0 R>>`,
    );
    return `${String(objects.length)} 0 R`;
  });
  objects[1] = `<</Type/Pages/Count ${String(kids.length)}/Kids[${kids.join(' ')}]>>`;
  objects.push('<</Title(Guida alla mensa)/ModDate(D:20240509101112Z)>>');
  let file = '%PDF-1.4\n';
  const places = objects.map((content, at) => {
    const place = file.length;
    file += `${String(at + 1)} 0 obj\n${content}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R/Info ${String(objects.length)} 0 R>>\nstartxref\n${String(file.length)}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

const body = (text: string, y: number): Line => ({ text, size: 10, y });
const running = (page: number): readonly Line[] => [
  body('Guida alla mensa', 780),
  body(`Pagina ${String(page)} di 3`, 20),
];
const between = (page: number, lines: readonly Line[]): readonly Line[] => {
  const [head, foot] = running(page);
  return [head, ...lines, foot].filter((line) => line !== undefined);
};

describe('the text of PDF', () => {
  it('has larger letters as headings, lines put together, and no running titles', async () => {
    const file = pdf([
      between(1, [
        { text: 'La mensa', size: 24, y: 740 },
        body('La mensa serve pranzi a tutti i dipen-', 700),
        body('denti della sede.', 688),
        body('Chi viene da fuori paga di piu.', 660),
      ]),
      between(2, [
        { text: 'Orari', size: 16, y: 740 },
        body('Apre alle 12.', 700),
        body('Quanto costa un pasto?', 670),
        body('Cinque euro.', 658),
      ]),
      between(3, [body('- vassoio', 740), body('- posate', 728)]),
    ]);
    const sections = sectionsIn(await readPdf(file), 'mensa.pdf');
    expect(sections.map(({ heading, trail, prose }) => [heading, trail, prose])).to.deep.equal([
      [
        'La mensa',
        [],
        'La mensa serve pranzi a tutti i dipendenti della sede.\nChi viene da fuori paga di piu.',
      ],
      ['Orari', ['La mensa'], 'Apre alle 12.'],
      ['Quanto costa un pasto?', ['La mensa', 'Orari'], 'Cinque euro.\nvassoio\nposate'],
    ]);
    expect(sectionCalled(sections, 'Orari').document).to.deep.include({
      title: 'Guida alla mensa',
      date: '2024-05-09',
    });
  });

  it('is none where the file is no PDF', async () => {
    const failure = await readPdf(Buffer.from('no')).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
  });
});
