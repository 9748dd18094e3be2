import { expect } from 'chai';
import { chooseLead } from '../../src/documents/lead.ts';
import type { Block } from '../../src/documents/block.ts';

const paragraphs = (...texts: readonly string[]): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', text }));

describe('the lead of a section', () => {
  it('is the first sentence that says something by itself', () => {
    const blocks = paragraphs(
      'No. Questo articolo descrive i posti auto. Il posto auto si chiede alla portineria. Si paga dopo.',
    );
    expect(chooseLead('Posti auto', blocks)).to.equal('Il posto auto si chiede alla portineria.');
  });

  it('is no introduction of a list, where a sentence follows', () => {
    const blocks: Block[] = [
      ...paragraphs('Per chiedere un posto, seguire questi passaggi:'),
      { kind: 'list', isOrdered: true, items: [{ text: 'Aprire il modulo dei posti.', blocks: [] }] },
    ];
    expect(chooseLead('Chiedere un posto', blocks)).to.equal('Aprire il modulo dei posti.');
  });

  it('is a short one where there is no other', () => {
    expect(chooseLead('Quando rispondono?', paragraphs('Entro venerdì.'))).to.equal('Entro venerdì.');
  });

  it('is none where nothing is a sentence', () => {
    expect(chooseLead('Prezzi', [{ kind: 'table', head: ['a'], rows: [['b']] }])).to.equal('');
  });
});
