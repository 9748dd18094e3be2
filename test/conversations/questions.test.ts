import { describeConversations } from './table.ts';

const UNKNOWN = /non lo so|non so|I don[’']t know/i;

describeConversations('questions', [
  {
    name: '1: welcomes once, with the three jobs and sample data said to be sample data',
    turns: [
      { expect: [/Sara/, /esempio/i], buttons: [/deal/i, /controlla/i, /(accesso|amministrator|admin)/i] },
      { expect: [/^$/] },
    ],
  },
  {
    name: '2: the greyed-out button, then "sì" checks whether I can create a deal',
    turns: [
      {
        say: 'xke nn posso premere nuovo deal??',
        expect: [/amministratore delle segnalazioni/i, /marketplace/i, /pront[ao]/i, /fonte/i],
      },
      { say: 'sì', expect: [/Aurelia WMS/] },
    ],
  },
  {
    name: '3: a deal marked as lost by mistake',
    turns: [
      {
        say: 'ho segnato un deal come perso per sbaglio, posso cambiarlo?',
        expect: [/\bNo\b/, /Vinto/, /Perso/, /Rifiutato/, /Scaduto/],
      },
    ],
  },
  {
    name: '4: who gets the e-mail about an incoming referral',
    turns: [
      {
        say: 'chi viene avvisato via email quando arriva un referral?',
        expect: [/preferenze/i, /fonte/i, /learn\.microsoft\.com/],
      },
    ],
  },
  {
    name: '5: how one sees it, offers the check; the deal with Contoso is the check itself; "why" is the answer',
    turns: [
      {
        say: 'come capisco se Microsoft ha detto sì?',
        expect: [/Microsoft/, /fonte/i],
        buttons: [/controlla/i],
      },
      {
        say: 'perché Microsoft ha rifiutato la mia trattativa?',
        expect: [/fonte/i],
        buttons: [/controlla/i],
      },
      { say: 'Microsoft ha detto sì per Contoso?', expect: [/Contoso/, /accettat/i], not: [/fonte:/i] },
    ],
  },
  {
    name: '6: "note" is asked about; a tap answers',
    turns: [
      { say: 'note', buttons: [/nessuna di queste/i] },
      { say: 'la seconda', expect: [/fonte/i] },
    ],
  },
  {
    name: '6: "2" picks too, and "nessuna di queste" is an honest none with a human way out',
    turns: [
      { say: 'note', buttons: [/nessuna di queste/i] },
      { say: '2', expect: [/fonte/i] },
      { say: 'note' },
      { say: 'nessuna di queste', expect: [UNKNOWN, /assistenza/i], buttons: [/assistenza/i] },
    ],
  },
  {
    name: '7: "accesso" is asked about',
    turns: [
      {
        say: 'accesso',
        buttons: [/co-?sell/i, /segnalazioni|referral/i, /nessuna di queste/i],
        buttonCount: 3,
      },
    ],
  },
  {
    name: '8: what it does not know it says',
    turns: [
      { say: 'come si cambia la password di Outlook?', expect: [UNKNOWN, /assistenza/i] },
      { say: 'che tempo fa domani?', expect: [UNKNOWN] },
      { say: 'asdfghjkl', expect: [UNKNOWN] },
    ],
  },
  {
    name: '9: no remark about the spelling',
    turns: [
      { say: 'acesso negato alle oportunita di coselling', expect: [/Nessun accesso/i], not: [/intendi/i] },
    ],
  },
  {
    name: '10: English in, English out; thanks in Italian; a chosen language stays',
    turns: [
      { say: 'I marked a deal as lost by mistake, can I change it?', expect: [/\bNo\b/, /Won/, /Declined/] },
      { say: 'grazie', expect: [/niente|prego/i] },
      { say: 'parla in inglese', expect: [/English/] },
      { say: 'come ottengo l’accesso ai referral?', expect: [/account admin/i], not: [/amministratore/i] },
      { say: 'grazie', expect: [/welcome/i] },
      { say: 'parla italiano', expect: [/italiano/] },
    ],
  },
  {
    name: '11: two requests in one message: the first is done, the second offered',
    turns: [
      {
        say: 'dammi 3 consigli per avere più co-sell, e poi crea un deal',
        expect: [/fonte/i, /«crea un deal»/],
      },
      { say: 'sì', expect: [/deal/i, /Che tipo di deal/] },
    ],
  },
  {
    name: '12: a short follow-up in the light of the last answer',
    turns: [
      { say: 'xke nn posso premere nuovo deal??' },
      { say: 'e chi me lo può dare il ruolo?', expect: [/amministrator/i], not: [UNKNOWN], buttons: [/./] },
    ],
  },
  {
    name: 'how a deal is created is told, and creating it offered; whoever wants one created gets that',
    turns: [
      {
        say: 'come faccio a creare un deal?',
        expect: [/New Deal/, /co-selling/i],
        buttons: [/Crea un deal/],
      },
      { say: 'sì', expect: [/Puoi creare un deal/] },
    ],
  },
  {
    name: 'the infinitive alone wants it',
    turns: [{ say: 'creare un deal', expect: [/Puoi creare un deal/] }],
  },
  {
    name: 'whether one may create deals is told by what one has',
    turns: [{ say: 'posso creare un deal?', expect: [/hai entrambe/, /ruolo/] }],
  },
]);
