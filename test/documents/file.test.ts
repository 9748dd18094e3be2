import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Block } from '../../src/documents/block.ts';
import {
  documentFileSchema,
  hashOfSection,
  toDocument,
  writeDocument,
  type FiledDocument,
} from '../../src/documents/file.ts';

/** Text as readers make it: no spaces at its ends, and no invisible letters. */
const text = fc
  .string({
    minLength: 1,
    unit: fc.constantFrom('a', 'è', ' ', ':', '#', '-', '"', "'", '|', '>', '%', '&', '\n', '1', '?', '{'),
  })
  .map((raw) => `x${raw}`.trim());

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2 },
    text.map((each): Block => ({ kind: 'paragraph', text: each })),
    text.map((each): Block => ({ kind: 'code', text: each })),
    fc
      .tuple(text, text)
      .map(([head, cell]): Block => ({ kind: 'table', head: [head, ''], rows: [[cell, '']] })),
    fc
      .tuple(
        fc.boolean(),
        fc.array(fc.record({ text, blocks: fc.array(tie('block'), { maxLength: 2 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([isOrdered, items]): Block => ({ kind: 'list', isOrdered, items })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((blocks): Block => ({ kind: 'note', tone: 'tip', blocks })),
  ),
}));

function documentOf(blocks: readonly Block[], heading: string): FiledDocument {
  const section = {
    key: 'a',
    heading,
    level: 2,
    isIntro: false,
    trail: ['Sopra'],
    anchors: ['a'],
    lead: heading,
    blocks,
    boilerplate: { roles: heading },
    links: [{ text: heading, url: 'https://x.example/' }],
    examples: [],
    prompts: [],
  };
  return {
    facts: {
      path: 'a/b.md',
      url: null,
      title: heading,
      secondTitle: null,
      description: null,
      locale: 'it',
      date: '2024-01-02',
      licence: null,
      isNews: true,
      isArchived: false,
    },
    anchors: [],
    boilerplate: {},
    sections: [{ ...section, hash: hashOfSection(section), editor: { examples: ['come?'] } }],
  };
}

describe('the file of a document', () => {
  it('gives back what was written to it', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), text, (blocks, heading) => {
        const document = documentOf(blocks, heading.replace(/\n/g, ' '));
        const read = documentFileSchema.parse(parse(writeDocument(document)));
        expect(toDocument(read)).to.deep.equal(document);
      }),
      { numRuns: 200 },
    );
  });

  it('has the hash of its content whatever else stands in it', () => {
    const [section] = documentOf([{ kind: 'paragraph', text: 'x' }], 'h').sections;
    if (section === undefined) throw new Error('no section');
    expect(hashOfSection({ ...section, key: 'b' })).to.equal(section.hash);
    expect(hashOfSection({ ...section, lead: 'other' })).not.to.equal(section.hash);
  });

  it('refuses addresses that aren’t https, and fields that it doesn’t know', () => {
    const written = writeDocument(documentOf([{ kind: 'paragraph', text: 'x' }], 'h'));
    const problems = (changed: string) => documentFileSchema.safeParse(parse(changed)).success;
    expect(problems(written)).to.equal(true);
    expect(problems(written.replace('https://x.example/', 'http://x.example/'))).to.equal(false);
    expect(problems(written.replace('hash:', 'hashes:'))).to.equal(false);
  });
});
