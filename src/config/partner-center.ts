import type { Environment } from './fields.ts';
import { hostOfUrl, isLoopbackHost } from '../http/loopback.ts';

/** How real deals are reached. */
export interface PartnerCenterConfig {
  /** Addresses without a slash at the end. */
  readonly referralsUrl: string;
  readonly graphUrl: string;
  readonly tokenServiceUrl: string;
  /** Names of the OAuth connections on the bot's Azure resource; null where there is none. */
  readonly connections: {
    readonly referrals: string;
    readonly graph: string | null;
  };
  /** The last day of the connections' own secret, YYYY-MM-DD; null where nobody said. */
  readonly oauthSecretExpires: string | null;
  /** True where a CRM connector may skip deals whose CRM id it doesn't know; also where nobody said. */
  readonly usesCrmConnector: boolean;
  /** Null where Partner Center doesn't tell us of changes. */
  readonly webhook: WebhookConfig | null;
}

export interface WebhookConfig {
  /** The public address of `/api/partner-center/events`. */
  readonly url: string;
  /** Hosts that signing certificates may be fetched from. */
  readonly certificateHosts: readonly string[];
  /** PEM file of the roots that signing certificates must lead to; null takes those of the runtime. */
  readonly rootsFile: string | null;
}

/** Where Microsoft's sample events have their certificate. */
const CERTIFICATE_HOSTS = '3psostorageacct.blob.core.windows.net';

const SERVICES = {
  REFERRALS_API_URL: 'https://api.partner.microsoft.com',
  GRAPH_API_URL: 'https://graph.microsoft.com',
  TOKEN_SERVICE_URL: 'https://token.botframework.com',
} as const;

const ADDRESSES = Object.keys(SERVICES) as (keyof typeof SERVICES)[];

const ONLY_HERE = [
  'OAUTH_CONNECTION_REFERRALS',
  'OAUTH_CONNECTION_GRAPH',
  'OAUTH_SECRET_EXPIRES',
  'USES_CRM_CONNECTOR',
  'WEBHOOK_URL',
  'WEBHOOK_CERTIFICATE_HOSTS',
  'WEBHOOK_ROOTS_FILE',
  ...ADDRESSES,
] as const;

/** What real deals need, null for the embedded store, or what is wrong. */
export function readPartnerCenter(values: Environment): PartnerCenterConfig | null | readonly string[] {
  if (values.REFERRALS === 'embedded') {
    const stray = ONLY_HERE.filter((name) => values[name] !== undefined);
    if (stray.length === 0) return null;
    return [
      `${stray.join(', ')} is set while REFERRALS is embedded; set REFERRALS to partner-center, or remove it`,
    ];
  }
  const problems = [...missingProblems(values), ...addressProblems(values), ...webhookProblems(values)];
  const connection = values.OAUTH_CONNECTION_REFERRALS;
  if (connection === undefined || problems.length > 0) return problems;
  return {
    referralsUrl: values.REFERRALS_API_URL ?? SERVICES.REFERRALS_API_URL,
    graphUrl: values.GRAPH_API_URL ?? SERVICES.GRAPH_API_URL,
    tokenServiceUrl: values.TOKEN_SERVICE_URL ?? SERVICES.TOKEN_SERVICE_URL,
    connections: {
      referrals: connection,
      graph: values.OAUTH_CONNECTION_GRAPH ?? null,
    },
    oauthSecretExpires: values.OAUTH_SECRET_EXPIRES ?? null,
    usesCrmConnector: values.USES_CRM_CONNECTOR !== 'no',
    webhook: webhookOf(values),
  };
}

function missingProblems(values: Environment): string[] {
  const problems: string[] = [];
  if (values.OAUTH_CONNECTION_REFERRALS === undefined) {
    problems.push(
      'OAUTH_CONNECTION_REFERRALS is missing while REFERRALS is partner-center; give the name of the OAuth ' +
        'connection on the bot’s Azure resource',
    );
  }
  if (values.COMPANY_FILE === undefined) {
    problems.push(
      'COMPANY_FILE is missing while REFERRALS is partner-center; give the file that names your company',
    );
  }
  return problems;
}

const isHere = (url: string): boolean => isLoopbackHost(hostOfUrl(url) ?? '');

/** People's tokens go to these addresses: to Microsoft's, or to stand-ins on this machine. */
function addressProblems(values: Environment): string[] {
  const given = ADDRESSES.flatMap((name) => {
    const url = values[name];
    return url === undefined ? [] : [{ name, url }];
  });
  const away = given
    .filter(({ url }) => !isHere(url))
    .map(
      ({ name, url }) => `${name} is "${url}"; leave it out, or give a stand-in on this machine (127.0.0.1)`,
    );
  if (values.MicrosoftAppId !== undefined || (given.length === ADDRESSES.length && away.length === 0))
    return away;
  const lacking = ADDRESSES.filter((name) => values[name] === undefined);
  return [
    ...away,
    `MicrosoftAppId is missing while REFERRALS is partner-center; without it anybody here could act as anybody, so ` +
      `real deals need it (stand-ins on this machine don't: give ${lacking.join(', ') || 'their addresses'})`,
  ];
}

function webhookProblems(values: Environment): string[] {
  const { WEBHOOK_URL: url } = values;
  if (url === undefined) {
    const stray = (['WEBHOOK_CERTIFICATE_HOSTS', 'WEBHOOK_ROOTS_FILE'] as const).filter(
      (name) => values[name] !== undefined,
    );
    return stray.length === 0
      ? []
      : [`WEBHOOK_URL is missing while ${stray.join(', ')} is set; give it, or remove the other`];
  }
  const problems: string[] = [];
  if (!url.startsWith('https://') && !isHere(url)) {
    problems.push(`WEBHOOK_URL is "${url}"; give the public address of the bot, which begins with https://`);
  }
  return [...problems, ...hostsProblems(values.WEBHOOK_CERTIFICATE_HOSTS ?? CERTIFICATE_HOSTS)];
}

function hostsProblems(text: string): string[] {
  return hostsOf(text)
    .filter((host) => !/^[a-z\d.-]+(:\d+)?$/.test(host))
    .map((host) => `WEBHOOK_CERTIFICATE_HOSTS holds "${host}"; give host names, with commas between them`);
}

function hostsOf(text: string): string[] {
  return text
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
}

function webhookOf(values: Environment): WebhookConfig | null {
  if (values.WEBHOOK_URL === undefined) return null;
  return {
    url: values.WEBHOOK_URL,
    certificateHosts: hostsOf(values.WEBHOOK_CERTIFICATE_HOSTS ?? CERTIFICATE_HOSTS),
    rootsFile: values.WEBHOOK_ROOTS_FILE ?? null,
  };
}
