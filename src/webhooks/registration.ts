import * as z from 'zod';
import { AppError } from '../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../remote/failure.ts';
import type { RemoteAnswer, RemoteService } from '../remote/remote-service.ts';
import { DEAL_EVENTS } from './event.ts';
import type { Actor } from '../identity/actor.ts';

const registrationSchema = z.object({
  WebhookUrl: z.string(),
  WebhookEvents: z.array(z.string()).nullish(),
  SignatureTokenToMsSignatureHeader: z.boolean().nullish(),
});

/** Where a company's events go. */
export interface Registration {
  readonly url: string;
  readonly events: readonly string[];
  /** Whether the signature comes in a header of its own, as ours do. */
  readonly usesMsHeader: boolean;
}

export type Subscribed =
  /** It was ours, just so, already. */
  | { readonly kind: 'unchanged'; readonly registration: Registration }
  | {
      readonly kind: 'registered';
      readonly registration: Registration;
      /** What stood there before and is replaced; null where nothing did. */
      readonly before: Registration | null;
    };

/** What became of a test event. */
export interface TestResult {
  readonly status: string;
  readonly codes: readonly string[];
}

/** A company's registration for events; Partner Center keeps one address a company. */
export interface Registrations {
  /** Null where none is registered. */
  find(actor: Actor): Promise<Registration | null>;
  /**
   * Registers our address for all events of deals that the company may have.
   *
   * @throws AppError `conflict` when another system's address is registered and `mayReplace` is false; `refused`
   *   (`no-events`) when the company may have none of the events.
   */
  subscribe(actor: Actor, url: string, mayReplace: boolean): Promise<Subscribed>;
  /** Has a test event sent (two a minute at most); resolves to the id that `readTest` takes. */
  sendTest(actor: Actor): Promise<string>;
  readTest(actor: Actor, id: string): Promise<TestResult>;
}

const ROOT = '/webhooks/v1/registration';
/** Milliseconds that one act may take with all its calls. */
const ACT_MS = 20_000;

/** All calls throw AppError `refused`, `unreachable` or `unauthorized`. */
export function createRegistrations(service: RemoteService): Registrations {
  const call = (actor: Actor, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
    send(service, actor, { method, path, ...(body === undefined ? {} : { body }) });
  const find = async (actor: Actor): Promise<Registration | null> => {
    const answer = await call(actor, 'GET', ROOT);
    return answer === null ? null : readRegistration(answer.body);
  };
  return {
    find,
    async subscribe(actor, url, mayReplace) {
      const before = await find(actor);
      if (before !== null && !isOurs(before, url) && !mayReplace) throw taken(before);
      const offered = await call(actor, 'GET', `${ROOT}/events`);
      const wanted = { url, events: eventsAmong(offered?.body), usesMsHeader: true };
      if (before !== null && isSame(before, wanted)) return { kind: 'unchanged', registration: before };
      await call(actor, before === null ? 'POST' : 'PUT', ROOT, {
        WebhookUrl: url,
        WebhookEvents: wanted.events,
        SignatureTokenToMsSignatureHeader: true,
      });
      return { kind: 'registered', registration: wanted, before };
    },
    async sendTest(actor) {
      const answer = await call(actor, 'POST', `${ROOT}/validationEvents`);
      const read = z.object({ correlationId: z.string() }).safeParse(answer?.body);
      if (read.success) return read.data.correlationId;
      throw unreadable('test event');
    },
    async readTest(actor, id) {
      const answer = await call(actor, 'GET', `${ROOT}/validationEvents/${encodeURIComponent(id)}`);
      const result = z.object({ responseCode: z.coerce.string() });
      const schema = z.object({ status: z.string(), results: z.array(result).nullish() });
      const read = schema.safeParse(answer?.body);
      if (!read.success) return { status: 'unknown', codes: [] };
      const codes = (read.data.results ?? []).map(({ responseCode }) => responseCode);
      return { status: read.data.status, codes };
    },
  };
}

/** Null for 404: the service's word for "none". */
async function send(
  service: RemoteService,
  actor: Actor,
  request: Parameters<RemoteService['send']>[1],
): Promise<RemoteAnswer | null> {
  try {
    return await service.send(actor, request, Date.now() + ACT_MS);
  } catch (error) {
    if (error instanceof RemoteRefusal && error.status === 404) return null;
    throw toAppError(error);
  }
}

function toAppError(error: unknown): unknown {
  if (error instanceof RemoteSilence) {
    return new AppError('unreachable', error.message, { cause: error, details: { reason: error.reason } });
  }
  if (!(error instanceof RemoteRefusal)) return error;
  const code = error.status === 401 ? 'unauthorized' : 'refused';
  const reason = error.status === 403 ? 'role-missing' : String(error.status);
  return new AppError(code, error.message, { cause: error, details: { reason } });
}

function readRegistration(body: unknown): Registration {
  const read = registrationSchema.safeParse(body);
  if (!read.success) throw unreadable('registration');
  const { WebhookUrl, WebhookEvents, SignatureTokenToMsSignatureHeader } = read.data;
  return {
    url: WebhookUrl,
    events: WebhookEvents ?? [],
    usesMsHeader: SignatureTokenToMsSignatureHeader === true,
  };
}

/** Those of the events that concern deals, by the service's own list; the test event comes unasked. */
function eventsAmong(offered: unknown): string[] {
  const names = z.array(z.string()).safeParse(offered);
  if (!names.success) throw unreadable('list of events');
  const events = names.data.filter((name) => DEAL_EVENTS.some((each) => each === name.toLowerCase()));
  if (events.length > 0) return events;
  throw new AppError('refused', 'webhooks: Partner Center offers this company no events of deals', {
    details: { reason: 'no-events' },
  });
}

/** The same address, whatever company it carries. */
function isOurs({ url }: Registration, ours: string): boolean {
  if (!URL.canParse(url)) return false;
  const [theirs, own] = [new URL(url), new URL(ours)];
  return theirs.origin === own.origin && theirs.pathname === own.pathname;
}

function isSame(a: Registration, b: Registration): boolean {
  const events = (one: Registration) => [...one.events].sort().join();
  return a.url === b.url && events(a) === events(b) && a.usesMsHeader === b.usesMsHeader;
}

function taken({ url }: Registration): AppError {
  const message = `webhooks: another system is registered at ${url}; to put the assistant in its place, add --replace`;
  return new AppError('conflict', message, { details: { reason: 'other-registration' } });
}

function unreadable(what: string): AppError {
  return new AppError('unreachable', `webhooks: Partner Center's ${what} can't be read`, {
    details: { reason: 'unreadable' },
  });
}
