import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import * as z from 'zod';
import { localizationProblems, manifestProblems } from './check.ts';
import { MANIFEST_FOLDER } from './folder.ts';
import { ICONS } from './icons.ts';

const manifestSchema = z.looseObject({
  id: z.string(),
  developer: z.record(z.string(), z.string()),
  bots: z.tuple([z.looseObject({ botId: z.string() })]),
  validDomains: z.array(z.string()),
  localizationInfo: z.looseObject({
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The app id of nobody: Teams takes the package, but no bot answers. */
const PLACEHOLDER_ID = '00000000-0000-0000-0000-000000000000';

/** One date for all files, so that the same content makes the same package. */
const FILE_DATE = new Date('2026-01-01T00:00:00Z');

export interface AppPackage {
  /** The zip that Teams takes; null when there are problems. */
  readonly zip: Uint8Array | null;
  /** What the schema objects to. */
  readonly problems: readonly string[];
  /** What is still a placeholder. */
  readonly warnings: readonly string[];
}

export interface PackageOptions {
  /** The id of the Azure Bot; without it the package is good for checking only. */
  readonly appId: string | null;
  /**
   * The Entra application that people sign in to: the bot's own unless told, another one for a bot with a managed
   * identity, null where nobody signs in.
   */
  readonly signInAppId?: string | null;
}

/** Where the Bot Framework's sign-in page is: Teams opens it for a bot that names it alone. */
const SIGN_IN_DOMAIN = 'token.botframework.com';

/** Makes the Teams app package for a bot. */
export async function makePackage({ appId, signInAppId = appId }: PackageOptions): Promise<AppPackage> {
  const kept = withAppId(await readManifest(), appId);
  const manifest = appId !== null && signInAppId !== null ? withSignIn(kept, appId, signInAppId) : kept;
  const languages = await Promise.all(
    manifest.localizationInfo.additionalLanguages.map(({ file }) => readStrings(file)),
  );
  const problems = [
    ...(await manifestProblems(manifest)).map((problem) => `manifest.json ${problem}`),
    ...languages.flatMap(({ problems }) => problems),
  ];
  const warnings = placeholders(manifest);
  if (problems.length > 0) return { zip: null, problems, warnings };
  const icons = ICONS.map(async ({ name }) => [
    `${name}.png`,
    await readFile(join(MANIFEST_FOLDER, `${name}.png`)),
  ]);
  const files: Record<string, Uint8Array> = {
    'manifest.json': strToU8(JSON.stringify(manifest, null, 2)),
    ...Object.fromEntries(languages.map(({ file, text }) => [file, strToU8(text)])),
    ...(Object.fromEntries(await Promise.all(icons)) as Record<string, Uint8Array>),
  };
  return { zip: zipSync(files, { mtime: FILE_DATE }), problems, warnings };
}

/** Reads the manifest as it is kept, with its placeholders. */
export async function readManifest(): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(MANIFEST_FOLDER, 'manifest.json'), 'utf8')));
}

async function readStrings(file: string): Promise<{ file: string; text: string; problems: string[] }> {
  const text = await readFile(join(MANIFEST_FOLDER, file), 'utf8');
  const problems = await localizationProblems(JSON.parse(text));
  return { file, text, problems: problems.map((problem) => `${file} ${problem}`) };
}

function withAppId(manifest: Manifest, appId: string | null): Manifest {
  if (appId === null) return manifest;
  return { ...manifest, id: appId, bots: [{ ...manifest.bots[0], botId: appId }] };
}

/** Lets Teams sign in without a page: it asks Entra for a token for the application's API, under this very name. */
function withSignIn(manifest: Manifest, appId: string, signInAppId: string): Manifest {
  return {
    ...manifest,
    validDomains: [...manifest.validDomains, SIGN_IN_DOMAIN],
    webApplicationInfo: { id: signInAppId, resource: `api://botid-${appId}` },
  };
}

function placeholders({ id, developer }: Manifest): string[] {
  const open = Object.entries(developer).filter(([, value]) => /\.example\b|^Your company$/.test(value));
  return [
    ...(id === PLACEHOLDER_ID ? ['no app id: give --app-id with the id of the Azure Bot'] : []),
    ...open.map(
      ([name, value]) => `developer.${name} is still "${value}": change it in manifest/manifest.json`,
    ),
  ];
}
