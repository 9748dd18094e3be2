import { describeConversations } from './table.ts';

const NOT_UNREAD = /Non ho capito|I didn’t get/;

describeConversations('a deal like another one', [
  {
    name: 'begins with what is sold in that deal, and with what is told of the new one',
    turns: [
      {
        say: 'fammi un deal come quello di Fabrikam ma con Colli Alti Srl, forse chiude a maggio',
        expect: [/Parto dal deal con Fabrikam/, /cliente Colli Alti Srl/, /indirizzo di Colli Alti Srl/],
        not: [NOT_UNREAD, /chiusura/],
      },
      { say: 'a che punto siamo?', expect: [/Aurelia WMS/, /80\.000/] },
    ],
  },
  {
    name: 'takes a sum that is told in place of the old one (en)',
    turns: [
      {
        say: 'clone the Fabrikam deal for Tall Pines Ltd, 50k, end of march',
        expect: [/Starting from the deal with Fabrikam/, /customer Tall Pines Ltd, value €50,000/],
        not: [NOT_UNREAD],
      },
    ],
  },
  {
    name: 'means the one on the screen where none is named',
    turns: [
      { say: 'stato Fabrikam' },
      { say: 'fammene uno uguale per Colli Alti Srl', expect: [/Parto dal deal con Fabrikam/, /Colli Alti/] },
    ],
  },
  {
    name: 'says that there is none of that name, and goes on without',
    turns: [
      { say: 'duplica il deal di Colli Alti Srl', expect: [/Non trovo un tuo deal con "Colli Alti Srl"/] },
    ],
  },
  {
    name: 'is told by the customer alone, and by what is other',
    turns: [
      {
        say: 'identico a Fabrikam, ma condiviso e 61k',
        expect: [/Parto dal deal con Fabrikam/, /Segnato: tipo Condiviso.*valore 61\.000/],
        not: [NOT_UNREAD],
      },
    ],
  },
  {
    name: 'is a deal made again with other values while the first is open',
    turns: [
      {
        say: 'rifammi quello di Fabrikam con 61k',
        expect: [/Parto dal deal con Fabrikam/, /cliente Fabrikam, valore 61\.000/],
        not: [NOT_UNREAD],
      },
      { say: 'annulla' },
      { say: 'sì' },
      { say: 'rifammi Fabrikam', expect: [/80\.000/], not: [/Parto dal deal/] },
    ],
  },
  {
    name: 'makes nothing of a question or a denial',
    turns: [
      { say: 'posso duplicare il deal di Contoso?', not: [/Parto dal deal/] },
      { say: 'non duplicare il deal di Contoso', not: [/Parto dal deal/] },
      { say: 'come Contoso ma 61k?', not: [/Parto dal deal/] },
    ],
  },
]);

describeConversations('a value like that of another deal', [
  {
    name: 'is taken where it is asked, or called by its name',
    turns: [
      { say: 'crea un deal co-sell con Colli Alti Srl, 40k, aurelia wms' },
      {
        say: 'la stessa chiusura di Contoso',
        expect: [/Segnato: chiusura domenica 7 febbraio 2027/],
        not: [NOT_UNREAD],
      },
      { say: 'via roma 1, 37121 verona' },
      { say: 'come quello di Contoso', expect: [/Segnato: contatto Anna Bassi/] },
    ],
  },
]);
