import { Parser } from 'htmlparser2';

/** A part of a message's body, in its order. */
export type MarkupPiece =
  | { readonly kind: 'words'; readonly text: string }
  /** Somebody is mentioned, by the name that the channel shows. */
  | { readonly kind: 'mention'; readonly name: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'image' };

type PieceKind = 'mention' | 'link' | 'quoted' | 'hidden';

/** An element whose text is no plain words, while it is open. */
interface Frame {
  readonly kind: PieceKind;
  readonly url: string;
  text: string;
}

const BLOCKS = new Set(
  'address article blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const HIDDEN = new Set(['script', 'style', 'head', 'template', 'title', 'attachment']);

/**
 * Reads HTML as its text, cut where it is not the writer's own plain words. A block begins a line, white space counts
 * once, entities are decoded once.
 *
 * Teams' own marks: `<at>` or a span of `schema.skype.com/Mention` for a mention, `<blockquote>` or `<quoted>` for the
 * message that is replied to, `<attachment>` where a card or a quoted message stood, an image or `<emoji>` of
 * `schema.skype.com/Emoji` with its sign as `alt`.
 */
export function readHtml(html: string): MarkupPiece[] {
  const reading = new HtmlReading();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => void reading.open(name, attributes),
      ontext: (text) => void reading.add(text.replace(/[ \t\r\n\f]+/g, ' ')),
      onclosetag: (name) => void reading.close(name),
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(html);
  return reading.pieces;
}

/** What was read of an HTML text so far. */
class HtmlReading {
  readonly pieces: MarkupPiece[] = [];
  readonly #frames: Frame[] = [];
  /** One entry an open element: the frame that it opened, or null. */
  readonly #open: (Frame | null)[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (BLOCKS.has(name)) this.#beginLine();
    if (CELLS.has(name)) this.add('\t');
    const kind = frameKind(name, attributes);
    const frame = kind === null ? null : { kind, url: attributes['href'] ?? '', text: '' };
    this.#open.push(frame);
    if (frame !== null) this.#frames.push(frame);
    if (isSign(name, attributes)) this.add(attributes['alt'] ?? '');
    else if (name === 'img' && this.#frames.length === 0) this.pieces.push({ kind: 'image' });
  }

  add(text: string): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) addWords(this.pieces, text);
    else frame.text += text;
  }

  close(name: string): void {
    const frame = this.#open.pop() ?? null;
    if (frame !== null) {
      this.#frames.pop();
      if (this.#frames.length === 0) closeFrame(frame, this.pieces);
      else if (frame.kind !== 'hidden') this.add(frame.text);
    }
    if (BLOCKS.has(name)) this.#beginLine();
  }

  #beginLine(): void {
    const last = this.#frames.at(-1) ?? this.pieces.at(-1);
    if (last !== undefined && 'text' in last && !last.text.endsWith('\n')) this.add('\n');
  }
}

function frameKind(
  name: string,
  { href, itemtype = '' }: Readonly<Record<string, string>>,
): PieceKind | null {
  if (name === 'at' || (name === 'span' && itemtype.endsWith('/Mention'))) return 'mention';
  if (name === 'a' && href !== undefined) return 'link';
  if (name === 'blockquote' || name === 'quoted') return 'quoted';
  return HIDDEN.has(name) ? 'hidden' : null;
}

function isSign(name: string, { itemtype = '' }: Readonly<Record<string, string>>): boolean {
  return name === 'emoji' || (name === 'img' && itemtype.endsWith('/Emoji'));
}

function closeFrame({ kind, url, text }: Frame, pieces: MarkupPiece[]): void {
  if (kind === 'mention') pieces.push({ kind, name: text });
  if (kind === 'link') pieces.push({ kind, url, label: text });
  if (kind === 'quoted') pieces.push({ kind, text });
}

function addWords(pieces: MarkupPiece[], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === 'words') pieces[pieces.length - 1] = { kind: 'words', text: last.text + text };
  else pieces.push({ kind: 'words', text });
}
