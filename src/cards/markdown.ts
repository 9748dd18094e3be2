declare const ours: unique symbol;

/**
 * Markdown of our own making. A card's TextBlocks are read as Markdown, so their text must be of this type, and
 * nothing that came from people or services can get there: it stands in a `Line`.
 */
export type Markdown = string & { readonly [ours]: true };

/**
 * Markdown written in the source: ourMarkdown`Open *Settings*.` Values can't be put in.
 *
 * @throws Error where values are put in: that is a mistake of ours
 */
export function ourMarkdown(written: TemplateStringsArray, ...values: never[]): Markdown {
  if (values.length > 0) throw new Error('cards: values can be no part of Markdown');
  return written.join('') as Markdown;
}

/** Markdown of the knowledge folder, which is content of ours. */
export function contentMarkdown(text: string): Markdown {
  return text as Markdown;
}
