import type { Request, Response, Server } from 'restify';
import * as z from 'zod';
import { readOutside } from '../outside-value.ts';
import { CallerRefusal } from '../auth/caller.ts';
import type { PersonCheck } from '../auth/person-token.ts';
import type { TabView, TabViewer } from '../bot/tab.ts';
import { parseAction, type Action } from '../cards/action.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { isTimeZone, HOME_TIME_ZONE } from '../language/format.ts';
import { LOCALES } from '../language/locale.ts';
import { isJson } from './messages-route.ts';
import { type Assets, sendAsset, TEAMS_FRAMES } from './page-routes.ts';
import { sendError, sendJson } from './respond.ts';

export interface DealsTab {
  /** Who asks, by their token; null on this machine alone, where one says who one is. */
  readonly checkPerson: PersonCheck | null;
  /** Whom one can be there. */
  readonly people: () => Promise<readonly Actor[]>;
  /** Whether the company of a person is served. */
  readonly isServed: (actor: Actor) => boolean;
  readonly show: (action: Action | null, viewer: TabViewer) => Promise<TabView>;
  /** The address of the person's own chat with a message filled in; null where there is none. */
  readonly chatUrl: (words: string) => string | null;
}

/** What the page asks for: `action` is the data of the tapped button, null at first. */
const askSchema = z.object({
  locale: z.enum(LOCALES),
  timeZone: z.string().max(100),
  personId: z.string().max(100).nullable(),
  action: z.unknown(),
});

/**
 * Mounts the tab on one's deals: a page without any data, and what it asks for by its script. That call is no browser's
 * own: it wants JSON, and a token in its header, which no other page can put there.
 */
export function mountDealsTab(server: Server, assets: Assets, tab: DealsTab): void {
  server.get('/tabs/deals', (req, res, next) => {
    sendAsset(req, res, assets.get('deals.html'), TEAMS_FRAMES);
    next(false);
  });
  server.post('/tabs/deals', async (req, res) => {
    await answer(req, res, tab);
  });
}

async function answer(req: Request, res: Response, tab: DealsTab): Promise<void> {
  if (!isJson(req)) return sendError(res, 415, 'send application/json');
  const actor = await actorOf(req, tab);
  if ('status' in actor) return sendError(res, actor.status, actor.message);
  const asked = readOutside(askSchema, req.body);
  if (!asked.success) return sendError(res, NOT_ASKED.status, NOT_ASKED.message);
  if (!tab.isServed(actor)) return sendError(res, 403, 'this company is not served');
  const { locale, timeZone, action } = asked.data;
  const parsed = parseAction(action);
  if (action !== null && parsed === null) return sendError(res, 400, 'this is none of our buttons');
  const viewer = { actor, locale, timeZone: isTimeZone(timeZone) ? timeZone : HOME_TIME_ZONE };
  const view = await tab.show(parsed, viewer);
  sendJson(res, 200, view.kind === 'chat' ? { ...view, url: tab.chatUrl(view.words) } : view);
}

interface Refusal {
  readonly status: number;
  readonly message: string;
}

const NOT_ASKED: Refusal = { status: 400, message: 'this is not what the tab asks' };

async function actorOf(req: Request, { checkPerson, people }: DealsTab): Promise<Actor | Refusal> {
  if (checkPerson === null) {
    const asked = readOutside(askSchema, req.body);
    if (!asked.success) return NOT_ASKED;
    const person = (await people()).find(({ objectId }) => objectId === asked.data.personId);
    return person ?? { status: 404, message: 'there is no such sample person' };
  }
  try {
    return await checkPerson(req.headers.authorization ?? '');
  } catch (error) {
    if (error instanceof CallerRefusal) return { status: 401, message: 'not authenticated' };
    if (error instanceof AppError && error.code === 'unreachable')
      return { status: 503, message: 'try again later' };
    throw error;
  }
}
