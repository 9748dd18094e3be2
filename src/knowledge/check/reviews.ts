import type { Answer } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';

/** What a portal's page says holds for about a year. */
const STALE_AFTER_DAYS = 365;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Answers that nobody has compared with their source for a year, or since the source was read again. Without a
 * `today` (`YYYY-MM-DD`) only the second, which is the same on every day.
 */
export function checkReviews(folder: KnowledgeFolder, today: string | null): Problem[] {
  return folder.answers.flatMap((entry) => [
    ...(today === null ? [] : checkAge(entry, today)),
    ...checkSources(entry, folder),
  ]);
}

function checkAge({ file, value }: FileEntry<Answer>, today: string): Problem[] {
  const days = Math.floor((Date.parse(today) - Date.parse(value.reviewed)) / DAY_MS);
  if (days < 0)
    return [problem(file, `${value.reviewed} is yet to come`, 'write the day of the last review')];
  if (days <= STALE_AFTER_DAYS) return [];
  const cure = `compare it with its source and write ${today}`;
  return [problem(file, `last compared with its source ${String(days)} days ago`, cure)];
}

function checkSources({ file, value }: FileEntry<Answer>, { sources }: KnowledgeFolder): Problem[] {
  return value.sources.flatMap(({ document }) => {
    const readOn = sources.find((each) => each.value.id === document)?.value.readOn ?? null;
    if (readOn === null || readOn <= value.reviewed) return [];
    const cure = `compare it with ${document} and write the day`;
    return [problem(file, `${value.reviewed}, but ${document} was read again on ${readOn}`, cure)];
  });
}

function problem(file: string, message: string, cure: string): Problem {
  return { severity: 'warning', file, field: 'reviewed', message, cure };
}
