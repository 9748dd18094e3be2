import { patternOf } from './said.ts';

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*['’]?/u;

/**
 * "Non privato", "né co-sell né condiviso", "tutto tranne il prezzo": a few words, up to a comma or what is meant again, as
 * in "non è Bari è Barletta", and not in "non è detto che è vinto".
 */
const behind = patternOf(
  'giu',
)`(?<![\p{L}\p{N}'’-])(?:(?<not>${'denying'})|${'neither'}|${'excluding'})(?<what>(?:\s+${'is-again'}(?!\p{L}))?(?:\s+(?!(?:${'but'}|${'denying'}|${'neither'}|(?<!(?<!\p{L})${'saying-that'}\s+)${'is-again'})(?!\p{L}))${WORD}){1,5})`;
/** "Co-sell no, privato nemmeno". */
const before = patternOf(
  'giu',
)`(?<![\p{L}\p{N}'’-])(?<before>)(?<what>(?:(?!(?:${'but'}|${'refusing'})(?!\p{L}))${WORD}\s+){1,4})${'refusing'}(?=\s*(?:$|[,;.!:\n]))`;

/** Where a text says what is not meant; UTF-16 offsets, `end` excluded. */
export interface DeniedSpan {
  readonly start: number;
  readonly end: number;
  /** What is denied, without the word that does. */
  readonly what: string;
  /** Where that begins. */
  readonly from: number;
  /** Whether a plain "not" stands before it, which may be of its verb: "non hanno budget". */
  readonly isPlain: boolean;
}

/**
 * What a text denies or leaves out, with the words that do: "non wms" and "il primo no" in "non wms, e il primo no".
 *
 * @param text as typed; a bare "no" before words denies nothing: "no, privato" means it
 */
export function deniedIn(text: string): readonly DeniedSpan[] {
  return [behind(), before()].flatMap((pattern) =>
    [...text.replaceAll('’', "'").matchAll(pattern)].map(({ index, 0: { length }, groups }) => ({
      start: index,
      end: index + length,
      what: groups?.['what'] ?? '',
      from: groups?.['before'] === undefined ? index + length - (groups?.['what'] ?? '').length : index,
      isPlain: groups?.['not'] !== undefined,
    })),
  );
}

/** Whether what begins at a place of the text is denied there: the 40k of "non è 40k ma 45k". */
export function isDeniedIn(text: string): (place: { readonly start: number }) => boolean {
  const denied = deniedIn(text);
  return ({ start }) => denied.some(({ from, end }) => start >= from && start < end);
}

/** The text without what it denies. */
export const withoutDenied = (text: string): string => without(text, deniedIn(text));

/** The text without these places. */
export function without(text: string, spans: readonly Pick<DeniedSpan, 'start' | 'end'>[]): string {
  const last = [...spans].sort((a, b) => b.start - a.start);
  return last.reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
