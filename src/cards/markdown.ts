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

/**
 * Words of anybody's as Markdown, where no reader of it could take them for more than words: letters and whole numbers,
 * with the marks of a sentence where a sentence has them ("Il deal con Rossi S.r.l. è chiuso: vale 80.000 €."). Null for
 * all else, such as an address, a bracket, or "1. Rossi", which would be the first of a list.
 */
export function plainMarkdown(words: string): Markdown | null {
  const isPlain = !LISTED.test(words) && words.split(SPACE).every((word) => PLAIN.test(word));
  return isPlain ? (words as Markdown) : null;
}

const SPACE = /[ \u00a0]/;
const LISTED = /^\d+\./;

/** A word, also in parts ("l’e-mail", "po’"), or letters with dots between them ("S.p.A"). */
const WORD = String.raw`[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*['’]?|(?:\p{L}\.)+\p{L}`;
/** A sum with dots: an address of the net has four parts. */
const SUM = String.raw`\d{1,3}(?:\.\d{3}){1,2}`;
const PLAIN = new RegExp(`^(?:["“«]?(?:${WORD}|${SUM})[.,:;!?]?["”»]?[.,:;!?]?|[&·\\p{Sc}][.,:;!?]?)$`, 'u');

/** Markdown of the knowledge folder, which is content of ours. */
export function contentMarkdown(text: string): Markdown {
  return text as Markdown;
}
