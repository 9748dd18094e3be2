import { renderCard } from './card-view.ts';

// What the form of an answer shows while somebody types: its cards, and who would catch a sentence. Without this script
// the buttons of the form show the same.

/** Milliseconds without a letter before the server is asked. */
const PAUSE_MS = 400;

const form = document.querySelector<HTMLFormElement>('#edit');

/** Only the newest answer counts. */
let asked = 0;

function showCard(place: HTMLElement, card: unknown): void {
  const shown = card === null ? null : renderCard(card, () => undefined);
  if (shown === null) return place.replaceChildren();
  // It is there to be looked at: its buttons would lead into a chat.
  for (const button of shown.querySelectorAll('button')) button.disabled = true;
  place.replaceChildren(shown);
}

async function ask(path: string): Promise<Record<string, Record<string, unknown>> | null> {
  if (form === null) return null;
  asked += 1;
  const mine = asked;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const response = await fetch(`${path}${location.search}`, { method: 'POST', body });
    if (!response.ok || mine !== asked) return null;
    return (await response.json()) as Record<string, Record<string, unknown>>;
  } catch {
    return null;
  }
}

async function refreshCards(): Promise<void> {
  const { cards = {} } = (await ask('/workshop/card')) ?? {};
  for (const [locale, card] of Object.entries(cards)) {
    const place = document.getElementById(`${locale}.card`);
    if (place !== null) showCard(place, card);
  }
}

async function refreshCaught(): Promise<void> {
  const { caught = {} } = (await ask('/workshop/caught')) ?? {};
  for (const [locale, piece] of Object.entries(caught)) {
    const parsed = new DOMParser().parseFromString(String(piece), 'text/html');
    document.getElementById(`${locale}.caught`)?.replaceChildren(...parsed.body.childNodes);
  }
}

let timer = 0;

function soon(refresh: () => Promise<void>): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), PAUSE_MS);
}

form?.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  soon(target.name.endsWith('.try') ? refreshCaught : refreshCards);
});

// Enter in the sentence tries it; it doesn't save.
form?.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (target.name.endsWith('.try')) void refreshCaught();
});

for (const place of document.querySelectorAll<HTMLElement>('[data-card]'))
  showCard(place, JSON.parse(place.dataset['card'] ?? 'null'));
