import { randomUUID, sign } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Authority, Certificate } from './certificates.ts';
import { asJson, type Json } from './partner-center-rules.ts';
import { getSharedPapers } from './webhook-papers.ts';
import { startWireServer, type WireReply, type WireServer } from './wire-server.ts';

/** An event as it goes over the wire: no data of the deal. */
export interface WebhookEvent {
  readonly EventName: string;
  readonly ResourceUri: string;
  readonly ResourceName: string;
  readonly AuditUri: string | null;
  readonly ResourceChangeUtcDate: string;
}

/** What became of one delivery: the status of each attempt, 0 where nobody answered. */
export interface Delivery {
  readonly correlationId: string;
  readonly event: WebhookEvent;
  readonly url: string;
  readonly attempts: number[];
}

export interface Registration {
  readonly WebhookUrl: string;
  readonly WebhookEvents: readonly string[];
  readonly SignatureTokenToMsSignatureHeader: boolean;
}

export interface WebhooksOptions {
  readonly now: () => Date;
  /** Milliseconds between two attempts of one delivery. */
  readonly retryDelayMs: number;
}

const EVENT_NAMES = [
  'test-created',
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
];
const ATTEMPTS = 10;
const TESTS_A_MINUTE = 2;

/** The webhook side of Partner Center: registrations by tenant, signed deliveries, the certificate's host. */
export class Webhooks {
  /** Issues the certificate that signs; its PEM is what a receiver has to trust. */
  readonly authority: Authority;
  readonly certificate: Certificate;
  readonly deliveries: Delivery[] = [];
  readonly #host: WireServer;
  readonly #options: WebhooksOptions;
  readonly #registrations = new Map<string, Registration>();
  readonly #tests: number[] = [];
  readonly #underway = new Set<Promise<unknown>>();
  readonly #stopping = new AbortController();

  private constructor(
    authority: Authority,
    host: WireServer,
    certificate: Certificate,
    options: WebhooksOptions,
  ) {
    this.authority = authority;
    this.#host = host;
    this.certificate = certificate;
    this.#options = options;
  }

  /** Makes the authority and serves its certificates over HTTPS on a free port. */
  static async start(options: WebhooksOptions): Promise<Webhooks> {
    const { authority, signing, tls } = getSharedPapers();
    const serve = ({ path }: { path: string }): WireReply =>
      path === '/cert/webhooks.cer'
        ? { status: 200, body: signing.der, headers: { 'content-type': 'application/octet-stream' } }
        : { status: 404, body: 'no such certificate' };
    const host = await startWireServer(serve, { cert: tls.pem, key: tls.keyPem });
    return new Webhooks(authority, host, signing, options);
  }

  /** Where the signing certificate is served (DER). */
  get certificateUrl(): string {
    return `${this.#host.url}/cert/webhooks.cer`;
  }

  /** Requests for certificates that came in, for counting what a receiver fetches. */
  get certificateHost(): WireServer {
    return this.#host;
  }

  /** The headers and the raw body of a true delivery. */
  signEvent(event: WebhookEvent, usesMsHeader = true): { headers: Record<string, string>; body: string } {
    const body = JSON.stringify(event);
    return { headers: this.signBytes(Buffer.from(body, 'utf8'), usesMsHeader), body };
  }

  /** The headers of a body, whatever it is. */
  signBytes(body: Buffer, usesMsHeader = true): Record<string, string> {
    const signature = sign('sha256', body, this.certificate.key).toString('base64');
    return {
      'content-type': 'application/json',
      [usesMsHeader ? 'x-ms-signature' : 'authorization']: `Signature ${signature}`,
      'x-ms-certificate-url': this.certificateUrl,
      'x-ms-signature-algorithm': 'rsa-sha256',
    };
  }

  /** Sends the event to the tenant's registration, where there is one for it; 10 attempts, in the background. */
  announce(tenantId: string, name: string, referralId: string): void {
    const event = {
      EventName: name,
      ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referralId}`,
      ResourceName: 'referral',
      AuditUri: null,
      ResourceChangeUtcDate: this.#options.now().toISOString().replace('Z', '+00:00'),
    };
    this.#deliver(tenantId, event, randomUUID());
  }

  /** Resolves when every delivery under way has succeeded or was given up. */
  async settle(): Promise<void> {
    await Promise.all(this.#underway);
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.settle();
    await this.#host.close();
  }

  /** Answers the registration endpoints for a tenant; null where the path is none of them. */
  answer(method: string, path: string, tenantId: string, body: string): WireReply | null {
    const root = '/webhooks/v1/registration';
    if (path === `${root}/events` && method === 'GET') return { status: 200, body: EVENT_NAMES };
    if (path === root) return this.#answerRegistration(method, tenantId, body);
    if (path === `${root}/validationEvents` && method === 'POST') return this.#test(tenantId);
    if (path.startsWith(`${root}/validationEvents/`))
      return this.#reportTest(path.split('/').at(-1) ?? '', tenantId);
    return null;
  }

  #answerRegistration(method: string, tenantId: string, body: string): WireReply {
    const current = this.#registrations.get(tenantId);
    if (method === 'GET') return current ? { status: 200, body: current } : problem(404, 'No registration.');
    if (method === 'PUT' && !current) return problem(404, 'No registration.');
    const { WebhookUrl, WebhookEvents, SignatureTokenToMsSignatureHeader } = asJson(JSON.parse(body));
    const events = Array.isArray(WebhookEvents) ? WebhookEvents.map(String) : [];
    if (
      typeof WebhookUrl !== 'string' ||
      events.length === 0 ||
      !events.every((one) => EVENT_NAMES.includes(one))
    ) {
      return problem(400, 'A URL and known events are needed.');
    }
    const registration = {
      WebhookUrl,
      WebhookEvents: events,
      SignatureTokenToMsSignatureHeader: SignatureTokenToMsSignatureHeader === true,
    };
    this.#registrations.set(tenantId, registration);
    return { status: 200, body: { SubscriberId: tenantId, ...registration } };
  }

  #test(tenantId: string): WireReply {
    const now = this.#options.now().getTime();
    if (this.#tests.filter((time) => now - time < 60_000).length >= TESTS_A_MINUTE) {
      return { status: 429, body: { statusCode: 429, message: 'Try again in 60 seconds.' } };
    }
    this.#tests.push(now);
    const correlationId = randomUUID();
    const uri = `https://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/${correlationId}`;
    const ResourceChangeUtcDate = this.#options.now().toISOString();
    const event = {
      EventName: 'test-created',
      ResourceUri: uri,
      ResourceName: 'test',
      AuditUri: null,
      ResourceChangeUtcDate,
    };
    this.#deliver(tenantId, event, correlationId);
    return { status: 200, body: { correlationId } };
  }

  #reportTest(correlationId: string, partnerId: string): WireReply {
    const delivery = this.deliveries.find((one) => one.correlationId === correlationId);
    if (!delivery) return problem(404, 'No such test.');
    const results = delivery.attempts.map((status) => ({
      responseCode: String(status),
      systemError: status === 0,
    }));
    const status = delivery.attempts.some((one) => one >= 200 && one < 300) ? 'completed' : 'inProgress';
    return { status: 200, body: { correlationId, partnerId, status, callbackUrl: delivery.url, results } };
  }

  #deliver(tenantId: string, event: WebhookEvent, correlationId: string): void {
    const registration = this.#registrations.get(tenantId);
    if (!registration?.WebhookEvents.includes(event.EventName)) return;
    const delivery = { correlationId, event, url: registration.WebhookUrl, attempts: [] };
    this.deliveries.push(delivery);
    const work = this.#attempt(delivery, registration.SignatureTokenToMsSignatureHeader).catch(
      () => undefined,
    );
    this.#underway.add(work);
    void work.finally(() => this.#underway.delete(work));
  }

  async #attempt(delivery: Delivery, usesMsHeader: boolean): Promise<void> {
    const signed = this.signEvent(delivery.event, usesMsHeader);
    while (delivery.attempts.length < ATTEMPTS) {
      const status = await fetch(delivery.url, {
        method: 'POST',
        ...signed,
        signal: this.#stopping.signal,
      }).then(
        (response) => response.status,
        () => 0,
      );
      delivery.attempts.push(status);
      if (status >= 200 && status < 300) return;
      await wait(this.#options.retryDelayMs, undefined, { signal: this.#stopping.signal });
    }
  }
}

function problem(code: number, description: string): WireReply {
  return {
    status: code,
    body: { code: code * 10, description, data: [], source: 'PartnerFD' } satisfies Json,
  };
}
