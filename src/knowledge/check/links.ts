import type { Answer } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';

/** A Markdown link's words and where it leads. */
const LINK = /\[([^\]]*)\]\(([^)\s]*)\)/g;

/**
 * Links that lead nowhere: to a place inside the answer (`#steps`), to a section of a document that its address
 * doesn't have, or to no address at all. Ids of documents are checked with the other references.
 */
export function checkAnchors(folder: KnowledgeFolder): Problem[] {
  return folder.answers.flatMap(checkAnswer);
}

function checkAnswer({ file, value }: FileEntry<Answer>): Problem[] {
  return Object.entries(value.texts).flatMap(([locale, { body, variants = [], cases = [] }]) =>
    [body, ...[...variants, ...cases].map((each) => each.body ?? '')].flatMap((text) =>
      [...text.matchAll(LINK)].flatMap(([, words = '', target = '']): Problem[] => {
        const cure = cureOf(target);
        if (cure === null) return [];
        const message = `"${words}" leads to "${target}", which is nowhere`;
        return [{ severity: 'error', file, field: `${locale}.body`, message, cure }];
      }),
    ),
  );
}

/** What would make a link lead somewhere; null where it does. */
function cureOf(target: string): string | null {
  if (target.startsWith('source:')) {
    return target.includes('#') ? `link the document, ${target.replace(/#.*/, '')}` : null;
  }
  if (target.startsWith('#')) return 'an answer has no sections: leave the link out';
  return URL.canParse(target) && target.startsWith('https://')
    ? null
    : 'write the full address, beginning with https://, or source: and a document';
}
