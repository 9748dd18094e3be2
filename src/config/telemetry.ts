import type { Environment } from './fields.ts';

/** What goes to an OpenTelemetry collector, and how; where and how much the SDK reads from the environment itself. */
export interface TelemetryConfig {
  readonly protocol: 'http/json' | 'http/protobuf';
  readonly traces: boolean;
  readonly metrics: boolean;
  /** Milliseconds between two reports of the metrics. */
  readonly exportIntervalMs: number;
}

/** Null where no collector is named, or OTEL_SDK_DISABLED says so: then nothing of OpenTelemetry is loaded. */
export function readTelemetry(values: Environment): TelemetryConfig | null {
  const shared = values.OTEL_EXPORTER_OTLP_ENDPOINT;
  const has = (own: string | undefined, exporter: 'otlp' | 'none'): boolean =>
    exporter === 'otlp' && (own ?? shared) !== undefined;
  const traces = has(values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, values.OTEL_TRACES_EXPORTER);
  const metrics = has(values.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, values.OTEL_METRICS_EXPORTER);
  if (values.OTEL_SDK_DISABLED === 'true' || !(traces || metrics)) return null;
  return {
    protocol: values.OTEL_EXPORTER_OTLP_PROTOCOL,
    traces,
    metrics,
    exportIntervalMs: values.OTEL_METRIC_EXPORT_INTERVAL,
  };
}
