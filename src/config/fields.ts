import * as z from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** As OpenTelemetry's specification names them; its SDK reads the choice, and would take another one for all. */
const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Roles of which people may edit answers. */
export const WORKSHOP_ROLES = [
  'account-admin',
  'global-admin',
  'referrals-admin',
  'business-profile-admin',
  'user-admin',
] as const;

/** Where Microsoft helps partners; the default of SUPPORT_URL. */
const PARTNER_CENTER_SUPPORT_URL = 'https://partner.microsoft.com/support';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const guid = (name: string) =>
  z.string().regex(GUID, { error: (issue) => `${name} is "${String(issue.input)}"; give a GUID` });

const guidList = (name: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
    .superRefine((parts, context) => {
      const wrong = parts.find((part) => !GUID.test(part));
      if (wrong !== undefined)
        context.addIssue(`${name} holds "${wrong}"; give tenant ids (GUIDs), with commas between them`);
    });

const port = (name: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, {
      error: (issue) => `${name} is "${String(issue.input)}"; give a number from 0 to 65535`,
    })
    .transform(Number)
    .refine((number) => number <= 65_535, { error: `${name} is too large; give a number from 0 to 65535` });

const oneOf = <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
  z.enum(values, {
    error: (issue) => `${name} is "${String(issue.input)}"; give one of ${values.join(', ')}`,
  });

const day = (name: string) =>
  z.iso.date({ error: (issue) => `${name} is "${String(issue.input)}"; give a day such as 2027-03-31` });

const count = (name: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, {
      error: (issue) => `${name} is "${String(issue.input)}"; give a number from ${least} to ${most}`,
    })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `${name} is out of bounds; give a number from ${least} to ${most}`,
    });

const webAddress = (name: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: (issue) => `${name} is "${String(issue.input)}"; give an address that begins with https://`,
    })
    .transform((url) => url.replace(/\/+$/, ''));

const days = (name: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/, {
      error: (issue) => `${name} is "${String(issue.input)}"; give a number of days from 1 to 9999`,
    })
    .transform(Number);

/** The name that an account has among all accounts, or its address where it isn't in the public cloud. */
const storageAccount = (name: string) =>
  z
    .string()
    .regex(/^([a-z0-9]{3,24}|https:\/\/[a-z0-9.-]+\/?)$/, {
      error: (issue) =>
        `${name} is "${String(issue.input)}"; give the account's name, or its blob address, which begins with https://`,
    })
    .transform((account) => account.replace(/\/$/, ''));

const containerName = (name: string) =>
  z.string().regex(/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: (issue) =>
      `${name} is "${String(issue.input)}"; give 3 to 63 small letters, digits and single hyphens`,
  });

/** A channel by its id, "19:…@thread.tacv2", or by the link that Teams copies, which holds it. */
const teamsChannel = (name: string) =>
  z
    .string()
    .transform((given) => /\/l\/channel\/([^/?]+)/.exec(given)?.[1] ?? given)
    .transform((id) => (/^(?:[\w.@-]|%[0-9a-f]{2})+$/i.test(id) ? decodeURIComponent(id) : id))
    .refine((id) => /^19:[\w.-]+@thread\.(tacv2|skype)$/.test(id), {
      error: `${name} is no channel of Teams; give its id, which begins with 19:, or the link that Teams copies`,
    });

/** The environment variables, each by itself; what they mean together is checked by whoever reads them. */
export const environment = z.object({
  PORT: port('PORT').default(3978),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: oneOf('LOG_LEVEL', LOG_LEVELS).default('info'),

  DRAIN_SECONDS: count('DRAIN_SECONDS', 0, 600).default(15),
  CHAT_PAGE_ORIGIN: webAddress('CHAT_PAGE_ORIGIN').optional(),
  TURNS_PER_PERSON: count('TURNS_PER_PERSON', 1, 1_000).default(6),
  TURNS_PER_TENANT: count('TURNS_PER_TENANT', 1, 100_000).default(200),
  RETENTION_DAYS_SESSIONS: days('RETENTION_DAYS_SESSIONS').default(30),
  RETENTION_DAYS_DRAFTS: days('RETENTION_DAYS_DRAFTS').default(180),
  RETENTION_DAYS_COPIES: days('RETENTION_DAYS_COPIES').default(30),
  RETENTION_DAYS_BACKUPS: days('RETENTION_DAYS_BACKUPS').default(90),
  RETENTION_DAYS_QUESTIONS: days('RETENTION_DAYS_QUESTIONS').default(90),
  TARGETED_MESSAGES: oneOf('TARGETED_MESSAGES', ['on', 'off']).default('off'),
  KEEP_QUESTIONS: oneOf('KEEP_QUESTIONS', ['on', 'off']).default('on'),

  WORKSHOP_ROLE: oneOf('WORKSHOP_ROLE', WORKSHOP_ROLES).optional(),
  WORKSHOP_EDITS: oneOf('WORKSHOP_EDITS', ['folder', 'layer']).default('folder'),
  PROPOSALS_DIR: z.string().optional(),
  EXPERTS_CHANNEL: teamsChannel('EXPERTS_CHANNEL').optional(),

  STORAGE: oneOf('STORAGE', ['file', 'azure']).default('file'),
  AZURE_STORAGE_CONNECTION_STRING: z.string().optional(),
  AZURE_STORAGE_CONNECTION_STRING_FILE: z.string().optional(),
  AZURE_STORAGE_ACCOUNT: storageAccount('AZURE_STORAGE_ACCOUNT').optional(),
  AZURE_STORAGE_CONTAINER: containerName('AZURE_STORAGE_CONTAINER').optional(),
  /** Read by Azure's other tools too, so it may be there for their sake. */
  AZURE_CLIENT_ID: z.string().optional(),

  MicrosoftAppType: oneOf('MicrosoftAppType', ['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).optional(),
  MicrosoftAppId: guid('MicrosoftAppId').optional(),
  MicrosoftAppTenantId: guid('MicrosoftAppTenantId').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppPassword_FILE: z.string().optional(),
  MicrosoftAppPasswordExpires: day('MicrosoftAppPasswordExpires').optional(),
  MicrosoftAppCertificate_FILE: z.string().optional(),
  MicrosoftAppCertificateKey_FILE: z.string().optional(),

  ALLOWED_TENANTS: guidList('ALLOWED_TENANTS').optional(),
  SELF_TEST_MINUTES: count('SELF_TEST_MINUTES', 0, 1_440).default(0),
  // Its text may hold a key, so it is not quoted.
  ALARM_WEBHOOK_URL: z
    .url({
      protocol: /^https$/,
      error: 'ALARM_WEBHOOK_URL is no address that begins with https://; give one',
    })
    .optional(),

  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('OTEL_EXPORTER_OTLP_ENDPOINT').optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: webAddress('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT').optional(),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: webAddress('OTEL_EXPORTER_OTLP_METRICS_ENDPOINT').optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: oneOf('OTEL_EXPORTER_OTLP_PROTOCOL', ['http/protobuf', 'http/json']).default(
    'http/protobuf',
  ),
  OTEL_TRACES_EXPORTER: oneOf('OTEL_TRACES_EXPORTER', ['otlp', 'none']).default('otlp'),
  OTEL_METRICS_EXPORTER: oneOf('OTEL_METRICS_EXPORTER', ['otlp', 'none']).default('otlp'),
  OTEL_METRIC_EXPORT_INTERVAL: count('OTEL_METRIC_EXPORT_INTERVAL', 100, 900_000).default(60_000),
  OTEL_SDK_DISABLED: oneOf('OTEL_SDK_DISABLED', ['true', 'false']).default('false'),
  OTEL_TRACES_SAMPLER: oneOf('OTEL_TRACES_SAMPLER', SAMPLERS).optional(),

  METRICS_PORT: port('METRICS_PORT').optional(),
  METRICS_TOKEN: z.string().optional(),
  METRICS_TOKEN_FILE: z.string().optional(),
  CHANNEL_KEYS_URL: webAddress('CHANNEL_KEYS_URL').optional(),
  SIGN_IN_APP_ID: guid('SIGN_IN_APP_ID').optional(),
  ENTRA_KEYS_URL: webAddress('ENTRA_KEYS_URL').optional(),

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

  PUBLISHER_NAME: z
    .string()
    .max(100, { error: 'PUBLISHER_NAME is longer than 100 characters; give the name of your company' })
    .optional(),

  COMPANY_FILE: z.string().optional(),
  SOLUTIONS_FILE: z.string().optional(),

  DOCUMENT_FOLDERS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .default([]),

  REFERRALS: oneOf('REFERRALS', ['embedded', 'partner-center']).default('embedded'),
  OAUTH_CONNECTION_REFERRALS: z.string().optional(),
  OAUTH_CONNECTION_GRAPH: z.string().optional(),
  OAUTH_SECRET_EXPIRES: day('OAUTH_SECRET_EXPIRES').optional(),
  USES_CRM_CONNECTOR: oneOf('USES_CRM_CONNECTOR', ['yes', 'no']).optional(),
  WEBHOOK_URL: webAddress('WEBHOOK_URL').optional(),
  WEBHOOK_CERTIFICATE_HOSTS: z.string().optional(),
  WEBHOOK_ROOTS_FILE: z.string().optional(),
  REFERRALS_API_URL: webAddress('REFERRALS_API_URL').optional(),
  GRAPH_API_URL: webAddress('GRAPH_API_URL').optional(),
  TOKEN_SERVICE_URL: webAddress('TOKEN_SERVICE_URL').optional(),
});

export type Environment = z.infer<typeof environment>;
