import type { BotCredentials } from './credentials.ts';
import type { Environment } from './fields.ts';
import { type ReadText, readSecretFile } from './files.ts';
import { hostOfUrl, isLoopbackHost } from '../http/loopback.ts';

/** Who may come in, and who may read what is for the operator alone. */
export interface AccessConfig {
  /** ALLOWED_TENANTS in lower case; null where nobody said (see `servedTenants`). */
  readonly allowedTenants: readonly string[] | null;
  /** Port on 127.0.0.1 for `/metrics` and the warnings of `/readyz`; 0 takes any free one, null none. */
  readonly metricsPort: number | null;
  /** What a reader of the same on the public port must bring; null where nobody may read them there. */
  readonly metricsToken: string | null;
  /** The OpenID document of the channel service, whose keys sign the tokens of callers. */
  readonly channelKeysUrl: string;
  /** True where that is a stand-in on this machine, not Microsoft's. */
  readonly isChannelStandIn: boolean;
  /** The OpenID document of Entra, whose keys sign the tokens of people who open our pages in Teams. */
  readonly entraKeysUrl: string;
  /** The Entra application that people sign in to there; null where nobody does. */
  readonly signInAppId: string | null;
}

/** Microsoft's, for the public cloud. Source: Microsoft Learn, "Authentication with the Bot Connector API". */
const CHANNEL_KEYS_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Microsoft's, for all tenants. Source: Microsoft Learn, "OpenID Connect on the Microsoft identity platform". */
const ENTRA_KEYS_URL = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';

/** So long that nobody guesses it; `openssl rand -hex 32` gives 64 signs. */
const SHORTEST_TOKEN = 16;

/** The access rules, or what is wrong with them; no sentence ever quotes a token. */
export function readAccess(values: Environment, readText: ReadText): AccessConfig | readonly string[] {
  const token = readMetricsToken(values, readText);
  const problems = [...tenantsProblem(values), ...portProblem(values), ...keysProblem(values)];
  if (typeof token === 'object' && token !== null) return [...problems, token.problem];
  if (problems.length > 0) return problems;
  return {
    allowedTenants: values.ALLOWED_TENANTS ?? null,
    metricsPort: values.METRICS_PORT ?? null,
    metricsToken: token,
    channelKeysUrl: values.CHANNEL_KEYS_URL ?? CHANNEL_KEYS_URL,
    isChannelStandIn: values.CHANNEL_KEYS_URL !== undefined,
    entraKeysUrl: values.ENTRA_KEYS_URL ?? ENTRA_KEYS_URL,
    signInAppId: values.SIGN_IN_APP_ID ?? values.MicrosoftAppId ?? null,
  };
}

function tenantsProblem({ ALLOWED_TENANTS, MicrosoftAppId }: Environment): string[] {
  if (ALLOWED_TENANTS === undefined || MicrosoftAppId !== undefined) return [];
  return [
    'ALLOWED_TENANTS is set while MicrosoftAppId is not; without an app id anybody here can say to be of any tenant, ' +
      'so remove it, or set MicrosoftAppId and MicrosoftAppPassword',
  ];
}

function portProblem({ METRICS_PORT: port, PORT }: Environment): string[] {
  if (port === undefined || port === 0 || port !== PORT) return [];
  return [`METRICS_PORT is "${String(port)}", which is PORT too; give a port of its own`];
}

/** Whoever gives the keys decides whom we believe: Microsoft, or a stand-in on this machine. */
function keysProblem(values: Environment): string[] {
  return (['CHANNEL_KEYS_URL', 'ENTRA_KEYS_URL'] as const).flatMap((name) => {
    const url = values[name];
    if (url === undefined || isLoopbackHost(hostOfUrl(url) ?? '')) return [];
    return [`${name} is "${url}"; leave it out, or give a stand-in on this machine (127.0.0.1)`];
  });
}

function readMetricsToken(
  { METRICS_TOKEN: given, METRICS_TOKEN_FILE: path }: Environment,
  readText: ReadText,
): string | null | { readonly problem: string } {
  if (given !== undefined && path !== undefined) {
    return { problem: 'METRICS_TOKEN and METRICS_TOKEN_FILE are both set; keep one of them' };
  }
  const token = path === undefined ? given?.trim() : readSecretFile('METRICS_TOKEN_FILE', path, readText);
  if (token === undefined) return null;
  if (typeof token !== 'string') return token;
  if (/^[\x21-\x7e]+$/.test(token) && token.length >= SHORTEST_TOKEN) return token;
  const name = path === undefined ? 'METRICS_TOKEN' : 'METRICS_TOKEN_FILE';
  return {
    problem: `${name} holds a token that is too short or has signs that no header carries; give ${String(SHORTEST_TOKEN)} or more letters and digits`,
  };
}

/**
 * The tenants whose people are served, in lower case: ALLOWED_TENANTS, or else those of the company's list and
 * the bot's own. Empty where none is known; null without an app id, where only this machine may connect.
 *
 * @param companyTenants the tenants of COMPANY_FILE
 */
export function servedTenants(
  { access, credentials }: { readonly access: AccessConfig; readonly credentials: BotCredentials },
  companyTenants: Iterable<string>,
): ReadonlySet<string> | null {
  if (credentials.kind === 'anonymous') return null;
  if (access.allowedTenants !== null) return new Set(access.allowedTenants);
  const own = credentials.tenantId === null ? [] : [credentials.tenantId];
  return new Set([...companyTenants, ...own].map((tenantId) => tenantId.toLowerCase()));
}
