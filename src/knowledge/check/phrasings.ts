import { spokenFirst } from '../../language/locale.ts';
import type { Language } from '../../language/locale.ts';
import type { Answer, Intent } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';

/** What an entry needs for its questions to be recognised; measured, more examples help more than tuning. */
const FEWEST = { answer: 10, dialog: 14, outside: 5 };

/** What people say for one entry in one language. */
export interface Phrasings {
  readonly file: string;
  readonly id: string;
  readonly locale: Language;
  readonly fewest: number;
  /** The title of an answer is one more example; a dialog's title is a button. */
  readonly title: string | null;
  /** The field that holds the examples. */
  readonly list: string;
  readonly examples: readonly string[];
}

/** The phrasings of every answer, dialog and topic outside. */
export function collectPhrasings(folder: KnowledgeFolder): Phrasings[] {
  return [
    ...folder.answers.flatMap(phrasingsOfAnswer),
    ...folder.intents.flatMap(phrasingsOfIntent),
    ...folder.outside.flatMap(({ file, locale, value }) =>
      Object.entries(value).map(([topic, examples]) => {
        const id = `outside/${topic}`;
        return { file, id, locale, fewest: FEWEST.outside, title: null, list: `topics.${topic}`, examples };
      }),
    ),
  ];
}

function phrasingsOfAnswer({ file, value }: FileEntry<Answer>): Phrasings[] {
  return spokenFirst(Object.keys(value.texts)).flatMap((locale) => {
    const text = value.texts[locale];
    if (text === undefined) return [];
    const { question: title, examples } = text;
    return [
      { file, id: value.id, locale, fewest: FEWEST.answer, title, list: `${locale}.examples`, examples },
    ];
  });
}

function phrasingsOfIntent({ file, value }: FileEntry<Intent>): Phrasings[] {
  return spokenFirst(Object.keys(value.examples)).flatMap((locale) => {
    const examples = value.examples[locale];
    if (examples === undefined) return [];
    const { dialog: id } = value;
    return [{ file, id, locale, fewest: FEWEST.dialog, title: null, list: `${locale}.examples`, examples }];
  });
}

/** Each phrasing with its field, the title first. */
export function listPhrasings({ locale, list, title, examples }: Phrasings): [field: string, text: string][] {
  const listed = examples.map((text, index): [string, string] => [`${list}[${index}]`, text]);
  return title === null ? listed : [[`${locale}.question`, title], ...listed];
}
