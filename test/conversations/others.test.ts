import { describeConversations } from './table.ts';

describeConversations('admins', [
  {
    name: '60: who they are, where each fact is from, and the steps in the portal',
    turns: [
      {
        say: 'chi sono gli amministratori del nostro account?',
        expect: [/Elena Riva/, /Dario Fontana/, /Impostazioni account/i, /Gestione utenti/i, /esempio/i],
      },
    ],
  },
  {
    name: '61: who can give me the role, with a message to send',
    turns: [
      {
        say: 'chi può darmi il ruolo di amministratore delle segnalazioni?',
        expect: [/Elena Riva/, /Dario Fontana/, /Sara Conti/],
      },
    ],
  },
]);

describeConversations('closing a deal', [
  {
    name: '70: won: final, asked first, then the criteria one by one',
    turns: [
      {
        say: 'segna il deal con Contoso come vinto',
        expect: [/Contoso/, /final|definitiv|non si (può|potrà)/i],
      },
      { say: 'sì', expect: [/Vinto/, /25[.,]000/, /gestit/i] },
    ],
  },
  {
    name: '70: Tailspin, created yesterday, endangers registration',
    turns: [{ say: 'segna Tailspin come vinto', expect: [/72 ore/] }],
  },
  {
    name: '71: already final',
    turns: [{ say: 'segna Proseware come perso', expect: [/Vinto/, /non (si può|puoi|si)/i] }],
  },
  {
    name: '72: lost asks for a reason',
    turns: [
      { say: 'segna il deal con Wingtip come perso', expect: [/motivo|perché/i], buttons: [/./] },
      {
        say: 'il cliente ha scelto un altro fornitore',
        expect: [/Wingtip/, /final|definitiv|non si (può|potrà)/i],
      },
      { say: 'confermo', expect: [/Perso/] },
    ],
  },
]);

describeConversations('the rest', [
  {
    name: '80: help, cancel with nothing open, thanks',
    turns: [
      { say: 'aiuto', buttons: [/./] },
      { say: 'cosa sai fare?', buttons: [/./] },
      { say: 'annulla', expect: [/niente di aperto/i] },
      { say: 'grazie', expect: [/^.{1,80}$/] },
    ],
  },
  {
    name: '81: what is held, and deleting it',
    turns: [
      { say: 'cosa sai di me?', expect: [/bozz[ae]/i, /lingua/i] },
      { say: 'cancella i miei dati', expect: [/bozze/i, /Centro per i partner/] },
      { say: 'sì', expect: [/cancellat/i] },
    ],
  },
  {
    name: '83: registering an affair is a deal; bare registering is asked about',
    turns: [
      { say: 'registrare una trattativa', buttons: [/crea/i, /incentiv|registra/i, /nessuna/i] },
      { say: 'registra la trattativa con Wingtip da 40k', expect: [/Wingtip/, /40\.000 €/] },
    ],
  },
]);

describeConversations('notices of some deals alone', [
  {
    name: 'only one, and none but one',
    turns: [
      { say: 'avvisami quando risponde Microsoft', expect: [/Va bene/] },
      { say: 'anzi solo Fabrikam', expect: [/per Fabrikam/] },
      { say: 'cosa mi mandi?', expect: [/per Fabrikam/], not: [/per tutti i tuoi deal/] },
      { say: 'non mandarmi niente tranne Contoso Pharma', expect: [/per Contoso Pharma/] },
      { say: 'cosa mi mandi?', expect: [/Contoso Pharma/], not: [/Fabrikam|per tutti i tuoi deal/] },
    ],
  },
  {
    name: 'a deal on which no answer is to come says so',
    turns: [{ say: 'avvisami per Contoso', expect: [/non c’è una risposta da aspettare/] }],
  },
]);
