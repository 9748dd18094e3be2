import { marco, paolo } from '../../src/directory/sample-people.ts';
import { describeConversations } from './table.ts';

describeConversations('creating a deal', [
  {
    name: '25: a "va bene" that answers nothing is said to be none, and the question stays',
    turns: [
      { say: 'nuovo deal' },
      { say: 'va bene', expect: [/più di un sì/, /Che tipo di deal/], buttons: [/Privato/] },
    ],
  },
  {
    name: '20: takes what the first sentence says, warns of the open deal, asks what is left, creates',
    turns: [
      {
        say: 'crea un deal co-sell da 80k con Fabrikam per fine marzo',
        expect: [/co-sell/i, /Fabrikam/, /80\.000/, /mercoledì 31 marzo 2027/, /aperto/i],
        buttons: [/vedi|apri/i],
      },
      { say: 'vai avanti', expect: [/aiuto/i] },
      { say: 'architettura tecnica', expect: [/marketplace/i] },
      { say: 'non ha ancora deciso', expect: [/note/i] },
      {
        say: 'salta',
        expect: [/consenso/i, /Fabrikam/, /80\.000 €/, /mercoledì 31 marzo 2027/],
        buttons: [/crea|conferma/i],
      },
      { say: 'confermo', expect: [/creato/i, /14 giorni/, /martedì 8 dicembre/, /incentiv/i] },
    ],
  },
  {
    name: '20 (en): the whole of it in English',
    turns: [
      {
        say: 'create a co-sell deal worth 80k with Fabrikam by end of March',
        expect: [/Fabrikam/, /80,000/, /31 March 2027/, /open/i],
      },
      { say: 'go on', expect: [/help/i] },
      { say: 'technical architecture', expect: [/marketplace/i] },
      { say: 'not decided yet', expect: [/notes/i] },
      { say: 'skip', expect: [/agreed to their data being shared/i, /€80,000/] },
      { say: 'confirm', expect: [/created|done/i, /14 days/, /8 December/] },
    ],
  },
  {
    name: '26: under USD 25,000 it says what the source says, and one can go on',
    turns: [
      {
        say: 'crea un deal co-sell con Litware da 20.000 dollari per fine marzo',
        expect: [/25\.000 USD|25\.000 \$/, /motivo/i],
        buttons: [/avanti/i, /valore/i, /privato/i],
      },
      { say: 'vai avanti', expect: [/aiuto/i] },
    ],
  },
  {
    name: '27: Paolo has no role: who can grant it, nothing is collected',
    as: paolo,
    turns: [
      {
        say: 'voglio creare un deal',
        expect: [/amministratore delle segnalazioni/i, /Elena/, /Dario/],
        not: [/mancano/],
      },
    ],
  },
  {
    name: '27: Marco may go on, with one sentence',
    as: marco,
    turns: [{ say: 'voglio creare un deal', expect: [/utente delle segnalazioni/i] }],
  },
  {
    name: 'a further solution and colleagues are added by words, at any question, and taken out again',
    turns: [
      { say: 'crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione wms' },
      {
        say: 'aggiungi anche la soluzione analytics',
        expect: [/altre soluzioni Aurelia Analytics/, /indirizzo/],
      },
      { say: 'Via Roma 1, 37100 Verona, Italia' },
      { say: 'metti Marco e Paolo nel team', expect: [/nel team Marco Galli e Paolo Serra/, /contatto di/] },
      { say: 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456' },
      { say: 'aggiungi la soluzione edge', expect: [/Non ancora pronta[^]*Aurelia Edge/, /aiuto vuoi/] },
      { say: 'demo' },
      { say: 'no' },
      {
        say: 'salta',
        expect: [
          /Soluzione: Aurelia WMS/,
          /Altre soluzioni: Aurelia Analytics/,
          /Altri nel team: Marco Galli e Paolo Serra/,
        ],
        not: [/Edge/],
      },
      {
        say: 'togli Marco dal team',
        expect: [/altri nel team senza Marco Galli/, /Altri nel team: Paolo Serra/],
      },
      { tap: 'Cambia qualcosa', buttons: [/Altro/] },
      { tap: 'Altro' },
      { tap: 'Altro', buttons: [/Altre soluzioni/] },
      { tap: 'Altre soluzioni', expect: [/Adesso: Aurelia Analytics/], buttons: [/Togli Aurelia Analytics/] },
      { tap: 'Tieni così', expect: [/Riepilogo/] },
      { say: 'confermo', expect: [/creato/] },
    ],
  },
  {
    name: '(en) a further solution and a colleague, the second from the first sentence',
    turns: [
      {
        say: 'create a private deal worth 80k with Rossi Logistics by end of March, wms and analytics',
        expect: [/solution Aurelia WMS, other solutions Aurelia Analytics/],
      },
      { say: 'Via Roma 1, 37100 Verona, Italy' },
      { say: 'add my colleague Marco to the team', expect: [/on the team Marco Galli/, /marketplace/] },
      {
        say: 'no',
        expect: [/Other solutions: Aurelia Analytics/, /Others on the team: Marco Galli/],
      },
      { say: 'also add the solution edge', expect: [/Other solutions: Aurelia Analytics and Aurelia Edge/] },
      { say: 'add Jane Smith to the team', expect: [/Jane Smith. Still missing: the phone and the e-mail/] },
      {
        say: '+44 20 7946 0000, jane@aureliasistemi.example',
        expect: [/Marco Galli and Jane Smith \(jane@aureliasistemi\.example, \+442079460000\)/],
      },
      { say: 'remove edge', expect: [/other solutions without Aurelia Edge/] },
      { say: 'confirm', expect: [/[Dd]one|created/] },
    ],
  },
  {
    name: 'second thoughts at any question change what was said before, and a question is answered',
    turns: [
      { say: 'crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione wms' },
      { say: 'via Roma 1 Verona Italia', expect: [/indirizzo via Roma 1, Verona, Italia/, /contatto di/] },
      { say: 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456', expect: [/aiuto vuoi/] },
      { say: 'no aspetta il valore è 95k', expect: [/valore 95\.000 €/, /aiuto vuoi/], not: [/Fonte/] },
      { say: 'chiude tra due mesi', expect: [/chiusura domenica 24 gennaio 2027/, /aiuto vuoi/] },
      { say: 'in realtà privato', expect: [/tipo Privato/, /marketplace/] },
      { say: 'rimetti co-sell', expect: [/tipo Co-sell/, /aiuto vuoi/] },
      { say: "che differenza c'è tra co-sell e condiviso?", expect: [/Fonte/, /aiuto vuoi/] },
      { say: 'aggiungi il mio collega Marco Gali al team', buttons: [/Marco Galli/] },
      { say: 'e anche paolo', expect: [/nel team Paolo Serra/, /Non trovo tra i colleghi: Marco Gali\./] },
      { say: 'vai avanti', expect: [/Lascio fuori Marco Gali\./, /aiuto vuoi/] },
    ],
  },
  {
    name: '(en) second thoughts at any question, and a question is answered',
    turns: [
      { say: 'create a co-sell deal worth 80k with Rossi Logistics by end of March, wms' },
      { say: 'Via Roma 1, 37100 Verona, Italy' },
      { say: 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456', expect: [/help/] },
      { say: 'no wait the value is 95k', expect: [/value €95,000/, /help do you want/], not: [/Source/] },
      { say: 'it closes in two months', expect: [/closing date Sunday 24 January 2027/] },
      { say: 'actually private', expect: [/kind Private/, /marketplace/] },
      { say: "what's the difference between shared and co-sell?", expect: [/Source/, /marketplace/] },
      { say: 'go on', expect: [/can’t go on without “marketplace”/] },
    ],
  },
  {
    name: '84: a customer may be called Annulla S.r.l.',
    turns: [
      { say: 'crea un deal privato da 40k per fine marzo', expect: [/cliente/i] },
      { say: 'Annulla S.r.l.', not: [/scart|annullo/i], expect: [/Annulla S\.r\.l\./] },
    ],
  },
]);

describeConversations('creating: names, streets and sums as they are dictated', [
  {
    name: 'a customer of small letters with a place in it is asked about, and an address is none',
    turns: [
      {
        say: 'crea un deal privato con il comune di treviso da 25k entro pasqua',
        expect: [/Uso «comune di treviso»/, /28 marzo 2027/],
      },
      { say: 'sì', expect: [/indirizzo/] },
      { say: 'via roma 3 torino', expect: [/via roma 3, Torino/] },
    ],
  },
  {
    name: 'an address told where the customer is asked is the address',
    turns: [
      { say: 'nuovo deal privato' },
      { say: 'via roma 3 torino', expect: [/indirizzo via roma 3, Torino/, /Chi è il cliente/] },
    ],
  },
  {
    name: 'a title’s full stop ends no sentence, and its name is no part of the company',
    turns: [
      {
        say: 'crea un deal con la dott.ssa Bianchi di Meccanica Veneta srl da 40k',
        expect: [/cliente Meccanica Veneta srl/, /contatto Bianchi/],
      },
    ],
  },
  {
    name: 'the price of one is no value; what all cost is asked',
    turns: [
      {
        say: 'crea un deal privato con Panificio Zen Srl, 250 licenze a 40 euro l’una',
        not: [/valore 40/],
      },
      { say: 'a che punto siamo?', not: [/Valore: 40 €/] },
    ],
  },
  {
    name: 'a correction without a year or a month keeps those that there are',
    turns: [
      { say: 'crea un deal privato da 40k con Tailspin per il 9 giugno 2028' },
      { say: 'anzi 10 giugno', expect: [/Chiusura: sabato 10 giugno 2028/] },
      { say: 'chiusura il 12', expect: [/Chiusura: lunedì 12 giugno 2028/] },
    ],
  },
  {
    name: 'a bare number in a correction is asked about',
    turns: [
      { say: 'crea un deal privato da 40k con Tailspin per il 9 giugno 2028' },
      {
        say: 'no aspetta, 40 era l’offerta vecchia, adesso sono 48',
        buttons: [/48\.000/],
        not: [/Fatto:|Non ho capito/],
      },
    ],
  },
  {
    name: 'a sum beside a fee is added to it',
    turns: [
      {
        say: 'nuovo deal con Alfa srl, 10k una tantum più 500 al mese per 12 mesi',
        expect: [/10\.000 € \+ 500 € × 12 = 16\.000 €/],
      },
    ],
  },
  {
    name: 'a no without a comma before a kind chooses none',
    turns: [
      { say: 'nuovo deal' },
      { say: 'no co-sell', not: [/Segnato/] },
      { say: 'no, co-sell', expect: [/tipo Co-sell/] },
    ],
  },
  {
    name: 'praise of a drafted note is no note',
    turns: [
      { say: 'crea un deal co-sell da 66k con Fabrikam per il 4 aprile 2028' },
      { say: 'demo' },
      { say: 'no' },
      { tap: 'Aggiungi note' },
      { say: 'scrivile tu', expect: [/Bozza/] },
      { say: 'grande, meglio di come l’avrei scritta io', not: [/Note: grande/] },
    ],
  },
]);
