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

describeConversations('deals on the screen', [
  {
    name: 'are meant by their number right after a list',
    turns: [
      { say: 'i miei deal' },
      { say: 'il 2', expect: [/Fabrikam/] },
      { say: 'il 77', not: [/Microsoft non ha/] },
    ],
  },
  {
    name: 'are several of a list',
    turns: [{ say: 'my deals' }, { say: 'just the first three', buttonCount: 3 }],
  },
  {
    name: 'are one, and the one before it',
    turns: [
      { say: 'Litware' },
      { say: 'Tailspin', expect: [/Tailspin/] },
      { say: 'rivediamo quello precedente', expect: [/Litware/] },
      { say: 'and the other one?', expect: [/Tailspin/] },
    ],
  },
  {
    name: 'have no places where no list is shown',
    turns: [{ say: 'Litware' }, { say: 'Wingtip' }, { say: 'chiudi il secondo', not: [/Segnato/] }],
  },
  {
    name: 'are another one, by a part of its name',
    turns: [{ say: 'Contoso' }, { say: 'quello pharma piuttosto', expect: [/Contoso Pharma/] }],
  },
]);

describeConversations('how all deals stand', [
  {
    name: 'is the overview',
    turns: [
      { say: 'qualcosa di urgente?', expect: [/più urgenti per primi/] },
      { say: 'how do we stand with the deals?', expect: [/most urgent first/] },
      { say: 'mi fai un recap dei miei deal?', expect: [/più urgenti per primi/] },
    ],
  },
  {
    name: 'is the draft’s own in a form',
    turns: [
      { say: 'crea un deal con Colli Alti Srl' },
      { say: 'recap', expect: [/Cliente: Colli Alti Srl/] },
    ],
  },
]);

describeConversations('one thing of a deal that is asked for', [
  {
    name: 'is told, whether it is open or closed',
    turns: [
      { say: 'qual è l’indirizzo di Tailspin?', expect: [/^L’indirizzo di Tailspin Toys nel deal è/] },
      {
        say: 'could you tell me what the address of Northwind is?',
        expect: [/^The address of Northwind Traders/],
      },
      { say: 'quando abbiamo chiuso Proseware?', expect: [/chiuso come Vinto/, /chiusura prevista era/] },
      { say: 'quale prodotto abbiamo offerto a Litware?', expect: [/la soluzione è Aurelia Analytics/] },
      { say: 'che tipo di deal è Litware?', not: [/^L’indirizzo/] },
    ],
  },
  {
    name: 'is whether there is one',
    turns: [
      { say: 'abbiamo già un deal con Adventure Works?', expect: [/Adventure Works è scaduto/] },
      { say: 'is there a deal with Tailspin? how much was it?', expect: [/Tailspin/, /30,000/] },
    ],
  },
]);
