import type { Answer, AnswerText, Knowledge, SourceReference } from '../knowledge/knowledge.ts';
import type { Locale } from '../language/locale.ts';
import { LOCALES } from '../language/locale.ts';
import { citationsOf } from './citations.ts';
import { type DialogName, isDialogName } from './dialog-name.ts';
import type { Piece } from './line.ts';
import { contentMarkdown } from './markdown.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { Button, CardElement, Reply } from './reply-data.ts';
import { lineBlock, textBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';

/** Ways on under an answer: the dialog it offers first, then the nearest answers. */
const MAX_WAYS_ON = 3;

/** What opens and closes a quotation. */
const QUOTES: Readonly<Record<Locale, readonly [string, string]>> = { it: ['«', '»'], en: ['“', '”'] };

/** What is shown around an answer. */
export interface AnswerOptions {
  /** A line above the answer, such as how a misspelt word was read. */
  readonly before?: string;
  /** False where the answer stands in the middle of a form, which asks its own question next. Default true. */
  readonly hasWaysOn?: boolean;
  /** False where what the answer offers to do can't be begun on the spot. Default true. */
  readonly hasOffer?: boolean;
}

/** An answer as a card: the lead alone is enough, then the rest, the source and at most three ways on. */
export function answerReply(
  answer: Answer,
  locale: Locale,
  knowledge: Knowledge,
  options: AnswerOptions = {},
): Reply {
  const text = textOf(answer, locale);
  if (text === null) throw new Error(`cards: answer "${answer.id}" has no text in any language`);
  const isOpen = options.hasWaysOn !== false;
  const lead = contentMarkdown(text.lead);
  const explained = markdownBlocks(contentMarkdown(text.body));
  const offered =
    isOpen && options.hasOffer !== false && text.offer !== undefined
      ? [textBlock(contentMarkdown(text.offer))]
      : [];
  const before = options.before === undefined ? [] : [lineBlock(options.before, { isSubtle: true })];
  const sources = sourceBlocks(answer, locale, knowledge);
  const citations = citationsOf(answer, locale, knowledge);
  // Where a line stands above the answer, so must the answer's first sentence below it.
  const isCited = citations.length === answer.sources.length && citations.length > 0 && before.length === 0;
  return {
    openTo: 'everybody',
    summary: plain(text.lead),
    body: [...before, textBlock(lead, { isHeading: true }), ...explained, ...sources, ...offered],
    ...(isCited ? { cited: { lead, citations, body: [...explained, ...offered] } } : {}),
    ...(isOpen ? { buttons: waysOn(answer, locale, knowledge) } : {}),
  };
}

/** What names the answer on a button: its label, else its question; the id where it has no text. */
export function titleOf(answer: Answer, locale: Locale): string {
  const text = textOf(answer, locale);
  return text?.label ?? text?.question ?? answer.id;
}

/** The text in the language wanted, else in the other one: an imported folder has one language only. */
function textOf(answer: Answer, locale: Locale): AnswerText | null {
  const other = LOCALES.find((each) => each !== locale) ?? locale;
  return answer.texts[locale] ?? answer.texts[other] ?? null;
}

function waysOn(answer: Answer, locale: Locale, knowledge: Knowledge): Button[] {
  const dialog = isDialogName(answer.dialog) ? [beginButton(answer.dialog, locale, knowledge)] : [];
  return [...dialog, ...nearestAnswers(answer, knowledge).map((each) => answerButton(each, locale))].slice(
    0,
    MAX_WAYS_ON,
  );
}

/** A button that shows an answer. */
export function answerButton(answer: Answer, locale: Locale): Button {
  return { title: titleOf(answer, locale), action: { action: 'answer', id: answer.id } };
}

/** A button that begins a dialog, called as the knowledge folder calls it. */
export function beginButton(dialog: DialogName, locale: Locale, knowledge?: Knowledge): Button {
  const title = knowledge?.intents.get(dialog)?.titles[locale] ?? cardTexts[locale].dialogs[dialog];
  return { title, action: { action: 'begin', dialog } };
}

function nearestAnswers(answer: Answer, knowledge: Knowledge): Answer[] {
  const children = [...knowledge.answers.values()].filter((each) => each.parent === answer.id);
  const related = answer.related.flatMap((id) => knowledge.answers.get(id) ?? []);
  return [...new Set([...related, ...children])];
}

function sourceBlocks(answer: Answer, locale: Locale, knowledge: Knowledge): CardElement[] {
  const sources = answer.sources.map((source) => sourcePieces(source, locale, knowledge));
  if (sources.length === 0) return [];
  const listed = sources.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: '; ' }, ...pieces]));
  const line = [{ text: `${cardTexts[locale].source}: ` }, ...listed];
  return [lineBlock(line, { isSubtle: true, size: 'small' })];
}

function sourcePieces(source: SourceReference, locale: Locale, knowledge: Knowledge): Piece[] {
  const document = knowledge.sources.get(source.document);
  const quoted = QUOTES[locale].join(source.heading);
  if (document === undefined) return [{ text: `${source.document}, ${quoted}` }];
  const title = document.titles[locale] ?? document.id;
  const rendering = document.headings.find(({ own }) => own === source.heading)?.renderings[locale];
  // Only the document's own words stand in quotation marks: a rendering is ours.
  return [
    { text: title, ...(document.url === null ? {} : { url: document.url }) },
    { text: `, ${rendering ?? quoted}` },
  ];
}

/** A lead without its Markdown, for a notification. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
}
