import { readFileSync } from 'node:fs';
import { type AccessConfig, readAccess } from './access.ts';
import { type BotCredentials, readCredentials } from './credentials.ts';
import { type Environment, environment, type LOG_LEVELS, type WORKSHOP_ROLES } from './fields.ts';
import type { ReadText } from './files.ts';
import { type PartnerCenterConfig, readPartnerCenter } from './partner-center.ts';
import { readStorage, type StorageConfig } from './storage.ts';
import { readSelfTest, type SelfTestConfig } from './self-test.ts';
import { readTelemetry, type TelemetryConfig } from './telemetry.ts';
import { AppError } from '../errors.ts';
import { isLoopbackHost } from '../http/loopback.ts';

export { type AccessConfig, servedTenants } from './access.ts';
export { type BotCredentials, sdkIdentity } from './credentials.ts';
export { LOG_LEVELS } from './fields.ts';
export type { PartnerCenterConfig, WebhookConfig } from './partner-center.ts';
export type { StorageConfig } from './storage.ts';

/** Whether anything is kept in the data folder: records, or deals, which only the embedded store keeps there. */
export function usesDataFolder({
  storage,
  partnerCenter,
}: Pick<Config, 'storage' | 'partnerCenter'>): boolean {
  return storage.kind === 'file' || partnerCenter === null;
}

/** Whether records may be shared by processes while deals are those of one alone. */
export function isDemoOfOneProcess({
  storage,
  partnerCenter,
}: Pick<Config, 'storage' | 'partnerCenter'>): boolean {
  return storage.kind === 'azure' && partnerCenter === null;
}

/** Days after which what is kept goes by itself, counted from when it was last written. */
export interface RetentionDays {
  /** The threads of chats. */
  readonly sessions: number;
  /** Drafts and all else that is kept of a person. */
  readonly drafts: number;
  /** Copies of files that could not be read. */
  readonly copies: number;
  /** Backups, and so the notes of what was deleted since. */
  readonly backups: number;
  /** What people asked that was not answered, and how content they were. */
  readonly questions: number;
}

/** Everything that can be set from outside. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of everything that is kept on this machine; made when it is missing. */
  readonly dataDir: string;
  readonly storage: StorageConfig;
  readonly retentionDays: RetentionDays;
  /** Whether questions are kept that were not answered, and how content people were with answers. */
  readonly keepsQuestions: boolean;
  /** Whether Teams is asked, where others read, to show its sender alone what is news to nobody else (preview). */
  readonly targetsSenders: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly credentials: BotCredentials;
  /** How long turns under way may take when the assistant stops, in milliseconds. */
  readonly drainMs: number;
  /** Where the local chat page posts messages; null is its own server. */
  readonly chatPageOrigin: string | null;
  /** How many messages may be under way or waiting at once, of one person and of one company. */
  readonly limits: { readonly perPerson: number; readonly perTenant: number };
  readonly access: AccessConfig;
  readonly selfTest: SelfTestConfig;
  /** Null where nothing is sent to an OpenTelemetry collector. */
  readonly telemetry: TelemetryConfig | null;
  /** The channel of Teams in which experts are asked until an admin names another; null where none is named here. */
  readonly expertsChannel: string | null;
  /** The role of people who edit answers in the workshop; null where nobody does, but for whoever sits at this machine. */
  readonly workshopRole: (typeof WORKSHOP_ROLES)[number] | null;
  /** Where the workshop's changes go: into the knowledge folder where that can be written, or always over it. */
  readonly workshopEdits: 'folder' | 'layer';
  /** Folder for answers that experts propose; null is `proposed` in the knowledge folder. */
  readonly proposalsDir: string | null;
  /** The human way out. `contact` is null where only the page is known. */
  readonly support: { readonly url: string; readonly contact: string | null };
  /** Who offers the assistant to its users, as its pages say; null where nobody is named. */
  readonly publisher: string | null;
  /** The company's own list of its people and administrators; null where there is none. */
  readonly companyFile: string | null;
  /** The company's own list of its solutions; null where there is none. */
  readonly solutionsFile: string | null;
  /** Knowledge folders whose imported documents are found beside those that ship. */
  readonly documentFolders: readonly string[];
  /** Null where deals are kept in the embedded store. */
  readonly partnerCenter: PartnerCenterConfig | null;
}

/** What the environment says: a configuration, or every problem with its cure. */
export type ConfigReading =
  | { readonly isUsable: true; readonly config: Config }
  | { readonly isUsable: false; readonly problems: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables; an empty variable counts as not given.
 *
 * @throws AppError `invalid-input` that names every bad or half-given variable with its cure.
 */
export function readConfig(env: Env, readText?: ReadText): Config {
  const reading = examineConfig(env, readText);
  if (reading.isUsable) return reading.config;
  throw new AppError('invalid-input', `configuration: ${reading.problems.join('; ')}`);
}

/** Reads the configuration without failing, for who wants to hear of all problems at once. */
export function examineConfig(
  env: Env,
  readText: ReadText = (path) => readFileSync(path, 'utf8'),
): ConfigReading {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    return { isUsable: false, problems: parsed.error.issues.map((issue) => issue.message) };
  }
  const values = parsed.data;
  const credentials = readCredentials(values, readText);
  const access = readAccess(values, readText);
  const partnerCenter = readPartnerCenter(values);
  const storage = readStorage(values, readText);
  const selfTest = readSelfTest(values);
  const parts = { credentials, access, partnerCenter, storage, selfTest };
  const problems = [
    ...Object.values(parts).filter(isProblems).flat(),
    ...hostProblems(values),
    ...listProblems(values),
    ...pageProblems(values),
  ];
  if (
    isProblems(credentials) ||
    isProblems(access) ||
    isProblems(partnerCenter) ||
    isProblems(storage) ||
    isProblems(selfTest) ||
    problems.length > 0
  ) {
    return { isUsable: false, problems };
  }
  return {
    isUsable: true,
    config: toConfig(values, { credentials, access, partnerCenter, storage, selfTest }),
  };
}

function isProblems(read: object | null): read is readonly string[] {
  return Array.isArray(read);
}

function toConfig(
  values: Environment,
  parts: Pick<Config, 'credentials' | 'access' | 'partnerCenter' | 'storage' | 'selfTest'>,
): Config {
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    retentionDays: {
      sessions: values.RETENTION_DAYS_SESSIONS,
      drafts: values.RETENTION_DAYS_DRAFTS,
      copies: values.RETENTION_DAYS_COPIES,
      backups: values.RETENTION_DAYS_BACKUPS,
      questions: values.RETENTION_DAYS_QUESTIONS,
    },
    keepsQuestions: values.KEEP_QUESTIONS === 'on',
    targetsSenders: values.TARGETED_MESSAGES === 'on',
    logLevel: values.LOG_LEVEL,
    drainMs: values.DRAIN_SECONDS * 1000,
    chatPageOrigin: values.CHAT_PAGE_ORIGIN ?? null,
    limits: { perPerson: values.TURNS_PER_PERSON, perTenant: values.TURNS_PER_TENANT },
    ...parts,
    telemetry: readTelemetry(values),
    workshopRole: values.WORKSHOP_ROLE ?? null,
    workshopEdits: values.WORKSHOP_EDITS,
    proposalsDir: values.PROPOSALS_DIR ?? null,
    expertsChannel: values.EXPERTS_CHANNEL ?? null,
    support: { url: values.SUPPORT_URL, contact: values.SUPPORT_CONTACT ?? null },
    publisher: values.PUBLISHER_NAME ?? null,
    companyFile: values.COMPANY_FILE ?? null,
    solutionsFile: values.SOLUTIONS_FILE ?? null,
    documentFolders: values.DOCUMENT_FOLDERS,
  };
}

function listProblems(values: Environment): string[] {
  if (values.MicrosoftAppId !== undefined || values.REFERRALS === 'partner-center') return [];
  const given = (['COMPANY_FILE', 'SOLUTIONS_FILE'] as const).filter((name) => values[name] !== undefined);
  if (given.length === 0) return [];
  return [
    `${given.join(', ')} is set while MicrosoftAppId is not; without an app id only the sample company is served`,
  ];
}

/** The page says who somebody is, so that what it posts goes to no other machine. */
function pageProblems({ CHAT_PAGE_ORIGIN: origin, MicrosoftAppId }: Environment): string[] {
  if (origin === undefined) return [];
  if (MicrosoftAppId === undefined && isLoopbackHost(new URL(origin).hostname)) return [];
  return [
    `CHAT_PAGE_ORIGIN is "${origin}"; leave it out, or give an address of this machine, without an app id`,
  ];
}

function hostProblems(values: Environment): string[] {
  if (values.MicrosoftAppId !== undefined || isLoopbackHost(values.HOST)) return [];
  return [
    `HOST is "${values.HOST}" while MicrosoftAppId is not set; without an app id callers are not checked, ` +
      'so give 127.0.0.1, or set MicrosoftAppId and MicrosoftAppPassword',
  ];
}
