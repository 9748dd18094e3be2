import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { SCHEMA_VERSION } from './check.ts';
import { drawIcons } from './icons.ts';
import { makePackage, type PackageOptions } from './package.ts';

const USAGE = `Usage:
  npm run manifest -- pack --app-id GUID --company NAME --domain HOST [--short-name NAME] [--mpn-id ID]
                           [--teams-app-id GUID] [--sign-in-app-id GUID | --without-sign-in] [--targeted] [--workshop] [--draft] [--out FILE]
      checks the manifest by Teams' schema and the store's rules, and writes the Teams app package. The company's
      name begins the app's; the host is where the assistant runs, and serves its pages on privacy, terms and help.
      People sign in to the bot's own application, or to another (a managed identity has none); with
      --without-sign-in to none, as where deals are kept in the embedded store. With --workshop it has a
      tab on the workshop, for editors. With --draft what only you know may
      be missing: good for trying, not for the store
  npm run manifest -- icons
      draws the PNG icons anew from their SVG
`;

const DEFAULT_FILE = 'dist/co-sell-assistant.zip';

const OPTIONS = {
  'app-id': { type: 'string' },
  'teams-app-id': { type: 'string' },
  'sign-in-app-id': { type: 'string' },
  'without-sign-in': { type: 'boolean', default: false },
  company: { type: 'string' },
  'short-name': { type: 'string' },
  domain: { type: 'string' },
  'mpn-id': { type: 'string' },
  workshop: { type: 'boolean', default: false },
  targeted: { type: 'boolean', default: false },
  draft: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (rest.length > 0) return complain(`Too many words: ${rest.join(' ')}\n\n${USAGE}`);
  if (command === 'icons') {
    await drawIcons();
    return 0;
  }
  if (command !== 'pack') return complain(USAGE);
  const appId = values['app-id'] ?? null;
  const signInAppId = values['without-sign-in'] ? null : (values['sign-in-app-id'] ?? appId);
  const publisher = {
    company: values.company ?? null,
    shortName: values['short-name'] ?? null,
    domain: values.domain ?? null,
    mpnId: values['mpn-id'] ?? null,
  };
  return pack(
    {
      appId,
      teamsAppId: values['teams-app-id'] ?? null,
      signInAppId,
      publisher,
      isTargeted: values.targeted,
      hasWorkshop: values.workshop,
      isDraft: values.draft,
    },
    values.out ?? DEFAULT_FILE,
  );
}

async function pack(options: PackageOptions, file: string): Promise<number> {
  const { zip, problems, warnings } = await makePackage(options);
  for (const problem of problems) console.error(`Not valid: ${problem}`);
  if (zip === null) return 1;
  for (const warning of warnings) console.warn(`Note: ${warning}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  console.log(`${file}: valid for Teams schema ${SCHEMA_VERSION}, ${String(zip.length)} bytes`);
  return 0;
}

function complain(text: string): number {
  console.error(text);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
}
