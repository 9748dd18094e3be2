import { expect } from 'chai';
import { examineConfig, readConfig } from '../../src/config/config.ts';

const problemsOf = (env: Readonly<Record<string, string>>): string => {
  const reading = examineConfig(env);
  return reading.isUsable ? '' : reading.problems.join('; ');
};

describe('configuration of the self-test', () => {
  it('is off unless minutes are given', () => {
    expect(readConfig({}).selfTest).to.deep.equal({ everyMinutes: 0, alarmUrl: null });
    const env = { SELF_TEST_MINUTES: '5', ALARM_WEBHOOK_URL: 'https://alarm.example/x' };
    expect(readConfig(env).selfTest).to.deep.equal({ everyMinutes: 5, alarmUrl: 'https://alarm.example/x' });
  });

  it('refuses an alarm that nothing would ever raise', () =>
    expect(problemsOf({ ALARM_WEBHOOK_URL: 'https://alarm.example/x' })).to.contain(
      'SELF_TEST_MINUTES is 0',
    ));

  it('takes https alone, and never quotes an address that may hold a key', () => {
    for (const url of ['http://alarm.example/key', 'alarm key', 'ftp://alarm.example/key']) {
      const problems = problemsOf({ SELF_TEST_MINUTES: '5', ALARM_WEBHOOK_URL: url });
      expect(problems).to.contain('ALARM_WEBHOOK_URL').and.not.to.contain('key');
    }
  });
});

describe('configuration of OpenTelemetry', () => {
  const COLLECTOR = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' };

  it('is off where no collector is named', () => {
    expect(readConfig({}).telemetry).to.equal(null);
    expect(readConfig({ OTEL_SERVICE_NAME: 'x', OTEL_TRACES_SAMPLER: 'always_on' }).telemetry).to.equal(null);
  });

  it('sends both to the collector for all, or one to a collector of its own', () => {
    const both = { protocol: 'http/protobuf', traces: true, metrics: true, exportIntervalMs: 60_000 };
    expect(readConfig(COLLECTOR).telemetry).to.deep.equal(both);
    const own = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector.example/v1/traces' };
    expect(readConfig(own).telemetry).to.include({ traces: true, metrics: false });
    expect(readConfig({ ...COLLECTOR, OTEL_TRACES_EXPORTER: 'none' }).telemetry).to.include({
      traces: false,
      metrics: true,
    });
  });

  it('is off where it is disabled, or nothing is to be sent', () => {
    expect(readConfig({ ...COLLECTOR, OTEL_SDK_DISABLED: 'true' }).telemetry).to.equal(null);
    const none = { OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };
    expect(readConfig({ ...COLLECTOR, ...none }).telemetry).to.equal(null);
  });

  it('refuses a protocol or a sampler that there is not', () => {
    expect(problemsOf({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).to.contain('http/protobuf, http/json');
    expect(problemsOf({ OTEL_TRACES_SAMPLER: 'sometimes' })).to.contain('always_on');
  });
});
