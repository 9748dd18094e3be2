import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import * as z from 'zod';
import { localizationProblems, manifestProblems } from './check.ts';
import { MANIFEST_FOLDER } from './folder.ts';
import { ICONS } from './icons.ts';
import {
  placeholders,
  publishedBy,
  type Publisher,
  publisherProblems,
  storeProblems,
  stringsOf,
} from './release.ts';

const manifestSchema = z.looseObject({
  id: z.string(),
  version: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  developer: z.record(z.string(), z.string()),
  bots: z.tuple([z.looseObject({ botId: z.string() })]),
  composeExtensions: z.tuple([z.looseObject({ botId: z.string() })]),
  validDomains: z.array(z.string()),
  staticTabs: z.array(z.record(z.string(), z.unknown())),
  localizationInfo: z.looseObject({
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** One date for all files, so that the same content makes the same package. */
const FILE_DATE = new Date('2026-01-01T00:00:00Z');

export interface AppPackage {
  /** The zip that Teams takes; null when there are problems. */
  readonly zip: Uint8Array | null;
  /** What the schema objects to, or the store; placeholders too, but in a draft. */
  readonly problems: readonly string[];
  /** In a draft: what is still a placeholder. */
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
  /** The app's id in Teams; the bot's unless told. */
  readonly teamsAppId?: string | null;
  /** Who publishes it; nobody yet unless told. */
  readonly publisher?: Publisher;
  /** Whether Teams may show messages to one person of a channel (preview): where TARGETED_MESSAGES is on. */
  readonly isTargeted?: boolean;
  /** Whether the workshop is one of its tabs: where WORKSHOP_ROLE names who may open it. */
  readonly hasWorkshop?: boolean;
  /** Whether it may hold placeholders: then it is good for trying, and not for the store. */
  readonly isDraft?: boolean;
}

const NOBODY: Publisher = { company: null, shortName: null, domain: null, mpnId: null };

/** Where the Bot Framework's sign-in page is: Teams opens it for a bot that names it alone. */
const SIGN_IN_DOMAIN = 'token.botframework.com';

/** Makes the Teams app package for a bot. */
export async function makePackage(options: PackageOptions): Promise<AppPackage> {
  const { appId, signInAppId = appId, publisher = NOBODY, isDraft = false } = options;
  const own = publishedBy(
    publisher,
    withDomain(withIds(withTabs(await readManifest(), options), options), publisher),
  );
  const manifest =
    appId !== null && signInAppId !== null
      ? withSignIn(own, { appId, signInAppId, domain: publisher.domain })
      : own;
  const languages = await Promise.all(
    manifest.localizationInfo.additionalLanguages.map(({ file }) => readStrings(file, publisher)),
  );
  const open = placeholders(manifest);
  const problems = [
    ...(await manifestProblems(manifest)).map((problem) => `manifest.json ${problem}`),
    ...languages.flatMap(({ problems }) => problems),
    ...publisherProblems(publisher),
    ...storeProblems(manifest),
    ...(isDraft ? [] : open),
  ];
  const warnings = isDraft ? open : [];
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

/** Everybody sees the tab, and who has the role sees the workshop in it. */
function withTabs(manifest: Manifest, { hasWorkshop = false }: PackageOptions): Manifest {
  if (!hasWorkshop) return manifest;
  const url = manifest.staticTabs.find(({ entityId }) => entityId === 'deals')?.['contentUrl'];
  const contentUrl = String(url).replace('/tabs/deals', '/workshop');
  const tab = {
    entityId: 'workshop',
    name: 'Workshop',
    contentUrl,
    websiteUrl: contentUrl,
    scopes: ['personal'],
  };
  return { ...manifest, staticTabs: [...manifest.staticTabs, tab] };
}

/** Reads the manifest as it is kept, with its placeholders. */
export async function readManifest(): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(MANIFEST_FOLDER, 'manifest.json'), 'utf8')));
}

async function readStrings(
  file: string,
  publisher: Publisher,
): Promise<{ file: string; text: string; problems: string[] }> {
  const kept = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(join(MANIFEST_FOLDER, file), 'utf8')));
  const strings = stringsOf(publisher, kept);
  const problems = await localizationProblems(strings);
  return {
    file,
    text: JSON.stringify(strings, null, 2),
    problems: problems.map((problem) => `${file} ${problem}`),
  };
}

function withIds(manifest: Manifest, { appId, teamsAppId, isTargeted }: PackageOptions): Manifest {
  const targeted = isTargeted === true ? { supportsTargetedMessages: true } : {};
  const bot = { ...manifest.bots[0], ...targeted };
  if (appId === null) return { ...manifest, bots: [bot] };
  const [extension] = manifest.composeExtensions;
  return {
    ...manifest,
    id: teamsAppId ?? appId,
    bots: [{ ...bot, botId: appId }],
    composeExtensions: [{ ...extension, botId: appId }],
  };
}

/** Teams opens pages of listed domains alone. */
function withDomain(manifest: Manifest, { domain }: Publisher): Manifest {
  return domain === null ? manifest : { ...manifest, validDomains: [...manifest.validDomains, domain] };
}

/** A page in a tab signs in too, where the name of the application's API holds the page's host. Source: Teams documentation, "Tab SSO". */
function resourceOf(appId: string, domain: string | null): string {
  return domain === null ? `api://botid-${appId}` : `api://${domain}/botid-${appId}`;
}

/** Lets Teams sign in without a page: it asks Entra for a token for the application's API, under this very name. */
function withSignIn(
  manifest: Manifest,
  { appId, signInAppId, domain }: { appId: string; signInAppId: string; domain: string | null },
): Manifest {
  return {
    ...manifest,
    validDomains: [...manifest.validDomains, SIGN_IN_DOMAIN],
    webApplicationInfo: { id: signInAppId, resource: resourceOf(appId, domain) },
  };
}
