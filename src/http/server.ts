import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Person } from '../directory/directory.ts';
import { type ContentPages, mountContentPages } from './content-page.ts';
import { createChatLog } from './chat/chat-log.ts';
import { mountChat } from './chat/chat-routes.ts';
import { mountConnector } from './chat/connector-routes.ts';
import { mountEventStream } from './chat/event-stream.ts';
import { type OperatorAccess, type Readiness, mountHealth } from './health-routes.ts';
import { type HttpServer, type Listener, createListener } from './listener.ts';
import { type MessagesOptions, mountMessages } from './messages-route.ts';
import { type DealsTab, mountDealsTab } from './deals-tab.ts';
import { mountWorkshop, type WorkshopDoor } from './workshop-routes.ts';
import { type Assets, mountAssets, mountPage, PAGE_FOLDER } from './page-routes.ts';

export type { HttpServer } from './listener.ts';

export interface ServerOptions extends MessagesOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: Pick<Logger, 'error' | 'info' | 'warn'>;
  readonly readiness: () => Promise<Readiness>;
  /** What opens `/metrics` and the warnings of `/readyz` to others; null closes them. Without an app id they are open. */
  readonly metricsToken: string | null;
  /** The local chat page; null, and always off with an app id, where it would let any stranger in. */
  readonly chatPage: ChatPage | null;
  /** The pages on privacy, terms and help. */
  readonly contentPages?: ContentPages;
  /** The tab on one's deals. */
  readonly dealsTab?: DealsTab;
  /** Where editors work on the answers; null where nobody may. */
  readonly workshop?: WorkshopDoor | null;
  /** The folder of the pages' files, where it isn't the usual one. */
  readonly pageFolder?: string;
  /** Further routes (the sandbox, webhooks). */
  readonly mount?: (server: Server) => void;
}

export interface ChatPage {
  readonly people: () => Promise<readonly Person[]>;
  /** Where messages of the page are posted; null is this server. */
  readonly postsTo?: string | null;
}

/** Makes the HTTP server with all of its routes; it listens once asked. */
export function createServer(options: ServerOptions): HttpServer {
  const { isAnonymous, metricsToken, readiness, metrics } = options;
  const listener = createListener({ ...options, portName: 'PORT', isLocal: isAnonymous });
  mountMessages(listener.restify, options);
  const token: OperatorAccess = metricsToken === null ? null : { token: metricsToken };
  mountHealth(listener.restify, { readiness, metrics, operator: isAnonymous ? 'everybody' : token });
  const { chatPage, dealsTab, workshop = null, pageFolder = PAGE_FOLDER } = options;
  const hasPages = dealsTab !== undefined || workshop !== null || (isAnonymous && chatPage !== null);
  const assets = hasPages ? mountAssets(listener.restify, pageFolder) : null;
  const endStreams =
    isAnonymous && chatPage !== null && assets !== null
      ? mountLocalPage(listener, { ...options, chatPage }, assets)
      : () => undefined;
  if (dealsTab !== undefined && assets !== null) mountDealsTab(listener.restify, assets, dealsTab);
  if (workshop !== null) mountWorkshop(listener.restify, workshop);
  if (options.contentPages !== undefined) mountContentPages(listener.restify, options.contentPages);
  options.mount?.(listener.restify);
  return {
    listen: () => listener.listen(),
    close(graceMs) {
      endStreams();
      return listener.close(graceMs);
    },
  };
}

/** Makes the operator's own server, on a port of this machine alone: `/metrics`, `/healthz`, `/readyz` with its warnings. */
export function createOperatorServer(
  options: Pick<ServerOptions, 'port' | 'log' | 'readiness' | 'metrics'>,
): HttpServer {
  const listener = createListener({ ...options, host: '127.0.0.1', portName: 'METRICS_PORT', isLocal: true });
  mountHealth(listener.restify, { ...options, operator: 'everybody' });
  return listener;
}

function mountLocalPage(
  listener: Listener,
  options: ServerOptions & { readonly chatPage: ChatPage },
  assets: Assets,
): () => void {
  const { restify } = listener;
  const log = createChatLog(randomUUID().slice(0, 8));
  mountPage(restify, assets);
  const { people, postsTo = null } = options.chatPage;
  const origin = () => listener.origin();
  mountChat(restify, { log, people, origin, postsTo: () => postsTo ?? origin() });
  mountConnector(restify, log);
  return mountEventStream(restify, log, options.metrics);
}
