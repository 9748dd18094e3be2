import type { FakeUser } from './entra.ts';

/** What the SDK packs into `state`: base64 of JSON with the connection and the conversation. */
export function readState(state: string): { connectionName: string; userId: string; channelId: string } {
  interface State {
    connectionName?: string;
    conversation?: { channelId?: string; user?: { id?: string } };
  }
  try {
    const { connectionName, conversation } = JSON.parse(
      Buffer.from(state, 'base64').toString('utf8'),
    ) as State;
    return {
      connectionName: connectionName ?? '',
      userId: conversation?.user?.id ?? '',
      channelId: conversation?.channelId ?? '',
    };
  } catch {
    return { connectionName: '', userId: '', channelId: '' };
  }
}

/** Asks who signs in. */
export function peoplePage(users: readonly FakeUser[], link: string): string {
  const rows = users.map((one) => `<li><a href="${link}&amp;as=${one.objectId}">${one.displayName}</a></li>`);
  return `<!doctype html><title>Sign in</title><h1>Sign in as</h1><ul>${rows.join('')}</ul>`;
}

/** Shows the six digits, or that it failed. */
export function codePage(code: string | null): string {
  if (!code) return '<!doctype html><title>Sign in</title><h1>Sign-in failed</h1>';
  return `<!doctype html><title>Sign in</title><h1>Type this code in the chat</h1><p id="code">${code}</p>`;
}
