import { isSpoken, type Language, spokenFirst } from '../../language/locale.ts';
import type { Answer, AnswerText } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { countWords, plainForm } from '../wording.ts';

/** A lead is read on a phone between two meetings. */
const LONGEST_LEAD_WORDS = 25;
/** The rest of an answer fits a phone's screen without scrolling twice. */
const LONGEST_BODY_WORDS = 120;
/** A button is read at a glance; longer titles are cut on a phone. */
const LONGEST_LABEL = 30;
const YES_OR_NO = /^(?:sì|no|yes)\s*[,:;.!]/iu;

/** Texts that are missing in a language, too long, or offered without a dialog; files in the wrong place. */
export function checkTexts(folder: KnowledgeFolder): Problem[] {
  // Whoever is understood in a language, or has one answer in it, is answered in it.
  const read = folder.words.map(({ locale }) => locale);
  const written = folder.answers.flatMap(({ value }) => Object.keys(value.texts));
  const locales = spokenFirst([...read, ...written]);
  return [
    ...findSharedLabels(folder),
    ...locales
      .filter((locale) => !isSpoken(locale) && !read.includes(locale))
      .map((locale) =>
        warning(
          `words/${locale}.yaml`,
          '',
          'missing',
          `add it, so that who writes "${locale}" is understood`,
        ),
      ),
    ...folder.answers.flatMap((entry) => [
      ...checkPlace(entry),
      ...missing(entry.file, locales, (locale) => entry.value.texts[locale]),
      ...checkLengths(entry),
      ...checkLabels(entry),
      ...checkPlainLeads(entry),
      ...checkPolarity(entry),
      ...checkOffer(entry),
    ]),
    ...folder.intents.flatMap(({ file, value }) =>
      missing(file, locales, (locale) => value.examples[locale]),
    ),
    ...folder.sources.flatMap(({ file, value }) => missing(file, locales, (locale) => value.titles[locale])),
  ];
}

function checkPlace({ file, value }: FileEntry<Answer>): Problem[] {
  const place = `answers/${value.id}`;
  if (file.replace(/\.\w+$/, '') === place) return [];
  return [warning(file, 'id', `"${value.id}" is not the file's name`, `move the file to ${place}.yaml`)];
}

function missing(
  file: string,
  locales: readonly Language[],
  textIn: (locale: Language) => unknown,
): Problem[] {
  return locales
    .filter((locale) => textIn(locale) === undefined)
    .map((locale) => {
      const cure = `add the texts in "${locale}" as well`;
      // Where it isn't spoken, what is there is given, and the rest in the language that is.
      return isSpoken(locale) ? error(file, locale, 'missing', cure) : warning(file, locale, 'missing', cure);
    });
}

function checkLengths({ file, value }: FileEntry<Answer>): Problem[] {
  return Object.entries(value.texts).flatMap(([locale, text]) => [
    ...leadsOf(text).flatMap(([field, lead]) =>
      checkLength(file, `${locale}.${field}`, lead, LONGEST_LEAD_WORDS),
    ),
    ...checkLength(file, `${locale}.body`, text.body, LONGEST_BODY_WORDS),
    ...(['variants', 'cases'] as const).flatMap((part) =>
      (text[part] ?? []).flatMap(({ body = '' }, at) =>
        checkLength(file, `${locale}.${part}[${at}].body`, body, LONGEST_BODY_WORDS),
      ),
    ),
  ]);
}

/** Every sentence that may stand first, with its field. */
function leadsOf({
  lead,
  verdicts = {},
  variants = [],
  cases = [],
}: AnswerText): (readonly [string, string])[] {
  return [
    ['lead', lead],
    ...Object.entries(verdicts).map(([modal, verdict]) => [`verdicts.${modal}`, verdict] as const),
    ...variants.map((variant, at) => [`variants[${at}].lead`, variant.lead] as const),
    ...cases.map((each, at) => [`cases[${at}].lead`, each.lead] as const),
  ];
}

/** "No" is an answer to some questions and a wrong one to others, so only a verdict says it. */
function checkPolarity({ file, value }: FileEntry<Answer>): Problem[] {
  return Object.entries(value.texts).flatMap(([locale, { lead, verdicts = {} }]) => [
    ...(YES_OR_NO.test(lead)
      ? [error(file, `${locale}.lead`, 'says yes or no', 'say what is so, and put yes or no under verdicts')]
      : []),
    ...Object.entries(verdicts)
      .filter(([, verdict]) => !YES_OR_NO.test(verdict))
      .map(([modal]) =>
        error(file, `${locale}.verdicts.${modal}`, 'says neither yes nor no', 'begin with it'),
      ),
  ]);
}

function checkLength(file: string, field: string, text: string, most: number): Problem[] {
  const count = countWords(text);
  return count <= most ? [] : [error(file, field, `${count} words`, `write at most ${most}`)];
}

/** Without a label the whole question stands on buttons. */
function checkLabels({ file, value }: FileEntry<Answer>): Problem[] {
  return Object.entries(value.texts).flatMap(([locale, { label, question }]) => {
    const field = `${locale}.label`;
    const shown = label ?? question;
    if (shown.length <= LONGEST_LABEL) return [];
    const cure = `write one to four words, at most ${LONGEST_LABEL} characters`;
    return label === undefined
      ? [warning(file, field, 'missing', cure)]
      : [error(file, field, `${label.length} characters`, cure)];
  });
}

/** Two buttons of one name can't be told apart. */
function findSharedLabels({ answers }: KnowledgeFolder): Problem[] {
  const firstId = new Map<string, string>();
  return answers.flatMap(({ file, value }) =>
    Object.entries(value.texts).flatMap(([locale, { label, question }]) => {
      const shown = label ?? question;
      const key = `${locale} ${plainForm(shown)}`;
      const first = firstId.get(key);
      if (first === undefined) firstId.set(key, value.id);
      if (first === undefined || first === value.id) return [];
      return [error(file, `${locale}.label`, `"${shown}" also names ${first}`, 'write another label')];
    }),
  );
}

/** A lead is also shown where Markdown is not read: in notifications and plain-text fallbacks. */
function checkPlainLeads({ file, value }: FileEntry<Answer>): Problem[] {
  return Object.entries(value.texts).flatMap(([locale, text]) =>
    leadsOf(text)
      .filter(([, lead]) => /[*_`[\]#\n]/.test(lead))
      .map(([field]) =>
        error(file, `${locale}.${field}`, 'has Markdown in it', 'write plain text in one line'),
      ),
  );
}

function checkOffer({ file, value }: FileEntry<Answer>): Problem[] {
  return Object.entries(value.texts).flatMap(([locale, { offer }]) => {
    const field = `${locale}.offer`;
    if (offer !== undefined && value.dialog === null) {
      return [
        error(file, field, 'an offer without a dialog', 'name the dialog that does it, or remove the offer'),
      ];
    }
    if (offer === undefined && value.dialog !== null) {
      return [error(file, field, 'missing', `offer what ${value.dialog} does, as a question`)];
    }
    return [];
  });
}

function error(file: string, field: string, message: string, cure: string): Problem {
  return { severity: 'error', file, field, message, cure };
}

function warning(file: string, field: string, message: string, cure: string): Problem {
  return { severity: 'warning', file, field, message, cure };
}
