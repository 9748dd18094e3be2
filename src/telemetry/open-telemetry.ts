import { createRequire, syncBuiltinESMExports } from 'node:module';
import { context, type Span, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import {
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  createAllowListAttributesProcessor,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { TelemetryConfig } from '../config/telemetry.ts';
import { AppError } from '../errors.ts';
import { SAFE_ATTRIBUTES, withSafeSpans } from './safe-spans.ts';
import type { Trace } from './trace.ts';

/** What is traced and measured for an OpenTelemetry collector. */
export interface Telemetry {
  readonly trace: Trace;
  /** A turn that ended, with its time in milliseconds. */
  turnEnded(outcome: string, durationMs: number): void;
  /** Sends what is still here, and ends; a collector that can't be reached is no reason to wait. */
  stop(): Promise<void>;
}

const NAME = 'co-sell-assistant';
const STOP_MS = 3_000;

/**
 * Sets OpenTelemetry up for this process, once. Import this file only where it is wanted: it loads the SDK. The
 * addresses, headers, sampler and batches are those of the standard environment variables, which the SDK itself reads.
 */
export async function startTelemetry(config: TelemetryConfig): Promise<Telemetry> {
  const named = resourceFromAttributes({ 'service.name': NAME });
  const resource = named.merge(detectResources({ detectors: [envDetector] }));
  const tracerProvider = config.traces ? await openTraces(resource, config) : null;
  const meterProvider = config.metrics ? await openMetrics(resource, config) : null;
  registerInstrumentations({
    ...(tracerProvider === null ? {} : { tracerProvider }),
    ...(meterProvider === null ? {} : { meterProvider }),
    instrumentations: [
      new HttpInstrumentation({
        // Whoever looks whether the process lives is not worth a trace.
        ignoreIncomingRequestHook: ({ url }) => url?.startsWith('/api/') !== true,
        requireParentforOutgoingSpans: true,
      }),
      new UndiciInstrumentation({ requireParentforSpans: true }),
    ],
  });
  patchLoadedHttp();
  const turns = (meterProvider?.getMeter(NAME) ?? null)?.createHistogram('cosell.turn.duration', {
    unit: 's',
    description: 'Time that a turn takes to its reply, without sending it',
  });
  return {
    trace: traceWith(trace.getTracer(NAME)),
    turnEnded: (outcome, ms) => turns?.record(ms / 1000, { 'cosell.outcome': outcome }),
    async stop() {
      const ended = Promise.allSettled([tracerProvider?.shutdown(), meterProvider?.shutdown()]);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    },
  };
}

/**
 * The instrumentation of `http` changes the module when somebody next requires it; by now everybody has it. The
 * server's part hangs on a prototype that all share, and the client's is passed on to those who imported it.
 */
function patchLoadedHttp(): void {
  const load = createRequire(import.meta.url);
  for (const name of ['http', 'https']) load(name);
  syncBuiltinESMExports();
}

async function openTraces(resource: Resource, { protocol }: TelemetryConfig): Promise<NodeTracerProvider> {
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  const processor = new BatchSpanProcessor(withSafeSpans(new OTLPTraceExporter()));
  const provider = new NodeTracerProvider({ resource, spanProcessors: [processor] });
  // Baggage is not handed on: it would carry what a stranger wrote to the services behind us.
  provider.register({ propagator: new W3CTraceContextPropagator() });
  return provider;
}

async function openMetrics(
  resource: Resource,
  { protocol, exportIntervalMs }: TelemetryConfig,
): Promise<MeterProvider> {
  const { OTLPMetricExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-metrics-otlp-http')
      : await import('@opentelemetry/exporter-metrics-otlp-proto');
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: exportIntervalMs,
    exportTimeoutMillis: Math.min(exportIntervalMs, 10_000),
  });
  const safe = createAllowListAttributesProcessor([...SAFE_ATTRIBUTES]);
  return new MeterProvider({
    resource,
    readers: [reader],
    views: [{ instrumentName: '*', attributesProcessors: [safe] }],
  });
}

function traceWith(tracer: Tracer): Trace {
  return {
    span: (name, work) => tracer.startActiveSpan(name, (span) => endingWith(span, work)),
    note: (facts) => void trace.getActiveSpan()?.setAttributes(facts),
    traceId: () => trace.getSpanContext(context.active())?.traceId ?? null,
  };
}

function endingWith<T>(span: Span, work: () => T): T {
  const fail = (error: unknown): never => {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', kindOf(error));
    span.end();
    throw error;
  };
  try {
    const result = work();
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    const ended = result.then((value: unknown) => {
      span.end();
      return value;
    }, fail);
    return ended as T;
  } catch (error) {
    return fail(error);
  }
}

function kindOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
