/**
 * A heading as the name of an anchor, as GitHub and Microsoft Learn make it: small letters, spaces as hyphens, signs left
 * out.
 *
 * @example slugOf('Come è possibile ottenere l’accesso?') // 'come-è-possibile-ottenere-laccesso'
 */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, LONGEST);
}

/** Enough to tell headings of a page apart. */
const LONGEST = 120;

/** The words of a slug: `set-up-your-employees` as "set up your employees". */
export function wordsOfSlug(slug: string): string {
  return slug.replace(/[-_.]+/g, ' ').trim();
}
