import { type Config, servedTenants } from '../config/config.ts';
import { advice, type Diagnosis, fine } from './diagnosis.ts';

/**
 * Whom the bot serves. Without an app id that is this machine alone, of which `describeConfig` speaks.
 *
 * @param listed the tenants of COMPANY_FILE, in lower case
 */
export function describeTenants(config: Config, listed: readonly string[]): readonly Diagnosis[] {
  const served = servedTenants(config, listed);
  if (served === null) return [];
  if (served.size === 0) {
    return [
      advice(
        'No tenant is known: everybody who finds the bot is answered, on questions alone. Set ALLOWED_TENANTS, or list your company in COMPANY_FILE.',
      ),
    ];
  }
  const left = listed.filter((tenantId) => !served.has(tenantId));
  return [
    fine(`People of these tenants are served, and no others: ${[...served].join(', ')}.`),
    ...(left.length === 0
      ? []
      : [advice(`COMPANY_FILE lists ${left.join(', ')}, which ALLOWED_TENANTS leaves out: turned away.`)]),
  ];
}

/** Who may read the counts and warnings, and whose word on callers is taken. */
export function describeDoors({ access, credentials }: Config): readonly Diagnosis[] {
  const { metricsPort: port, metricsToken, channelKeysUrl, isChannelStandIn } = access;
  const isOpen = credentials.kind === 'anonymous';
  const findings: Diagnosis[] = [];
  if (port !== null) {
    findings.push(
      fine(`/metrics and the warnings of /readyz are at 127.0.0.1:${String(port)}, for this machine alone.`),
    );
  }
  if (metricsToken !== null && !isOpen) {
    findings.push(fine('/metrics and the warnings of /readyz are there for whoever brings METRICS_TOKEN.'));
  }
  if (port === null && metricsToken === null && !isOpen) {
    findings.push(
      advice(
        '/metrics is off, and /readyz gives no warnings. Set METRICS_PORT, or METRICS_TOKEN where the reader is elsewhere.',
      ),
    );
  }
  if (isChannelStandIn && !isOpen) {
    findings.push(
      advice(
        `CHANNEL_KEYS_URL is set: whoever ${channelKeysUrl} vouches for is believed. Leave it out for Teams.`,
      ),
    );
  }
  return findings;
}
