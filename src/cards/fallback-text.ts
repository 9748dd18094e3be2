/** What Markdown, a template's `{{DATE(…)}}`, or a reader of addresses would make something of. */
const MARKS = /[\\`*_[\]<>{}|~#@]|:(?=\/\/)|(?<=\bwww)\.|^(?=\s*(?:[-+]|\d+[.)])\s)/gm;

/**
 * Text for `fallbackText`, which old clients read as Markdown (Adaptive Cards schema: "may contain markdown"). It is
 * shown as it stands: what could be read as markup is marked as a character of its own.
 */
export function fallbackText(text: string): string {
  return text.replace(MARKS, (mark) => `\\${mark}`);
}
