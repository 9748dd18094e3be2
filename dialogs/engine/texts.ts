import type { Locale, Localized } from '../../src/language/locale.ts';

/** Every sentence that any form says, whatever it collects. */
export interface FormTexts {
  readonly noted: (what: string) => string;
  /** Above a list of values. */
  readonly known: string;
  /** What no longer holds after a change. */
  readonly cleared: (labels: readonly string[]) => string;
  /** Something that was begun and is given up. */
  readonly leftOut: (what: string) => string;
  readonly left: (count: number) => string;
  readonly now: (value: string) => string;
  readonly otherReading: (label: string) => string;
  readonly keep: string;
  readonly keepWords: readonly string[];
  readonly skip: string;
  readonly back: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly change: string;
  readonly goOn: string;
  readonly cannotSkip: (label: string) => string;
  readonly nothingBefore: string;
  readonly askCancel: (title: string) => string;
  readonly cancelReally: string;
  readonly cancelNo: string;
  readonly cancelled: string;
  readonly cancelledEmpty: string;
  readonly askRestart: string;
  readonly restartReally: string;
  readonly restarted: string;
  readonly status: (title: string) => string;
  readonly statusEmpty: string;
  readonly missing: (labels: string) => string;
  readonly nothingMissing: string;
  readonly askChange: string;
  readonly more: string;
  readonly noSuchSlot: (what: string) => string;
  readonly changeUnclear: string;
  readonly notYet: string;
  readonly summaryChanged: string;
  readonly choiceGone: string;
  /** A choice that was made before. */
  readonly alreadySo: (what: string) => string;
  readonly answerNeeded: string;
  /** Why a question is asked, to who asks back. */
  readonly whyAsked: (why: string) => string;
  /** An "ok" where only a plain yes counts. */
  readonly plainYes: string;
  /** To praise, or an "ok" after "I'll think about it". */
  readonly yesNeeded: string;
  readonly yesAlone: string;
  /** A condition is told, and no yes. */
  readonly onlyThen: string;
  /** What was said and could not be taken. */
  readonly unread: (words: readonly string[]) => string;
  /** Values that are doubted, supposed or planned where they stand. */
  readonly heldBack: (words: readonly string[]) => string;
  /** Something is put off; `label` is what was asked, null at the summary. */
  readonly putOff: (label: string | null) => string;
  /** The same in a form whose draft isn't kept. */
  readonly putOffUnkept: string;
  readonly noHurry: (label: string | null) => string;
  readonly complaint: string;
  readonly notDone: string;
  readonly help: string;
  readonly offer: (title: string) => string;
  readonly offerMore: string;
  readonly resume: string;
  readonly resumeWords: readonly string[];
  readonly newWords: readonly string[];
  readonly deleteWords: readonly string[];
  readonly startNew: string;
  readonly deleteDraft: string;
  readonly deleteNumber: (number: number) => string;
  readonly resumed: (title: string) => string;
  readonly olderDraft: string;
  readonly olderState: string;
  readonly draftList: string;
  readonly noDrafts: string;
  readonly moreDrafts: (count: number) => string;
  readonly draftDeleted: string;
  /** After a "no" to all that was offered to do with a draft. */
  readonly draftLeft: string;
  /** Another form takes the place of one whose draft stays. */
  readonly draftWaits: (title: string) => string;
  readonly draftGone: string;
  readonly staleKept: (title: string) => string;
  readonly stale: string;
  readonly alreadyCreated: (customer: string) => string;
  readonly dealId: string;
  readonly seeStatus: string;
  readonly untitled: string;
  /** The button that opens the form's box. */
  readonly openBox: string;
  /** Beside an input that is empty and needed. */
  readonly needed: string;
  /** Above the readings of which one is meant. */
  readonly which: string;
  /** The draft of a box isn't there: it is somebody else's, or was deleted. */
  readonly boxGone: string;
  /** Above a box that was opened from a message in which nothing was found. */
  readonly boxEmpty: string;
  /** Above a box that can't be sent as it is. */
  readonly boxWrong: string;
  /** Above a box of which all is right so far, where more is to be told. */
  readonly boxMore: string;
}

/** Ends with one full stop, also after "S.r.l.". */
const closed = (what: string): string => (what.endsWith('.') ? what : `${what}.`);

const it: FormTexts = {
  noted: (what) => `Segnato: ${closed(what)}`,
  known: 'Ho già (scrivi "cambia" e che cosa, se non va):',
  cleared: (labels) => `${labels.length === 1 ? 'Non vale più' : 'Non valgono più'}: ${labels.join(', ')}.`,
  leftOut: (what) => `Lascio fuori ${closed(what)}`,
  left: (count) => (count === 1 ? '(è l’ultima)' : `(ne mancano ${count})`),
  now: (value) => `Adesso: ${closed(value)}`,
  otherReading: (label) => `Se per ${label} intendevi altro, tocca qui:`,
  keep: 'Tieni così',
  keepWords: ['tieni', 'tienilo', 'tienila', 'lascia così', 'va bene così', 'resta così', 'uguale'],
  skip: 'Salta',
  back: 'Indietro',
  cancel: 'Annulla',
  confirm: 'Conferma',
  change: 'Cambia qualcosa',
  goOn: 'Vai avanti',
  cannotSkip: (label) => `Questo serve: senza "${label}" non posso andare avanti.`,
  nothingBefore: 'Questa è la prima domanda, prima non c’è altro.',
  askCancel: (title) => `Butto via tutto (${title})? Poi non si recupera.`,
  cancelReally: 'Sì, butta via',
  cancelNo: 'No, continua',
  cancelled: 'Annullato. Non ho creato nulla e la bozza è cancellata.',
  cancelledEmpty: 'Va bene, lascio stare. Non avevi ancora scritto nulla.',
  askRestart: 'Ricomincio da capo? Quello che hai scritto si perde.',
  restartReally: 'Sì, ricomincia',
  restarted: 'Ricominciamo.',
  status: (title) => `Siamo qui (${title}):`,
  statusEmpty: 'Non hai ancora scritto nulla.',
  missing: (labels) => `Mancano: ${labels}.`,
  nothingMissing: 'Non manca nulla: puoi confermare.',
  askChange: 'Che cosa cambio?',
  more: 'Altro',
  noSuchSlot: (what) => `Non trovo "${what}" qui. Che cosa cambio?`,
  changeUnclear: 'Non capisco che cosa cambiare. Scrivi, per esempio, "cambia" e il nome del campo.',
  notYet: 'Prima di confermare manca ancora qualcosa.',
  summaryChanged: 'Quel riepilogo era vecchio. Ecco quello di adesso.',
  plainYes: 'Questa scelta non si annulla: per confermare tocca il bottone o scrivi «sì».',
  yesNeeded: 'Vado? Tocca il bottone o scrivi «sì».',
  yesAlone:
    'Non ho fatto niente: accanto al sì c’era dell’altro, e non vorrei sbagliare. Se va bene così, tocca il bottone o scrivi solo «sì».',
  onlyThen: 'Non ho fatto niente: quando è così, tocca il bottone o scrivi «sì».',
  unread: (words) => `Non ho capito: ${words.map((word) => `«${word}»`).join(', ')}.`,
  heldBack: (words) =>
    `Non ho preso ${words.map((word) => `«${word}»`).join(', ')}: se vale, scrivimelo come un dato.`,
  putOff: (label) =>
    label === null
      ? 'Va bene, aspetto: non ho fatto nulla e la bozza resta qui.'
      : `Va bene, tengo la bozza: il dato che manca (${label}) me lo scrivi quando vuoi.`,
  putOffUnkept:
    'Va bene, non ho fatto nulla. Qui non salvo una bozza: rispondi quando vuoi o, se passi ad altro, chiedimelo di nuovo.',
  noHurry: (label) =>
    label === null
      ? 'Con calma: non ho fatto nulla.'
      : 'Nessun problema: se non lo sai adesso, la bozza resta qui.',
  complaint: 'Mi dispiace. Dimmi che cosa non va, oppure scrivi «cambia» e il nome del campo.',
  notDone: 'Va bene, non lo faccio.',
  whyAsked: (why) => `Serve: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  answerNeeded: 'Per questa domanda mi serve qualcosa di più di un sì.',
  alreadySo: (what) => `È già così: ${closed(what)}`,
  choiceGone: 'Quella scelta non vale più qui.',
  help: 'Rispondi alla domanda, oppure scrivi: indietro, salta, cambia (e che cosa), a che punto siamo, ricomincia, annulla.',
  offer: (title) => `Hai una bozza in sospeso: ${closed(title)} Riprendo da lì?`,
  offerMore: 'Ce ne sono altre: scrivi "le mie bozze" per vederle.',
  resume: 'Riprendi',
  resumeWords: ['riprendila', 'continua', 'quella'],
  newWords: ['nuovo deal', 'uno nuovo', 'da zero'],
  deleteWords: [
    'elimina',
    'cancella',
    'eliminala',
    'cancellala',
    'cancella la bozza',
    'scarta la bozza',
    'buttala',
    'butta via',
  ],
  startNew: 'Nuovo',
  deleteDraft: 'Elimina la bozza',
  deleteNumber: (number) => `Elimina ${number}`,
  resumed: (title) => `Riprendo la bozza: ${closed(title)}`,
  olderDraft: 'La bozza viene da una versione precedente: ho tenuto tutto quello che si legge ancora.',
  olderState: 'Nel frattempo sono stato aggiornato e ho perso il punto in cui eravamo.',
  draftList: 'Le tue bozze:',
  noDrafts: 'Non hai bozze in sospeso.',
  moreDrafts: (count) => (count === 1 ? 'E un’altra più vecchia.' : `E altre ${count} più vecchie.`),
  draftDeleted: 'Bozza eliminata.',
  draftWaits: (title) => `La bozza di ${title} resta lì: per riprenderla scrivi "riprendi ${title}".`,
  draftLeft: 'Va bene, la bozza resta lì: la ritrovi con "le mie bozze".',
  draftGone: 'Questa bozza non c’è più.',
  staleKept: (title) => `Questo pulsante è di una bozza che non hai finito: ${closed(title)} La riprendo?`,
  stale: 'Questo pulsante è vecchio e non cambia nulla.',
  alreadyCreated: (customer) => `Il deal con ${customer} è già creato, non ne ho fatto un altro.`,
  dealId: 'Id',
  seeStatus: 'Vedi lo stato',
  untitled: 'senza nome',
  openBox: 'Compila un modulo',
  needed: 'Questo serve.',
  which: 'Quale intendi?',
  boxGone: 'Questa bozza non è tra le tue, o non c’è più. Apri il modulo dalla domanda in chat.',
  boxEmpty: 'In questo messaggio non trovo valori: compila tu i campi.',
  boxWrong: 'Ho tenuto il resto. Guarda i campi con una nota.',
  boxMore: 'Fin qui va bene. Mancano i campi con una nota.',
};

const en: FormTexts = {
  noted: (what) => `Noted: ${closed(what)}`,
  known: 'I already have (type “change” and what, if it’s off):',
  cleared: (labels) =>
    `${labels.length === 1 ? 'This no longer holds' : 'These no longer hold'}: ${labels.join(', ')}.`,
  leftOut: (what) => `Leaving out ${closed(what)}`,
  left: (count) => (count === 1 ? '(last one)' : `(${count} to go)`),
  now: (value) => `Now: ${closed(value)}`,
  otherReading: (label) => `If you meant another ${label}, tap here:`,
  keep: 'Keep it',
  keepWords: ['keep', 'keep that', 'leave it as it is', 'same', 'fine as it is'],
  skip: 'Skip',
  back: 'Back',
  cancel: 'Cancel',
  confirm: 'Confirm',
  change: 'Change something',
  goOn: 'Go on',
  cannotSkip: (label) => `This one is needed: I can’t go on without “${label}”.`,
  nothingBefore: 'This is the first question, there’s nothing before it.',
  askCancel: (title) => `Throw it all away (${title})? It can’t be recovered.`,
  cancelReally: 'Yes, discard it',
  cancelNo: 'No, carry on',
  cancelled: 'Cancelled. Nothing was created and the draft is gone.',
  cancelledEmpty: 'All right, leaving it. You hadn’t typed anything yet.',
  askRestart: 'Start over? What you typed will be lost.',
  restartReally: 'Yes, start over',
  restarted: 'Starting over.',
  status: (title) => `Where we are (${title}):`,
  statusEmpty: 'You haven’t typed anything yet.',
  missing: (labels) => `Still missing: ${labels}.`,
  nothingMissing: 'Nothing is missing: you can confirm.',
  askChange: 'What should I change?',
  more: 'More',
  noSuchSlot: (what) => `I can’t find “${what}” here. What should I change?`,
  changeUnclear: 'I can’t tell what to change. Type “change” and the field’s name, for example.',
  notYet: 'Something is still missing before you can confirm.',
  summaryChanged: 'That summary was out of date. Here’s the current one.',
  plainYes: 'This can’t be undone: to confirm, tap the button or type “yes”.',
  yesNeeded: 'Shall I? Tap the button or type “yes”.',
  yesAlone:
    'I haven’t done anything: there was more than a yes, and I don’t want to get it wrong. If it’s fine as it stands, tap the button or type just “yes”.',
  onlyThen: 'Nothing is done: once it is so, tap the button or type “yes”.',
  unread: (words) => `I didn’t get: ${words.map((word) => `“${word}”`).join(', ')}.`,
  heldBack: (words) =>
    `I haven’t taken ${words.map((word) => `“${word}”`).join(', ')}: if it holds, give it to me as a fact.`,
  putOff: (label) =>
    label === null
      ? 'Fine, I’ll wait: nothing is done and the draft stays here.'
      : `Fine, the draft is kept: give me the ${label} whenever you like.`,
  putOffUnkept:
    'Fine, nothing is done. No draft is saved here: answer when you like or, if you do something else first, ask me again.',
  noHurry: (label) =>
    label === null ? 'No rush: nothing is done.' : 'No problem: if you don’t know yet, the draft stays here.',
  complaint: 'I’m sorry. Tell me what is wrong, or type “change” and the field’s name.',
  notDone: 'Fine, I won’t.',
  whyAsked: (why) => `It is needed. ${why}`,
  answerNeeded: 'I need a bit more than a yes for this one.',
  alreadySo: (what) => `It’s that already: ${closed(what)}`,
  choiceGone: 'That choice no longer applies here.',
  help: 'Answer the question, or type: back, skip, change (and what), where are we, start over, cancel.',
  offer: (title) => `You have an unfinished draft: ${closed(title)} Pick it up?`,
  offerMore: 'There are others: type “my drafts” to see them.',
  resume: 'Pick it up',
  resumeWords: ['resume', 'continue', 'that one'],
  newWords: ['new', 'new deal', 'a new one', 'from scratch'],
  deleteWords: ['delete', 'delete it', 'delete draft', 'discard it', 'discard', 'discard the draft'],
  startNew: 'Start new',
  deleteDraft: 'Delete the draft',
  deleteNumber: (number) => `Delete ${number}`,
  resumed: (title) => `Picking up the draft: ${closed(title)}`,
  olderDraft: 'This draft is from an earlier version: I kept everything that can still be read.',
  olderState: 'I was updated meanwhile and lost our place.',
  draftList: 'Your drafts:',
  noDrafts: 'You have no unfinished drafts.',
  moreDrafts: (count) => (count === 1 ? 'And one older draft.' : `And ${count} older ones.`),
  draftDeleted: 'Draft deleted.',
  draftWaits: (title) => `The draft for ${title} stays: to go on with it, type “resume ${title}”.`,
  draftLeft: 'All right, the draft stays: type “my drafts” to find it.',
  draftGone: 'That draft is gone.',
  staleKept: (title) => `That button belongs to a draft you didn’t finish: ${closed(title)} Pick it up?`,
  stale: 'That button is out of date and changes nothing.',
  alreadyCreated: (customer) => `The deal with ${customer} exists already; I didn’t make another.`,
  dealId: 'Id',
  seeStatus: 'See its status',
  untitled: 'untitled',
  openBox: 'Fill in a form',
  needed: 'This one is needed.',
  which: 'Which do you mean?',
  boxGone: 'This draft isn’t one of yours, or it’s gone. Open the form from the question in the chat.',
  boxEmpty: 'I find no values in this message: fill in the fields yourself.',
  boxWrong: 'The rest is kept. See the fields with a note.',
  boxMore: 'Fine so far. The fields with a note are still missing.',
};

const texts: Localized<FormTexts> = { it, en };

/** The sentences of forms in one language. */
export function formTexts(locale: Locale): FormTexts {
  return texts[locale];
}
