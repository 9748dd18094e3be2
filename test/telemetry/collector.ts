import * as z from 'zod';
import { startWireServer, type WireServer } from '../fakes/wire-server.ts';

const value = z.object({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  boolValue: z.boolean().optional(),
  doubleValue: z.number().optional(),
});
const attributes = z.array(z.object({ key: z.string(), value })).default([]);

const span = z.object({
  traceId: z.string().regex(/^[\da-f]{32}$/),
  spanId: z.string().regex(/^[\da-f]{16}$/),
  parentSpanId: z.string().optional(),
  name: z.string(),
  /** 2 is a server's, 3 a client's. */
  kind: z.number(),
  attributes,
});
const resource = z.object({ attributes });

/** The JSON of OTLP/HTTP, as far as a test looks at it. Source: opentelemetry-proto, "OTLP/HTTP, JSON encoding". */
const tracesSchema = z.object({
  resourceSpans: z.array(z.object({ resource, scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
});
const metricsSchema = z.object({
  resourceMetrics: z.array(
    z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(z.looseObject({ name: z.string() })) })) }),
  ),
});

export type ReceivedSpan = z.infer<typeof span>;

/** A collector that takes traces and metrics over OTLP/HTTP. */
export interface Collector extends WireServer {
  readonly spans: ReceivedSpan[];
  readonly serviceNames: Set<string>;
  readonly metrics: Set<string>;
  /** The kinds of body that came. */
  readonly contentTypes: Set<string>;
}

/** Starts it on a free port; a body that is no OTLP is answered with 400. */
export async function startCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const [serviceNames, metrics, contentTypes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const takeTraces = (body: unknown): void => {
    for (const { resource: from, scopeSpans } of tracesSchema.parse(body).resourceSpans) {
      for (const { key, value: named } of from.attributes)
        if (key === 'service.name') serviceNames.add(named.stringValue ?? '');
      spans.push(...scopeSpans.flatMap((each) => each.spans));
    }
  };
  const takeMetrics = (body: unknown): void => {
    for (const { scopeMetrics } of metricsSchema.parse(body).resourceMetrics)
      for (const each of scopeMetrics.flatMap((scope) => scope.metrics)) metrics.add(each.name);
  };
  const server = await startWireServer(({ method, path, headers, body }) => {
    const take = { '/v1/traces': takeTraces, '/v1/metrics': takeMetrics }[path];
    if (method !== 'POST' || take === undefined) return { status: 404 };
    contentTypes.add(String(headers['content-type']));
    if (headers['content-type'] === 'application/json') take(JSON.parse(body));
    return { status: 200, body: {} };
  });
  return { ...server, spans, serviceNames, metrics, contentTypes };
}
