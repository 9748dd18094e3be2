import type { Reply } from '../../src/cards/reply-data.ts';

/** Every text of a reply that people see, a line each: Markdown, card texts, facts. */
export function shownText({ summary, markdown, body }: Reply): string {
  const lines = body === undefined ? [] : body.flatMap(textsIn);
  const text = markdown ?? (body === undefined ? summary : undefined);
  return [...(text === undefined ? [] : [text]), ...lines].join('\n').replaceAll('\\', '');
}

/** The texts of a card element and all that is in it, in order. */
function textsIn(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(textsIn);
  if (typeof element !== 'object' || element === null) return [];
  if ('title' in element && 'value' in element) {
    return [`${String(element.title)}: ${String(element.value)}`];
  }
  const own = 'text' in element && typeof element.text === 'string' ? [element.text] : [];
  return [
    ...own,
    ...Object.values(element).flatMap((part) => (typeof part === 'object' ? textsIn(part) : [])),
  ];
}
