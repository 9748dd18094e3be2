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
  return page(
    'Accedi come… · Sign in as…',
    `<p>Scegli la persona che sei nella chat. Con un’altra l’accesso viene rifiutato.</p>
<p lang="en">Choose the person you are in the chat. Anybody else is refused.</p>
<ul>${rows.join('')}</ul>`,
  );
}

/** Shows the six digits, or that it failed. */
export function codePage(code: string | null): string {
  if (!code) {
    return page(
      'Accesso non riuscito · Sign-in failed',
      '<p>Torna nella chat e accedi di nuovo.</p><p lang="en">Go back to the chat and sign in again.</p>',
    );
  }
  return page(
    'Scrivi questo codice nella chat',
    `<p lang="en">Type this code in the chat.</p><p id="code">${code}</p>
<p>Poi puoi chiudere questa pagina. <span lang="en">Then you can close this page.</span></p>`,
  );
}

const STYLE = `body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f4f6f6;color:#1b2424}
main{max-width:26rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #d5dddd;border-radius:12px}
h1{font-size:1.25rem;margin:0 0 .75rem}p{margin:.5rem 0}ul{list-style:none;margin:1rem 0 0;padding:0}
a{display:block;margin:.5rem 0;padding:.75rem 1rem;border:1px solid #0b655e;border-radius:999px;color:#0b655e;text-decoration:none;font-weight:600}
#code{font-size:2.5rem;letter-spacing:.25em;font-weight:700;user-select:all}small{color:#556}`;

/** Looks like nobody's real page, and says so. */
function page(title: string, content: string): string {
  return `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style><main><h1>${title}</h1>
${content}
<small>Accesso di prova su questa macchina · Trial sign-in on this machine</small></main></html>`;
}
