import { AppError } from '../../errors.ts';

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, else as Windows writes Western languages.
 *
 * @throws AppError `invalid-input` where it is no text
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new AppError('invalid-input', 'import: this is no text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
