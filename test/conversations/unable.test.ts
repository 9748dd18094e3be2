import { describeConversations } from './table.ts';

const CANNOT = /No: |Non ho cambiato nulla: un deal|I haven’t changed anything: I can’t/;

describeConversations('orders that can’t be carried out: a no, with what can be done', [
  ...(
    [
      ['eliminami il deal di Northwind', /cancellare/, /Northwind/],
      ['rimuovi Tailspin', /cancellare/, /Tailspin Toys/],
      ['remove the Contoso Pharma deal please', /can’t delete/, /Contoso Pharma/],
      ['riattiva Proseware per favore', /non si riapre/, /Proseware/],
      ['revoca il co-sell di Contoso Pharma', /ritirare/, /Contoso Pharma/],
      ['please withdraw Contoso Pharma from Microsoft', /can’t take back/, /Contoso Pharma/],
      ['accetta il deal di Fabrikam', /tocca a Microsoft/, /Fabrikam/],
      ['respingi Fabrikam', /tocca a Microsoft/, /Fabrikam/],
      ['aumenta il valore di Wingtip a 70k', /modificare/, /Wingtip Toys/],
      ['sposta la chiusura di Contoso a fine giugno', /modificare/, /Contoso/],
      ['postpone the Fabrikam closing to June 30', /can’t edit/, /Fabrikam/],
      ['Tailspin: vogliono passare a 60k', /modificare/, /Tailspin Toys/],
    ] as const
  ).map(([say, why, named]) => ({
    name: `«${say}»`,
    turns: [{ say, expect: [CANNOT, why, named], not: [/Segno il deal|Puoi creare/] }],
  })),
  {
    name: 'of the deal on the screen, which can then be closed',
    turns: [
      { say: 'stato di Fabrikam' },
      { say: 'eliminalo', expect: [CANNOT, /Fabrikam/] },
      { say: 'chiudilo come perso', expect: [/Perché avete perso il deal con Fabrikam/] },
    ],
  },
  {
    name: 'in a form, which then asks again and takes no customer of it',
    turns: [
      { say: 'nuovo deal privato con Pastificio Neri Srl' },
      { say: 'elimina il deal di Litware', expect: [CANNOT, /Litware/], not: [/Segnato: cliente/] },
      { say: 'le mie bozze', expect: [/Pastificio Neri/], not: [/Litware/] },
    ],
  },
  {
    name: 'its value is raised after its card',
    turns: [{ say: 'stato di Fabrikam' }, { say: 'alza l’importo a 90k', expect: [CANNOT, /Fabrikam/] }],
  },
  ...[
    'Microsoft ha accettato Contoso?',
    'Microsoft ha rifiutato Litware',
    'si può cancellare un deal?',
    'avvisami quando accettano Fabrikam',
    'cancella la bozza',
    'aggiorna Wingtip come vinto',
    'sposta Contoso in vinto',
  ].map((say) => ({ name: `«${say}» is none of them`, turns: [{ say, not: [CANNOT] }] })),
]);

describeConversations('a deal that was just closed is not opened again, in whatever words', [
  ...(
    [
      [
        'abbiamo vinto Litware',
        'sì',
        'cavolo ho sbagliato, riportalo attivo',
        /No: un deal chiuso non si riapre/,
      ],
      ['abbiamo vinto Litware', 'sì', 'no no, rimettilo aperto', /No: un deal chiuso non si riapre/],
      [
        'abbiamo perso Litware, niente budget',
        'sì',
        'rendilo di nuovo attivo',
        /No: un deal chiuso non si riapre/,
      ],
      ['abbiamo vinto Litware', 'sì', 'riapri Litware', /No: un deal chiuso non si riapre/],
      ['we won Litware', 'yes', 'wrong one, put it back to active', /No: a closed deal can’t be reopened/],
      ['we won Litware', 'yes', 'sorry, make it open again', /No: a closed deal can’t be reopened/],
      [
        'we lost Litware, no budget',
        'yes',
        'switch it back to active',
        /No: a closed deal can’t be reopened/,
      ],
    ] as const
  ).map(([first, yes, say, no]) => ({
    name: `«${say}»`,
    turns: [{ say: first }, { say: yes }, { say, expect: [no] }],
  })),
]);
