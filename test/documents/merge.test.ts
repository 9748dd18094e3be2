import { expect } from 'chai';
import { parse } from 'yaml';
import { readMarkdown } from '../../src/documents/import/markdown.ts';
import { toFiledDocument } from '../../src/documents/import/to-document.ts';
import {
  documentFileSchema,
  type FiledDocument,
  type FiledSection,
  toDocument,
  writeDocument,
} from '../../src/documents/file.ts';
import { mergeDocuments, type DocumentChange } from '../../src/documents/merge.ts';

const BEFORE = '# Posti\n\nNel cortile.\n\n## Visitatori\n\nLi porta chi li riceve.\n\n## Costi\n\nNulla.';

function imported(markdown: string): FiledDocument {
  const read = readMarkdown(markdown, { path: 'posti.md', base: null }, () => null);
  return toFiledDocument('posti.md', read, { locale: 'it', licence: null });
}

/** The document as an editor left it: `change` makes of a section another one. */
function edited(change: (section: FiledSection) => FiledSection): FiledDocument {
  const document = imported(BEFORE);
  return { ...document, sections: document.sections.map(change) };
}

function merge(there: FiledDocument | null, markdown: string): DocumentChange {
  const map = new Map(there === null ? [] : [['posti.md', there]]);
  const [change] = mergeDocuments(map, [imported(markdown)]);
  if (change === undefined) throw new Error('no change');
  return change;
}

const kinds = ({ changes }: DocumentChange): string[] =>
  changes.map(({ kind, section }) => `${kind} ${section.heading}`);

const withExample = (heading: string) => (section: FiledSection) =>
  section.heading === heading ? { ...section, editor: { examples: ['si paga?'] } } : section;

describe('documents that are imported again', () => {
  it('are new where the folder has none of their path', () => {
    const change = merge(null, BEFORE);
    expect(change.isNew).to.equal(true);
    expect(kinds(change)).to.deep.equal(['added Posti', 'added Visitatori', 'added Costi']);
  });

  it('change nothing where nothing has changed, whatever an editor added', () => {
    const there = edited(withExample('Costi'));
    const change = merge(there, BEFORE);
    expect(kinds(change)).to.deep.equal([]);
    expect(change.isWritten).to.equal(false);
    expect(change.document).to.deep.equal(there);
  });

  it('change nothing where they were read again from the file that an import wrote', () => {
    const file = writeDocument(imported(BEFORE));
    const there = toDocument(documentFileSchema.parse(parse(file)));
    expect(merge(there, BEFORE).isWritten).to.equal(false);
  });

  it('take over what has changed, and keep examples and leads of editors', () => {
    const change = merge(edited(withExample('Costi')), BEFORE.replace('Nulla.', 'Due euro al giorno.'));
    expect(kinds(change)).to.deep.equal(['changed Costi']);
    const section = change.document.sections[2];
    expect(section?.blocks).to.deep.equal([{ kind: 'paragraph', text: 'Due euro al giorno.' }]);
    expect(section?.editor).to.deep.equal({ examples: ['si paga?'] });
  });

  it('leave a section that was changed by hand, and tell where the document has changed as well', () => {
    const byHand = edited((section) =>
      section.heading === 'Costi' ? { ...section, lead: 'Il posto è gratis.' } : section,
    );
    expect(kinds(merge(byHand, BEFORE))).to.deep.equal([]);
    const change = merge(byHand, BEFORE.replace('Nulla.', 'Due euro al giorno.'));
    expect(kinds(change)).to.deep.equal(['kept Costi']);
    expect(change.document.sections[2]?.lead).to.equal('Il posto è gratis.');
    // Told once, and still known to be changed by hand at the import after that.
    const again = merge(change.document, BEFORE.replace('Nulla.', 'Due euro al giorno.'));
    expect(kinds(again)).to.deep.equal([]);
    expect(kinds(merge(again.document, BEFORE.replace('Nulla.', 'Tre euro.')))).to.deep.equal(['kept Costi']);
  });

  it('know a section again whose heading was renamed, and keep its key', () => {
    const change = merge(edited(withExample('Costi')), BEFORE.replace('## Costi', '## Quanto costa'));
    expect(kinds(change)).to.deep.equal(['changed Quanto costa']);
    expect(change.document.sections[2]).to.deep.include({ key: 'costi', editor: { examples: ['si paga?'] } });
  });

  it('lose sections that are gone; those that an editor worked on are hidden', () => {
    const shorter = BEFORE.slice(0, BEFORE.indexOf('## Visitatori'));
    const change = merge(edited(withExample('Costi')), shorter);
    expect(kinds(change)).to.deep.equal(['removed Visitatori', 'hidden Costi']);
    expect(change.document.sections.map(({ heading, editor }) => [heading, editor.hidden])).to.deep.equal([
      ['Posti', undefined],
      ['Costi', true],
    ]);
    expect(kinds(merge(change.document, shorter))).to.deep.equal([]);
  });

  it('are written where only what they say of themselves has changed', () => {
    const change = merge(imported(BEFORE), `---\ntitle: I posti\n---\n${BEFORE}`);
    expect(kinds(change)).to.deep.equal([]);
    expect(change.isWritten).to.equal(true);
  });
});
