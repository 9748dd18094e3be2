import type { Server } from 'restify';
import { isJson } from './messages-route.ts';
import { sendError, sendJson } from './respond.ts';
import type { SandboxHandler } from './sandbox.ts';

/** Where the sandbox command reaches the running bot. */
export const SANDBOX_PATH = '/sandbox';

/** Mounts the sandbox's address; only where the sample company is. */
export function mountSandbox(server: Server, handle: SandboxHandler): void {
  server.post(SANDBOX_PATH, async (req, res) => {
    if (!isJson(req)) return sendError(res, 415, 'send application/json');
    const { status, body } = await handle({
      authorization: req.headers.authorization,
      body: req.body as unknown,
    });
    sendJson(res, status, body);
  });
}
