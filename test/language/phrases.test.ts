import { expect } from 'chai';
import type { PhraseName } from '../../src/knowledge/sayings.ts';
import { readPhrase } from '../../src/language/phrases.ts';

const SAID: readonly (readonly [
  names: readonly PhraseName[],
  said: Readonly<Record<string, PhraseName | null>>,
])[] = [
  [
    ['go-on'],
    {
      'vai avanti': 'go-on',
      'Avanti!': 'go-on',
      'ok, vai avanti grazie': 'go-on',
      continua: 'go-on',
      next: 'go-on',
      'Move on please': 'go-on',
      sì: null,
      ok: null,
      'Avanti S.r.l.': null,
      '"Avanti"': null,
      'vai avanti con Contoso': null,
      'next week': null,
    },
  ],
  [
    ['more'],
    {
      altri: 'more',
      'Gli altri?': 'more',
      'altri 4 deal': 'more',
      'mostrami gli altri, grazie': 'more',
      'il resto': 'more',
      'show more': 'more',
      '4 more deals': 'more',
      'the rest please': 'more',
      altro: null,
      'altri venditori di Contoso': null,
      'more about notes': null,
      'un altro deal': null,
      '': null,
    },
  ],
  [
    ['person'],
    {
      'vorrei parlare con qualcuno': 'person',
      'posso parlare con un operatore?': 'person',
      'parlare con una persona vera': 'person',
      'vorrei parlare con l’assistenza': 'person',
      'can I talk to a human?': 'person',
      "I'd like to speak with someone": 'person',
      'talk to support please': 'person',
      'il cliente vuole parlare con una persona': null,
      'vorrei parlare con Contoso': null,
      persona: null,
    },
  ],
  [
    ['watch-on', 'watch-off'],
    {
      'Non lavorare più al posto mio': 'watch-off',
      'non avvisarmi più, grazie': 'watch-off',
      'per favore basta avvisi': 'watch-off',
      'Stop working for me': 'watch-off',
      "don't notify me anymore": 'watch-off',
      'Avvisami!': 'watch-on',
      'notify me': 'watch-on',
      'avvisami domani': null,
      controlla: null,
      'non lavorare più con Contoso': null,
      stop: null,
      basta: null,
    },
  ],
  [
    ['none-of-these'],
    {
      'nessuna di queste': 'none-of-these',
      'Nessuna di queste.': 'none-of-these',
      'nessuna delle due, grazie': 'none-of-these',
      altro: 'none-of-these',
      'none of these': 'none-of-these',
      'something else': 'none-of-these',
      no: null,
      'la prima': null,
      'Nessuno S.p.A.': null,
      'none of these works for deals': null,
      'altro cliente': null,
    },
  ],
  [
    ['sign-in', 'sign-out'],
    {
      'Accedi, per favore': 'sign-in',
      'log me in': 'sign-in',
      "esci dall'account": 'sign-out',
      'sign out': 'sign-out',
      esci: null,
      'accesso di Contoso': null,
    },
  ],
];

describe('whole messages that are phrases, in any language', () => {
  for (const [names, said] of SAID) {
    for (const [text, name] of Object.entries(said))
      it(`"${text}" is ${String(name)}`, () => expect(readPhrase(text, ...names)).to.equal(name));
  }
});
