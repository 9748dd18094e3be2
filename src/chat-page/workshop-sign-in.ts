import { find } from './elements.ts';
import { openFrame } from './teams.ts';

// The page before the workshop: Teams says who is there, the server keeps what it says in a cookie, and the page is
// loaded again.

async function signIn(): Promise<void> {
  const frame = await openFrame();
  if (frame.kind !== 'teams') return;
  find('only-teams', HTMLElement).hidden = true;
  find('wait', HTMLElement).hidden = false;
  const token = await frame.token();
  const response = await fetch('/workshop/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: '{}',
  });
  if (response.ok) return location.reload();
  find('wait', HTMLElement).hidden = true;
  find('refused', HTMLElement).hidden = response.status !== 403;
  find('only-teams', HTMLElement).hidden = response.status === 403;
}

void signIn();
