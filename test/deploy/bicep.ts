/** A resource of a Bicep file; the body is what stands in its braces. */
export interface BicepResource {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly body: string;
}

/** What a Bicep file says, as far as it can be told without its compiler. */
export interface Bicep {
  /** Without comments. */
  readonly code: string;
  readonly resources: readonly BicepResource[];
  /** Parameters and variables that nothing speaks of. */
  readonly unused: readonly string[];
  /** Names that are spoken of in values and declared nowhere. */
  readonly undeclared: readonly string[];
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
/** What the language itself has. */
const BUILT_IN = [
  ...['true', 'false', 'null', 'string', 'int', 'bool', 'object', 'array', 'json', 'guid', 'take', 'tenant'],
  ...['uniqueString', 'resourceGroup', 'subscriptionResourceId', 'existing'],
];
const DECLARED = /^(param|var|resource|output)\s+(\w+)/gm;

/** Reads a file; throws where its brackets don't match. */
export function readBicep(text: string): Bicep {
  const code = withoutComments(text);
  assertClosed(code);
  const declared = [...code.matchAll(DECLARED)].map(([, kind = '', name = '']) => ({ kind, name }));
  const spokenOf = namesIn(code);
  const names = declared.map(({ name }) => name);
  return {
    code,
    resources: [...code.matchAll(/^resource (\w+) '([^@']+)@([^']+)' (?:existing )?= \{$(.*?)^\}$/gms)].map(
      ([, name = '', type = '', version = '', body = '']) => ({ name, type, version, body }),
    ),
    unused: declared
      .filter(({ kind, name }) => (kind === 'param' || kind === 'var') && !spokenOf.has(name))
      .map(({ name }) => name),
    undeclared: [...spokenOf].filter((name) => !names.includes(name) && !BUILT_IN.includes(name)),
  };
}

/** The environment of a container by name, with its value where that is written out; else null. */
export function envOf(body: string): ReadonlyMap<string, string | null> {
  const found = body.matchAll(/\{ name: '(\w+)', (?:value|secretRef): (?:'([^'$]*)' \}|[^}]* \})/g);
  return new Map(
    [...found].map(([whole, name = '', value]) => [
      name,
      whole.includes('secretRef') ? null : (value ?? null),
    ]),
  );
}

/** A comment begins outside of a string. */
function withoutComments(text: string): string {
  return text.replace(/('(?:[^'\\\n]|\\.)*')|\/\/.*$/gm, (_, string?: string) => string ?? '');
}

function assertClosed(code: string): void {
  const open: string[] = [];
  for (const [sign] of withoutStrings(code).matchAll(/[{}[\]()]/g)) {
    const closing = CLOSING[sign];
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== sign) throw new Error(`"${sign}" is closed that was not opened`);
  }
  if (open.length > 0) throw new Error(`"${open.join('')}" is not closed`);
}

function withoutStrings(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** Names at the beginning of a value, in its calls and sums, and within strings (`${name}`). */
function namesIn(code: string): Set<string> {
  const within = [...code.matchAll(/\$\{([^}]*)\}/g)].map(([, inner = '']) => inner);
  const plain = withoutStrings(code)
    .replace(/^@.*$/gm, '')
    .replace(/^(param|resource) .*?(?==|$)/gm, '')
    .replace(/^(?:var|output) \w+(?: \w+)?/gm, '');
  const values = plain.replace(/[\w-]+:/g, '');
  return new Set(
    [...within, values]
      .flatMap((each) => [...each.matchAll(/(?<![\w.])[a-zA-Z_]\w*/g)].map(([name]) => name))
      .filter((name) => name !== 'targetScope'),
  );
}
