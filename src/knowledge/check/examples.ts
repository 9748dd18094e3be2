import { spokenFirst } from '../../language/locale.ts';
import type { KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { likeness, plainForm } from '../wording.ts';
import { collectPhrasings, listPhrasings, type Phrasings } from './phrasings.ts';

/** From this likeness up the second phrasing teaches the matcher nothing: four words of five in common. */
const TOO_ALIKE = 0.8;

/** Examples that two entries share, that occur twice, are too few or too alike. */
export function checkExamples(folder: KnowledgeFolder): Problem[] {
  const all = collectPhrasings(folder);
  return [
    ...spokenFirst(all.map(({ locale }) => locale)).flatMap((locale) =>
      findShared(all.filter((each) => each.locale === locale)),
    ),
    ...all.flatMap(findTooFew),
    ...all.flatMap(findTooAlike),
  ];
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
