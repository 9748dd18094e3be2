import { verify } from 'node:crypto';
import type { FindCertificate } from './certificates.ts';

/** An event as it came: nothing of it is believed yet. Header names are in lower case. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body's bytes as they came over the wire. */
  readonly body: Buffer;
}

/** The only algorithm taken; letting the header choose would let the forger choose. */
const ALGORITHM = 'rsa-sha256';

/** Longer values are no signature of an RSA key, nor an address of a certificate. */
const LONGEST_HEADER = 2_048;

/**
 * Why the request is not Partner Center's, or null where it is: its body is signed, RSA PKCS#1 v1.5 with SHA-256,
 * by a certificate of Microsoft's whose chain holds (developer documentation, webhooks).
 */
export async function findSignatureFault(
  request: SignedRequest,
  findCertificate: FindCertificate,
): Promise<string | null> {
  const signature = readSignature(request);
  if (signature === null) return 'no-signature';
  if (headerOf(request, 'x-ms-signature-algorithm')?.toLowerCase() !== ALGORITHM) return 'algorithm';
  const address = headerOf(request, 'x-ms-certificate-url');
  if (address === null) return 'no-certificate-address';
  const found = await findCertificate(address);
  if (!found.isTrusted) return found.reason;
  const isTrue = verify('sha256', request.body, found.certificate.publicKey, signature);
  return isTrue ? null : 'signature';
}

/** The registration says in which of the two headers it comes; ours asks for the first. */
function readSignature(request: SignedRequest): Buffer | null {
  const value = headerOf(request, 'x-ms-signature') ?? headerOf(request, 'authorization');
  const base64 = /^Signature\s+([A-Za-z0-9+/]+={0,2})$/i.exec(value ?? '')?.[1];
  return base64 === undefined ? null : Buffer.from(base64, 'base64');
}

function headerOf({ headers }: SignedRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value.length <= LONGEST_HEADER ? value.trim() : null;
}
