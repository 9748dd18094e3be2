import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineConfig, readConfig, sdkIdentity } from '../../src/config/config.ts';
import { createAuthority } from '../fakes/certificates.ts';
import { useTempDir } from '../temp-dir.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
const id = { MicrosoftAppId: APP_ID };

function problemsOf(env: Record<string, string>): string {
  const reading = examineConfig(env);
  return reading.isUsable ? '' : reading.problems.join('\n');
}

describe('configuration: how the bot proves who it is', () => {
  const dir = useTempDir();
  const file = (name: string, content: string): string => {
    const path = join(dir.path, name);
    writeFileSync(path, content);
    return path;
  };
  const authority = createAuthority({ commonName: 'Authority of the test' });
  const bot = authority.issue({ commonName: 'bot', notAfter: new Date('2027-03-31T10:00:00Z') });

  it('takes the secret from a file, without the line end', () => {
    const path = file('secret', 's3cret\n');
    const { credentials } = readConfig({ ...id, MicrosoftAppPassword_FILE: path });
    expect(credentials).to.include({ kind: 'secret', appPassword: 's3cret' });
  });

  it('refuses a secret’s file that is empty or not there', () => {
    expect(problemsOf({ ...id, MicrosoftAppPassword_FILE: file('empty', ' \n') })).to.contain(
      'which is empty',
    );
    const missing = problemsOf({ ...id, MicrosoftAppPassword_FILE: join(dir.path, 'none') });
    expect(missing).to.match(/MicrosoftAppPassword_FILE is ".*none", which can't be read \(ENOENT\)/);
  });

  it('refuses two proofs, and any with a managed identity', () => {
    const both = { ...id, MicrosoftAppPassword: 'a', MicrosoftAppPassword_FILE: 'b' };
    expect(problemsOf(both)).to.contain('both set');
    const managed = { ...id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: APP_ID };
    expect(problemsOf({ ...managed, MicrosoftAppPassword: 'a' })).to.contain('needs none');
  });

  it('refuses what needs an id without one, by name', () => {
    expect(problemsOf({ MicrosoftAppCertificate_FILE: 'x' })).to.contain('MicrosoftAppId is missing');
    expect(problemsOf({ MicrosoftAppPasswordExpires: '2027-01-01' })).to.contain('MicrosoftAppId is missing');
  });

  it('refuses an end that is no day', () => {
    const env = { ...id, MicrosoftAppPassword: 'a', MicrosoftAppPasswordExpires: '31/12/2027' };
    expect(problemsOf(env)).to.contain('MicrosoftAppPasswordExpires is "31/12/2027"; give a day');
  });

  it('takes a certificate with its key, in one file or two, and reads its end from it', () => {
    const one = { ...id, MicrosoftAppCertificate_FILE: file('bot.pem', `${bot.pem}\n${bot.keyPem}`) };
    const { credentials } = readConfig(one);
    expect(credentials).to.include({ kind: 'certificate', expires: '2027-03-31' });
    const two = {
      ...id,
      MicrosoftAppCertificate_FILE: file('cert.pem', bot.pem),
      MicrosoftAppCertificateKey_FILE: file('key.pem', bot.keyPem),
    };
    expect(sdkIdentity(readConfig(two).credentials)['CertificateThumbprint']).to.match(/^[\dA-F]{40}$/);
  });

  it('refuses a certificate without a key, with another key, and what is none', () => {
    const cert = file('cert.pem', bot.pem);
    expect(problemsOf({ ...id, MicrosoftAppCertificate_FILE: cert })).to.contain('private key');
    const other = file('other.pem', authority.keyPem);
    const pair = { MicrosoftAppCertificate_FILE: cert, MicrosoftAppCertificateKey_FILE: other };
    expect(problemsOf({ ...id, ...pair })).to.contain('whose key is not the one');
    expect(problemsOf({ ...id, MicrosoftAppCertificate_FILE: file('x', 'nothing') })).to.contain('as PEM');
  });
});
