/**
 * Reads the part of OData's `$filter` that the referrals service is documented to understand: eq, ne,
 * gt, ge, lt, le, and, or, not, parentheses, `collection/any(x:x/property eq 'value')`.
 */

export type Predicate = (record: unknown) => boolean;

export interface FilterRules {
  /** Property paths that may be filtered on; any other is refused. */
  readonly properties: readonly string[];
  /** How GUIDs must be written: with quotes, without, or either. */
  readonly guids: 'quoted' | 'bare' | 'either';
}

/** What the service can't read or doesn't support; becomes 400 invalidRequest. */
export class FilterError extends Error {}

const TOKEN = /\s*('(?:[^']|'')*'|[\w.:/@+-]+|[()])/y;
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match?.[1]) throw new FilterError(`filter: cannot read '${text.slice(start)}'`);
    tokens.push(match[1]);
  }
  return tokens;
}

/** The value at `a/b/c`; undefined where it is absent. */
function valueAt(record: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], record);
}

function compare(operator: string, left: unknown, right: unknown): boolean {
  const [a, b] = [left, right].map((one) => (typeof one === 'string' ? one.toLowerCase() : one));
  if (operator === 'eq') return (a ?? null) === b;
  if (operator === 'ne') return (a ?? null) !== b;
  if (a === null || a === undefined || b === null || b === undefined) return false;
  if (operator === 'gt') return a > b;
  if (operator === 'ge') return a >= b;
  if (operator === 'lt') return a < b;
  if (operator === 'le') return a <= b;
  throw new FilterError(`filter: unknown operator '${operator}'`);
}

class FilterReader {
  readonly #tokens: string[];
  readonly #rules: FilterRules;

  constructor(text: string, rules: FilterRules) {
    this.#tokens = tokenize(text);
    this.#rules = rules;
  }

  readAll(): Predicate {
    const predicate = this.#readOr('');
    if (this.#tokens.length > 0) throw new FilterError(`filter: '${this.#tokens.join(' ')}' is left over`);
    return predicate;
  }

  #readOr(prefix: string): Predicate {
    let left = this.#readAnd(prefix);
    while (this.#skip('or')) {
      const [a, b] = [left, this.#readAnd(prefix)];
      left = (record) => a(record) || b(record);
    }
    return left;
  }

  #readAnd(prefix: string): Predicate {
    let left = this.#readTerm(prefix);
    while (this.#skip('and')) {
      const [a, b] = [left, this.#readTerm(prefix)];
      left = (record) => a(record) && b(record);
    }
    return left;
  }

  #readTerm(prefix: string): Predicate {
    if (this.#skip('not')) {
      const inner = this.#readTerm(prefix);
      return (record) => !inner(record);
    }
    if (this.#skip('(')) {
      const inner = this.#readOr(prefix);
      this.#expect(')');
      return inner;
    }
    const path = this.#next();
    return path.endsWith('/any')
      ? this.#readAny(path.slice(0, -'/any'.length))
      : this.#readComparison(path, prefix);
  }

  #readAny(collection: string): Predicate {
    this.#expect('(');
    const [name, first] = this.#next().split(':');
    if (!name || !first) throw new FilterError(`filter: '${collection}/any' needs a range variable`);
    this.#tokens.unshift(first);
    const inner = this.#readOr(`${collection}/any|${name}/`);
    this.#expect(')');
    return (record) => {
      const items = valueAt(record, collection);
      return Array.isArray(items) && items.some((item) => inner(item));
    };
  }

  #readComparison(path: string, prefix: string): Predicate {
    const [scope, variable] = prefix.split('|');
    if (variable && !path.startsWith(variable)) throw new FilterError(`filter: '${path}' is out of reach`);
    const property = variable ? path.slice(variable.length) : path;
    const full = variable ? `${scope}/${property}` : property;
    if (!this.#rules.properties.includes(full)) throw new FilterError(`filter: '${full}' is not supported`);
    const operator = this.#next();
    const value = this.#readLiteral(this.#next());
    return (record) => compare(operator, valueAt(record, property), value);
  }

  #readLiteral(token: string): unknown {
    const isQuoted = token.startsWith("'");
    const text = isQuoted ? token.slice(1, -1).replaceAll("''", "'") : token;
    if (GUID.test(text)) {
      const wanted = this.#rules.guids;
      if (wanted !== 'either' && (wanted === 'quoted') !== isQuoted) {
        throw new FilterError(`filter: the GUID in ${token} is not written as this service wants it`);
      }
      return text;
    }
    if (isQuoted || /^\d{4}-\d\d-\d\d/.test(text)) return text;
    if (['true', 'false', 'null'].includes(text) || /^-?[\d.]+$/.test(text))
      return JSON.parse(text) as unknown;
    throw new FilterError(`filter: '${token}' is no literal`);
  }

  #next(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new FilterError('filter: ends too soon');
    return token;
  }

  #skip(token: string): boolean {
    if (this.#tokens[0] !== token) return false;
    this.#tokens.shift();
    return true;
  }

  #expect(token: string): void {
    if (!this.#skip(token))
      throw new FilterError(`filter: '${token}' expected, not '${this.#tokens[0] ?? ''}'`);
  }
}

/** A `$filter` as a predicate over records; throws FilterError for what this service would refuse. */
export function readFilter(text: string, rules: FilterRules): Predicate {
  return new FilterReader(text, rules).readAll();
}
