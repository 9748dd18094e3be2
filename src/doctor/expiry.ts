import type { Config } from '../config/config.ts';

const DAY_MS = 86_400_000;

/** From how many days before its end something is pointed out, and with which urgency. */
const STAGES = [
  { days: 1, urgency: 'now' },
  { days: 7, urgency: 'this week' },
  { days: 30, urgency: 'this month' },
] as const;

/** Something of the configuration that ends by itself. */
export interface Expiring {
  /** The variable, as its operator knows it. */
  readonly name: string;
  /** The last day it is good, YYYY-MM-DD. */
  readonly lastDay: string;
  readonly cure: string;
}

export interface ExpiryWarning {
  readonly name: string;
  /** Negative once it has ended. */
  readonly daysLeft: number;
  readonly urgency: 'ended' | (typeof STAGES)[number]['urgency'];
  /** A sentence for whoever runs the bot; names no secret. */
  readonly text: string;
}

/** What of the configuration ends, as far as anybody said. */
function listExpiring({ credentials, partnerCenter }: Config): readonly Expiring[] {
  const found: Expiring[] = [];
  if (credentials.kind === 'secret' && credentials.expires !== null) {
    found.push({
      name: 'MicrosoftAppPassword',
      lastDay: credentials.expires,
      cure: 'make a new secret in the app registration, put it in place, and set MicrosoftAppPasswordExpires',
    });
  }
  if (credentials.kind === 'certificate') {
    found.push({
      name: 'MicrosoftAppCertificate_FILE',
      lastDay: credentials.expires,
      cure: 'add a new certificate to the app registration, and put it in place with its key',
    });
  }
  const oauth = partnerCenter?.oauthSecretExpires ?? null;
  if (oauth !== null) {
    found.push({
      name: 'the secret of the OAuth connections (OAUTH_SECRET_EXPIRES)',
      lastDay: oauth,
      cure: 'make a new one in the app registration, put it into the connections, and set OAUTH_SECRET_EXPIRES',
    });
  }
  return found;
}

/** What of the configuration ends, each with the days it is still good for. Days are counted in UTC. */
export function listSecretLives(
  config: Config,
  now: Date,
): { readonly name: string; readonly daysLeft: number }[] {
  return listExpiring(config).map(({ name, lastDay }) => ({ name, daysLeft: daysUntil(lastDay, now) }));
}

/** What ends within 30 days or has ended, the most urgent first. Days are counted in UTC. */
export function findExpiryWarnings(config: Config, now: Date): readonly ExpiryWarning[] {
  return listExpiring(config)
    .flatMap((expiring) => warningOf(expiring, now) ?? [])
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function warningOf({ name, lastDay, cure }: Expiring, now: Date): ExpiryWarning | null {
  const daysLeft = daysUntil(lastDay, now);
  if (daysLeft < 0) {
    const text = `${name} ended on ${lastDay}: ${cure}`;
    return { name, daysLeft, urgency: 'ended', text };
  }
  const stage = STAGES.find(({ days }) => daysLeft <= days);
  if (stage === undefined) return null;
  const text = `${name} ends on ${lastDay}, ${inDays(daysLeft)}: ${cure}`;
  return { name, daysLeft, urgency: stage.urgency, text };
}

function daysUntil(lastDay: string, now: Date): number {
  const today = Date.parse(now.toISOString().slice(0, 10));
  return Math.round((Date.parse(lastDay) - today) / DAY_MS);
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${String(days)} days`;
}
