import { expect } from 'chai';
import type { Unable, Unheld } from '../../../src/reading/notices/limits.ts';
import { readNoticeWish } from '../../../src/reading/notices/read-wish.ts';
import type { NoticeWish } from '../../../src/reading/notices/wish.ts';
import { readAs } from '../words-reader.ts';

const wish = (text: string, isGoingOn = false): NoticeWish | null =>
  readNoticeWish(
    readAs(text, { today: '2026-11-24', asked: null, known: ['Fabrikam', 'Contoso'] }),
    isGoingOn,
  );

const news = (
  isOn: boolean,
  topic: 'all' | 'answers' | 'deadlines',
  ...names: readonly string[]
): NoticeWish => ({
  kind: 'news',
  isOn,
  topic,
  names,
});

const beyond = (unheld: Unheld, ...names: readonly string[]): NoticeWish => ({
  ...newsOf(...names),
  unheld,
});
const newsOf = (...names: readonly string[]) => ({ kind: 'news', isOn: true, topic: 'all', names }) as const;
const unable = (what: Unable): NoticeWish => ({ kind: 'unable', what });

const WISHES: Readonly<Record<string, NoticeWish>> = {
  'avvisami quando Microsoft risponde per Fabrikam': news(true, 'all', 'Fabrikam'),
  'se Microsoft accetta Contoso fammi sapere': beyond('outcome', 'Contoso'),
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
  'avvisami appena Contoso viene approvato': beyond('outcome', 'Contoso'),
  'alert me if Fabrikam runs out of time': news(true, 'all', 'Fabrikam'),
  'ricordami di chiamare Contoso lunedì': { kind: 'reminder' },
  'remind me to call Fabrikam': { kind: 'reminder' },
  'no more notifications': { kind: 'nothing' },
  'smetti di mandarmi roba': { kind: 'nothing' },
  'avvisami solo se Fabrikam viene respinto': beyond('outcome', 'Fabrikam'),
  'notify me if Microsoft declines Fabrikam but not if it accepts': beyond('outcome', 'Fabrikam'),
  'notify me when Microsoft accepts or declines Fabrikam': newsOf('Fabrikam'),
  'avvisami sette giorni prima che scada Contoso': {
    ...newsOf('Contoso'),
    topic: 'deadlines',
    unheld: 'days',
  },
  'avvisami quando Contoso paga la prima fattura': beyond('rest', 'Contoso'),
  'notify me when Microsoft answers on Contoso and Fabrikam': newsOf('Contoso', 'Fabrikam'),
  'tienimi aggiornata su Contoso, non su Fabrikam': { ...newsOf('Contoso'), without: ['Fabrikam'] },
  'quando Contoso risponde scrivimi': newsOf('Contoso'),
  'not Mondays, Wednesdays': { kind: 'digest', weekday: 3, at: null, isChange: true },
  'non il venerdì, il mercoledì': { kind: 'digest', weekday: 3, at: null, isChange: true },
  'ogni martedì e venerdì alle 10 i miei deal': { kind: 'digest', weekday: 2, at: 600, isOften: true },
  'non mi disturbare dopo le 20': { kind: 'quiet', from: 1200, to: null },
  'niente messaggi nel weekend': unable('quiet-days'),
  'no notifications until Thursday': unable('quiet-days'),
  'ogni sera i miei deal': unable('often'),
  'send me a summary of my deals every day': unable('often'),
  'fammi sapere qualcosa su Contoso venerdì': unable('on-a-day'),
  'let me know about Fabrikam on Friday': unable('on-a-day'),
  'avvisami soltanto per i contratti grossi': unable('condition'),
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
  'controlla Contoso dopo le 18',
  'il cliente vuole un report ogni mese',
  'no, il cliente ha scritto un messaggio lunedì',
  "don't tell me",
  'non voglio chiudere venerdì',
  'crea un deal con Contoso da 80k',
  'i miei deal',
  '',
];

/** What goes on with the wish before. */
const GOING_ON: Readonly<Record<string, NoticeWish | null>> = {
  'no aspetta, intendevo Contoso': { ...newsOf('Contoso'), isInstead: true },
  'sorry, I meant Contoso': { ...newsOf('Contoso'), isInstead: true },
  'e neanche prima delle 9': { kind: 'quiet', from: null, to: 540 },
  'e non Fabrikam': news(false, 'all', 'Fabrikam'),
  'ma solo per quelli sopra i 20k': unable('condition'),
  'but only for the big ones': unable('condition'),
  'aspetta, chiudi Contoso': null,
};

describe('a wish to be told something', () => {
  for (const [text, expected] of Object.entries(GOING_ON))
    it(`goes on with “${text}”`, () => expect(wish(text, true)).to.deep.equal(expected));

  for (const [text, expected] of Object.entries(WISHES))
    it(`“${text}”`, () => expect(wish(text)).to.deep.equal(expected));

  it('is none in what asks, wants something else, or says more', () => {
    for (const text of NONE) expect(wish(text), text).to.equal(null);
  });
});
