import { describeConversations } from './table.ts';

const CLOSING = { say: 'segna Contoso come perso, prezzo troppo alto' };
const CREATING = { say: 'crea un deal privato con Wingtip da 30k per il 20 marzo 2028' };

describeConversations('a yes with something beside it', [
  {
    name: 'is none yet where a question is beside it',
    turns: [
      CLOSING,
      {
        say: 'sì, ma si può annullare dopo?',
        expect: [/Segno il deal con Contoso come Perso\?/],
        not: [/Fatto:/],
      },
      { say: 'stato di Contoso', expect: [/Attivo/] },
    ],
  },
  {
    name: 'is none yet where something is to be seen first',
    turns: [
      CLOSING,
      {
        say: 'ok però prima guarda Fabrikam',
        expect: [/Fabrikam/, /Segno il deal con Contoso/],
        not: [/Fatto:/],
      },
      { say: 'sì', expect: [/Fatto: il deal con Contoso è Perso/] },
    ],
  },
  {
    name: 'is none yet where something else is to be done',
    turns: [CLOSING, { say: 'sì, cancella tutto', expect: [/Butto via tutto/], not: [/Fatto:/] }],
  },
  {
    name: 'is done, and the rest after it, where the rest comes next',
    turns: [
      CLOSING,
      { say: 'sì, e dopo mostrami Fabrikam', expect: [/Fatto: il deal con Contoso/, /Fabrikam/] },
    ],
  },
  {
    name: 'is a yes where it says the same once more',
    turns: [CLOSING, { say: 'sì, segnalo come perso', expect: [/Fatto: il deal con Contoso è Perso/] }],
  },
  {
    name: 'changes what it says to change, and asks again',
    turns: [
      CREATING,
      { say: 'va bene ma metti 35k', expect: [/Segnato: valore 35\.000/, /Riepilogo/], not: [/Fatto:/] },
      { say: 'sì ma togli la nota', not: [/Fatto:/] },
      { say: 'sì', expect: [/Fatto: il deal con Wingtip/] },
    ],
  },
  {
    name: 'is none yet (en)',
    turns: [
      { say: 'mark Contoso as lost, price too high' },
      { say: 'yes but can it be undone?', expect: [/Mark the Contoso deal|Contoso/], not: [/Done:/] },
      { say: 'yes', expect: [/Done/] },
    ],
  },
]);

describeConversations('kind words and delays at a summary', [
  {
    name: 'create nothing',
    turns: [
      CREATING,
      { say: 'bravissimo', not: [/Fatto:/] },
      { say: 'ci devo pensare', not: [/Fatto:/] },
      { say: 'ok', expect: [/«sì»/], not: [/Fatto:/] },
      { say: 'sì', expect: [/Fatto:/] },
    ],
  },
  {
    name: 'an order that is taken back at once is none',
    turns: [{ say: 'segna Fabrikam come perso, anzi no, lascialo stare', not: [/Segno il deal/, /Perché/] }],
  },
  {
    name: 'the word for creating shows the summary again after "what should I change?"',
    turns: [CREATING, { say: 'no' }, { say: 'crea', expect: [/Riepilogo/], not: [/Fatto:/] }],
  },
]);

describeConversations('words at an offered draft', [
  {
    name: 'pick it up with what they change',
    turns: [
      { say: 'nuovo deal privato con Ferramenta Zani Srl' },
      { say: 'nuovo deal privato con Molino Berti Srl', expect: [/Molino Berti/] },
      { say: 'annulla' },
      { say: 'sì', expect: [/Annullato/] },
      { say: 'nuovo deal privato con Vetri Lucidi Srl' },
      { say: 'annulla' },
      { say: 'sì' },
      { say: 'nuovo deal', expect: [/Ferramenta Zani/] },
      { say: 'sì ma da 60k', expect: [/Riprendo la bozza/, /60\.000/] },
    ],
  },
]);

describeConversations('a denied kind of deal', [
  {
    name: 'is not stored as it',
    turns: [
      { say: 'nuovo deal con Ferramenta Zani Srl da 40k' },
      { say: 'non co-sell', expect: [/condiviso o privato/] },
      { say: 'non vogliamo che Microsoft lo sappia', expect: [/tipo Privato/] },
    ],
  },
]);
