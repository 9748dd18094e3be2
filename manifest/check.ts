import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** The Teams schema that the manifest is written for. */
export const SCHEMA_VERSION = '1.29';

/** What is wrong with a manifest by Microsoft's schema, as "path: problem"; empty when it is valid. */
export function manifestProblems(manifest: unknown): Promise<string[]> {
  return problemsBy('MicrosoftTeams.schema.json', manifest);
}

/** The same for the strings of a further language. */
export function localizationProblems(strings: unknown): Promise<string[]> {
  return problemsBy('MicrosoftTeams.Localization.schema.json', strings);
}

// The schemas come with Microsoft's package, so that nothing is fetched. Its own validator would fetch.
async function problemsBy(schemaFile: string, value: unknown): Promise<string[]> {
  const { resolve } = createRequire(import.meta.url);
  const entry = resolve('@microsoft/app-manifest');
  const root = entry.slice(0, entry.lastIndexOf('app-manifest') + 'app-manifest'.length);
  const path = `${root}/build/json-schemas/teams/v${SCHEMA_VERSION}/${schemaFile}`;
  const text = await readFile(path, 'utf8');
  // Some of its patterns are no longer valid with the u flag, which Ajv sets unless told otherwise.
  const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(text.replace(/^\uFEFF/, '')) as object);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'}: ${message ?? 'wrong'}`,
  );
}
