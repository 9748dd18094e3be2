import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { bits, contextTag, integer, objectId, octets, printable, sequence, set, time, tlv } from './der.ts';

export interface Certificate {
  /** The certificate as PEM; with its issuer's behind it where that is not the root. */
  readonly pem: string;
  /** The certificate as DER, as a certificate store serves it. */
  readonly der: Buffer;
  readonly key: KeyObject;
  readonly keyPem: string;
}

export interface Subject {
  readonly commonName: string;
  readonly organization?: string;
  /** Loopback addresses and names that a server certificate is good for. */
  readonly hosts?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Where its issuer's certificate can be fetched, as it says itself (Authority Information Access). */
  readonly issuerUrl?: string;
}

export interface Authority extends Certificate {
  issue(subject: Subject): Certificate;
  /** An authority under this one. */
  issueAuthority(subject: Subject): Authority;
}

const SHA256_RSA = sequence(objectId('1.2.840.113549.1.1.11'), tlv(0x05, Buffer.alloc(0)));
const DAY_MS = 86_400_000;

function nameOf({ commonName, organization }: Subject): Buffer {
  const attribute = (oid: string, text: string): Buffer => set(sequence(objectId(oid), printable(text)));
  const parts = organization ? [attribute('2.5.4.10', organization)] : [];
  return sequence(...parts, attribute('2.5.4.3', commonName));
}

function alternativeNames(hosts: readonly string[]): Buffer {
  const entries = hosts.map((host) =>
    /^[\d.]+$/.test(host)
      ? tlv(0x87, Buffer.from(host.split('.').map(Number)))
      : tlv(0x82, Buffer.from(host, 'ascii')),
  );
  return sequence(...entries);
}

function extensionsOf(subject: Subject, isAuthority: boolean): Buffer {
  const yes = tlv(0x01, Buffer.from([0xff]));
  const extension = (oid: string, value: Buffer): Buffer => sequence(objectId(oid), yes, octets(value));
  const basic = extension('2.5.29.19', isAuthority ? sequence(yes) : sequence());
  const usage = extension('2.5.29.15', tlv(0x03, Buffer.from(isAuthority ? [0x01, 0x06] : [0x07, 0x80])));
  const names = subject.hosts?.length ? [extension('2.5.29.17', alternativeNames(subject.hosts))] : [];
  const issuer = subject.issuerUrl === undefined ? [] : [issuerAccess(subject.issuerUrl)];
  return contextTag(3, sequence(basic, usage, ...names, ...issuer));
}

/** RFC 5280, 4.2.2.1: never critical. */
function issuerAccess(url: string): Buffer {
  const access = sequence(objectId('1.3.6.1.5.5.7.48.2'), tlv(0x86, Buffer.from(url, 'ascii')));
  return sequence(objectId('1.3.6.1.5.5.7.1.1'), octets(sequence(access)));
}

interface Issuer {
  readonly name: Buffer;
  readonly key: KeyObject;
}

function build(subject: Subject, isAuthority: boolean, issuer: Issuer | null): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = nameOf(subject);
  const validFrom = subject.notBefore ?? new Date(Date.now() - DAY_MS);
  const validTo = subject.notAfter ?? new Date(Date.now() + 30 * DAY_MS);
  const content = sequence(
    contextTag(0, integer(2)),
    tlv(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    SHA256_RSA,
    issuer?.name ?? name,
    sequence(time(validFrom), time(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensionsOf(subject, isAuthority),
  );
  const signature = sign('sha256', content, issuer?.key ?? privateKey);
  const der = sequence(content, SHA256_RSA, bits(signature));
  const base64 = der.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    der,
    pem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

/** A self-made certificate authority; nothing of it is trusted anywhere but where its PEM is given. */
export function createAuthority(subject: Subject): Authority {
  return authorityOf(subject, build(subject, true, null));
}

function authorityOf(subject: Subject, own: Certificate): Authority {
  const issuer = { name: nameOf(subject), key: own.key };
  return {
    ...own,
    issue: (leaf) => build(leaf, false, issuer),
    issueAuthority: (under) => authorityOf(under, build(under, true, issuer)),
  };
}
