import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { CallerRefusal } from '../auth/caller.ts';
import type { PersonCheck } from '../auth/person-token.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { LOCALES, type Locale } from '../language/locale.ts';
import type { Editor, Workshop, WorkshopAnswer } from '../workshop/editor.ts';
import { failure } from '../workshop/pages/layout.ts';
import { workshopTexts } from '../workshop/texts.ts';
import { signInPage } from '../workshop/pages/sign-in.ts';
import { readForm } from './form-body.ts';
import { TEAMS_FRAMES } from './page-routes.ts';
import { sendError, sendStatus } from './respond.ts';

export interface WorkshopDoor {
  readonly workshop: Workshop;
  /** Who asks, by their token of Teams; null on this machine alone, where everybody is an editor. */
  readonly checkPerson: PersonCheck | null;
  /** Who a person is that may edit, by their company and role; null where they may not. */
  readonly findEditor: (actor: Actor) => Promise<Editor['person']>;
}

/** Below it the workshop reads what is sent by itself. */
export const WORKSHOP_PATH = '/workshop';

/** A price list of some hundred pages has that many. */
const MOST_BYTES = 20_000_000;

/** `__Host-`: no other host, and no path of ours, can set it. Teams frames the page, so that it is a third party's there. */
const COOKIE = '__Host-workshop';
const COOKIE_CHOICES = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  `base-uri 'none'; form-action 'self'; frame-ancestors ${TEAMS_FRAMES}`;

/** Where everybody here is an editor, what their forms carry: made anew at each start. */
const LOCAL_SECRET = randomBytes(32).toString('base64url');

/** Mounts the workshop below `/workshop`. */
export function mountWorkshop(server: Server, door: WorkshopDoor): void {
  server.post(`${WORKSHOP_PATH}/sign-in`, async (req, res) => signIn(req, res, door));
  for (const path of [WORKSHOP_PATH, `${WORKSHOP_PATH}/:page`]) {
    server.get(path, async (req, res) => serve(req, res, door));
    server.post(path, async (req, res) => serve(req, res, door));
  }
}

/** Keeps the token that Teams gave the page in a cookie that no script reads; it is checked anew each time. */
async function signIn(req: Request, res: Response, { checkPerson, findEditor }: WorkshopDoor): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (checkPerson === null || token === undefined) return sendError(res, 401, 'not authenticated');
  const actor = await personOf(token, checkPerson);
  if (typeof actor === 'number') return sendError(res, actor, 'not authenticated');
  if ((await findEditor(actor)) === null) return sendError(res, 403, 'not an editor');
  res.setHeader('Set-Cookie', `${COOKIE}=${token}; ${COOKIE_CHOICES}`);
  sendStatus(res, 204);
}

async function serve(req: Request, res: Response, door: WorkshopDoor): Promise<void> {
  const url = new URL(req.url ?? '', 'http://workshop');
  const locale = localeOf(req, url);
  const editor = await editorOf(req, locale, door);
  if (editor === 'unknown') return send(res, signInPage(locale), locale);
  if (editor === 'refused')
    return send(res, { kind: 'page', status: 403, markup: refusedMarkup(locale) }, locale);
  if (editor === 'later') return sendError(res, 503, 'try again later');
  const path = url.pathname.slice(WORKSHOP_PATH.length) || '/';
  const { searchParams: query } = url;
  if (req.method !== 'POST') {
    const form = new FormData();
    return send(res, await door.workshop({ method: 'GET', path, query, form }, editor), locale);
  }
  const form = await readForm(req, MOST_BYTES);
  if (typeof form === 'string') return sendError(res, form === 'large' ? 413 : 415, 'send a form');
  if (!isOwnForm(req, form, editor))
    return send(res, failure(workshopTexts[locale].errors.form, 403, editor), locale);
  return send(res, await door.workshop({ method: 'POST', path, query, form }, editor), locale);
}

const refusedMarkup = (locale: Locale): string => {
  const page = signInPage(locale, true);
  return page.kind === 'page' ? page.markup : '';
};

/** Sent from a page of ours: only these have the editor's token, and a browser says where a form comes from. */
function isOwnForm(req: Request, form: FormData, { formToken }: Editor): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const given = form.get('token');
  const [one, other] = [typeof given === 'string' ? given : '', formToken].map((text) => hashOf(text));
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

async function editorOf(
  req: Request,
  locale: Locale,
  { checkPerson, findEditor }: WorkshopDoor,
): Promise<Editor | 'unknown' | 'refused' | 'later'> {
  if (checkPerson === null)
    return { tenantId: null, person: null, locale, formToken: tokenFor(LOCAL_SECRET), isLocal: true };
  const cookie = cookieOf(req);
  if (cookie === null) return 'unknown';
  const actor = await personOf(cookie, checkPerson);
  if (typeof actor === 'number') return actor === 503 ? 'later' : 'unknown';
  const person = await findEditor(actor);
  if (person === null) return 'refused';
  const tenantId = actor.tenantId.toLowerCase();
  return { tenantId, person, locale, formToken: tokenFor(cookie), isLocal: false };
}

async function personOf(token: string, checkPerson: PersonCheck): Promise<Actor | 401 | 503> {
  try {
    return await checkPerson(`Bearer ${token}`);
  } catch (error) {
    if (error instanceof CallerRefusal) return 401;
    if (error instanceof AppError && error.code === 'unreachable') return 503;
    throw error;
  }
}

/** What nobody can say who doesn't have the secret. */
function tokenFor(secret: string): string {
  return createHash('sha256').update(`workshop form\n${secret}`).digest('base64url').slice(0, 32);
}

function cookieOf(req: Request): string | null {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) ?? null;
}

/** The language that the address names, or else the browser's first of ours; Italian where there is none. */
function localeOf(req: Request, url: URL): Locale {
  const accepted = (req.headers['accept-language'] ?? '').toLowerCase().split(',');
  const wanted = [url.searchParams.get('lang') ?? '', ...accepted.map((each) => each.trim())];
  return wanted.flatMap((each) => LOCALES.find((locale) => each.startsWith(locale)) ?? []).at(0) ?? 'it';
}

function send(res: Response, answer: WorkshopAnswer, locale: Locale): void {
  const headers = {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Cache-Control': 'no-store',
    // With none at all a browser doesn't say of a form that it comes from our own page.
    'Referrer-Policy': 'same-origin',
  };
  switch (answer.kind) {
    case 'go':
      res.writeHead(303, { ...headers, Location: answer.to });
      return void res.end();
    case 'json':
      res.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
      return void res.end(JSON.stringify(answer.value));
    case 'page':
      res.writeHead(answer.status, {
        ...headers,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Language': locale,
      });
      return void res.end(answer.markup);
    case 'file': {
      const named =
        answer.name === null ? {} : { 'Content-Disposition': `attachment; filename="${answer.name}"` };
      res.writeHead(200, { ...headers, ...named, 'Content-Type': answer.type });
      return void res.end(answer.content);
    }
  }
}
