import { describeConversations } from './table.ts';

describeConversations('wishes about the whole assistant inside a form', [
  {
    name: 'deleting my data asks alone, and a yes deletes it and closes no deal',
    turns: [
      { say: 'segna Tailspin come vinto', expect: [/Tailspin/] },
      {
        say: 'cancella i miei dati',
        expect: [/Procedo\?/, /Finisce anche quello che stai facendo/],
        not: [/Tailspin/],
        buttonCount: 2,
      },
      { say: 'sì', expect: [/cancellati/, /non ho creato né chiuso nessun deal/], not: [/Vinto/] },
      { say: 'stato del deal con Tailspin', expect: [/privato/i], not: [/è chiuso/i] },
    ],
  },
  {
    name: 'deleting my data and then not goes back to the form',
    turns: [
      { say: 'segna Tailspin come vinto' },
      { say: 'cancella i miei dati' },
      { say: 'no', expect: [/Va bene/, /Segno il deal con Tailspin Toys come Vinto\?/] },
      { say: 'sì', expect: [/Vinto/] },
    ],
  },
  {
    name: 'deleting my data while a deal is created takes its draft along (en)',
    turns: [
      { say: 'create a private deal with Rossi Logistica' },
      { say: 'delete my data', expect: [/Go ahead\?/, /drafts \(1\)/], not: [/address/i] },
      { say: 'yes', expect: [/drafts, preferences and ratings are gone/, /didn’t create or close/] },
      { say: 'my drafts', expect: [/no unfinished drafts/] },
    ],
  },
  {
    name: 'thanks are thanks, and the question comes again',
    turns: [
      { say: 'chiudi un deal' },
      { say: 'ok grazie mille', expect: [/Di niente/, /Quale deal vuoi chiudere\?/], not: [/Non trovo/] },
    ],
  },
  {
    name: 'who asks for a person is told where one is, and the question comes again',
    turns: [
      { say: 'chiudi un deal' },
      {
        say: 'vorrei parlare con qualcuno',
        expect: [/assistenza del Centro per i partner/, /Quale deal vuoi chiudere\?/],
        not: [/Non trovo/],
      },
    ],
  },
  {
    name: 'who asks for a person is told where one is (en)',
    turns: [
      { say: 'close a deal' },
      {
        say: 'can I talk to a human?',
        expect: [/Partner Center support/, /Which deal/],
        not: [/can't find/],
      },
    ],
  },
  {
    name: 'what is held is said in words, not in numbers of a log',
    turns: [{ say: 'cosa sai di me?', expect: [/nessuna bozza di deal/], not: [/: 0/] }],
  },
  {
    name: 'the drafts are listed, and the question comes again',
    turns: [
      { say: 'chiudi un deal' },
      { say: 'le mie bozze', expect: [/Non hai bozze in sospeso/, /Quale deal vuoi chiudere\?/] },
    ],
  },
  {
    name: 'the drafts are listed, and the question comes again (en)',
    turns: [
      { say: 'close a deal' },
      { say: 'my drafts', expect: [/no unfinished drafts/, /Which deal do you want to close\?/] },
    ],
  },
  {
    name: 'a draft that is offered can be deleted in words, or left',
    turns: [
      { say: 'crea un deal privato con Rossi Logistica' },
      { say: 'stato dei miei deal' },
      { say: 'crea un deal', expect: [/bozza in sospeso/] },
      { say: 'annulla', expect: [/la bozza resta/] },
      { say: 'crea un deal', expect: [/bozza in sospeso/] },
      { say: 'elimina la bozza', expect: [/Bozza eliminata/] },
      { say: 'annulla', expect: [/./] },
      { say: 'le mie bozze', expect: [/Non hai bozze/] },
    ],
  },
]);
