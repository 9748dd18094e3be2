import { RemoteSilence } from './failure.ts';
import type { RemoteService } from './remote-service.ts';
import type { Actor } from '../identity/actor.ts';

/** More pages than this are a loop, or more than a chat can use. */
const MAX_PAGES = 20;

/**
 * The items of an OData collection, page by page, until the reader has enough. A next link is followed by its
 * path and query alone, on our own origin: samples of the service carry `http:`.
 *
 * @throws what the service throws; RemoteSilence `unreadable` for an answer that is no collection, or for a
 *   next link to another host, which is never called.
 */
export async function* readItems(
  service: RemoteService,
  actor: Actor,
  firstPath: string,
  deadlineMs: number,
): AsyncGenerator<unknown> {
  let path: string | null = firstPath;
  for (let page = 0; path !== null && page < MAX_PAGES; page += 1) {
    const { body } = await service.send(actor, { method: 'GET', path }, deadlineMs);
    const { items, nextLink } = readPage(service, body);
    yield* items;
    path = nextLink === null ? null : pathOfNext(service, nextLink);
  }
}

function readPage(service: RemoteService, body: unknown): { items: unknown[]; nextLink: string | null } {
  const page = body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  if (!Array.isArray(page['value'])) throw new RemoteSilence(service.baseUrl, 'unreadable', 'none');
  const link = page['@odata.nextLink'];
  return { items: page['value'], nextLink: typeof link === 'string' && link !== '' ? link : null };
}

function pathOfNext(service: RemoteService, link: string): string {
  const base = new URL(service.baseUrl);
  if (!URL.canParse(link, service.baseUrl)) throw new RemoteSilence(service.baseUrl, 'unreadable', 'none');
  const next = new URL(link, base);
  if (next.host !== base.host || !/^https?:$/.test(next.protocol)) {
    throw new RemoteSilence(`${service.baseUrl}: next link to ${next.host}`, 'unreadable', 'none');
  }
  return `${next.pathname}${next.search}`;
}
