import { X509Certificate } from 'node:crypto';

/** Fetches the certificate of an issuer from the address that a certificate names; null where it can't. */
export type FetchIssuer = (address: string) => Promise<X509Certificate | null>;

export interface ChainOptions {
  /** Roots that end a chain. */
  readonly roots: readonly X509Certificate[];
  /** Issuers that came with the certificate, or were configured. */
  readonly intermediates: readonly X509Certificate[];
  readonly fetchIssuer: FetchIssuer;
  readonly now: Date;
}

/** Certificates between the one that signs and its root; real chains have one or two. */
const LONGEST_CHAIN = 4;

/**
 * Why the certificate's chain doesn't lead to a root that we trust, or null where it does. Each link is checked:
 * dates, signature, and that the issuer may issue.
 */
export async function findChainFault(leaf: X509Certificate, options: ChainOptions): Promise<string | null> {
  let current = leaf;
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    if (!isInTime(current, options.now)) return 'certificate-dates';
    const root = options.roots.find((each) => isIssuerOf(each, current));
    if (root !== undefined) return isInTime(root, options.now) ? null : 'root-dates';
    const issuer = await findIssuer(current, options);
    if (issuer === null) return 'issuer-unknown';
    current = issuer;
  }
  return 'chain-too-long';
}

async function findIssuer(
  certificate: X509Certificate,
  { intermediates, fetchIssuer }: ChainOptions,
): Promise<X509Certificate | null> {
  // One that vouches for itself is a root, and ours are known.
  const known = intermediates.find((each) => !isSelfIssued(each) && isIssuerOf(each, certificate));
  if (known !== undefined) return known;
  const address = issuerAddress(certificate);
  const fetched = address === null ? null : await fetchIssuer(address);
  return fetched !== null && isIssuerOf(fetched, certificate) ? fetched : null;
}

function isIssuerOf(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** True of roots. */
export function isSelfIssued(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate);
}

function isInTime({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo);
}

/**
 * Where the certificate says that its issuer's is (Authority Information Access). Such addresses are http: over
 * https the same file is served, and what comes is believed for its signature alone.
 */
function issuerAddress({ infoAccess }: X509Certificate): string | null {
  const address = /^CA Issuers - URI:(\S+)$/m.exec(infoAccess ?? '')?.[1];
  return address?.replace(/^http:/, 'https:') ?? null;
}

/** Whether the issuer's organisation is Microsoft, as an attribute of its own and not as part of another. */
export function isIssuedByMicrosoft({ issuer }: X509Certificate): boolean {
  return issuer.split('\n').includes('O=Microsoft Corporation');
}

/** One certificate of DER, or all those of a PEM file, in their order; empty for anything else. */
export function readCertificates(file: Buffer): X509Certificate[] {
  const blocks = [...file.toString('latin1').matchAll(PEM_BLOCK)].map(([, base64]) => base64 ?? '');
  try {
    if (blocks.length === 0) return [new X509Certificate(file)];
    return blocks.map((base64) => new X509Certificate(Buffer.from(base64, 'base64')));
  } catch {
    return [];
  }
}

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g;
