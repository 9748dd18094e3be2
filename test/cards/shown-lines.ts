type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The lines that people read of card elements, in order: "Valore: 80.000 €" for a fact, "• uno" for an entry of a list. */
export function shownLines(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(shownLines);
  if (!isObject(element)) return [];
  const { type, text, inlines, columns } = element;
  if (type === 'TextBlock') return [String(text)];
  if (type === 'RichTextBlock' && Array.isArray(inlines)) {
    return [inlines.map((run) => (isObject(run) ? String(run['text']) : String(run))).join('')];
  }
  const [first, second] = Array.isArray(columns) ? columns.filter(isObject) : [];
  const isMark = /^(?:•|\d+\.)$/.test(shownLines(first?.['items']).join(''));
  const between = isMark ? ' ' : ': ';
  if (type === 'ColumnSet' && first !== undefined && second !== undefined && first['width'] !== 'stretch') {
    return [[first['items'], second['items']].map((items) => shownLines(items).join('\n')).join(between)];
  }
  return Object.values(element).flatMap(shownLines);
}
