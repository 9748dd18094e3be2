import * as z from 'zod';
import { AppError } from './errors.ts';
import { isLoopbackHost } from './http/loopback.ts';

/** How the bot proves who it is to Bot Framework channels. */
export type BotCredentials =
  /** No app id: everybody is believed, so only this machine may connect. */
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'secret';
      readonly appType: 'MultiTenant' | 'SingleTenant';
      readonly appId: string;
      readonly appPassword: string;
      /** Given with SingleTenant, else null. */
      readonly tenantId: string | null;
    }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything that can be set from outside. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of everything that is kept; made when it is missing. */
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly credentials: BotCredentials;
  /** The human way out. `contact` is null where only the page is known. */
  readonly support: { readonly url: string; readonly contact: string | null };
}

/** Where Microsoft helps partners; the default of SUPPORT_URL. */
const PARTNER_CENTER_SUPPORT_URL = 'https://partner.microsoft.com/support';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const guid = (name: string) =>
  z.string().regex(GUID, { error: (issue) => `${name} is "${String(issue.input)}"; give a GUID` });

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, {
      error: (issue) => `PORT is "${String(issue.input)}"; give a number from 0 to 65535`,
    })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'PORT is too large; give a number from 0 to 65535' })
    .default(3978),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {
      error: (issue) => `LOG_LEVEL is "${String(issue.input)}"; give one of ${LOG_LEVELS.join(', ')}`,
    })
    .default('info'),
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], {
      error: (issue) =>
        `MicrosoftAppType is "${String(issue.input)}"; give MultiTenant, SingleTenant or UserAssignedMSI`,
    })
    .optional(),
  MicrosoftAppId: guid('MicrosoftAppId').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: guid('MicrosoftAppTenantId').optional(),
  SUPPORT_URL: z
    .url({
      protocol: /^https$/,
      error: (issue) => `SUPPORT_URL is "${String(issue.input)}"; give an address that begins with https://`,
    })
    .default(PARTNER_CENTER_SUPPORT_URL),
  SUPPORT_CONTACT: z
    .string()
    .max(200, { error: 'SUPPORT_CONTACT is longer than 200 characters; give a name or an e-mail address' })
    .optional(),
});

type Environment = z.infer<typeof environment>;

/**
 * Reads the configuration from environment variables; an empty variable counts as not given.
 *
 * @throws AppError `invalid-input` that names every bad or half-given variable with its cure.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw refusal(parsed.error.issues.map((issue) => issue.message));
  const values = parsed.data;
  const problems = [...credentialProblems(values), ...hostProblems(values)];
  if (problems.length > 0) throw refusal(problems);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    credentials: credentialsOf(values),
    support: { url: values.SUPPORT_URL, contact: values.SUPPORT_CONTACT ?? null },
  };
}

function refusal(problems: readonly string[]): AppError {
  return new AppError('invalid-input', `configuration: ${problems.join('; ')}`);
}

function credentialProblems(values: Environment): string[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = values;
  const type = values.MicrosoftAppType;
  if (id === undefined) {
    const others = { MicrosoftAppType: type, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant };
    const given = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (given.length === 0) return [];
    return [`MicrosoftAppId is missing while ${given.join(', ')} is set; give it, or remove the other`];
  }
  const problems: string[] = [];
  if (type !== 'UserAssignedMSI' && password === undefined) {
    problems.push(
      'MicrosoftAppPassword is missing while MicrosoftAppId is set; give the secret, or set MicrosoftAppType to UserAssignedMSI',
    );
  }
  if ((type === 'SingleTenant' || type === 'UserAssignedMSI') && tenant === undefined) {
    problems.push(`MicrosoftAppTenantId is missing; MicrosoftAppType ${type} needs the tenant of the bot`);
  }
  return problems;
}

function hostProblems(values: Environment): string[] {
  if (values.MicrosoftAppId !== undefined || isLoopbackHost(values.HOST)) return [];
  return [
    `HOST is "${values.HOST}" while MicrosoftAppId is not set; without an app id callers are not checked, ` +
      'so give 127.0.0.1, or set MicrosoftAppId and MicrosoftAppPassword',
  ];
}

function credentialsOf(values: Environment): BotCredentials {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId = null } = values;
  if (appId === undefined) return { kind: 'anonymous' };
  if (values.MicrosoftAppType === 'UserAssignedMSI') {
    return { kind: 'managed-identity', appId, tenantId: tenantId ?? '' };
  }
  return {
    kind: 'secret',
    appType: values.MicrosoftAppType ?? 'MultiTenant',
    appId,
    appPassword: values.MicrosoftAppPassword ?? '',
    tenantId,
  };
}

/** The credentials by the names that the Bot Framework SDK reads; empty switches authentication off. */
export function sdkIdentity(credentials: BotCredentials): Readonly<Record<string, string>> {
  switch (credentials.kind) {
    case 'anonymous':
      return {};
    case 'managed-identity':
      return {
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppId: credentials.appId,
        MicrosoftAppTenantId: credentials.tenantId,
      };
    case 'secret':
      return {
        MicrosoftAppType: credentials.appType,
        MicrosoftAppId: credentials.appId,
        MicrosoftAppPassword: credentials.appPassword,
        ...(credentials.tenantId === null ? {} : { MicrosoftAppTenantId: credentials.tenantId }),
      };
  }
}
