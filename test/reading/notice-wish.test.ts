import { expect } from 'chai';
import { type NoticeWish, readNoticeWish } from '../../src/reading/notice-wish.ts';
import { readAs } from './words-reader.ts';

const wish = (text: string): NoticeWish | null =>
  readNoticeWish(readAs(text, { today: '2026-11-24', asked: null, known: ['Fabrikam', 'Contoso'] }));

const news = (
  isOn: boolean,
  topic: 'all' | 'answers' | 'deadlines',
  name: string | null = null,
): NoticeWish => ({
  kind: 'news',
  isOn,
  topic,
  name,
});

const WISHES: Readonly<Record<string, NoticeWish>> = {
  'avvisami quando Microsoft risponde per Fabrikam': news(true, 'all', 'Fabrikam'),
  'se Microsoft accetta Contoso fammi sapere': news(true, 'all', 'Contoso'),
  'puoi avvisarmi quando Microsoft risponde su Fabrikam?': news(true, 'all', 'Fabrikam'),
  'let me know when Microsoft answers on Fabrikam': news(true, 'all', 'Fabrikam'),
  'tienimi aggiornato su Pluto Spa': news(true, 'all', 'Pluto Spa'),
  'avvisami per trenord': news(true, 'all', 'trenord'),
  'keep me posted on Northwind': news(true, 'all', 'Northwind'),
  avvisami: news(true, 'all'),
  'non avvisarmi più di Contoso': news(false, 'all', 'Contoso'),
  "don't notify me about Contoso any more": news(false, 'all', 'Contoso'),
  'ricordami tre giorni prima della scadenza': news(true, 'deadlines'),
  'notify me three days before the deadline': news(true, 'deadlines'),
  'non ricordarmi le scadenze': news(false, 'deadlines'),
  'non avvisarmi quando Microsoft risponde': news(false, 'answers'),
  'ogni lunedì i miei deal': { kind: 'digest', weekday: 1, at: null },
  'il lunedì alle 9 mandami i miei deal': { kind: 'digest', weekday: 1, at: 540 },
  'mandami un riepilogo ogni venerdì alle 17:30': { kind: 'digest', weekday: 5, at: 1050 },
  'voglio un riepilogo settimanale dei miei deal': { kind: 'digest', weekday: null, at: null },
  'every Monday my deals': { kind: 'digest', weekday: 1, at: null },
  'send me my deals on Mondays at 9': { kind: 'digest', weekday: 1, at: 540 },
  'send me my deals on Fridays at 5': { kind: 'digest', weekday: 5, at: 1020 },
  'non mandarmi più i miei deal il lunedì': { kind: 'digest-off' },
  'basta riepilogo': { kind: 'digest-off' },
  'niente messaggi dopo le 18': { kind: 'quiet', from: 1080, to: null },
  'no messages after 6 pm': { kind: 'quiet', from: 1080, to: null },
  'niente messaggi dopo le 6': { kind: 'quiet', from: 1080, to: null },
  'non mandarmi niente tra le 20 e le 8': { kind: 'quiet', from: 1200, to: 480 },
  'quiet hours from 8pm to 8am': { kind: 'quiet', from: 1200, to: 480 },
  'non scrivermi prima delle nove': { kind: 'quiet', from: null, to: 540 },
  'scrivimi solo tra le 9 e le 18': { kind: 'quiet', from: 1080, to: 540 },
  'niente messaggi dopo mezzanotte': { kind: 'quiet', from: 0, to: null },
  'togli le ore di silenzio': { kind: 'quiet-off' },
  'avvisami se una risposta cambia': { kind: 'changes', isOn: true },
  'fammi sapere quando cambia una risposta che mi hai dato': { kind: 'changes', isOn: true },
  'scrivimi se cambia qualcosa di quello che mi hai detto': { kind: 'changes', isOn: true },
  'non avvisarmi più delle risposte che cambiano': { kind: 'changes', isOn: false },
  'let me know if an answer you gave me changes': { kind: 'changes', isOn: true },
  "don't notify me about changed answers": { kind: 'changes', isOn: false },
  'cosa mi mandi?': { kind: 'list' },
  'what do you send me?': { kind: 'list' },
  'basta avvisi': { kind: 'nothing' },
  'spegni tutte le notifiche': { kind: 'nothing' },
  'non scrivermi più': { kind: 'nothing' },
  'avvisami appena Contoso viene approvato': news(true, 'all', 'Contoso'),
  'alert me if Fabrikam runs out of time': news(true, 'all', 'Fabrikam'),
  'ricordami di chiamare Contoso lunedì': { kind: 'reminder' },
  'remind me to call Fabrikam': { kind: 'reminder' },
  'no more notifications': { kind: 'nothing' },
};

/** A question, another wish, or a word too many. */
const NONE = [
  'posso farmi avvisare?',
  'can I be notified?',
  'quando avvisi il team?',
  'avvisami il team',
  'mandami il link al portale',
  'mandami i miei deal',
  'lunedì mandami i miei deal',
  'ogni lunedì apro un deal',
  'fammi sapere come si chiude un deal',
  'fammi sapere se Microsoft ha accettato Contoso',
  'niente messaggi nel weekend',
  'controlla Contoso dopo le 18',
  'crea un deal con Contoso da 80k',
  'i miei deal',
  '',
];

describe('a wish to be told something', () => {
  for (const [text, expected] of Object.entries(WISHES))
    it(`“${text}”`, () => expect(wish(text)).to.deep.equal(expected));

  it('is none in what asks, wants something else, or says more', () => {
    for (const text of NONE) expect(wish(text), text).to.equal(null);
  });
});
