import { Ajv, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Cards from 'adaptivecards';

const require = createRequire(import.meta.url);
// The package's own entry is written for bundlers; this file is for Node and browsers alike.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } =
  require('adaptivecards/dist/adaptivecards.min.js') as typeof Cards;

/**
 * The renderer tests `lang` by a stateful expression, which refuses every second good value. Teams takes the search of
 * an input in cards of 1.5, which the renderer knows from 1.6 on.
 */
const WRONGLY_REFUSED =
  /^Invalid value "(it|en)" for property "lang"|^Property "choices.data" is supported in version 1.6/;

/** What Microsoft's own renderer and schema object to in a card of 1.5: unknown elements and values, missing ids. */
export function cardProblems(content: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  card.parse(content, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  const problems = [...parsed, ...validated].filter((problem) => !WRONGLY_REFUSED.test(problem));
  return [...problems, ...schemaProblems(content)];
}

type Json = Record<string, unknown>;
type Schema = Json & { readonly definitions: Readonly<Record<string, { readonly properties: Json }>> };

/** Seen from `dist/test/cards` and from `test/cards` alike. */
const ROOT = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url);
const SCHEMA = fileURLToPath(new URL('test/cards/schema/adaptive-card-1.5.json', ROOT));

let validate: ValidateFunction | null = null;

/** What the published schema objects to, at the innermost place: further out everything then matches nothing. */
function schemaProblems(content: unknown): string[] {
  validate ??= compile();
  if (validate(content)) return [];
  const errors = validate.errors ?? [];
  const depth = Math.max(...errors.map(({ instancePath }) => instancePath.split('/').length));
  const inner = errors.filter(({ instancePath }) => instancePath.split('/').length === depth);
  return inner.map(
    ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** What Teams takes beyond the schema of 1.5 (its documentation of cards, and of typeahead search). */
const OF_TEAMS: readonly (readonly [element: string, property: string, takes: object])[] = [
  ['AdaptiveCard', 'msteams', { type: 'object' }],
  ['Input.ChoiceSet', 'choices.data', { type: 'object' }],
  ['Input.ChoiceSet', 'style', { enum: ['compact', 'expanded', 'filtered'] }],
];

/** It takes half a second, and is wanted by some tests only. */
function compile(): ValidateFunction {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema;
  for (const [element, property, takes] of OF_TEAMS) {
    const { properties = {} } = schema.definitions[element] ?? {};
    properties[property] = takes;
  }
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json') as Json);
  return ajv.compile(schema);
}
