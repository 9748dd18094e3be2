import { expect } from 'chai';
import { readChoice } from '../../src/language/choice.ts';
import type { ChoiceOption } from '../../src/language/choice.ts';

const KINDS: readonly ChoiceOption[] = [
  { id: 'cosell', label: 'Co-sell', words: ['con aiuto di Microsoft', 'with help'] },
  { id: 'shared', label: 'Condiviso', words: ['senza aiuto', 'shared'] },
  { id: 'private', label: 'Privato', words: ['private', 'riservato'] },
];
const NAMES: readonly ChoiceOption[] = [
  { id: 'contoso', label: 'Contoso' },
  { id: 'pharma', label: 'Contoso Pharma' },
  { id: 'wms', label: 'Aurelia WMS' },
  { id: 'analytics', label: 'Aurelia Analytics' },
];
const AMOUNTS: readonly ChoiceOption[] = [
  { id: 'small', label: '80 €' },
  { id: 'large', label: '80.000 €' },
];

function read(text: string, options: readonly ChoiceOption[]): string | null {
  const reading = readChoice(text, options);
  if (reading === null) return null;
  return reading.kind === 'one' ? reading.id : reading.ids.join('+');
}

function table(options: readonly ChoiceOption[], cases: Readonly<Record<string, string | null>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(`${JSON.stringify(text)} is ${String(expected)}`, () =>
      expect(read(text, options)).to.equal(expected));
  }
}

describe('readChoice', () => {
  describe('by place', () => {
    table(KINDS, {
      '2': 'shared',
      '2)': 'shared',
      'la 2': 'shared',
      'il numero 3': 'private',
      'opzione 1': 'cosell',
      '2️⃣': 'shared',
      'n. 2': 'shared',
      'la seconda': 'shared',
      'il secondo': 'shared',
      'La seconda, grazie': 'shared',
      'second one': 'shared',
      'the third one': 'private',
      "l'ultima": 'private',
      "l'ultimo": 'private',
      'the last one': 'private',
      'la penultima': 'shared',
      '1°': 'cosell',
      '2nd': 'shared',
      due: 'shared',
      'la prima e la terza': 'cosell+private',
      '1 e 2': 'cosell+shared',
      'la prima o la seconda': 'cosell+shared',
      '4': null,
      '0': null,
      'la quarta': null,
      '12345': null,
    });
  });
  describe('by name', () => {
    table(KINDS, {
      'Co-sell': 'cosell',
      cosell: 'cosell',
      'co sell': 'cosell',
      coselling: null,
      priv: 'private',
      privato: 'private',
      PRIVATO: 'private',
      'direi privato': 'private',
      'vorrei quello privato, grazie': 'private',
      privto: 'private',
      privatto: 'private',
      condivso: 'shared',
      'senza aiuto': 'shared',
      'con aiuto di microsoft': 'cosell',
      riservato: 'private',
      'non privato': null,
      'not private': null,
      'co-sell o privato': 'cosell+private',
      entrambi: 'cosell+shared+private',
      tutte: 'cosell+shared+private',
      boh: null,
      '': null,
      con: null,
      'non lo so': null,
      'nessuna di queste': null,
      Fabrikam: null,
    });
    table(NAMES, {
      contoso: 'contoso',
      'contoso pharma': 'pharma',
      pharma: 'pharma',
      contos: 'contoso+pharma',
      Contosso: 'contoso',
      'quello con Contoso Pharma': 'pharma',
      wms: 'wms',
      analitycs: 'analytics',
      aurelia: 'wms+analytics',
      'aurelia an': 'analytics',
    });
  });
  describe('labels that are numbers', () => {
    table(AMOUNTS, {
      '80': 'small',
      '80.000': 'large',
      '80000': 'large',
      '80.000 €': 'large',
      'la seconda': 'large',
      '2': 'large',
      '80 mila': null,
      '80 mila, direi': null,
      '80.400': null,
      '80,50': null,
      '80.100 €': null,
    });
  });
  it('reads nothing where there is nothing to choose', () => {
    expect(readChoice('la prima', [])).to.equal(null);
  });
});
