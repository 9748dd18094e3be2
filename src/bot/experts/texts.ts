import type { ExpertState } from '../../experts/asked-expert.ts';
import type { ExpertRefusal } from '../../experts/acts.ts';
import type { Localized } from '../../language/locale.ts';

/** The sentences around questions to the experts: what their asker reads, and what stands in the experts' channel. */
export interface ExpertTexts {
  readonly askExpert: string;
  /** After two questions without an answer. */
  readonly askNow: string;
  readonly draft: string;
  readonly sendIt: string;
  readonly send: string;
  readonly change: string;
  readonly leave: string;
  readonly write: string;
  /** To what is no question yet: "sì", "grazie". */
  readonly stillWriting: string;
  /** To an order in the place of the question: "chiedi a un esperto e poi crea un deal". */
  readonly questionFirst: string;
  readonly left: string;
  readonly sent: string;
  readonly notSent: string;
  readonly sentAlready: string;
  readonly draftGone: string;
  readonly tooMany: string;
  readonly noExperts: (contact: string) => string;
  readonly onlyPersonal: string;
  readonly myQuestions: string;
  readonly noQuestions: string;
  readonly openQuestions: (count: number) => string;
  readonly stateOf: (state: ExpertState, who: string | null) => string;
  readonly takeBack: string;
  readonly takenBack: string;
  readonly answered: string;
  readonly answeredNews: (question: string) => string;
  readonly closedUnanswered: (question: string) => string;
  readonly undelivered: (question: string) => string;
  readonly enough: string;
  readonly notEnough: string;
  readonly closedByAsker: string;
  readonly reopenedByAsker: string;
  readonly nothingToDo: string;

  readonly card: string;
  readonly assistantSaid: (answer: string) => string;
  readonly assistantKnewNothing: string;
  readonly stands: (state: ExpertState, who: string | null) => string;
  readonly answerBy: (who: string | null) => string;
  readonly answerLabel: string;
  readonly answerHint: string;
  readonly take: string;
  readonly answer: string;
  readonly handBack: string;
  readonly close: string;
  readonly reopen: string;
  readonly propose: string;
  /** What was done with a reply in the thread. */
  readonly done: Readonly<Record<'take' | 'answer' | 'hand-back' | 'close' | 'reopen', string>>;
  readonly refused: Readonly<Record<ExpertRefusal, (who: string | null) => string>>;
  readonly gone: string;
  readonly elsewhere: string;
  readonly here: string;
  readonly hereAlready: string;
  readonly notHere: string;
  readonly inChannel: string;
  readonly adminsOnly: string;
  readonly proposed: (file: string) => string;
  readonly proposedAsText: string;
  readonly nothingToPropose: string;
}

const someIt = (who: string | null): string => who ?? 'un esperto';
const someEn = (who: string | null): string => who ?? 'an expert';

const it: ExpertTexts = {
  askExpert: 'Chiedi a un esperto',
  askNow: 'Non so nemmeno questo. Lo chiedo a un esperto?',
  draft:
    'Agli esperti arriva questo testo. Ho tolto i nomi e i dati che riconosco: guarda che non ne sia rimasto qualcuno.',
  sendIt: 'Lo mando?',
  send: 'Manda',
  change: 'Cambia il testo',
  leave: 'Lascia stare',
  write: 'Scrivi qui la domanda, come vuoi che la leggano gli esperti. I nomi che riconosco li tolgo io.',
  stillWriting: 'La domanda per gli esperti non ce l’ho ancora: scrivila qui, o scrivi «annulla».',
  questionFirst:
    'Una cosa alla volta: scrivi qui la domanda per gli esperti. Il resto scrivimelo dopo, non l’ho ancora fatto.',
  left: 'Va bene, agli esperti non mando niente.',
  notSent:
    'Non l’ho mandata: la mando solo agli esperti, adesso e con questo testo. Tocca «Cambia il testo» per riscriverla, o scrivi solo «sì».',
  sent: 'Fatto: la domanda è dagli esperti. Ti scrivo qui appena rispondono.',
  sentAlready: 'Questa domanda è già dagli esperti: non la mando due volte.',
  draftGone: 'Questo testo non vale più. Scrivi «chiedi a un esperto» e lo preparo di nuovo.',
  tooMany: 'Hai già dieci domande aperte dagli esperti. Ritirane una, poi mando questa.',
  noExperts: (contact) => `Qui non ci sono esperti a cui chiedere. Una persona ti può aiutare: ${contact}.`,
  onlyPersonal: 'Agli esperti si chiede da una chat personale con me. Scrivimi lì «chiedi a un esperto».',
  myQuestions: 'Le mie domande',
  noQuestions: 'Non hai domande aperte dagli esperti.',
  openQuestions: (count) =>
    count === 1
      ? 'Hai una domanda aperta dagli esperti:'
      : `Hai ${String(count)} domande aperte dagli esperti:`,
  stateOf: (state, who) => {
    if (state === 'taken') return `se ne occupa ${someIt(who)}`;
    return state === 'waiting' ? 'non ancora consegnata' : 'in attesa';
  },
  takeBack: 'Ritira',
  takenBack: 'Ritirata: gli esperti vedono che non serve più.',
  answered: 'Gli esperti hanno risposto alla tua domanda',
  answeredNews: (question) => `Gli esperti hanno risposto alla tua domanda: «${question}»`,
  closedUnanswered: (question) => `Gli esperti hanno chiuso senza risposta la tua domanda: «${question}»`,
  undelivered: (question) =>
    `Il canale degli esperti non riceve più, quindi la tua domanda aspetta: «${question}». Parte da sola appena c’è un canale nuovo.`,
  enough: 'Grazie, chiudi',
  notEnough: 'Non mi basta',
  closedByAsker: 'Chiusa. Grazie.',
  reopenedByAsker: 'Riaperta: gli esperti la vedono di nuovo.',
  nothingToDo: 'Questa domanda non c’è più, o è già come la vuoi.',

  card: 'Domanda per gli esperti',
  assistantSaid: (answer) => `L’assistente ha risposto con: ${answer}`,
  assistantKnewNothing: 'L’assistente non sapeva rispondere.',
  stands: (state, who) => {
    if (state === 'taken') return `Se ne occupa ${someIt(who)}.`;
    if (state === 'answered') return 'Risposta inviata.';
    return state === 'closed' ? 'Chiusa.' : 'Aperta: la può prendere chiunque.';
  },
  answerBy: (who) => `Risposta di ${someIt(who)}:`,
  answerLabel: 'La tua risposta',
  answerHint: 'La legge solo chi ha fatto la domanda',
  take: 'La prendo io',
  answer: 'Rispondi',
  handBack: 'Restituisci',
  close: 'Chiudi',
  reopen: 'Riapri',
  propose: 'Proponi come risposta',
  done: {
    take: 'Va bene: la domanda è tua. Rispondi qui, menzionandomi.',
    answer: 'Inviata: la risposta arriva nella chat personale di chi ha chiesto.',
    'hand-back': 'Restituita: la può prendere chiunque.',
    close: 'Chiusa: chi ha chiesto lo viene a sapere.',
    reopen: 'Riaperta: la può prendere chiunque.',
  },
  refused: {
    held: (who) => `Se ne occupa già ${someIt(who)}.`,
    over: () => 'Questa domanda è già chiusa o ha già una risposta. Riaprila per continuare.',
    'not-over': () => 'Questa domanda è già aperta.',
    empty: () => 'Manca la risposta: scrivila nel campo, poi tocca «Rispondi».',
    'not-held': () => 'Questa domanda non è di nessuno: la può prendere chiunque.',
  },
  gone: 'Questa domanda non c’è più: chi l’ha fatta l’ha cancellata.',
  elsewhere: 'Qui non rispondono gli esperti: la domanda è nel loro canale.',
  here: 'Va bene: da ora le domande per gli esperti arrivano in questo canale.',
  hereAlready: 'Gli esperti rispondono già in questo canale.',
  notHere: 'Va bene: qui non arrivano più domande. Scrivi «qui rispondono gli esperti» dove devono arrivare.',
  inChannel: 'Questo si scrive nel canale di Teams in cui gli esperti devono ricevere le domande.',
  adminsOnly:
    'Lo decide un amministratore dell’account o delle segnalazioni. Chiedi a uno di loro di scriverlo qui.',
  proposed: (file) => `Proposta salvata in ${file}. La pubblica chi cura le risposte.`,
  proposedAsText: 'La cartella delle risposte non si può scrivere. Ecco il testo per chi le cura:',
  nothingToPropose: 'Non c’è ancora una risposta da proporre.',
};

const en: ExpertTexts = {
  askExpert: 'Ask an expert',
  askNow: "I don't know that one either. Shall I ask an expert?",
  draft: 'The experts get this text. I took out the names and details I recognise: check that none is left.',
  sendIt: 'Send it?',
  send: 'Send',
  change: 'Change the text',
  leave: 'Leave it',
  write: 'Write the question as the experts should read it. I take out the names I recognise.',
  stillWriting: 'I don’t have your question for the experts yet: write it here, or type “cancel”.',
  questionFirst:
    'One thing at a time: write the question for the experts here. Tell me the rest after it; I haven’t done it yet.',
  left: "All right, I'm not sending the experts anything.",
  notSent:
    "I haven't sent it: I send it only to the experts, now and with this text. Tap “Change the text” to rewrite it, or type just “yes”.",
  sent: "Done: the experts have your question. I'll write here as soon as they answer.",
  sentAlready: "The experts have that question already; I won't send it twice.",
  draftGone: 'That text is no longer good. Say “ask an expert” and I’ll prepare it again.',
  tooMany: 'You have ten open questions with the experts. Take one back, then I’ll send this one.',
  noExperts: (contact) => `There are no experts to ask here. A person can help: ${contact}.`,
  onlyPersonal: 'Experts are asked from a personal chat with me. Say “ask an expert” there.',
  myQuestions: 'My questions',
  noQuestions: 'You have no open questions with the experts.',
  openQuestions: (count) =>
    count === 1
      ? 'You have one open question with the experts:'
      : `You have ${String(count)} open questions with the experts:`,
  stateOf: (state, who) => {
    if (state === 'taken') return `${someEn(who)} is on it`;
    return state === 'waiting' ? 'not delivered yet' : 'waiting';
  },
  takeBack: 'Take back',
  takenBack: 'Taken back: the experts see that it isn’t needed any more.',
  answered: 'The experts answered your question',
  answeredNews: (question) => `The experts answered your question: “${question}”`,
  closedUnanswered: (question) => `The experts closed your question without an answer: “${question}”`,
  undelivered: (question) =>
    `The experts' channel takes nothing any more, so your question waits: “${question}”. It goes out by itself once there is a new channel.`,
  enough: 'Thanks, close it',
  notEnough: 'Not enough',
  closedByAsker: 'Closed. Thanks.',
  reopenedByAsker: 'Open again: the experts see it once more.',
  nothingToDo: 'That question is gone, or is as you want it already.',

  card: 'A question for the experts',
  assistantSaid: (answer) => `The assistant answered with: ${answer}`,
  assistantKnewNothing: 'The assistant had no answer.',
  stands: (state, who) => {
    if (state === 'taken') return `${someEn(who)} is on it.`;
    if (state === 'answered') return 'Answer sent.';
    return state === 'closed' ? 'Closed.' : 'Open: anybody can take it.';
  },
  answerBy: (who) => `Answer by ${someEn(who)}:`,
  answerLabel: 'Your answer',
  answerHint: 'Only whoever asked reads it',
  take: "I'll take it",
  answer: 'Answer',
  handBack: 'Hand back',
  close: 'Close',
  reopen: 'Reopen',
  propose: 'Propose as an answer',
  done: {
    take: 'All right: the question is yours. Answer here and mention me.',
    answer: 'Sent: the answer goes to the personal chat of whoever asked.',
    'hand-back': 'Handed back: anybody can take it.',
    close: 'Closed: whoever asked is told.',
    reopen: 'Open again: anybody can take it.',
  },
  refused: {
    held: (who) => `${someEn(who)} is on it already.`,
    over: () => 'This question is closed or answered already. Reopen it to go on.',
    'not-over': () => 'This question is open already.',
    empty: () => 'The answer is missing: write it in the field, then tap “Answer”.',
    'not-held': () => 'Nobody has this question: anybody can take it.',
  },
  gone: 'This question is gone: whoever asked it has deleted it.',
  elsewhere: 'The experts don’t answer here: the question is in their channel.',
  here: 'All right: from now on questions for the experts come to this channel.',
  hereAlready: 'The experts answer in this channel already.',
  notHere: 'All right: no more questions here. Say “the experts answer here” where they should come.',
  inChannel: 'Say this in the Teams channel where the experts should get the questions.',
  adminsOnly: 'An account admin or a referrals admin decides that. Ask one of them to say it here.',
  proposed: (file) => `Saved as a proposal in ${file}. Whoever looks after the answers publishes it.`,
  proposedAsText: 'The answers folder can’t be written. Here is the text for whoever looks after it:',
  nothingToPropose: 'There is no answer to propose yet.',
};

/** What is said around questions to the experts, by language. */
export const expertTexts: Localized<ExpertTexts> = { it, en };
