import { describeConversations } from './table.ts';

describeConversations('several deals that are asked for', [
  {
    name: 'by what they are worth',
    turns: [
      {
        say: 'mi elenchi i miei deal oltre i 60 mila?',
        expect: [/^5 deal/, /Contoso Pharma/],
        not: [/Wingtip/],
      },
      { say: 'i deal sotto i 35k', expect: [/^2 deal/, /Litware/, /Tailspin/] },
      { say: 'which of my deals are worth more than 150k?', expect: [/1 deal/], buttonCount: 1 },
      { say: 'i deal sotto i 25.000 USD sono rifiutati?', not: [/^\d+ deal/] },
    ],
  },
  {
    name: 'by a period, which is said',
    turns: [
      { say: 'quali chiudono a febbraio?', expect: [/2 deal/, /chiusura prevista tra/], not: [/Fabrikam/] },
      { say: 'quali deal scadono entro il 10 dicembre?', expect: [/2 deal/, /Microsoft può rispondere/] },
      { say: 'which deals close next quarter?', expect: [/still open and expected to close/] },
      { say: 'che deal abbiamo creato a ottobre?', expect: [/creati tra/, /Contoso · 120/] },
    ],
  },
  {
    name: 'in an order, which is said',
    turns: [
      { say: 'i miei deal', expect: [/più urgenti per primi/] },
      {
        say: 'mettimeli in ordine di importo',
        expect: [/ordine di valore/, /Contoso Pharma[^]*Contoso ·[^]*Litware/],
      },
      { say: 'il primo', expect: [/Contoso Pharma/] },
      { say: 'sort my deals by customer', expect: [/By customer[^]*Adventure Works[^]*Wingtip/] },
    ],
  },
  {
    name: 'but for one, and as a sum',
    turns: [
      { say: 'i miei deal a parte Proseware', expect: [/8 deal/], not: [/Proseware/] },
      { say: 'quanto vale la nostra pipeline?', expect: [/in tutto/] },
    ],
  },
  {
    name: 'after a list by what they are',
    turns: [
      { say: 'my deals' },
      { say: 'and the declined ones?', expect: [/2 deals/, /Northwind/, /Litware/] },
      { say: 'e i privati?', expect: [/1 deal/, /Tailspin/] },
    ],
  },
  {
    name: 'by who turned them down',
    turns: [{ say: 'which of our deals did MS reject?', expect: [/2 deals/] }],
  },
]);

describeConversations('a word that is no name', [
  {
    name: 'is not quoted as one',
    turns: [
      { say: 'chiudetele', not: [/Non trovo/] },
      { say: 'fammi un sunto', not: [/Non trovo un tuo deal/] },
    ],
  },
]);
