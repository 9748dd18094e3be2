import { expect } from 'chai';
import { FAQ_MARK, readFaq } from '../../../src/documents/import/faq.ts';
import { sectionCalled, sectionsIn } from './imported.ts';

const FAQ = `### YamlMime:FAQ
metadata:
  title: Domande sulla mensa
  ms.date: 03/04/2022
  description: >
    Orari e
    prezzi.
title: La mensa
summary: >
  **Ruoli appropriati:** Dipendenti
sections:
- name: Ignorato
  questions:
  - question: >
      Quando è aperta la mensa,
      e per chi?
    answer: "Dalle 12 alle 14.\\n\\n1. Prendi un vassoio.\\n2. Paga con il [badge](badge.md).\\n"
- name: Prezzi
  questions:
  - question: Quanto costa un pasto?
    answer: |
      ## Tariffa
      Cinque euro.
  - question: E per chi viene da fuori?
    answer:
`;

describe('a FAQ as Learn writes it', () => {
  const sections = sectionsIn(
    readFaq(FAQ.replaceAll('\n', '\r\n'), { path: 'mensa/faq.yml', base: 'https://docs.example' }),
    'mensa/faq.yml',
  );

  it('has its questions as headings on one line, below the names of their groups', () => {
    expect(sections.map(({ heading, trail }) => [heading, ...trail])).to.deep.equal([
      ['Quando è aperta la mensa, e per chi?', 'La mensa'],
      ['Quanto costa un pasto?', 'La mensa', 'Prezzi'],
    ]);
    expect(sections[0]?.document).to.deep.include({
      path: 'mensa/faq.yml',
      title: 'Domande sulla mensa',
      secondTitle: 'La mensa',
      description: 'Orari e prezzi.',
      date: '2022-03-04',
    });
  });

  it('has answers of Markdown, in quotes or folded; headings within them are lines', () => {
    const section = sectionCalled(sections, 'Quando è aperta la mensa, e per chi?');
    expect(section.steps).to.deep.equal(['Prendi un vassoio.', 'Paga con il badge.']);
    expect(section.links).to.deep.equal([
      { text: 'badge', url: 'https://docs.example/mensa/badge', host: null },
    ]);
    expect(section.boilerplate).to.deep.equal({ roles: 'Dipendenti' });
    expect(sectionCalled(sections, 'Quanto costa un pasto?').prose).to.equal('Tariffa\nCinque euro.');
  });

  it('is told from other YAML by its mark', () => {
    expect(FAQ_MARK.test(FAQ)).to.equal(true);
    expect(FAQ_MARK.test('### YamlMime:Landing\ntitle: x')).to.equal(false);
  });

  it('is refused where it has not that shape', () => {
    expect(() => readFaq('### YamlMime:FAQ\nsections: 3', { path: 'x.yml', base: null })).to.throw('x.yml');
    expect(() => readFaq('### YamlMime:FAQ\ntitle: "a', { path: 'x.yml', base: null })).to.throw('x.yml');
  });
});
