import { LOCALES } from '../../language/locale.ts';
import type { Locale } from '../../language/locale.ts';
import type { Answer, Intent } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { likeness, plainForm } from '../wording.ts';

/** What an entry needs for its questions to be recognised; measured, more examples help more than tuning. */
const FEWEST = { answer: 10, dialog: 14, outside: 5 };
/** From this likeness up the second phrasing teaches the matcher nothing: four words of five in common. */
const TOO_ALIKE = 0.8;

interface Phrasings {
  readonly file: string;
  readonly id: string;
  readonly locale: Locale;
  readonly fewest: number;
  /** The title of an answer is one more example; a dialog's title is a button. */
  readonly title: string | null;
  /** The field that holds the examples. */
  readonly list: string;
  readonly examples: readonly string[];
}

/** Examples that two entries share, that occur twice, are too few or too alike. */
export function checkExamples(folder: KnowledgeFolder): Problem[] {
  const all = collectPhrasings(folder);
  return [
    ...LOCALES.flatMap((locale) => findShared(all.filter((each) => each.locale === locale))),
    ...all.flatMap(findTooFew),
    ...all.flatMap(findTooAlike),
  ];
}

function collectPhrasings(folder: KnowledgeFolder): Phrasings[] {
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
  return LOCALES.flatMap((locale) => {
    const text = value.texts[locale];
    if (text === undefined) return [];
    const { question: title, examples } = text;
    return [
      { file, id: value.id, locale, fewest: FEWEST.answer, title, list: `${locale}.examples`, examples },
    ];
  });
}

function phrasingsOfIntent({ file, value }: FileEntry<Intent>): Phrasings[] {
  return LOCALES.flatMap((locale) => {
    const examples = value.examples[locale];
    if (examples === undefined) return [];
    const { dialog: id } = value;
    return [{ file, id, locale, fewest: FEWEST.dialog, title: null, list: `${locale}.examples`, examples }];
  });
}

function findShared(entries: readonly Phrasings[]): Problem[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) =>
    listPhrasings(entry).flatMap(([field, text]) => {
      const form = plainForm(text);
      const owner = owners.get(form);
      owners.set(form, owner ?? entry.id);
      if (owner === undefined) return [];
      const message =
        owner === entry.id ? `"${text}" is here twice` : `"${text}" is also an example of ${owner}`;
      return [problem('error', entry, field, message, 'keep it in one place')];
    }),
  );
}

function listPhrasings({ locale, list, title, examples }: Phrasings): [field: string, text: string][] {
  const listed = examples.map((text, index): [string, string] => [`${list}[${index}]`, text]);
  return title === null ? listed : [[`${locale}.question`, title], ...listed];
}

function findTooFew(entry: Phrasings): Problem[] {
  const count = entry.examples.length;
  if (count >= entry.fewest) return [];
  const cure = `write at least ${entry.fewest}, unlike each other`;
  return [problem('warning', entry, entry.list, `${count} examples`, cure)];
}

function findTooAlike(entry: Phrasings): Problem[] {
  return entry.examples.flatMap((text, index) => {
    const earlier = entry.examples.slice(0, index).find((other) => isTooAlike(text, other));
    if (earlier === undefined) return [];
    const field = `${entry.list}[${index}]`;
    return [problem('warning', entry, field, `"${text}" is too like "${earlier}"`, 'say it in other words')];
  });
}

function isTooAlike(a: string, b: string): boolean {
  return plainForm(a) !== plainForm(b) && likeness(a, b) >= TOO_ALIKE;
}

function problem(
  severity: Problem['severity'],
  entry: Phrasings,
  field: string,
  message: string,
  cure: string,
): Problem {
  return { severity, file: entry.file, field, message, cure };
}
