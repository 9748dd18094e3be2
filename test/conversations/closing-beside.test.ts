import { describeConversations } from './table.ts';

const NOT_KEPT = /Chiudendo non cambio valore e date|Closing changes no value and no dates/;

describeConversations('closing: what closing records nowhere is said', [
  ...(
    [
      ['segna Tailspin vinto a 33 mila', /«33 mila»/],
      ['chiudi Adventure Works vinto, ordine firmato il 20/11', /«20\/11».*chiusura prevista/],
      ['segna Wingtip vinto, però hanno chiuso a 49.500 euro', /«49\.500 euro».*valore 52\.000 €/],
      ['mark Contoso as won for 110k', /“110k”.*€120,000/],
      ['close Wingtip as won, signed on November 20', /“November 20”/],
    ] as const
  ).map(([say, quoted]) => ({
    name: `«${say}»`,
    turns: [{ say, expect: [NOT_KEPT, quoted, /come Vinto\?|as Won\?/] }],
  })),
  {
    name: 'the deal’s own value names it, and is nothing else',
    turns: [{ say: 'chiudi Wingtip, quello da 52k, come vinto', expect: [/come Vinto\?/], not: [NOT_KEPT] }],
  },
  {
    name: 'at the summary, too, and the summary comes again',
    turns: [
      { say: 'segna Wingtip vinto' },
      { say: 'ah, l’importo giusto è 64 mila', expect: [NOT_KEPT, /Wingtip Toys come Vinto\?/] },
      { say: 'sì ma firmato il 3 novembre', expect: [NOT_KEPT, /Wingtip Toys come Vinto\?/], not: [/Fatto/] },
      { say: 'sì', expect: [/Wingtip Toys è Vinto/] },
    ],
  },
  {
    name: 'beside the end that was asked for, too',
    turns: [
      { say: 'chiudi Tailspin' },
      { say: 'vinto a 35 mila', expect: [/35 mila/, /Tailspin Toys come Vinto\?/], not: [/resta com'è/] },
    ],
  },
  {
    name: 'a value of another deal, called so, names no other deal',
    turns: [
      { say: 'segna Wingtip vinto' },
      { say: 'il valore finale è 64 mila', expect: [NOT_KEPT, /Wingtip Toys come Vinto\?/] },
    ],
  },
  {
    name: 'why it was won',
    turns: [
      {
        say: 'segna Tailspin vinto perché il nostro budget era il più basso',
        expect: [/un motivo si tiene solo di un deal perso/, /come Vinto\?/],
        not: [/motivo Budget/],
      },
    ],
  },
]);

describeConversations('closing: nothing of a reason is lost', [
  {
    name: 'more than a known reason is kept beside it',
    turns: [
      {
        say: 'segna Tailspin perso per il budget e per la mancanza di un referente',
        expect: [/Motivo: Budget insufficiente: per il budget e per la mancanza di un referente/],
      },
      { say: 'sì', expect: [/Tailspin Toys è Perso/, /mancanza di un referente/] },
    ],
  },
  ...(
    [
      ['segna Wingtip persa, concorrenza: Zucchetti', /Motivo: Altro fornitore.*Zucchetti/],
      ['mark Wingtip lost, competitor was Salesforce', /Reason: Another vendor.*Salesforce/],
      ['abbiamo perso Wingtip, troppo cari rispetto a Infor', /Motivo: Prezzo.*Infor/],
    ] as const
  ).map(([say, reason]) => ({ name: `«${say}» keeps the rival`, turns: [{ say, expect: [reason] }] })),
  {
    name: 'a known reason alone stays as it is',
    turns: [{ say: 'segna Wingtip perso, costava troppo', expect: [/Motivo: Prezzo troppo alto\n/] }],
  },
  {
    name: 'two known reasons are asked about at once',
    turns: [
      {
        say: 'segna Wingtip perso per budget e prezzo',
        expect: [/motivo principale/],
        buttons: [/^Budget insufficiente$/, /^Prezzo troppo alto$/, /^Come l'ho scritto$/],
      },
      { tap: "Come l'ho scritto", expect: [/Motivo: per budget e prezzo/] },
    ],
  },
  {
    name: 'the one that is called the real one counts',
    turns: [
      {
        say: 'segna Tailspin perso, parlano di budget ma il motivo vero è che non rispondono più',
        expect: [/Motivo: Il cliente non risponde/],
      },
    ],
  },
  {
    name: 'so it does in answer to the question',
    turns: [
      { say: 'segna Tailspin persa' },
      { say: 'la verità è che il direttore conosce Zucchetti', expect: [/Motivo: il direttore conosce Z/] },
    ],
  },
  {
    name: 'several places are several reasons',
    turns: [
      { say: 'segna Tailspin perso' },
      {
        say: 'il primo e il secondo',
        expect: [/motivo principale/],
        buttons: [/^Altro fornitore/, /^Budget/],
      },
      { say: 'questi insieme', expect: [/Motivo: Altro fornitore \(concorrente\); Budget insufficiente/] },
    ],
  },
  {
    name: 'another one that isn’t told is asked for',
    turns: [
      { say: 'segna Tailspin perso per il budget' },
      { say: 'va bene però il motivo è diverso', expect: [/Mi serve un motivo/], not: [/Motivo: è/] },
    ],
  },
  {
    name: 'what may be the reason is shown, and not passed over',
    turns: [
      {
        say: 'segna Wingtip come perso, si sono fatti il gestionale in casa',
        expect: [/Registro «si sono fatti il gestionale in casa»\?/],
      },
      { tap: "Come l'ho scritto", expect: [/Motivo: si sono fatti il gestionale in casa/] },
    ],
  },
]);
