import { paolo } from '../../src/directory/sample-people.ts';
import { describeConversations } from './table.ts';

const UNKNOWN = /non lo so|I don[’']t know/i;

describeConversations('people, and what belongs to a deal at hand', [
  {
    name: 'a colleague is told from the directory, with role and how to write; a stranger is nobody',
    turns: [
      {
        say: 'mi dici chi è Marco Galli?',
        expect: [/Marco Galli/, /utente delle segnalazioni/, /marco\.galli@/],
      },
      { say: 'e la mail di Dario qual è?', expect: [/dario\.fontana@/, /amministratore globale/] },
      { say: 'who is Elena Riva?', expect: [/Elena Riva/, /Account admin/] },
      { say: 'chi è Ugo Foscolo?', expect: [UNKNOWN], not: [/colleghi/] },
    ],
  },
  {
    name: 'a colleague is asked of beside a form, which goes on',
    turns: [
      { say: 'nuovo deal con Brenta Carni srl, 30k' },
      { say: 'che ruolo ha Marco?', expect: [/utente delle segnalazioni/, /tipo di deal/i] },
    ],
  },
  {
    name: 'one’s own roles are told, as far as they are known',
    as: paolo,
    turns: [{ say: 'che permessi ho io?', expect: [/non sei amministratore/, /Profilo personale/] }],
  },
  {
    name: 'who names an admin and asks who else gets the others, also where that one is on the screen',
    as: paolo,
    turns: [
      { say: 'Elena è in maternità, chi mi dà l’accesso?', expect: [/Oltre a Elena Riva .*Dario Fontana/] },
      { say: 'chi mi dà l’accesso ai referral?', expect: [/Elena Riva o Dario Fontana/] },
      { say: 'e chi me lo dà al posto di Dario?', expect: [/Oltre a Dario Fontana .*Elena Riva/] },
      { say: 'a parte Elena e Dario chi mi dà l’accesso?', expect: [/non so chi altro/, /Gestione utenti/] },
    ],
  },
  {
    name: 'the kind of a deal is told, and what it is to become isn’t',
    turns: [
      { say: 'Litware è privato o condiviso?', expect: [/Litware/, /\b(privato|condiviso|di co-sell)\b/] },
      { say: 'what kind of deal is Fabrikam?', expect: [/is a co-sell/] },
      { say: 'cosa cambia tra privato e condiviso?', expect: [/fonte/i] },
    ],
  },
  {
    name: 'inside a closing a fact is that of the deal being closed, until another was looked at',
    turns: [
      { say: 'chiudi Fabrikam' },
      { say: 'che importo aveva?', expect: [/Fabrikam vale 80\.000/, /Com'è finito/] },
      { say: 'fammi vedere Contoso' },
      { say: 'quanto vale?', expect: [/Contoso vale 120\.000/, /Fabrikam/] },
    ],
  },
  {
    name: 'an unknown code beside a known word is not answered by that',
    turns: [
      { say: 'incentivi ZQRP', expect: [/non lo so/i] },
      { say: 'what are ZQRP incentives?', expect: [UNKNOWN] },
    ],
  },
  {
    name: 'what co-sell and Partner Center are for, praise with thanks, and where data ends up',
    turns: [
      { say: 'che vantaggi porta il co-sell?', expect: [/insieme a Microsoft/, /2020/] },
      { say: 'a cosa serve il Partner Center?', expect: [/portale/, /2020/] },
      { say: 'grazie infinite, sei un tesoro', expect: [/Di niente/] },
      { say: 'dove finiscono i miei dati?', expect: [/Non conservo/] },
    ],
  },
]);
