import { renderCard, type CardAct } from './card-view.ts';
import { fetchPeople, type Person } from './connection.ts';
import { DEALS_TEXTS } from './deals-texts.ts';
import { element, find } from './elements.ts';
import { openFrame, type Frame } from './teams.ts';
import { firstLocale, type PageLocale } from './texts.ts';

// The tab on one's deals: the cards of the chat, read anew at each look. What a card offers beyond looking is done in
// the chat, which is opened with the words filled in.

/** What the server answers, see `src/bot/tab.ts`. */
type View =
  | { readonly kind: 'shown'; readonly card: unknown; readonly text: string }
  | { readonly kind: 'chat'; readonly words: string; readonly url: string | null };

const notice = find('notice', HTMLElement);
const place = find('shown', HTMLElement);
const select = find('person', HTMLSelectElement);
const all = find('all', HTMLButtonElement);

let frame: Frame = { kind: 'browser' };
let locale: PageLocale = firstLocale(navigator.language);
let personId: string | null = null;
/** What was looked at last, for looking again. */
let last: unknown = null;
/** Only the newest look counts: an answer that comes after another was asked for is dropped. */
let looks = 0;

const texts = () => DEALS_TEXTS[locale];

async function look(action: unknown): Promise<void> {
  looks += 1;
  const mine = looks;
  say(texts().loading);
  const view = await ask(action);
  if (mine !== looks) return;
  if (typeof view === 'string') return say(view);
  if (view.kind === 'chat') return leadToChat(view);
  last = action;
  const card = view.card === null ? null : renderCard(view.card, act);
  place.replaceChildren(card ?? element('p', '', view.text));
  all.hidden = isOnAll(action);
  notice.hidden = true;
}

/** Whether what is looked at is where "all deals" would lead. */
function isOnAll(action: unknown): boolean {
  const { of, page } = (action ?? { of: 'deals', page: 0 }) as {
    readonly of?: unknown;
    readonly page?: unknown;
  };
  return of === 'deals' && page === 0;
}

/** A view, or why there is none. */
async function ask(action: unknown): Promise<View | string> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const token = frame.kind === 'teams' ? await frame.token().catch(() => undefined) : null;
  if (token === undefined) return texts().notSignedIn;
  try {
    const response = await fetch('/tabs/deals', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ locale, timeZone, personId, action }),
    });
    if (response.status === 401) return texts().notSignedIn;
    if (response.status === 403) return texts().notServed;
    return response.ok ? ((await response.json()) as View) : texts().unavailable;
  } catch {
    return texts().unavailable;
  }
}

function act({ data }: CardAct): void {
  void look(data);
}

function leadToChat({ words, url }: Extract<View, { kind: 'chat' }>): void {
  say(texts().inChat(words));
  if (url !== null && frame.kind === 'teams') frame.open(url);
}

function say(text: string): void {
  notice.textContent = text;
  notice.hidden = false;
}

function showTexts(): void {
  document.documentElement.lang = locale;
  document.title = `${texts().heading} · Co-sell Assistant`;
  for (const node of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const word = texts()[node.dataset['text'] as keyof ReturnType<typeof texts>];
    node.textContent = typeof word === 'string' ? word : '';
  }
}

/** On this machine one says who one is, as on the chat page; elsewhere there is nobody to choose. */
async function choosePerson(): Promise<void> {
  const people: readonly Person[] = await fetchPeople().catch(() => []);
  const options = people.map(({ id, firstName, lastName, company }) => {
    const option = element('option', '', `${firstName} ${lastName}, ${company}`);
    option.value = id;
    return option;
  });
  select.replaceChildren(...options);
  find('choose', HTMLElement).hidden = people.length === 0;
  personId = people[0]?.id ?? null;
  select.addEventListener('change', () => {
    personId = select.value;
    void look(null);
  });
}

async function begin(): Promise<void> {
  frame = await openFrame();
  if (frame.kind === 'teams') locale = firstLocale(frame.language);
  showTexts();
  all.addEventListener('click', () => void look(null));
  find('again', HTMLButtonElement).addEventListener('click', () => void look(last));
  if (frame.kind === 'browser') await choosePerson();
  await look(null);
}

void begin();
