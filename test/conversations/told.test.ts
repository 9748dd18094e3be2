import { describeConversations } from './table.ts';

describeConversations('a deal that is spoken of, and ordered by nobody, is not begun', [
  {
    name: 'one that isn’t needed',
    turns: [
      { say: 'non serve aprire un deal con Colli Alti Srl', not: [/Segnato/], expect: [/non faccio nulla/] },
      { say: 'no need to create a deal with Colli Alti Srl', not: [/Noted/], expect: [/won’t do anything/] },
    ],
  },
  {
    name: 'one that was made, with what was told of it a tap away',
    turns: [
      { say: 'abbiamo già inserito un deal privato con Colli Alti Srl, 20k', not: [/Segnato/] },
      { tap: 'Crea un deal', expect: [/cliente Colli Alti Srl/, /20\.000/] },
    ],
  },
  {
    name: 'one that was made with a known customer (en)',
    turns: [{ say: 'last week I created a deal with Fabrikam', expect: [/hasn't answered on Fabrikam/] }],
  },
  {
    name: 'one that was only wished for',
    turns: [{ say: 'avrei voluto aprire un deal con Colli Alti Srl', not: [/Segnato/] }],
  },
  {
    name: 'one that somebody else orders, in quotes',
    turns: [
      { say: 'il mio capo scrive: "apri un deal per Colli Alti Srl da 9k"', not: [/Segnato/] },
      { tap: 'Crea un deal', expect: [/cliente Colli Alti Srl/] },
    ],
  },
  {
    name: 'one that stands in a sentence asked about',
    turns: [{ say: '"apri un deal con Colli Alti Srl" va bene scritto così?', not: [/Segnato/] }],
  },
  {
    name: 'a closing that somebody else orders, in quotes',
    turns: [
      {
        say: 'Paolo mi dice "segna Tailspin come perso"',
        not: [/Segnato/],
        expect: [/Non ho cambiato nulla/],
      },
      { say: 'Paolo wrote "mark Tailspin as won"', not: [/Noted/] },
    ],
  },
  {
    name: 'an order that is quoted as a whole is the person’s own',
    turns: [{ say: '"crea un deal con Colli Alti Srl"', expect: [/Segnato: cliente Colli Alti Srl/] }],
  },
]);

describeConversations('what Microsoft is not to see', [
  {
    name: 'makes a deal private at any question',
    turns: [
      { say: 'crea un deal co-sell con Colli Alti Srl', expect: [/Co-sell/] },
      { say: 'nascondilo a Microsoft', expect: [/Segnato: tipo Privato/] },
    ],
  },
  {
    name: 'makes a deal private at any question (en)',
    turns: [
      { say: 'create a co-sell deal with Colli Alti Srl', expect: [/Co-sell/] },
      { say: 'Microsoft must not see it', expect: [/Noted: kind Private/] },
    ],
  },
]);

describeConversations('what isn’t meant', [
  {
    name: 'leaves the other solutions to choose from',
    turns: [
      { say: 'crea un deal privato con Colli Alti Srl, via Po 1, 10121 Torino', expect: [/soluzione/] },
      {
        say: 'wms no, un’altra',
        not: [/soluzione Aurelia WMS/],
        buttons: [/Analytics/, /Edge/],
        buttonCount: 2,
      },
    ],
  },
  {
    name: 'is no reason and no complaint where a reason is asked',
    turns: [
      { say: 'chiudi Wingtip perso' },
      { say: 'il budget non c’entra', not: [/Mi dispiace/, /Motivo:/], buttons: [/Altro motivo/] },
      { say: 'mi fai perdere tempo', expect: [/Mi dispiace/] },
    ],
  },
  {
    name: 'is no reason and no complaint where a reason is asked (en)',
    turns: [
      { say: 'close Wingtip as lost' },
      { say: 'the budget had nothing to do with it', not: [/Reason:/], buttons: [/Other reason/] },
    ],
  },
]);
