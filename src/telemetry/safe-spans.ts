import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

/**
 * The attributes that leave this process, old and new names of the conventions. What instrumentations add beside
 * them holds addresses with people's ids in them, sign-in codes and error texts.
 */
export const SAFE_ATTRIBUTES: readonly string[] = [
  'cosell.turn',
  'cosell.outcome',
  'error.type',
  'exception.type',
  'http.method',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'http.status_code',
  'net.host.port',
  'net.peer.name',
  'net.peer.port',
  'network.protocol.version',
  'server.address',
  'server.port',
  'url.scheme',
];

const SAFE = new Set(SAFE_ATTRIBUTES);

/** Hands spans on without what could be of a person. */
export function withSafeSpans(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(toSafe), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function toSafe(span: ReadableSpan): ReadableSpan {
  const events = span.events.map((event) => ({ ...event, attributes: safeOf(event.attributes ?? {}) }));
  // Of the status its code alone: the message is an error's text.
  return Object.create(span, {
    attributes: { value: safeOf(span.attributes) },
    events: { value: events },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}

function safeOf(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => SAFE.has(name));
  return Object.fromEntries(kept);
}
