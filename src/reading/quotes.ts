import { patternOf } from '../language/said.ts';
import { partChat } from './chat-lines.ts';
import { unshouted } from './facts/find.ts';
import { withMailLines } from './one-line-mail.ts';

/** A text parted into what its writer says and what they quote from others. */
export interface Parted {
  readonly own: string;
  /** Null where nothing is quoted. */
  readonly quoted: string | null;
  /**
   * What somebody else's mail among it says, under its sender's name and address; each line of a mail that it answers
   * begins with ">". Null where there is no mail.
   */
  readonly mail: string | null;
}

/** "> sì". An amount right after the sign is a comparison: ">25k". */
const QUOTED_LINE = /^\s*>(?![\d=€$£])/;

/** What mail programs write over a message that is forwarded or answered. */
const divider = patternOf('i')`^[\s\-_*]*${'mail-dividers'}[\s\-_*:]*$`;

/** "Il giorno gio 19 nov 2026 alle 10:12 Anna Neri <a@x.it> ha scritto:", "On Thu, Nov 19, 2026, Anna wrote:". */
const wrote = patternOf('i')`^${'mail-on'}\s(?=[^\n]*\d)[^\n]*\s${'mail-wrote'}\s?:$`;

const sender = patternOf('i')`^[*\s]*${'mail-from'}\s?:`;
const header = patternOf('i')`^[*\s]*${'mail-headers'}\s?:`;

/** Lines after the sender's that are looked at, and as many headers among them make a mail. */
const HEADER_LINES = 5;
const MIN_HEADERS = 2;

/**
 * Parts what a person quotes by hand or forwards: lines that begin with ">", and all from the line on that a mail
 * program puts over somebody else's message.
 */
export function partQuoted(text: string): Parted {
  const chat = partChat(text);
  // Who wrote in the chat is nobody that it tells of.
  if (chat !== null) return { own: chat.own, quoted: chat.pasted, mail: chat.pasted };
  const lines = withMailLines(text).split('\n');
  const mail = lines.findIndex((_, at) => beginsMail(lines, at));
  const above = mail === -1 ? lines : lines.slice(0, mail);
  const quoted = [
    ...above.filter((line) => QUOTED_LINE.test(line)).map((line) => line.replace(/^[\s>]+/, '')),
    ...(mail === -1 ? [] : lines.slice(mail)),
  ];
  if (quoted.length === 0) return { own: text, quoted: null, mail: null };
  return {
    own: above.filter((line) => !QUOTED_LINE.test(line) && !isRule(line)).join('\n'),
    quoted: quoted.join('\n'),
    mail: mail === -1 ? null : withoutHeaders(lines.slice(mail)),
  };
}

const NAME_AND_ADDRESS =
  /([\p{L}.'’]+(?: [\p{L}.'’]+){0,3})\s*[<[(]([^\s<>[\]()@]{1,64}@[^\s<>[\]()]{1,200})[>\])]/u;

/** A mail with its sender alone on top: to whom, when and about what it was sent is no part of what it says. */
function withoutHeaders(typed: readonly string[]): string {
  const lines = typed.map((line) => line.replace(/^[\s>]+/, ''));
  const writer = lines
    .slice(0, HEADER_LINES)
    .map((line) => NAME_AND_ADDRESS.exec(line))
    .find((each) => each !== null);
  const from = writer === undefined ? [] : [`${writer[1] ?? ''} <${writer[2] ?? ''}>`, ''];
  const begun = lines.findIndex((line, at) => line !== '' && !isHeader(lines, at) && !isRule(line));
  const answered = lines.findIndex((_, at) => begun >= 0 && at > begun && beginsMail(lines, at));
  const depth = depthOf(typed[begun] ?? '');
  const said = lines.flatMap((line, at) => {
    if (isHeader(lines, at) || isRule(line)) return [];
    const isEarlier = depthOf(typed[at] ?? '') > depth || (answered >= 0 && at > answered);
    return [isEarlier && line !== '' ? `> ${line}` : line];
  });
  return unshouted([...from, ...said].join('\n').trim());
}

/** How often the sign of a quotation stands before a line. */
const depthOf = (line: string): number => (/^[\s>]*/.exec(line)?.[0] ?? '').replaceAll(/[^>]/g, '').length;

/** Whether a mail program says here whose words follow; Gmail breaks the line where it is long. */
function isIntroduction(lines: readonly string[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]].map((each) => each?.trim() ?? '');
  return [line ?? '', `${line ?? ''} ${next ?? ''}`].some(
    (typed) => divider().test(typed) || wrote().test(typed),
  );
}

function isHeader(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  const endsIntroduction = wrote().test(`${lines[at - 1]?.trim() ?? ''} ${line}`);
  return isIntroduction(lines, at) || endsIntroduction || sender().test(line) || header().test(line);
}

function beginsMail(lines: readonly string[], at: number): boolean {
  if (isIntroduction(lines, at)) return true;
  if (!sender().test(lines[at]?.trim() ?? '')) return false;
  const least = lines[at]?.includes('@') === true ? 1 : MIN_HEADERS;
  return lines.slice(at + 1, at + 1 + HEADER_LINES).filter((each) => header().test(each)).length >= least;
}

/** The line that Outlook draws over a mail. */
function isRule(line: string): boolean {
  return /^\s*[-_]{5,}\s*$/.test(line);
}
