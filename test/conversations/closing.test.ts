import { describeConversations } from './table.ts';

describeConversations('closing: another deal in an open form', [
  {
    name: 'a closed one after a "no": nothing is asked about the first any more',
    turns: [
      { say: 'segna Tailspin come vinto' },
      { say: 'no', expect: [/Che cosa cambio\?/] },
      {
        say: 'segna Proseware come perso',
        expect: [/Tailspin Toys resta com'è/, /Proseware è già Vinto/],
        not: [/Segnato: esito/, /Perché/],
      },
      { say: 'sì', not: [/Fatto/] },
      { say: 'controlla il deal con Tailspin', not: [/chiuso/i] },
    ],
  },
  {
    name: 'an open one after a "no" (en)',
    turns: [
      { say: 'mark tailspin as won' },
      { say: 'no', expect: [/What should I change\?/] },
      {
        say: 'mark the contoso deal as lost',
        expect: [/The Tailspin Toys deal stays as it is/, /Why was the Contoso deal lost\?/],
      },
      {
        say: 'they had no money',
        expect: [/Mark the Contoso deal as Lost\?/, /€120,000/],
        not: [/Tailspin/],
      },
      { say: 'yes', expect: [/the Contoso deal is Lost/, /Deal: Contoso/, /€120,000/] },
    ],
  },
  {
    name: 'a bare name is a correction, and the end that was said stays',
    turns: [
      { say: 'segna Tailspin come vinto' },
      { say: 'no, Wingtip', expect: [/Tailspin Toys resta com'è/, /Wingtip Toys come Vinto\?/, /52\.000 €/] },
      {
        say: 'quello da 64mila',
        expect: [/Wingtip Toys resta com'è/, /Northwind Traders come Vinto\?/, /64\.000 €/],
      },
    ],
  },
  {
    name: 'at the reason, a whole request is about its own deal; a name in a reason is none',
    turns: [
      { say: 'segna Tailspin come perso' },
      { say: 'segna Wingtip come perso', expect: [/Perché avete perso il deal con Wingtip Toys\?/] },
      {
        say: 'hanno scelto Fabrikam',
        expect: [/Wingtip Toys come Perso\?/, /Motivo: hanno scelto Fabrikam/],
      },
    ],
  },
  {
    name: 'a name nobody has never closes the deal at hand',
    turns: [
      { say: 'segna Tailspin come vinto' },
      {
        say: 'segna pluto come perso',
        expect: [/Non trovo un tuo deal con "pluto"/, /Quale deal vuoi chiudere\?/],
        not: [/Tailspin Toys come/],
      },
    ],
  },
  {
    name: 'two fit: asked, with the new end',
    turns: [
      { say: 'mark tailspin as won' },
      { say: 'mark contos as lost', expect: [/Which one is "contos"\?/], buttons: [/^Contoso$/, /Pharma/] },
      { tap: 'Contoso', expect: [/Why was the Contoso deal lost\?/] },
    ],
  },
  {
    name: 'a wish to look at a deal is carried out, and the question comes again',
    turns: [
      { say: 'segna contos come vinto' },
      {
        say: 'status of the pharma one',
        expect: [/non ha ancora risposto per Contoso Pharma/, /Quale intendi/],
      },
      { say: 'Contoso', expect: [/Segno il deal con Contoso come Vinto\?/] },
    ],
  },
  {
    name: 'a wish to look at a deal at the review (en)',
    turns: [
      { say: 'mark tailspin as won' },
      {
        say: 'status of the pharma one',
        expect: [/Microsoft hasn't answered.*Contoso Pharma/, /Mark the Tailspin Toys deal as Won\?/],
        not: [/Pharma deal as Won/],
      },
    ],
  },
]);

describeConversations('closing: what is no deal and no yes', [
  {
    name: '"no" is no deal',
    turns: [
      { say: 'voglio chiudere un deal' },
      { say: 'vinto' },
      { say: 'no', expect: [/non ho chiuso nulla/, /Quale deal vuoi chiudere\?/], not: [/Segno il deal/] },
      { say: 'wingtip', expect: [/Segno il deal con Wingtip Toys come Vinto\?/] },
      { say: 'no', expect: [/non ho chiuso nulla\. Che cosa cambio\?/] },
      { say: 'annulla', expect: [/Wingtip/] },
      { say: 'no', expect: [/Segno il deal con Wingtip Toys come Vinto\?/] },
    ],
  },
  {
    name: '"no" is no deal (en)',
    turns: [
      { say: 'close a deal' },
      { say: 'won' },
      { say: 'no', expect: [/nothing was closed/, /Which deal/], not: [/Mark the/] },
      { say: 'wingtip', expect: [/Mark the Wingtip Toys deal as Won\?/] },
      { say: 'no', expect: [/nothing was closed\. What should I change\?/] },
    ],
  },
  {
    name: 'another task in between is done, and the question comes again',
    turns: [
      { say: 'segna Tailspin come vinto' },
      {
        say: 'chi sono gli amministratori?',
        expect: [/Elena/, /Segno il deal con Tailspin Toys come Vinto\?/],
      },
      { say: 'quello pharma', expect: [/Tailspin Toys resta com'è/, /Contoso Pharma come Vinto\?/] },
    ],
  },
  {
    name: 'what a slip would cost is answered, and the question comes again',
    turns: [
      { say: 'segna Tailspin come vinto' },
      {
        say: 'aspetta, che succede se sbaglio?',
        expect: [/non si modifica più/, /Segno il deal con Tailspin Toys come Vinto\?/],
      },
    ],
  },
  {
    name: 'what a slip would cost is answered, and the question comes again (en)',
    turns: [
      { say: 'mark Tailspin as won' },
      {
        say: 'wait, what happens if I get it wrong?',
        expect: [/can't be edited any more/, /Mark the Tailspin Toys deal as Won\?/],
      },
    ],
  },
  {
    name: 'two deals at once: one after the other, each with the end',
    turns: [
      {
        say: 'segna Contoso e Fabrikam come vinti',
        expect: [/il deal con Contoso come Vinto\?/, /anche «Fabrikam vinti»/],
        not: [/Quale di questi\?/],
      },
    ],
  },
  {
    name: 'a rival in the reason is no deal (en)',
    turns: [
      {
        say: 'close it as lost, went with a competitor',
        expect: [/reason Another vendor/, /Which deal do you want to close\?/],
        not: [/can't find/],
      },
      { say: 'Litware', expect: [/Mark the Litware deal as Lost\?/] },
    ],
  },
]);

describeConversations('closing: a deal that is not there', [
  {
    name: 'is said not to be, and those that can be closed are shown (en)',
    turns: [
      {
        say: 'close the Cancel Ltd deal',
        expect: [/can't find a "Cancel Ltd" deal of yours/, /Which deal do you want to close\?/],
        buttons: [/Contoso Pharma/],
      },
    ],
  },
  {
    name: 'is said not to be, and those that can be closed are shown',
    turns: [
      {
        say: 'chiudi il deal con Annulla srl',
        expect: [/Non trovo un tuo deal con "Annulla srl"/, /Quale deal vuoi chiudere\?/],
        buttons: [/Contoso Pharma/],
      },
    ],
  },
]);

describeConversations('closing: an order to create a deal in an open form', [
  {
    name: 'opens the new deal, and closes neither',
    turns: [
      { say: 'segna Contoso come perso' },
      {
        say: 'crea un deal con Wingtip da 30k',
        expect: [/cliente Wingtip Toys, valore 30\.000/, /Che tipo di deal/],
        not: [/Perso/],
      },
      { say: 'stato di Contoso', expect: [/Attivo/] },
    ],
  },
  {
    name: 'opens it at the last question before it is final, and a yes is for the new deal',
    turns: [
      { say: 'segna Contoso come perso, prezzo troppo alto', expect: [/Segno il deal con Contoso/] },
      { say: 'crea un deal privato con Wingtip per il 20 marzo 2028', expect: [/Quanto vale/] },
      { say: 'sì', expect: [/Quanto vale/], not: [/Fatto:/] },
    ],
  },
  {
    name: 'opens it where throwing the closing away was asked',
    turns: [
      { say: 'segna Contoso come perso' },
      { say: 'annulla', expect: [/Butto via tutto/] },
      { say: 'crea un deal con Wingtip da 30k', expect: [/cliente Wingtip Toys/], not: [/Annullato/] },
    ],
  },
  {
    name: 'opens it (en)',
    turns: [
      { say: 'mark Contoso as lost' },
      { say: 'create a deal with Wingtip for 30k', expect: [/What kind of deal/], not: [/Lost/] },
    ],
  },
  {
    name: 'is none where another deal is put in its place',
    turns: [
      { say: 'segna Contoso come perso, prezzo troppo alto' },
      { say: 'cambia cliente in Wingtip', expect: [/Segno il deal con Wingtip Toys come Perso/] },
    ],
  },
]);

describeConversations('closing: what tells no end, or no deal for sure', [
  ...[
    'non abbiamo perso Wingtip',
    'non voglio perdere Wingtip',
    'Wingtip non l’abbiamo vinto',
    'we didn’t lose Wingtip',
  ].map((say) => ({
    name: `«${say}» closes nothing`,
    turns: [
      { say, expect: [/non faccio nulla|won’t do anything/], not: [/Segno il deal|Com’è finito|Mark the/] },
    ],
  })),
  ...['ho quasi vinto Wingtip, manca solo la firma', 'we’ve nearly won Wingtip'].map((say) => ({
    name: `«${say}» is still to come`,
    turns: [
      { say, not: [/Segno il deal|Com’è finito|Mark the|How did/] },
      { say: 'ok' },
      { say: 'stato di Wingtip', expect: [/Attivo|Active/] },
    ],
  })),
  {
    name: 'a word beside the customer’s name may make it another company',
    turns: [
      {
        say: 'chiudi contoso italia come vinto',
        expect: [/Non trovo un tuo deal con "contoso italia"/],
        not: [/Segno il deal/],
        buttons: [/^Contoso$/],
      },
      { tap: 'Contoso', expect: [/Segno il deal con Contoso come Vinto/] },
    ],
  },
  {
    name: 'a deal that Microsoft hasn’t answered says what a Won costs, before it is final',
    turns: [{ say: 'segna Fabrikam come vinto', expect: [/Microsoft non ha ancora risposto/, /incentivo/] }],
  },
  {
    name: 'another reason takes the place of the one at hand',
    turns: [
      { say: 'segna Fabrikam come perso' },
      { say: 'prezzo troppo alto', expect: [/Motivo: Prezzo/] },
      { say: 'no scusa, il prezzo andava bene: gli hanno tagliato il budget', expect: [/Motivo: Budget/] },
    ],
  },
  {
    name: '“it” is the deal on the screen (en)',
    turns: [{ say: 'show me Fabrikam' }, { say: 'close it', expect: [/How did the Fabrikam deal end/] }],
  },
  {
    name: 'two deals with their ends are closed one after the other',
    turns: [
      {
        say: 'chiudi Contoso vinto e Fabrikam perso per il prezzo',
        expect: [/Segno il deal con Contoso come Vinto/, /Fabrikam perso per il prezzo/],
        buttons: [/^L’altra richiesta$/],
      },
      { tap: 'L’altra richiesta', expect: [/Segno il deal con Fabrikam come Perso/, /Motivo: Prezzo/] },
    ],
  },
  {
    name: 'a rival’s name is no deal, and tells another end',
    turns: [
      { say: 'mark Fabrikam as won' },
      { say: 'no, in the end they signed with SAP', expect: [/outcome Lost/], not: [/SAP" deal/] },
    ],
  },
  {
    name: 'a reason that names the customer changes no customer',
    turns: [
      { say: 'segna Contoso perso' },
      { say: 'il cliente è fallito', expect: [/Motivo: il cliente è fallito/] },
    ],
  },
  {
    name: 'a button’s title and a list of deals are no other deal',
    turns: [
      { say: 'chiudi Wingtip vinto' },
      { say: 'i miei deal', expect: [/Vedi 9 deal/, /Segno il deal con Wingtip/] },
      { say: 'cambia qualcosa', expect: [/Che cosa cambio/] },
    ],
  },
  {
    name: 'what is to be closed first is closed first, and the draft waits',
    turns: [
      { say: 'nuovo deal co-sell con Pastificio Neri Srl' },
      { say: 'ferma un attimo, prima devo segnare Tailspin come perso', expect: [/deal Tailspin Toys/] },
      { say: 'le mie bozze', expect: [/Pastificio Neri/] },
    ],
  },
]);
