import fc from 'fast-check';

type Json = fc.JsonValue;

/** Names that mean something to JavaScript, to the SDK or to us. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'length',
  'then',
  'toJSON',
  '',
];

/** Half a character, a character that is no character, and more of what `JSON.parse` takes and few expect. */
const ODD_TEXTS = ['\ud800', '\udc00x', '\uffff', '\0', '\u2028', '1e999', 'null', '[object Object]', '-0'];

const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_TEXTS, ...NAMES) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 9_000 }).map((length) => 'x'.repeat(length)) },
);

const oddNumber = fc.constantFrom(0, -0, -1, 0.1, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 2, 4e-320);

/** A value in a list in a list …; deeper than code that calls itself can follow is only worth its time now and then. */
const deep = fc
  .tuple(fc.constantFrom(3, 30, 300, 3_000), fc.boolean())
  .map(([depth, isList]) =>
    Array.from({ length: depth }).reduce<Json>((inner) => (isList ? [inner] : { a: inner }), null),
  );

const flat: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, [], {}),
  oddText,
  oddNumber,
  fc.dictionary(
    fc.constantFrom(...NAMES, 'id', 'text', 'type'),
    fc.oneof(oddText, oddNumber, fc.constant(null)),
    {
      maxKeys: 3,
    },
  ),
);

/** Any JSON that a field may hold instead of what it should: nothing, another type, far too much, odd names. */
export const oddJson: fc.Arbitrary<Json> = fc.oneof(
  { weight: 12, arbitrary: flat },
  { weight: 4, arbitrary: fc.array(flat, { maxLength: 4 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: deep },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 100, max: 2_000 }).map((length) => Array<Json>(length).fill({})),
  },
);

/** One change of a JSON value: which of its places, and what stands there instead; undefined leaves the field out. */
export type Change = readonly [place: number, value: Json | undefined];

export const oddChange: fc.Arbitrary<Change> = fc.tuple(
  fc.nat(),
  fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 4, arbitrary: oddJson }),
);

/** The value with these changes; the places are counted through it, however deep they are. */
export function changed(value: Json, changes: readonly Change[]): Json {
  return changes.reduce((whole, [place, odd]) => {
    const places = placesOf(whole);
    const path = places[place % places.length] ?? [];
    return withValue(whole, path, odd) ?? null;
  }, value);
}

type Path = readonly (string | number)[];

function placesOf(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || above.length > 12) return [above];
  return [above, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...above, name]))];
}

function withValue(value: Json, [name, ...below]: Path, odd: Json | undefined): Json | undefined {
  if (name === undefined) return odd;
  if (typeof value !== 'object' || value === null) return odd;
  if (Array.isArray(value))
    return value.map((each, at) => (at === Number(name) ? (withValue(each, below, odd) ?? null) : each));
  const inner = withValue((value as Record<string, Json>)[name] ?? null, below, odd);
  const rest = Object.entries(value).filter(([each]) => each !== name);
  // Not by assignment, which makes a prototype of "__proto__".
  return Object.fromEntries(inner === undefined ? rest : [...rest, [name, inner]]) as Json;
}
