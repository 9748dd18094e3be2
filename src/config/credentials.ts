import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Environment } from './fields.ts';
import { readNamed, readSecretFile, type ReadText } from './files.ts';

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
      /** The last day of the secret, YYYY-MM-DD; null where nobody said. */
      readonly expires: string | null;
    }
  | {
      readonly kind: 'certificate';
      readonly appType: 'MultiTenant' | 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string | null;
      /** SHA-1 in hex, as Entra lists certificates. */
      readonly thumbprint: string;
      /** PEM. */
      readonly privateKey: string;
      /** The last day of the certificate, YYYY-MM-DD. */
      readonly expires: string;
    }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

/** The credentials, or what is wrong with them; no sentence ever quotes a secret. */
export function readCredentials(values: Environment, readText: ReadText): BotCredentials | readonly string[] {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId = null } = values;
  if (appId === undefined) {
    const stray = strayNames(values);
    return stray === ''
      ? { kind: 'anonymous' }
      : [`MicrosoftAppId is missing while ${stray}; give it, or remove the other`];
  }
  const type = values.MicrosoftAppType ?? 'MultiTenant';
  const problems = [...tooManyProofs(values), ...tenantProblem(type, tenantId)];
  if (problems.length > 0) return problems;
  if (type === 'UserAssignedMSI') return { kind: 'managed-identity', appId, tenantId: tenantId ?? '' };
  const common = { appType: type, appId, tenantId };
  return values.MicrosoftAppCertificate_FILE === undefined
    ? readSecret(values, common, readText)
    : readCertificate(values.MicrosoftAppCertificate_FILE, values, common, readText);
}

const OWN_NAMES = [
  'MicrosoftAppType',
  'MicrosoftAppPassword',
  'MicrosoftAppPassword_FILE',
  'MicrosoftAppPasswordExpires',
  'MicrosoftAppCertificate_FILE',
  'MicrosoftAppCertificateKey_FILE',
  'MicrosoftAppTenantId',
] as const;

function strayNames(values: Environment): string {
  const given = OWN_NAMES.filter((name) => values[name] !== undefined);
  return given.length === 0 ? '' : `${given.join(', ')} is set`;
}

const PROOFS = ['MicrosoftAppPassword', 'MicrosoftAppPassword_FILE', 'MicrosoftAppCertificate_FILE'] as const;

function tooManyProofs(values: Environment): string[] {
  const given = PROOFS.filter((name) => values[name] !== undefined);
  if (values.MicrosoftAppType === 'UserAssignedMSI') {
    if (given.length === 0) return [];
    return [
      `${given.join(', ')} is set while MicrosoftAppType is UserAssignedMSI; a managed identity needs none`,
    ];
  }
  if (given.length === 0) {
    return [
      'MicrosoftAppPassword is missing while MicrosoftAppId is set; give the secret (or its file in ' +
        'MicrosoftAppPassword_FILE), a certificate in MicrosoftAppCertificate_FILE, or set MicrosoftAppType to UserAssignedMSI',
    ];
  }
  return given.length === 1 ? [] : [`${given.join(' and ')} are both set; keep one of them`];
}

function tenantProblem(type: string, tenantId: string | null): string[] {
  if (type === 'MultiTenant' || tenantId !== null) return [];
  return [`MicrosoftAppTenantId is missing; MicrosoftAppType ${type} needs the tenant of the bot`];
}

interface Common {
  readonly appType: 'MultiTenant' | 'SingleTenant';
  readonly appId: string;
  readonly tenantId: string | null;
}

function readSecret(values: Environment, common: Common, readText: ReadText): BotCredentials | string[] {
  const path = values.MicrosoftAppPassword_FILE;
  const expires = values.MicrosoftAppPasswordExpires ?? null;
  if (path === undefined) {
    return { kind: 'secret', ...common, appPassword: values.MicrosoftAppPassword ?? '', expires };
  }
  const appPassword = readSecretFile('MicrosoftAppPassword_FILE', path, readText);
  if (typeof appPassword !== 'string') return [appPassword.problem];
  return { kind: 'secret', ...common, appPassword, expires };
}

/** The key may stand in the certificate's file or in one of its own. */
function readCertificate(
  path: string,
  values: Environment,
  common: Common,
  readText: ReadText,
): BotCredentials | string[] {
  const keyPath = values.MicrosoftAppCertificateKey_FILE ?? path;
  const pem = readNamed('MicrosoftAppCertificate_FILE', path, readText);
  const privateKey = readNamed('MicrosoftAppCertificateKey_FILE', keyPath, readText);
  if (typeof pem !== 'string') return [pem.problem];
  if (typeof privateKey !== 'string') return [privateKey.problem];
  try {
    const certificate = new X509Certificate(pem);
    const isPair = certificate.checkPrivateKey(createPrivateKey(privateKey));
    if (!isPair)
      return [`MicrosoftAppCertificate_FILE is "${path}", whose key is not the one in "${keyPath}"`];
    const thumbprint = certificate.fingerprint.replaceAll(':', '');
    const expires = new Date(certificate.validTo).toISOString().slice(0, 10);
    return { kind: 'certificate', ...common, thumbprint, privateKey, expires };
  } catch {
    return [
      `MicrosoftAppCertificate_FILE is "${path}"; give a certificate with its private key as PEM, ` +
        'or the key in MicrosoftAppCertificateKey_FILE',
    ];
  }
}

/** The credentials by the names that the Bot Framework SDK reads; empty switches authentication off. */
export function sdkIdentity(credentials: BotCredentials): Readonly<Record<string, string>> {
  if (credentials.kind === 'anonymous') return {};
  const { appId, tenantId } = credentials;
  const identity = {
    MicrosoftAppId: appId,
    ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
  };
  switch (credentials.kind) {
    case 'managed-identity':
      return { ...identity, MicrosoftAppType: 'UserAssignedMSI' };
    case 'secret':
      return {
        ...identity,
        MicrosoftAppType: credentials.appType,
        MicrosoftAppPassword: credentials.appPassword,
      };
    case 'certificate':
      return {
        ...identity,
        MicrosoftAppType: credentials.appType,
        CertificateThumbprint: credentials.thumbprint,
        CertificatePrivateKey: credentials.privateKey,
      };
  }
}
