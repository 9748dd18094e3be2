import type { Localized } from '../language/locale.ts';
import type { NoteTone } from './block.ts';

/** Words that documents use for their own parts, in small letters. */
interface DocumentWords {
  /** What an alert is called. */
  readonly notes: Readonly<Record<NoteTone, readonly string[]>>;
  /** What a line of who and what a page is for begins with, by what it tells. */
  readonly boilerplate: Readonly<Record<'roles' | 'applies-to', readonly string[]>>;
  /** Headings of lists of what to read next. */
  readonly nextSteps: readonly string[];
  /** Heads of the two columns of a table of questions. */
  readonly question: readonly string[];
  readonly answer: readonly string[];
  /** Words by which a line announces steps. */
  readonly procedure: readonly string[];
  /** Beginnings of sentences that tell of the page, and nothing of its subject. */
  readonly ofThePage: readonly string[];
}

const WORDS: Localized<DocumentWords> = {
  it: {
    notes: {
      note: ['nota', 'note', 'osservazione'],
      tip: ['suggerimento', 'consiglio'],
      important: ['importante'],
      caution: ['attenzione', 'cautela'],
      warning: ['avviso', 'avvertenza', 'avvertimento'],
    },
    boilerplate: {
      roles: ['ruoli appropriati', 'ruolo appropriato'],
      'applies-to': ['si applica a', 'destinatari dell’articolo'],
    },
    nextSteps: [
      'passaggi successivi',
      'passaggio successivo',
      'contenuto correlato',
      'contenuti correlati',
      'vedere anche',
      'vedi anche',
      'passaggi successivi e risorse',
      'articoli correlati',
      'altre informazioni',
      'ulteriori informazioni',
    ],
    question: ['domanda', 'domande'],
    answer: ['risposta', 'risposte'],
    procedure: ['procedura', 'passaggi', 'passi'],
    ofThePage: [
      'questo articolo',
      'in questo articolo',
      'questa sezione',
      'in questa sezione',
      'questa pagina',
      'in questa pagina',
      'per altre informazioni',
      'per ulteriori informazioni',
      'vedere',
    ],
  },
  en: {
    notes: {
      note: ['note'],
      tip: ['tip'],
      important: ['important'],
      caution: ['caution'],
      warning: ['warning'],
    },
    boilerplate: {
      roles: ['appropriate roles', 'appropriate role'],
      'applies-to': ['applies to'],
    },
    nextSteps: [
      'next steps',
      'next step',
      'related content',
      'see also',
      'related articles',
      'further reading',
      'learn more',
      'more information',
    ],
    question: ['question', 'questions'],
    answer: ['answer', 'answers'],
    procedure: ['procedure', 'steps'],
    ofThePage: [
      'this article',
      'in this article',
      'this section',
      'in this section',
      'this page',
      'on this page',
      'for more information',
      'see ',
    ],
  },
};

const both = <T>(of: (words: DocumentWords) => readonly T[]): readonly T[] =>
  Object.values(WORDS).flatMap(of);

/** By the word in small letters; documents of one language keep words of the other. */
const TONES: ReadonlyMap<string, NoteTone> = new Map(
  both(({ notes }) => Object.entries(notes)).flatMap(([tone, words]) =>
    words.map((word) => [word, tone as NoteTone] as const),
  ),
);

const NEXT_STEPS = new Set(both(({ nextSteps }) => nextSteps));
const QUESTION = new Set(both(({ question }) => question));
const ANSWER = new Set(both(({ answer }) => answer));
const PROCEDURE = both(({ procedure }) => procedure);
const OF_THE_PAGE = both(({ ofThePage }) => ofThePage);
const BOILERPLATE = both(({ boilerplate }) => Object.entries(boilerplate)).flatMap(([name, labels]) =>
  labels.map((label) => ({ name, label })),
);

/** A text as it is compared here: small letters, no signs at its ends. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .replace(/\s+/g, ' ');

/** The kind of alert that a word names ("NOTE", "Importante:"), or null. */
export function toneNamed(word: string): NoteTone | null {
  return TONES.get(bare(word)) ?? null;
}

/** Whether a heading announces a list of what to read next. */
export function isNextSteps(heading: string): boolean {
  return NEXT_STEPS.has(bare(heading));
}

/** Whether these are the heads of a table of questions and answers. */
export function isQuestionHead(head: readonly string[]): boolean {
  return head.length >= 2 && QUESTION.has(bare(head[0] ?? '')) && ANSWER.has(bare(head[1] ?? ''));
}

/** Whether a line announces steps ("Seguire questa procedura:"). */
export function announcesSteps(line: string): boolean {
  const words = line.toLowerCase().split(/[^\p{L}]+/u);
  return line.endsWith(':') && PROCEDURE.some((word) => words.includes(word));
}

/** Whether a sentence tells of the page only ("Questo articolo descrive …"). */
export function isOfThePage(sentence: string): boolean {
  const small = bare(sentence);
  return OF_THE_PAGE.some((beginning) => small.startsWith(beginning));
}

/**
 * A line of who and what a page is for, taken apart; null where the text is none.
 *
 * @example boilerplateOf('Ruoli appropriati: Amministratore | Utente')
 *   // { name: 'roles', value: 'Amministratore | Utente' }
 */
export function boilerplateOf(text: string): { readonly name: string; readonly value: string } | null {
  const small = text.toLowerCase();
  const known = BOILERPLATE.find(({ label }) => small.startsWith(label));
  if (known === undefined) return null;
  const rest = /^\s*(?::\s*|\n|$)([^]*)$/.exec(text.slice(known.label.length));
  return rest === null ? null : { name: known.name, value: (rest[1] ?? '').trim() };
}
