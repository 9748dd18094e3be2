import { escapeUTF8 } from 'entities';

/** A piece of a page, whose texts are escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = Html | string | number | null | false | readonly Piece[];

/** A piece of a page: values are texts and are escaped, but for pieces; null and false are nothing, lists stand one after the other. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(parts.map((part, at) => part + markupOf(values[at] ?? null)).join(''));
}

function markupOf(value: Piece): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeUTF8(value);
  return typeof value === 'number' ? String(value) : value.map(markupOf).join('');
}
