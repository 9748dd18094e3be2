import { expect } from 'chai';
import { refuseCaller } from '../../src/http/caller-check.ts';
import { hostOfUrl, isLoopbackHost } from '../../src/http/loopback.ts';

const statusOf = (method: string, headers: Parameters<typeof refuseCaller>[1]) =>
  refuseCaller(method, headers)?.status ?? 'passes';

describe('who may call without authentication', () => {
  for (const host of ['localhost:3978', '127.0.0.1:3978', '[::1]:3978', 'localhost', '127.0.0.1:8080']) {
    it(`a program on this machine, under ${host}`, () => {
      expect(statusOf('POST', { host })).to.equal('passes');
    });
  }

  for (const host of [
    'evil.example',
    '127.0.0.1.nip.io:3978',
    '10.0.0.5:3978',
    'user@localhost',
    '',
    ':::',
    undefined,
  ]) {
    it(`nobody under the name ${JSON.stringify(host)}, not even to read`, () => {
      const expected = host === 'user@localhost' ? 'passes' : 421;
      expect(statusOf('GET', { host })).to.equal(expected);
    });
  }

  it('our own page', () => {
    const headers = {
      host: 'localhost:3978',
      origin: 'http://localhost:3978',
      'sec-fetch-site': 'same-origin',
    };
    expect(statusOf('POST', headers)).to.equal('passes');
  });

  const strangers: [string, object][] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame or a file', { origin: 'null' }],
    ['a site whose browser hides the origin', { 'sec-fetch-site': 'cross-site' }],
  ];
  for (const [who, headers] of strangers) {
    it(`no page of ${who}, to post`, () => {
      expect(statusOf('POST', { host: 'localhost:3978', ...headers })).to.equal(403);
      expect(statusOf('DELETE', { host: 'localhost:3978', ...headers })).to.equal(403);
    });
  }

  it('a link from elsewhere, which opens the page', () => {
    expect(statusOf('GET', { host: 'localhost:3978', 'sec-fetch-site': 'cross-site' })).to.equal('passes');
  });
});

describe('loopback names', () => {
  it('are this machine by each of its names, and no other', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]', 'LOCALHOST']) {
      expect(isLoopbackHost(host), host).to.equal(true);
    }
    for (const host of ['localhost.evil.example', '127.0.0.1.nip.io', '0.0.0.0', '10.0.0.1', '']) {
      expect(isLoopbackHost(host), host).to.equal(false);
    }
  });

  it('are taken from http addresses only', () => {
    expect(hostOfUrl('http://127.0.0.1:3978/x')).to.equal('127.0.0.1');
    expect(hostOfUrl('https://[::1]/')).to.equal('[::1]');
    expect(hostOfUrl('file:///etc/passwd')).to.equal(null);
    expect(hostOfUrl('no address')).to.equal(null);
  });
});
