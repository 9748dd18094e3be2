import { expect } from 'chai';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { createAnswerer } from '../../src/matching/answerer.ts';

const text = (question: string, ...examples: string[]) => ({
  it: { question, examples, lead: 'x', body: '' },
});
const answer = (id: string, texts: ReturnType<typeof text>) =>
  [id, { id, parent: null, sources: [], related: [], dialog: null, reviewed: '2026-11-24', texts }] as const;

const knowledge: Knowledge = {
  answers: new Map([
    answer('incentives', text('quali incentivi sono idonei', 'incentivi per la registrazione del deal')),
    answer('access', text('come ottengo l’accesso', 'mi serve l’accesso ai referral')),
    answer('notes', text('come funzionano le note automatiche', 'chi scrive le note')),
  ]),
  intents: new Map(),
  vocabulary: {},
  sources: new Map(),
};
const withOutside = {
  ...knowledge,
  outside: { it: { payouts: ['quando arriva il bonifico degli incentivi', 'pagamento in banca'] } },
};
const line = 'quando arriva in banca il bonifico degli incentivi';

describe('what nothing here answers', () => {
  it('is said not to be known, though an answer shares its words', () => {
    expect(createAnswerer(knowledge).match(line, { locale: 'it' }).candidates[0]?.id).to.equal('incentives');
    const match = createAnswerer(withOutside).match(line, { locale: 'it' });
    expect(match).to.include({ outcome: 'none', id: null });
    expect(match.confidence).to.be.below(0.5);
  });

  it('is never a candidate', () => {
    const { candidates } = createAnswerer(withOutside).match(line, { locale: 'it' });
    expect(candidates.map(({ id }) => id)).to.have.members(['incentives', 'access', 'notes']);
  });

  it('leaves a customer of the dialogs a customer', () => {
    const examples = {
      it: ['stato del deal con Contoso', 'è andato il deal di Contoso?', 'notizie su Contoso'],
    };
    const intents = new Map([['check', { dialog: 'check', examples, titles: { it: 'stato' } }]]);
    const outside = { it: { edits: ['cambia il valore del deal con Contoso', 'sposta il deal di Contoso'] } };
    const { words } = createAnswerer({ ...knowledge, intents, outside }).explain('stato di Contoso', {
      locale: 'it',
    });
    expect(words.map(({ text: word }) => word)).to.include('{customer}');
  });

  it('takes nothing from what is answered', () => {
    expect(createAnswerer(withOutside).match('quali incentivi sono idonei?', { locale: 'it' }).id).to.equal(
      'incentives',
    );
  });
});
