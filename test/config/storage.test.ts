import { expect } from 'chai';
import { examineConfig } from '../../src/config/config.ts';

const CONNECTION =
  'DefaultEndpointsProtocol=https;AccountName=seller;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net';

function read(env: Record<string, string>, file = '') {
  const reading = examineConfig(env, () => file);
  return reading.isUsable ? reading.config.storage : reading.problems.join('; ');
}

describe('configuration of the storage', () => {
  it('is the data folder unless told', () => expect(read({})).to.deep.equal({ kind: 'file' }));

  it('is an account that a managed identity opens', () => {
    const env = { STORAGE: 'azure', AZURE_STORAGE_ACCOUNT: 'sellers' };
    const blobUrl = 'https://sellers.blob.core.windows.net';
    expect(read(env)).to.deep.equal({
      kind: 'azure',
      account: { kind: 'identity', blobUrl, clientId: null },
      container: 'co-sell-assistant',
    });
    const more = { AZURE_CLIENT_ID: 'id', AZURE_STORAGE_CONTAINER: 'other-1' };
    expect(read({ ...env, ...more })).to.deep.equal({
      kind: 'azure',
      account: { kind: 'identity', blobUrl, clientId: 'id' },
      container: 'other-1',
    });
  });

  it('may be in another cloud', () => {
    const url = 'https://sellers.blob.core.chinacloudapi.cn/';
    expect(read({ STORAGE: 'azure', AZURE_STORAGE_ACCOUNT: url }))
      .to.have.property('account')
      .with.property('blobUrl', url.slice(0, -1));
  });

  it('is an account that a connection string opens, given or in a file', () => {
    const account = { kind: 'connection-string', connectionString: CONNECTION };
    expect(read({ STORAGE: 'azure', AZURE_STORAGE_CONNECTION_STRING: CONNECTION }))
      .to.have.property('account')
      .that.deep.equals(account);
    expect(read({ STORAGE: 'azure', AZURE_STORAGE_CONNECTION_STRING_FILE: 'f' }, `${CONNECTION}\n`))
      .to.have.property('account')
      .that.deep.equals(account);
  });

  it('needs one account, no more, and no half of it', () => {
    const account = { AZURE_STORAGE_ACCOUNT: 'sellers' };
    const key = { AZURE_STORAGE_CONNECTION_STRING: CONNECTION };
    expect(read({ STORAGE: 'azure' })).to.contain('give AZURE_STORAGE_ACCOUNT');
    expect(read({ STORAGE: 'azure', ...account, ...key })).to.contain('give one of them');
    expect(read(account)).to.contain('AZURE_STORAGE_ACCOUNT is set while STORAGE is file');
    expect(read({ AZURE_CLIENT_ID: 'of other tools' })).to.deep.equal({ kind: 'file' });
  });

  it('names what can’t be right, and never a secret', () => {
    const broken = read({ STORAGE: 'azure', AZURE_STORAGE_CONNECTION_STRING: 'c2VjcmV0' });
    expect(broken).to.contain('AZURE_STORAGE_CONNECTION_STRING holds no').and.not.contain('c2VjcmV0');
    expect(read({ STORAGE: 'cloud' })).to.contain('STORAGE is "cloud"; give one of file, azure');
    for (const bad of ['My Account', 'http://sellers.blob.core.windows.net', 'ab'])
      expect(read({ STORAGE: 'azure', AZURE_STORAGE_ACCOUNT: bad }), bad).to.contain(`is "${bad}"`);
    for (const bad of ['Upper', 'a', 'two--hyphens', '-x-'])
      expect(read({ STORAGE: 'azure', AZURE_STORAGE_CONTAINER: bad }), bad).to.contain(`is "${bad}"`);
  });
});
