import { visibleLine } from '../language/visible-text.ts';

/**
 * A title or a label that stands in a place of its own, where it can't be parted into runs: of an input, a choice, a
 * row of a search. Some renderers read these as Markdown or as tags, and fill in templates; so what would be a link, a
 * tag or a template is parted by a space, or shown with other brackets. Weight is no harm.
 */
export function plainTitle(text: string): string {
  return visibleLine(text)
    .replaceAll('](', '] (')
    .replaceAll('][', '] [')
    .replace(TEMPLATE, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›');
}

/** Between "{{" and "${". */
const TEMPLATE = /(?<=[{$])(?=\{)/g;
