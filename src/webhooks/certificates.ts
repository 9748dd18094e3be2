import { LRUCache } from 'lru-cache';
import type { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { findChainFault, isIssuedByMicrosoft, isSelfIssued, readCertificates } from './chain.ts';
import { allowedUrl, download, type DownloadLimits, DownloadRefusal } from './download.ts';

export interface CertificateOptions {
  /** Where signing certificates may come from. */
  readonly hosts: readonly string[];
  /** Where certificates of issuers may come from that were not sent along; Microsoft's and DigiCert's unless told. */
  readonly issuerHosts?: readonly string[];
  /**
   * PEM certificates of the company's choice: the roots among them are then the only ones, the issuers are known
   * without being fetched. Absent means Node's own list of roots.
   */
  readonly trusted?: string | null;
  /** Of one certificate's file. */
  readonly maxBytes?: number;
  /** Milliseconds that one download may take; all those of one certificate together get twice as long. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** A certificate that may sign, or why there is none. */
export type FoundCertificate =
  | { readonly isTrusted: true; readonly certificate: X509Certificate }
  | { readonly isTrusted: false; readonly reason: string };

/** Finds the certificate at an address and checks it; what was found is kept by address. */
export type FindCertificate = (address: string) => Promise<FoundCertificate>;

/** Where Microsoft's and DigiCert's issuing certificates name their own issuers. */
const ISSUER_HOSTS: readonly string[] = [
  'www.microsoft.com',
  'cacerts.digicert.com',
  'caissuers.microsoft.com',
];

const MAX_BYTES = 65_536;
const TIMEOUT_MS = 5_000;
/** How long a certificate is used without being looked at again, and how long a failure counts, in milliseconds. */
const KEPT_MS = 86_400_000;
const FAILURE_KEPT_MS = 30_000;
/** More addresses than this are somebody's game. */
const MOST_KEPT = 20;

interface Kept {
  readonly found: Promise<FoundCertificate>;
  untilMs: number;
}

export function createCertificates(options: CertificateOptions): FindCertificate {
  const now = options.now ?? (() => new Date());
  const kept = new LRUCache<string, Kept>({ max: MOST_KEPT });
  const trusted = readCertificates(Buffer.from(options.trusted ?? ''));
  const chosen = trusted.filter(isSelfIssued);
  const roots = chosen.length > 0 ? chosen : systemRoots();
  const check = (address: string): Promise<FoundCertificate> =>
    find(address, options, { roots, intermediates: trusted }, now());
  return async (address) => {
    const known = kept.get(address);
    if (known !== undefined && known.untilMs > now().getTime()) return known.found;
    const entry: Kept = { found: check(address), untilMs: now().getTime() + FAILURE_KEPT_MS };
    kept.set(address, entry);
    const found = await entry.found;
    if (found.isTrusted) {
      entry.untilMs = Math.min(now().getTime() + KEPT_MS, Date.parse(found.certificate.validTo));
    }
    return found;
  };
}

let nodesRoots: X509Certificate[] | null = null;

/** Node's list takes some time to read, so it is read once and only when a certificate has to be checked. */
function systemRoots(): X509Certificate[] {
  nodesRoots ??= rootCertificates.flatMap((pem) => readCertificates(Buffer.from(pem)));
  return nodesRoots;
}

async function find(
  address: string,
  options: CertificateOptions,
  known: { readonly roots: X509Certificate[]; readonly intermediates: X509Certificate[] },
  now: Date,
): Promise<FoundCertificate> {
  const endMs = Date.now() + 2 * (options.timeoutMs ?? TIMEOUT_MS);
  try {
    allowedUrl(address, options.hosts);
    const [leaf, ...sent] = readCertificates(
      await download(address, limitsOf(options, options.hosts, endMs)),
    );
    if (leaf === undefined) return refuse('no-certificate');
    if (!isIssuedByMicrosoft(leaf)) return refuse('not-issued-by-microsoft');
    if (leaf.publicKey.asymmetricKeyType !== 'rsa') return refuse('not-rsa');
    const fetchIssuer = (issuer: string) => fetchCertificate(issuer, options, endMs);
    const intermediates = [...sent, ...known.intermediates];
    const fault = await findChainFault(leaf, { roots: known.roots, intermediates, fetchIssuer, now });
    return fault === null ? { isTrusted: true, certificate: leaf } : refuse(fault);
  } catch (error) {
    if (error instanceof DownloadRefusal) return refuse(error.reason);
    throw error;
  }
}

async function fetchCertificate(
  address: string,
  options: CertificateOptions,
  endMs: number,
): Promise<X509Certificate | null> {
  const limits = limitsOf(options, options.issuerHosts ?? ISSUER_HOSTS, endMs);
  try {
    return readCertificates(await download(address, limits))[0] ?? null;
  } catch (error) {
    if (error instanceof DownloadRefusal) return null;
    throw error;
  }
}

function limitsOf(
  { maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, trusted }: CertificateOptions,
  hosts: readonly string[],
  endMs: number,
): DownloadLimits {
  // The server that hands out certificates may stand under a chosen root, or under a public one.
  const tlsRoots = trusted ? [...rootCertificates, trusted] : rootCertificates;
  return { hosts, maxBytes, timeoutMs: Math.max(0, Math.min(timeoutMs, endMs - Date.now())), tlsRoots };
}

function refuse(reason: string): FoundCertificate {
  return { isTrusted: false, reason };
}
