import type { LeftOutCount } from './flow.ts';

/** Gives the text of a file that a page includes, by the path as the page writes it; null where it isn't there. */
export type Including = (path: string) => string | null;

const FENCE = /^[\s>]*(`{3,}|~{3,})(.*)$/;
/** A heading with its number signs, maybe indented, without a space behind, or with the signs twice. */
const HEADING = /^(\s*)(#{1,6})(?!#)(\s*)((?:#{1,6}\s+)?)(.*)$/;
const DIRECTIVE = /^\s*:::+\s*([a-z-]+)\b.*$/;
const NO_LOC = /:::no-loc\s+[^:]*?text="([^"]*)"[^:]*:::/g;
const INLINE_IMAGE = /:::image\s[^\n]*?:::/g;
/** Learn's own marks: `[!INCLUDE [name](path)]`, `[!VIDEO address]`, `[!div class="…"]`. */
const INCLUDE = /\[!INCLUDE\s*\[[^\]]*\]\s*\(([^)\s]+)[^)]*\)\s*\]/gi;
const MARK = /\[!(?:VIDEO|div|code)\b[^\]]*(?:\([^)]*\))?\]/gi;
/** An included file may include others; who includes himself is stopped. */
const DEPTH = 3;

/**
 * Rewrites what only Microsoft Learn's own reader of Markdown understands to plain Markdown, line by line and outside of
 * code: directives (`:::image`, `:::zone`, `:::no-loc`), includes, and headings that are indented, want a space
 * or have their signs twice.
 */
export function plainMarkdown(source: string, including: Including, leftOut: LeftOutCount): string {
  return rewrite(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), including, leftOut, DEPTH);
}

/** "- - - - …": lists in lists that nobody writes, on which the parser's work grows with the square of their depth. */
const TOO_DEEP = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=[ \t>]|$)){20,}/;

/** Blanks that nobody typed: the parser looks at a long run of them from each of its letters. */
const LONG_BLANK = /[ \t]{100,}/g;

function rewrite(source: string, including: Including, leftOut: LeftOutCount, depth: number): string {
  let fence: string | null = null;
  const lines = source.split('\n').flatMap((line) => {
    const mark = FENCE.exec(line);
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence) === true && mark[2]?.trim() === '') fence = null;
      return [line];
    }
    // "``` code ```" on one line is no fence.
    if (mark?.[1] !== undefined && !(mark[2] ?? '').includes('`')) {
      fence = mark[1];
      return [line];
    }
    return rewriteLine(line.replace(TOO_DEEP, '').replace(LONG_BLANK, ' '), including, leftOut, depth);
  });
  return lines.join('\n');
}

function rewriteLine(line: string, including: Including, leftOut: LeftOutCount, depth: number): string[] {
  const shown = withoutDirectives(line, leftOut);
  if (shown === null) return [''];
  return withIncludes(headingLine(shown), including, leftOut, depth).split('\n');
}

/** Null for a line that is a directive and nothing else. */
function withoutDirectives(line: string, leftOut: LeftOutCount): string | null {
  if (!line.includes(':::') && !line.includes('[!')) return line;
  const shown = line
    .replace(NO_LOC, '$1')
    .replace(INLINE_IMAGE, () => {
      leftOut.add('picture');
      return '';
    })
    .replace(MARK, (mark) => {
      if (/^\[!video/i.test(mark)) leftOut.add('directive');
      return '';
    });
  const directive = DIRECTIVE.exec(shown);
  if (directive === null) return shown;
  // A zone, a row or a column parts what is shown; all of it is taken. A picture's directive may go over several lines.
  const isPicture = directive[1] === 'image';
  leftOut.add(isPicture ? 'picture' : 'directive');
  return null;
}

function headingLine(line: string): string {
  const [, indent = '', signs = '', space = '', twice = '', rest = ''] = HEADING.exec(line) ?? [];
  if (signs === '') return line;
  const isNamed = /^<a\s+(?:name|id)=/i.test(rest);
  // "#5 in the list" is no heading, "#Prezzi" is one that wants a space.
  if (space === '' && rest !== '' && !isNamed && !/^[\p{L}[*`"¿¡]/u.test(rest)) return line;
  if (space === '' && signs.length === 1 && !isNamed && !/^\p{Lu}/u.test(rest)) return line;
  // Four spaces make code of it, where one sign may begin a comment.
  if (indent.replace(/\t/g, '    ').length > 3 && !isNamed && signs.length === 1) return line;
  return twice !== '' || space === '' || indent !== '' ? `${signs} ${rest}` : line;
}

function withIncludes(line: string, including: Including, leftOut: LeftOutCount, depth: number): string {
  return line.replace(INCLUDE, (_, path: string) => {
    const text = depth > 0 ? including(path) : null;
    if (text === null) leftOut.add('include');
    else return rewrite(bodyOf(text), including, leftOut, depth - 1);
    return '';
  });
}

/** An included file's text without its front matter. */
function bodyOf(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF?---\n[^]*?\n---\n/, '')
    .trim();
}
