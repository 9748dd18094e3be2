import { createHash } from 'node:crypto';

/**
 * What files were parsed to, by their name and content, so that of a folder that is read again only the files that
 * changed are parsed: the parser of YAML takes most of the time. What it keeps is plain data.
 */
export class ParsedFiles {
  private readonly before: ReadonlyMap<string, unknown>;
  /** What was asked for since; what no file has any more is not in it. */
  readonly now = new Map<string, unknown>();

  constructor(before: ReadonlyMap<string, unknown> = new Map()) {
    this.before = before;
  }

  /**
   * What `parse` makes of a file's content; it must depend on nothing else.
   *
   * @param name the file within its folder, with the part of the folder that says how it is parsed
   */
  parse<T>(name: string, content: string, parse: () => T): T {
    const key = createHash('sha256').update(`${name}\n${content}`).digest('base64');
    const kept = [this.now, this.before].find((each) => each.has(key));
    const value = kept === undefined ? parse() : (kept.get(key) as T);
    this.now.set(key, value);
    return value;
  }
}
