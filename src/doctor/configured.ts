import { type Config, isDemoOfOneProcess } from '../config/config.ts';
import { describeDoors } from './access.ts';
import { findExpiryWarnings } from './expiry.ts';
import { advice, type Diagnosis, fine } from './diagnosis.ts';

/** What a usable configuration means, what it leaves out, and what ends soon. Reads nothing. */
export function describeConfig(config: Config, now: Date): readonly Diagnosis[] {
  return [
    describeIdentity(config),
    ...describeDoors(config),
    ...describeStorage(config),
    ...describeDeals(config),
    ...describeUnknownEnds(config),
    ...findExpiryWarnings(config, now).map(({ urgency, text }): Diagnosis => ({
      level: urgency === 'ended' ? 'broken' : 'soon',
      text,
    })),
  ];
}

function describeIdentity({ credentials, host, port }: Config): Diagnosis {
  const where = `${host}:${String(port)}`;
  switch (credentials.kind) {
    case 'anonymous':
      return advice(
        `No app id is set: only this machine may connect (${where}). For Teams, set MicrosoftAppId and its secret.`,
      );
    case 'secret':
      return fine(`The bot ${credentials.appId} proves itself by a secret, at ${where}.`);
    case 'certificate':
      return fine(
        `The bot ${credentials.appId} proves itself by a certificate until ${credentials.expires}, at ${where}.`,
      );
    case 'managed-identity':
      return fine(`The bot ${credentials.appId} proves itself by a managed identity, at ${where}.`);
  }
}

/** What is said at a start, too. */
export const DEMO_OF_ONE_PROCESS =
  'Records are in Azure Storage, where several processes may share them, but deals are kept in DATA_DIR, a demo of one ' +
  'process: another would not see them. Run one, or set REFERRALS to partner-center.';

function describeStorage(config: Config): Diagnosis[] {
  const { storage } = config;
  if (storage.kind === 'file') return [];
  const { account, container } = storage;
  const how =
    account.kind === 'identity'
      ? `of ${account.blobUrl}, with ${account.clientId === null ? 'the identity of its surroundings' : `the identity ${account.clientId}`}`
      : 'of the account that the connection string names';
  const where = fine(`Records are kept in Azure Storage: the container ${container} ${how}.`);
  return isDemoOfOneProcess(config) ? [where, advice(DEMO_OF_ONE_PROCESS)] : [where];
}

function describeDeals({ partnerCenter, credentials, companyFile }: Config): Diagnosis[] {
  if (partnerCenter === null) {
    const isSample = credentials.kind === 'anonymous';
    if (isSample) return [fine('Deals are those of the sample company, kept in the data folder.')];
    const people =
      companyFile === null
        ? ' COMPANY_FILE is not set, so nobody has a role and nobody can create a deal.'
        : '';
    return [
      advice(
        `Deals are kept in the data folder, not in Partner Center. For real ones set REFERRALS to partner-center.${people}`,
      ),
    ];
  }
  const { connections, webhook, usesCrmConnector } = partnerCenter;
  return [
    fine(
      `Deals are those in Partner Center, reached with each person's own sign-in (connection '${connections.referrals}').`,
    ),
    connections.graph === null
      ? advice('OAUTH_CONNECTION_GRAPH is not set: people and administrators come from COMPANY_FILE alone.')
      : fine(`Administrators are also read from Microsoft Graph (connection '${connections.graph}').`),
    webhook === null
      ? advice(
          'WEBHOOK_URL is not set: Partner Center tells nothing by itself, so news come from looking now and then.',
        )
      : fine(
          `Partner Center reports changes to ${webhook.url}, once 'npm run webhooks -- subscribe' was run.`,
        ),
    usesCrmConnector
      ? fine(
          'A CRM connector may be in use, so the CRM id of deals is left alone. Without one, USES_CRM_CONNECTOR=no makes creation safer to repeat.',
        )
      : fine('No CRM connector is used, so the CRM id of a deal may carry our own key.'),
  ];
}

/** An end that nobody wrote down is one that nobody is warned of. */
function describeUnknownEnds({ credentials, partnerCenter }: Config): Diagnosis[] {
  const findings: Diagnosis[] = [];
  if (credentials.kind === 'secret' && credentials.expires === null) {
    findings.push(
      advice(
        'MicrosoftAppPasswordExpires is not set: nobody will be warned before the secret ends. Give its last day.',
      ),
    );
  }
  if (
    partnerCenter !== null &&
    credentials.kind !== 'anonymous' &&
    partnerCenter.oauthSecretExpires === null
  ) {
    findings.push(
      advice(
        'OAUTH_SECRET_EXPIRES is not set: nobody will be warned before the secret of the OAuth connections ends.',
      ),
    );
  }
  return findings;
}
