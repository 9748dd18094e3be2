import { expect } from 'chai';
import { NO_FACTS, type Flow } from '../../../src/documents/import/flow.ts';
import { readGrid, rowsOf } from '../../../src/documents/import/grid.ts';
import { isQnaSheet, readQnaJson, readQnaSheet } from '../../../src/documents/import/qna.ts';
import { sectionCalled, sectionsIn } from './imported.ts';

const ORIGIN = { path: 'export.tsv', base: null };
const loose = (flow: Flow) => ({ isPage: false, facts: NO_FACTS, flow, leftOut: new Map() });

describe('sheets', () => {
  it('of questions and answers have a section for each row, whatever parts the fields', () => {
    const csv =
      '\uFEFFTema;Risposta;Domanda\r\nmensa;"Dalle 12; fino\r\nalle 14.";Quando si mangia?\r\n;;\r\n';
    const sections = sectionsIn(loose(readGrid(rowsOf(csv, 'x.csv'))), 'x.csv');
    expect(sections.map(({ heading, prose }) => [heading, prose])).to.deep.equal([
      ['Quando si mangia?', 'Dalle 12; fino\nalle 14.\nTema: mensa'],
    ]);
  });

  it('of anything else are one table under the file’s name', () => {
    const [section, ...others] = sectionsIn(
      loose(readGrid(rowsOf('articolo,prezzo\nbadge,10\n"chiave, doppia",25', 'listino.csv'))),
      'listino.csv',
    );
    expect(others).to.deep.equal([]);
    expect(section?.heading).to.equal('listino');
    expect(section?.tableText).to.equal('articolo | prezzo\nbadge | 10\nchiave, doppia | 25');
  });
});

describe('an export of QnA Maker', () => {
  const TSV = [
    'Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId',
    'Come mi sposto?\tIn **auto** o in bici.\\n\\nScegli:\tEditorial\t\t[]\tfalse\t[{"DisplayOrder":1,"QnaId":3,"DisplayText":"Bici"},{"displayOrder":0,"qnaId":2,"displayText":"Auto"},{"displayOrder":2,"qnaId":99,"displayText":"Altro"}]\t1',
    'come si arriva\t\tEditorial\t\t[]\tfalse\t[]\t1',
    'Che mezzi ci sono?\tIn **auto** o in bici.\\n\\nScegli:\tEditorial\t\t[]\tfalse\t[]\t1',
    'Auto\tNel cortile.\tEditorial\t\t[]\ttrue\t[{"displayOrder":0,"qnaId":1,"displayText":"Indietro"}]\t2',
    'Bici\tAlle rastrelliere.\tEditorial\t\t[]\ttrue\t[]\t3',
  ].join('\r\n');

  it('as TSV has other wordings as examples, and what follows as children', () => {
    const rows = rowsOf(TSV, 'export.tsv');
    expect(isQnaSheet(rows)).to.equal(true);
    const sections = sectionsIn(readQnaSheet(rows, ORIGIN), 'export.tsv');
    const parent = sectionCalled(sections, 'Come mi sposto?');
    expect(parent.examples).to.deep.equal(['Che mezzi ci sono?']);
    expect(parent.prose).to.equal('In auto o in bici.\nScegli:');
    expect(parent.prompts).to.deep.equal([
      { label: 'Auto', section: 'export.tsv#qna-2' },
      { label: 'Bici', section: 'export.tsv#qna-3' },
    ]);
    expect(sectionCalled(sections, 'Auto').trail).to.deep.equal(['export', 'Come mi sposto?']);
  });

  const pairs = [
    { id: 1, answer: 'Nel cortile.', source: 'x', questions: ['Dove?', 'In che posto?'], metadata: [] },
    { id: 2, answer: 'Alle 8.', questions: ['Quando?'] },
  ];
  const next = {
    isContextOnly: false,
    prompts: [{ displayOrder: 0, qnaId: 2, displayText: 'E quando?', qna: null }],
  };
  const [one, two] = pairs;
  const EXPORTS: Readonly<Record<string, unknown>> = {
    'of QnA Maker': { qnaDocuments: [{ ...one, context: next }, two] },
    'of custom question answering': { assets: { synonyms: [], qnas: [{ ...one, dialog: next }, two] } },
  };
  for (const [name, content] of Object.entries(EXPORTS))
    it(`as JSON ${name} is the same`, () => {
      const sections = sectionsIn(
        readQnaJson(JSON.stringify(content), { ...ORIGIN, path: 'kb.json' }),
        'kb.json',
      );
      const first = sectionCalled(sections, 'Dove?');
      expect(first.examples).to.deep.equal(['In che posto?']);
      expect(first.prompts).to.deep.equal([{ label: 'E quando?', section: 'kb.json#qna-2' }]);
      expect(sectionCalled(sections, 'Quando?').trail).to.deep.equal(['kb', 'Dove?']);
    });

  it('is refused where it is other JSON', () => {
    expect(() => readQnaJson('{"name":"x"}', { path: 'package.json', base: null })).to.throw('package.json');
  });
});
