import { type Document, isCollection, isScalar, isSeq, parseDocument, Scalar, type YAMLSeq } from 'yaml';
import { AppError } from '../errors.ts';

/** Where in a file: names of fields and places in lists. */
export type FieldPath = readonly (string | number)[];

/**
 * A YAML file as somebody wrote it, changed in places: comments, order and quotes of all else stay. What isn't YAML is
 * refused.
 *
 * @throws AppError `invalid-input` where the text can't be read
 */
export function editYaml(text: string, edit: (file: Document) => void): string {
  const file = parseDocument(text);
  const [error] = file.errors;
  if (error !== undefined)
    throw new AppError(
      'invalid-input',
      `workshop: the file is no YAML: ${error.message.split('\n')[0] ?? ''}`,
    );
  const styles = [true, false].map((flowCollectionPadding) => ({ ...STYLE, flowCollectionPadding }));
  const style = styles.find((each) => file.toString(each) === text) ?? styles[1];
  edit(file);
  return file.toString(style);
}

/** Lines are never broken anew: a sentence stays on the line it was written on. */
const STYLE = { lineWidth: 0, singleQuote: true } as const;

/** Adds a line at the end of a list, quoted as the one before it; a list that isn't there is made. */
export function addLine(file: Document, path: FieldPath, line: string): void {
  const list = file.getIn(path, true);
  if (!isSeq(list)) return file.setIn(path, file.createNode([quoted(line)]));
  list.add(quoted(line, styleOf(list)));
}

/** Sets a field; null removes it. A text that stands there keeps its way of quoting, and one that is equal is left. */
export function setField(file: Document, path: FieldPath, value: string | null): void {
  if (value === null) return void file.deleteIn(path);
  const there = file.getIn(path, true);
  if (isScalar(there)) {
    if (there.value === value) return;
    there.value = value;
    if (value.includes('\n')) there.type = Scalar.BLOCK_LITERAL;
    else if (there.type === Scalar.BLOCK_LITERAL) there.type = Scalar.QUOTE_SINGLE;
    return;
  }
  const node = new Scalar(value);
  node.type = value.includes('\n') ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_SINGLE;
  file.setIn(path, node);
}

/** Makes a list hold these lines: those that stay keep their comments and quotes. */
export function setLines(file: Document, path: FieldPath, lines: readonly string[]): void {
  const list = file.getIn(path, true);
  if (!isSeq(list)) return file.setIn(path, file.createNode(lines.map((line) => quoted(line))));
  const style = styleOf(list);
  const left = new Map(list.items.map((item) => [isScalar(item) ? String(item.value) : '', item]));
  list.items = lines.map((line) => left.get(line) ?? quoted(line, style));
}

/** Whether a field is there at all. */
export function hasField(file: Document, path: FieldPath): boolean {
  const there = file.getIn(path, true);
  return isScalar(there) || isCollection(there);
}

function styleOf(list: YAMLSeq): Scalar.Type {
  const last = list.items.at(-1);
  return isScalar(last) && last.type !== undefined ? last.type : Scalar.QUOTE_SINGLE;
}

function quoted(line: string, type: Scalar.Type = Scalar.QUOTE_SINGLE): Scalar {
  const node = new Scalar(line);
  node.type = type;
  return node;
}
