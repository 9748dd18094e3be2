import type { CareReason } from '../../src/referrals/care.ts';
import { formatDays, joinList, plural } from '../../src/language/format.ts';
import type { Localized } from '../../src/language/locale.ts';
import type { Unable, Unheld } from '../../src/reading/notices/limits.ts';
import type { NewsKind } from '../../src/watch/watched.ts';

/** What is said about what a person is told without asking. Days are written in full, times as 09:00. */
export interface NoticeTexts {
  /** "ogni lunedì". */
  readonly every: (weekday: string) => string;
  readonly newsOn: string;
  readonly newsOnFor: (customers: string) => string;
  /** Behind it, where no answer is to come. */
  readonly nothingAwaited: string;
  readonly newsOff: string;
  readonly newsOffFor: (customers: string) => string;
  readonly deadlinesOn: string;
  readonly deadlinesOff: string;
  readonly changesOn: string;
  readonly changesOff: string;
  readonly digestOn: (every: string, at: string, first: string) => string;
  readonly digestOff: string;
  readonly digestWasOff: string;
  readonly quietOn: (from: string, to: string) => string;
  readonly quietOff: string;
  readonly nothing: string;
  /** The same where the person's sign-in was used. */
  readonly nothingRead: string;
  readonly inPrivate: string;
  /** Added where the person's sign-in is used. */
  readonly until: (day: string) => string;
  readonly unread: string;
  /** The person sees no deal, and would never be told anything. */
  readonly noRole: string;
  readonly noReminder: string;
  /** What is done instead, where the words ask for more than can be set. */
  readonly unheld: Readonly<Record<Unheld, string>>;
  readonly oneDay: string;
  /** Where nothing of it can be set. */
  readonly unable: Readonly<Record<Unable, string>>;
  readonly listNone: string;
  readonly listLead: string;
  readonly list: {
    readonly answers: string;
    readonly deadlines: string;
    readonly changes: string;
    readonly wanted: (customers: string) => string;
    readonly unwanted: (customers: string) => string;
    readonly digest: (every: string, at: string, next: string) => string;
    readonly quiet: (from: string, to: string) => string;
    readonly notNow: string;
  };
  readonly buttons: {
    readonly list: string;
    readonly newsOn: string;
    readonly newsOff: string;
    readonly changesOn: string;
    readonly changesOff: string;
    readonly digestOn: string;
    readonly digestOff: string;
    readonly quietOff: string;
    readonly nothing: string;
  };
  readonly severalNews: (count: number) => string;
  readonly news: (kind: NewsKind, daysLeft: number) => string;
  readonly digest: (inCare: number, open: number) => string;
  readonly digestMore: (count: number) => string;
  readonly care: Readonly<Record<CareReason, string>>;
}

const it: NoticeTexts = {
  every: (weekday) => `ogni ${weekday}`,
  newsOn:
    'Va bene: ti scrivo qui quando Microsoft risponde per un tuo deal, e tre giorni e un giorno prima che scadano i 14 giorni.',
  newsOnFor: (customers) =>
    `Va bene: ti scrivo qui quando Microsoft risponde per ${customers}, e tre giorni e un giorno prima che scadano i 14 giorni.`,
  nothingAwaited: 'Per ora però non c’è una risposta da aspettare: ti scrivo se ne arriva una.',
  newsOff: 'Fatto: non ti avviso più delle risposte di Microsoft.',
  newsOffFor: (customers) => `Fatto: su ${customers} non ti scrivo più da solo.`,
  deadlinesOn:
    'Va bene: te lo ricordo tre giorni e un giorno prima che scadano i 14 giorni di Microsoft, per ogni tuo deal.',
  deadlinesOff: 'Fatto: non ti ricordo più le scadenze.',
  changesOn:
    'Va bene: se cambia una risposta che ti do da adesso in poi, te lo scrivo qui, una volta, entro 14 giorni.',
  changesOff: 'Fatto: se una risposta cambia non ti scrivo.',
  digestOn: (every, at, first) =>
    `Va bene: ${every} alle ${at} ti mando i deal che chiedono attenzione. Il primo elenco arriva ${first}.`,
  digestOff: 'Fatto: non ti mando più l’elenco settimanale.',
  digestWasOff: 'Non ti mando nessun elenco settimanale. Per averlo scrivi «ogni lunedì i miei deal».',
  quietOn: (from, to) =>
    `Va bene: dalle ${from} alle ${to} non ti scrivo da solo. Quello che arriva aspetta.`,
  quietOff: 'Fatto: ti scrivo a qualsiasi ora.',
  nothing: 'Fatto: da ora ti scrivo solo quando mi scrivi tu. Per riattivare: «avvisami».',
  nothingRead:
    'Fatto: da ora leggo i tuoi deal solo quando me lo chiedi, e non ti scrivo da solo. Per riattivare: «avvisami».',
  inPrivate: 'Gli avvisi si impostano in una chat personale con me. Scrivimi lì.',
  until: (day) => `Per farlo leggo i tuoi deal con il tuo accesso anche quando non ci sei, fino a ${day}.`,
  noRole:
    "Non ho attivato l'avviso: senza un ruolo sulle segnalazioni non vedi nessun deal, e non avrei niente da dirti. Il ruolo lo concede l'amministratore dell'account.",
  noReminder:
    'Non tengo promemoria di cose da fare, quindi non te lo ricorderò. Sui deal posso scriverti quando Microsoft risponde e prima che scadano i 14 giorni.',
  unheld: {
    outcome: 'Solo per un sì o solo per un no non so avvisarti: ti scrivo per ogni risposta.',
    days: 'Quanti giorni prima non si può scegliere: sono sempre tre e uno.',
    rest: 'Altro non so seguirlo: vedo solo le risposte di Microsoft e i suoi 14 giorni.',
  },
  oneDay: 'Arriva un giorno solo alla settimana: per un altro, scrivi per esempio «ogni giovedì».',
  unable: {
    'on-a-day':
      'In un giorno che scegli tu non so scriverti di un deal, quindi non l’ho segnato. Posso scriverti quando Microsoft risponde, e prima che scadano i 14 giorni.',
    often:
      'L’elenco lo mando una volta a settimana, né di più né di meno: non ho attivato niente. Dimmi il giorno, per esempio «ogni lunedì alle 8 i miei deal».',
    'quiet-days':
      'Di giorni non so tenerne in silenzio, solo di ore, uguali ogni giorno: non ho cambiato niente. Per esempio «niente messaggi dopo le 18».',
    condition:
      'Questa condizione non so seguirla, quindi non ho cambiato niente. Posso avvisarti per tutti i tuoi deal, o solo per i clienti che mi dici.',
  },
  unread:
    'Posso scriverti da solo: dimmi cosa vuoi sapere, per esempio «avvisami quando Microsoft risponde».',
  listNone:
    'Da solo non ti mando niente. Posso avvisarti delle risposte, o mandarti ogni settimana i tuoi deal.',
  listLead: 'Ti scrivo da solo per questo:',
  list: {
    answers: 'le risposte di Microsoft, per tutti i tuoi deal',
    deadlines: 'tre giorni e un giorno prima che scadano i 14 giorni',
    changes: 'le risposte che ti ho dato e che nel frattempo cambiano',
    wanted: (customers) => `risposte e scadenze per ${customers}`,
    unwanted: (customers) => `niente su ${customers}`,
    digest: (every, at, next) => `${every} alle ${at} i deal che chiedono attenzione; il prossimo ${next}`,
    quiet: (from, to) => `mai dalle ${from} alle ${to}`,
    notNow:
      'Adesso però non posso leggere i tuoi deal quando non ci sei: il consenso non c’è più. Scrivi «avvisami» per darlo.',
  },
  buttons: {
    list: 'Cosa mi mandi?',
    newsOn: 'Avvisami delle risposte',
    newsOff: 'Niente più risposte',
    changesOn: 'Avvisami se una risposta cambia',
    changesOff: 'Niente più cambiamenti',
    digestOn: 'I miei deal ogni lunedì',
    digestOff: 'Niente più elenco',
    quietOff: 'Togli le ore di silenzio',
    nothing: 'Non mandarmi niente',
  },
  severalNews: (count) => `Novità su ${String(count)} dei tuoi deal:`,
  news: (kind, daysLeft) =>
    ({
      accepted: 'Microsoft ha accettato',
      declined: 'Microsoft ha rifiutato',
      expired: 'I 14 giorni sono finiti senza risposta',
      due: `Microsoft non ha ancora risposto: ${daysLeftIt(daysLeft)}`,
      'due-last': `Microsoft non ha ancora risposto: ${daysLeftIt(daysLeft)}`,
    })[kind],
  digest: (inCare, open) =>
    inCare === 0
      ? `Nessuno dei tuoi ${String(open)} deal aperti chiede attenzione.`
      : `${String(inCare)} dei tuoi ${String(open)} deal aperti ${plural(inCare, 'chiede', 'chiedono')} attenzione:`,
  digestMore: (count) => `e ${plural(count, 'un altro', `altri ${String(count)}`)}`,
  care: {
    'answer-owed': 'aspetta la tua risposta',
    'no-end': 'Microsoft lo ha chiuso, da te è ancora aperto',
    unanswered: 'Microsoft non ha risposto nei 14 giorni',
    'date-passed': 'la data di chiusura è passata: segna l’esito o cambiala',
    'no-date': 'manca la data di chiusura',
    'no-value': 'manca il valore',
  },
};

const en: NoticeTexts = {
  every: (weekday) => `every ${weekday}`,
  newsOn:
    'All right: I’ll write here when Microsoft answers on a deal of yours, and three days and one day before its 14 days end.',
  newsOnFor: (customers) =>
    `All right: I’ll write here when Microsoft answers on ${customers}, and three days and one day before its 14 days end.`,
  nothingAwaited: 'For now there’s no answer to wait for, though: I’ll write if one comes.',
  newsOff: 'Done: I won’t tell you about Microsoft’s answers any more.',
  newsOffFor: (customers) => `Done: I won’t write to you about ${customers} by myself any more.`,
  deadlinesOn:
    'All right: I’ll remind you three days and one day before Microsoft’s 14 days end, for every deal of yours.',
  deadlinesOff: 'Done: no more reminders of deadlines.',
  changesOn:
    'All right: if an answer I give you from now on changes within 14 days, I’ll tell you here, once.',
  changesOff: 'Done: I won’t write when an answer changes.',
  digestOn: (every, at, first) =>
    `All right: ${every} at ${at} I’ll send you the deals that need care. The first list comes on ${first}.`,
  digestOff: 'Done: no more weekly list.',
  digestWasOff: 'I’m not sending you a weekly list. To get one, say “every Monday my deals”.',
  quietOn: (from, to) =>
    `All right: from ${from} to ${to} I won’t write by myself. Whatever comes up will wait.`,
  quietOff: 'Done: I’ll write at any hour.',
  nothing: 'Done: from now on I write only when you do. To turn it on again: “notify me”.',
  nothingRead:
    'Done: from now on I read your deals only when you ask, and I don’t write by myself. To turn it on again: “notify me”.',
  inPrivate: 'Notices are set up in a personal chat with me. Write to me there.',
  until: (day) => `To do that I read your deals with your sign-in while you’re away, too, until ${day}.`,
  noRole:
    "I didn't turn it on: without a referrals role you see no deals, so there'd be nothing to tell you. Your Account admin can grant the role.",
  noReminder:
    "I don't keep reminders of things to do, so I won't remind you. On deals I can write when Microsoft answers and before its 14 days end.",
  unheld: {
    outcome: 'For a yes alone, or a no alone, I can’t do it: I’ll write for every answer.',
    days: 'How many days before can’t be chosen: it’s always three and one.',
    rest: 'Anything else I can’t follow: I only see Microsoft’s answers and its 14 days.',
  },
  oneDay: 'It comes on one day a week only: for another one, say “every Thursday”.',
  unable: {
    'on-a-day':
      'I can’t write about a deal on a day you choose, so I haven’t noted it. I can write when Microsoft answers, and before its 14 days end.',
    often:
      'I send the list once a week, neither more nor less often: I haven’t turned anything on. Tell me the day, such as “every Monday at 8 my deals”.',
    'quiet-days':
      'I can’t keep days quiet, only hours, the same every day: I haven’t changed anything. For example “no messages after 6 pm”.',
    condition:
      'I can’t follow that condition, so I haven’t changed anything. I can notify you for all your deals, or only for the customers you name.',
  },
  unread:
    'I can write to you by myself: tell me what you want to know, such as “notify me when Microsoft answers”.',
  listNone:
    'I’m not sending you anything by myself. I can tell you about answers, or send you your deals every week.',
  listLead: 'I write to you by myself about this:',
  list: {
    answers: 'Microsoft’s answers, for all your deals',
    deadlines: 'three days and one day before its 14 days end',
    changes: 'answers I gave you that have changed since',
    wanted: (customers) => `answers and deadlines for ${customers}`,
    unwanted: (customers) => `nothing about ${customers}`,
    digest: (every, at, next) => `${every} at ${at} the deals that need care; next on ${next}`,
    quiet: (from, to) => `never from ${from} to ${to}`,
    notNow:
      'Right now I can’t read your deals while you’re away, though: your consent has ended. Say “notify me” to give it.',
  },
  buttons: {
    list: 'What do you send me?',
    newsOn: 'Tell me about answers',
    newsOff: 'No more answers',
    changesOn: 'Notify me if an answer changes',
    changesOff: 'No more changes',
    digestOn: 'My deals every Monday',
    digestOff: 'No more list',
    quietOff: 'Remove quiet hours',
    nothing: 'Don’t send me anything',
  },
  severalNews: (count) => `News on ${String(count)} of your deals:`,
  news: (kind, daysLeft) =>
    ({
      accepted: 'Microsoft accepted it',
      declined: 'Microsoft declined it',
      expired: 'The 14 days ended without an answer',
      due: `Microsoft hasn’t answered yet: ${formatDays(daysLeft, 'en')} left`,
      'due-last': `Microsoft hasn’t answered yet: ${formatDays(daysLeft, 'en')} left`,
    })[kind],
  digest: (inCare, open) =>
    inCare === 0
      ? `None of your ${String(open)} open deals needs care.`
      : `${String(inCare)} of your ${String(open)} open deals ${plural(inCare, 'needs', 'need')} care:`,
  digestMore: (count) => `and ${String(count)} more`,
  care: {
    'answer-owed': 'waits for your answer',
    'no-end': 'Microsoft closed it, on your side it’s still open',
    unanswered: 'Microsoft didn’t answer within 14 days',
    'date-passed': 'its closing date has passed: record the outcome or change it',
    'no-date': 'has no closing date',
    'no-value': 'has no value',
  },
};

function daysLeftIt(days: number): string {
  return `${plural(days, 'resta', 'restano')} ${formatDays(days, 'it')}`;
}

/** What is said about notices, by language. */
export const noticeTexts: Localized<NoticeTexts> = { it, en };

/** "Contoso, Fabrikam e Litware". */
export function namesIn(names: readonly string[], locale: 'it' | 'en'): string {
  return joinList(names, locale, 'and');
}
