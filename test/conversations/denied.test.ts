import { describeConversations } from './table.ts';

const CREATING = 'crea un deal con Colli Alti Srl';
const SUMMARY =
  'crea un deal privato con Colli Alti Srl, 50k, 31 marzo 2027, aurelia wms, via Po 1, 10121 Torino, marketplace no';

describeConversations('what is denied or left out is not chosen', [
  {
    name: 'of the kinds of deal',
    turns: [
      { say: CREATING, buttons: [/Privato/] },
      {
        say: 'tutto fuorché co-sell',
        not: [/Segnato: tipo/],
        buttons: [/^Condiviso/, /^Privato/],
        buttonCount: 2,
      },
      { say: 'condiviso no, privato', expect: [/Segnato: tipo Privato/] },
    ],
  },
  {
    name: 'of two kinds at once',
    turns: [{ say: `${CREATING}, né co-sell né condiviso`, not: [/tipo/], buttons: [/^Privato/] }],
  },
  {
    name: 'by its place',
    turns: [
      { say: CREATING },
      { say: 'la prima no', not: [/Segnato: tipo/] },
      { say: 'la terza', expect: [/Segnato: tipo Privato/] },
    ],
  },
  {
    name: 'of the solutions',
    turns: [
      { say: `${CREATING}, privato, via Po 1, 10121 Torino` },
      { say: 'non analytics', not: [/Segnato: soluzione/] },
      { say: 'not analytics, wms', expect: [/Segnato: soluzione Aurelia WMS/] },
    ],
  },
  {
    name: 'of the ends',
    turns: [
      { say: 'chiudi Wingtip' },
      { say: 'tutto tranne vinto', not: [/Segnato: esito/] },
      { say: 'vinto no perso', expect: [/Segnato: esito Perso/] },
    ],
  },
  {
    name: 'of the reasons, where it isn’t the reason itself',
    turns: [
      { say: 'chiudi Wingtip perso' },
      { say: 'non per il prezzo, ci hanno preferito un concorrente', expect: [/Motivo: Altro fornitore/] },
      { say: 'cambia il motivo' },
      { say: 'non avevano il budget', expect: [/Motivo: Budget insufficiente/] },
    ],
  },
  {
    name: 'of the reasons (en)',
    turns: [
      { say: 'close Wingtip as lost' },
      { say: 'price wasn’t the issue, the timeline was too short', expect: [/Reason: Timeline too short/] },
    ],
  },
]);

describeConversations('a number is a place only in the question on the screen', [
  {
    name: 'in a correction it chooses nothing elsewhere',
    turns: [
      { say: SUMMARY },
      { say: 'via Roma 10 non 1', expect: [/indirizzo via Roma 10/], not: [/tipo Co-sell|aiuto/] },
    ],
  },
]);

describeConversations('below a summary', [
  {
    name: 'what only says again what is asked gives nothing up and does nothing',
    turns: [
      { say: 'chiudi Contoso perso per il prezzo' },
      {
        say: 'ok chiudi',
        expect: [/scrivi «sì»/, /Segno il deal con Contoso come Perso/],
        not: [/Butto via/],
      },
      { say: 'segna Contoso come perso', expect: [/scrivi «sì»/, /Segno il deal con Contoso come Perso/] },
      { say: 'sì però è Contoso Pharma', expect: [/Segno il deal con Contoso Pharma come Perso/] },
    ],
  },
  {
    name: 'a currency, a sum behind a yes and a forbidden recipient change the deal',
    turns: [
      { say: SUMMARY },
      { say: 'in dollari però', expect: [/valore 50\.000 \$/] },
      { say: 'sì ma con 45k', expect: [/valore 45\.000/] },
      { say: 'condiviso', expect: [/tipo Condiviso/] },
      { say: 'non mandarlo a Microsoft', expect: [/Segnato: tipo Privato/] },
    ],
  },
  {
    name: 'a dictated note is no closing day',
    turns: [
      { say: SUMMARY },
      {
        say: 'nelle note scrivi che il titolare parte e vuole firmare entro giugno',
        expect: [/Note: Il titolare parte/, /Chiusura: mercoledì 31 marzo 2027/],
      },
    ],
  },
  {
    name: 'who is named for a private deal is shown',
    turns: [
      {
        say: `${SUMMARY}, contatto Ada Serra ada@colli.example 333 1234567`,
        expect: [/Contatto: Ada Serra/],
      },
    ],
  },
  {
    name: 'another deal like this one comes after it',
    turns: [
      { say: SUMMARY },
      {
        say: 'e poi creane uno uguale per Monti Blu Srl',
        expect: [/Monti Blu/, /deal con Colli Alti/],
        buttons: [/L’altra richiesta/],
      },
    ],
  },
  {
    name: 'a month that is told is the month (en)',
    turns: [
      {
        say: 'create a private deal with Tall Pines Ltd, 50k, 31 March 2027, aurelia wms, via Po 1, 10121 Torino, marketplace no',
      },
      { say: 'move it to April 15', expect: [/15 April 2027/] },
    ],
  },
]);
