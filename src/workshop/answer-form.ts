import { type Document, isMap, stringify } from 'yaml';
import type { Answer } from '../knowledge/knowledge.ts';
import { LOCALES, type Locale, type Localized } from '../language/locale.ts';
import { editYaml, hasField, setField, setLines } from './yaml-edit.ts';

/** The fields of an answer in one language, as a form has them. */
export interface TextFields {
  readonly question: string;
  readonly label: string;
  readonly lead: string;
  readonly body: string;
  /** One a line. */
  readonly examples: string;
}

/** An answer as its form has it. */
export interface AnswerFields {
  readonly id: string;
  readonly reviewed: string;
  /** Of a new answer: the document and the heading, as `document#heading`; else empty. */
  readonly source: string;
  readonly texts: Localized<TextFields>;
  /** What marks the text of the file that the editor saw. */
  readonly eTag: string;
}

const TEXT_FIELDS = ['question', 'label', 'lead', 'body'] as const;

const EMPTY: TextFields = { question: '', label: '', lead: '', body: '', examples: '' };

/** The answer of a file as fields. */
export function fieldsOf(answer: Answer, eTag: string): AnswerFields {
  const textOf = (locale: Locale): TextFields => {
    const text = answer.texts[locale];
    if (text === undefined) return EMPTY;
    const { question, label = '', lead, body, examples } = text;
    return { question, label, lead, body, examples: examples.join('\n') };
  };
  return {
    id: answer.id,
    reviewed: answer.reviewed,
    source: '',
    texts: { it: textOf('it'), en: textOf('en') },
    eTag,
  };
}

/** A new answer, of which a question is known at most. */
export function newFields(
  start: Partial<TextFields> & { readonly id?: string; readonly locale: Locale },
  today: string,
): AnswerFields {
  const { id = '', locale, ...text } = start;
  const texts = { it: EMPTY, en: EMPTY, [locale]: { ...EMPTY, ...text } };
  return { id, reviewed: today, source: '', texts, eTag: 'none' };
}

/** What was typed into the form. */
export function readFields(form: FormData): AnswerFields {
  const typed = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
  };
  const textOf = (locale: Locale): TextFields => ({
    question: typed(`${locale}.question`),
    label: typed(`${locale}.label`),
    lead: typed(`${locale}.lead`),
    body: typed(`${locale}.body`),
    examples: typed(`${locale}.examples`),
  });
  return {
    id: typed('id'),
    reviewed: typed('reviewed'),
    source: typed('source'),
    texts: { it: textOf('it'), en: textOf('en') },
    eTag: typed('eTag'),
  };
}

/** The lines of a text, without empty ones. */
export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The file of an answer with what was typed; all that the form doesn't have stays as it is. */
export function withFields(text: string, fields: AnswerFields): string {
  return editYaml(text, (file) => {
    if (String(file.get('reviewed')) !== fields.reviewed) file.set('reviewed', fields.reviewed);
    for (const locale of LOCALES) setTexts(file, locale, fields.texts[locale]);
  });
}

function setTexts(file: Document, locale: Locale, text: TextFields): void {
  const isThere = isMap(file.get(locale));
  if (!isThere && isEmpty(text)) return;
  for (const field of TEXT_FIELDS) {
    const value = text[field];
    // An optional field that is empty is left out; of one that must be there the check says what it wants.
    const isLeftOut = value === '' && (field === 'label' || field === 'body');
    const before: unknown = file.getIn([locale, field]);
    if (typeof before === 'string' && before.trim() === value) continue;
    if (isLeftOut) {
      if (hasField(file, [locale, field])) setField(file, [locale, field], null);
    } else setField(file, [locale, field], value.includes('\n') ? `${value}\n` : value);
  }
  setLines(file, [locale, 'examples'], linesIn(text.examples));
}

/** The file of a new answer. */
export function newFile({ id, reviewed, source, texts }: AnswerFields): string {
  const [document = '', ...heading] = source.split('#');
  const sources = source === '' ? [] : [{ document, heading: heading.join('#') }];
  const written = LOCALES.filter((locale) => !isEmpty(texts[locale])).map((locale) => {
    const { label, examples, ...rest } = texts[locale];
    return [locale, { ...rest, ...(label === '' ? {} : { label }), examples: linesIn(examples) }];
  });
  return stringify(
    { id, sources, related: [], reviewed, ...Object.fromEntries(written) },
    { lineWidth: 0, singleQuote: true },
  );
}

function isEmpty(text: TextFields): boolean {
  return Object.values(text).every((value) => value === '');
}

/** Fields as an answer, to be shown: what the form doesn't have comes from the answer as it is. */
export function asAnswer({ id, reviewed, texts }: AnswerFields, before: Answer | null): Answer {
  const shown = LOCALES.filter((locale) => !isEmpty(texts[locale])).map((locale) => {
    const { label, examples, ...rest } = texts[locale];
    const old = before?.texts[locale];
    return [locale, { ...old, ...rest, ...(label === '' ? {} : { label }), examples: linesIn(examples) }];
  });
  const none = { parent: null, sources: [], related: [], dialog: null };
  return { ...(before ?? none), id, reviewed, texts: Object.fromEntries(shown) as Answer['texts'] };
}
