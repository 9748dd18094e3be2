import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { buttonsOf, type ReceivedActivity, textOf } from './received.ts';

interface PageEvent {
  readonly kind: string;
  readonly activity: ReceivedActivity;
}

/** Replies of one turn come together; after this long without one the turn's are all there. */
const QUIET_MS = 60;

/** A person at the chat page: posts as the page does, and reads its stream of events. */
export class PageChat {
  readonly #address: string;
  readonly #personId: string;
  readonly #id = `page-${randomUUID()}`;
  readonly #stopping = new AbortController();
  readonly #events: PageEvent[] = [];
  #seen = 0;
  #wake: () => void = () => undefined;

  constructor(address: string, personId: string) {
    this.#address = address;
    this.#personId = personId;
  }

  async open(): Promise<void> {
    const { body } = await fetch(`${this.#address}/chat/${this.#id}/events`, {
      signal: this.#stopping.signal,
    });
    if (!body) throw new Error('no stream of events');
    this.#read(body).catch(() => undefined);
    await this.#post({ kind: 'open' });
  }

  close(): void {
    this.#stopping.abort();
  }

  async say(text: string): Promise<readonly ReceivedActivity[]> {
    await this.#post({ kind: 'say', clientId: randomUUID(), text });
    return this.news();
  }

  async tap(title: string, shown: readonly ReceivedActivity[]): Promise<readonly ReceivedActivity[]> {
    const button = shown.flatMap(buttonsOf).find((each) => each.title === title);
    if (!button) throw new Error(`no button "${title}" in: ${shown.map(textOf).join('\n')}`);
    await this.#post({ kind: 'submit', clientId: randomUUID(), title, data: button.data });
    return this.news();
  }

  /** The messages since the last look, once at least one has come and no further one follows. */
  async news(): Promise<readonly ReceivedActivity[]> {
    while (!this.#hasNews()) await new Promise<void>((resolve) => (this.#wake = resolve));
    for (let count = -1; count !== this.#events.length;) {
      count = this.#events.length;
      await wait(QUIET_MS);
    }
    const news = this.#events.slice(this.#seen).filter(({ kind }) => kind === 'message');
    this.#seen = this.#events.length;
    return news.map(({ activity }) => activity);
  }

  #hasNews(): boolean {
    return this.#events.slice(this.#seen).some(({ kind }) => kind === 'message');
  }

  async #post(part: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await fetch(`${this.#address}/chat/${this.#id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: this.#personId, locale: 'it-IT', timeZone: 'Europe/Rome', ...part }),
    });
    if (!response.ok) throw new Error(`the page's post was answered ${String(response.status)}`);
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) this.#events.push(JSON.parse(data) as PageEvent);
      }
      this.#wake();
    }
  }
}
