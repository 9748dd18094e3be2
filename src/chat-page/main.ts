import type { CardAct } from './card-view.ts';
import { createComposer } from './composer.ts';
import { type Person, type Saying, fetchPeople, listen, post } from './connection.ts';
import { find } from './elements.ts';
import type { PageEvent } from './events.ts';
import { createHeader } from './header.ts';
import type { MessageContext } from './message-view.ts';
import { showStarters, showTexts } from './page-text.ts';
import { type StoredConversation, newConversation, readState, remember, writeState } from './store.ts';
import { PAGE_TEXTS, type PageLocale, firstLocale } from './texts.ts';
import { createTranscript } from './transcript.ts';

/** How long a connection may be away before it is said, in milliseconds: a restart is over by then. */
const SAY_LOST_AFTER_MS = 1500;
/** An answer that comes sooner needs no typing indicator, in milliseconds. */
const TYPING_AFTER_MS = 350;

const notice = find('notice', HTMLElement);
const start = find('start', HTMLElement);
const transcript = createTranscript();
const composer = createComposer((text) => say(text));
const header = createHeader({ onPerson: becomePerson, onLocale: setLocale, onNewConversation: beginAnew });

let state = readState(localStorage);
let locale: PageLocale = state.locale ?? firstLocale(navigator.language);
let people: readonly Person[] = [];
let personId = '';
let stopListening = () => undefined as void;
let waiting = 0;
let lostTimer: number | undefined;

const texts = () => PAGE_TEXTS[locale];
const context = (): MessageContext => ({ texts: texts(), onAct: act, onSuggestion: say });
const conversation = (): StoredConversation => state.conversations[personId] ?? newConversation();

function save(changed: StoredConversation): void {
  state = {
    version: 1,
    locale: state.locale,
    personId,
    conversations: { ...state.conversations, [personId]: changed },
  };
  writeState(localStorage, state);
}

function setLocale(chosen: PageLocale): void {
  locale = chosen;
  state = { ...state, locale };
  writeState(localStorage, state);
  showChrome();
  transcript.reset(conversation().events, context());
}

function showChrome(): void {
  showTexts(locale, texts());
  showStarters(texts(), say);
  header.show(people, personId, locale, texts());
}

function becomePerson(id: string): void {
  personId = id;
  save(conversation());
  openConversation();
}

function beginAnew(): void {
  save(newConversation());
  openConversation();
  composer.focus();
}

/** Shows the conversation of the person chosen, listens to it, and greets when it is new. */
function openConversation(): void {
  stopListening();
  const { id, lastEventId, events } = conversation();
  transcript.reset(events, context());
  start.hidden = transcript.isBegun();
  stopListening = listen(id, lastEventId, {
    onEvent: (event) => {
      if (id === conversation().id) take(event);
    },
    onConnection: showConnection,
  });
  if (events.length === 0) void send({ kind: 'open' });
}

function take(event: PageEvent): void {
  save(remember(conversation(), event));
  if (event.kind === 'message') transcript.setTyping(false);
  transcript.show(event, context());
  start.hidden = transcript.isBegun();
}

/** A lost connection is tried again every second, and each failure is told: the first one starts the clock. */
function showConnection(isConnected: boolean): void {
  if (isConnected) {
    window.clearTimeout(lostTimer);
    lostTimer = undefined;
    notice.hidden = true;
  } else {
    lostTimer ??= window.setTimeout(() => showNotice(texts().reconnecting), SAY_LOST_AFTER_MS);
  }
}

function showNotice(text: string): void {
  notice.textContent = text;
  notice.hidden = false;
}

function say(text: string): void {
  void sendShown(text, (clientId) => ({ kind: 'say', clientId, text }));
}

function act(cardAct: CardAct, activityId: string): void {
  if (cardAct.kind === 'execute') void sendTapped(cardAct, activityId);
  else void sendShown(cardAct.title, (clientId) => ({ ...cardAct, clientId }));
}

/** What was tapped is shown on its card; only one that doesn't arrive is shown as a message that can be sent again. */
async function sendTapped(tapped: Extract<CardAct, { kind: 'execute' }>, activityId: string): Promise<void> {
  const saying = { ...tapped, clientId: crypto.randomUUID(), activityId };
  start.hidden = true;
  transcript.showTapped(tapped.title);
  if (await send(saying)) return;
  transcript.showSending(saying.clientId, tapped.title, context());
  transcript.showFailed(saying.clientId, context(), () => void sendTapped(tapped, activityId));
}

async function sendShown(shown: string, make: (clientId: string) => Saying): Promise<void> {
  const clientId = crypto.randomUUID();
  start.hidden = true;
  transcript.showSending(clientId, shown, context());
  const hasArrived = await send(make(clientId));
  if (!hasArrived) transcript.showFailed(clientId, context(), () => void sendShown(shown, make));
}

async function send(saying: Saying): Promise<boolean> {
  const { id } = conversation();
  waiting += 1;
  const timer = window.setTimeout(() => transcript.setTyping(true), TYPING_AFTER_MS);
  const hasArrived = await post(id, { personId, locale: locale === 'it' ? 'it-IT' : 'en-US' }, saying);
  window.clearTimeout(timer);
  waiting -= 1;
  if (waiting === 0) transcript.setTyping(false);
  return hasArrived;
}

async function begin(): Promise<void> {
  showChrome();
  try {
    people = await fetchPeople();
  } catch {
    showNotice(texts().unavailable);
    return;
  }
  const known = people.find(({ id }) => id === state.personId) ?? people[0];
  if (known === undefined) return;
  personId = known.id;
  save(conversation());
  showChrome();
  openConversation();
  composer.focus();
}

void begin();
