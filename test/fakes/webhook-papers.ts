import { createAuthority, type Authority, type Certificate } from './certificates.ts';

export interface Papers {
  readonly authority: Authority;
  readonly signing: Certificate;
  readonly tls: Certificate;
}

let sharedPapers: Papers | null = null;

/** One authority for the whole process, as its keys take long to make. */
export function getSharedPapers(): Papers {
  if (sharedPapers) return sharedPapers;
  const organization = 'Microsoft Corporation';
  const authority = createAuthority({ commonName: 'Fake Issuing CA', organization });
  const signing = authority.issue({ commonName: 'webhooks.fake.example', organization });
  const tls = authority.issue({ commonName: 'certificates.fake.example', hosts: ['127.0.0.1', 'localhost'] });
  sharedPapers = { authority, signing, tls };
  return sharedPapers;
}
