import type { Answer } from '../knowledge.ts';
import { linkedSources } from '../links.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';

/** Names of answers, dialogs, documents and headings that lead nowhere, and headings that nothing leads to. */
export function checkReferences(folder: KnowledgeFolder): Problem[] {
  const answers = new Set(folder.answers.map(({ value }) => value.id));
  const dialogs = new Set(folder.intents.map(({ value }) => value.dialog));
  return [
    ...folder.answers.flatMap((entry) => [
      ...checkRelated(entry, answers),
      ...checkDialog(entry, dialogs),
      ...checkSources(entry, folder),
      ...checkLinks(entry, folder),
    ]),
    ...findUnusedHeadings(folder),
  ];
}

function checkRelated({ file, value }: FileEntry<Answer>, answers: ReadonlySet<string>): Problem[] {
  return value.related.flatMap((id, index) => {
    const field = `related[${index}]`;
    if (id === value.id) return [error(file, field, `"${id}" is this answer itself`, 'remove it')];
    return answers.has(id) ? [] : [error(file, field, `no answer "${id}"`, 'name an id of answers/')];
  });
}

function checkDialog({ file, value }: FileEntry<Answer>, dialogs: ReadonlySet<string>): Problem[] {
  const named = [
    ['dialog', value.dialog],
    ['who', value.who ?? null],
  ] as const;
  return named.flatMap(([field, name]) =>
    name === null || dialogs.has(name)
      ? []
      : [error(file, field, `no dialog "${name}"`, 'name a dialog of intents/')],
  );
}

function checkSources({ file, value }: FileEntry<Answer>, folder: KnowledgeFolder): Problem[] {
  if (value.sources.length === 0) {
    return [error(file, 'sources', 'no source', 'name the document and heading the facts come from')];
  }
  return value.sources.flatMap(({ document, heading }, index) => {
    const source = folder.sources.find((each) => each.value.id === document);
    if (source === undefined) {
      return [
        error(file, `sources[${index}].document`, `no document "${document}"`, 'name an id of sources/'),
      ];
    }
    if (source.value.headings.some(({ own }) => own === heading)) return [];
    const cure = `copy a heading of ${source.file}, or add it there`;
    return [error(file, `sources[${index}].heading`, `"${heading}" is not a heading of ${document}`, cure)];
  });
}

function checkLinks({ file, value }: FileEntry<Answer>, folder: KnowledgeFolder): Problem[] {
  const known = new Set(folder.sources.flatMap(({ value: { id, url } }) => (url === null ? [] : [id])));
  return Object.entries(value.texts).flatMap(([locale, { body }]) =>
    linkedSources(body)
      .filter((id) => !known.has(id))
      .map((id) =>
        error(file, `${locale}.body`, `link to unknown document "${id}"`, 'name an id of sources/'),
      ),
  );
}

function findUnusedHeadings(folder: KnowledgeFolder): Problem[] {
  const used = new Set(
    folder.answers.flatMap(({ value }) => value.sources.map((each) => `${each.document}\n${each.heading}`)),
  );
  return folder.sources.flatMap(({ file, value }) =>
    value.headings.flatMap(({ own }, index): Problem[] => {
      if (used.has(`${value.id}\n${own}`)) return [];
      const cure = 'write the answer, or remove the heading';
      const message = `no answer refers to "${own}"`;
      return [{ severity: 'warning', file, field: `headings[${index}]`, message, cure }];
    }),
  );
}

function error(file: string, field: string, message: string, cure: string): Problem {
  return { severity: 'error', file, field, message, cure };
}
