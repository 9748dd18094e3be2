import { expect } from 'chai';
import { connect } from 'node:net';
import { createEchoServer } from './echo-bot.ts';

/** An answer to bytes that no client of ours would send. */
function answerTo(address: string, request: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('every answer over HTTP', () => {
  const paths = ['/healthz', '/readyz', '/metrics', '/api/messages', '/nothing-here', '/sandbox'];

  for (const [who, guard] of [
    ['without an app id', null],
    ['with one', { appId: 'an-app', keysUrl: 'http://127.0.0.1:1/' }],
  ] as const) {
    it(`${who}: says what browsers may do with it, and is what it says`, async () => {
      const { server } = createEchoServer({}, guard);
      const address = await server.listen();
      for (const path of paths) {
        for (const method of ['GET', 'POST', 'DELETE']) {
          const { headers } = await fetch(address + path, { method });
          const what = `${method} ${path}`;
          expect(headers.get('x-content-type-options'), what).to.equal('nosniff');
          expect(headers.get('content-security-policy'), what).to.contain("frame-ancestors 'none'");
          expect(headers.get('referrer-policy'), what).to.equal('no-referrer');
          expect(headers.get('cache-control'), what).to.contain('no-store');
          expect(headers.get('access-control-allow-origin'), what).to.equal(null);
          expect(headers.get('set-cookie'), what).to.equal(null);
          expect(headers.has('strict-transport-security'), what).to.equal(guard !== null);
          const type = headers.get('content-type');
          if (type !== null) expect(type, what).to.match(/^(?:application\/json|text\/plain)/);
        }
      }
      await server.close(0);
    });
  }

  it('a request with two lengths is refused, and what is hidden in it is no request', async () => {
    const { server } = createEchoServer();
    const address = await server.listen();
    const hidden = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
    const head = ['POST /api/messages HTTP/1.1', 'Host: 127.0.0.1', 'Transfer-Encoding: chunked'];
    const both = [...head, `Content-Length: ${String(hidden.length)}`, '', '0', '', hidden].join('\r\n');
    const answer = await answerTo(address, both);
    expect(answer.match(/^HTTP\/1\.1 \d+/gm)).to.deep.equal(['HTTP/1.1 400']);
    await server.close(0);
  });
});
