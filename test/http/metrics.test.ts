import { expect } from 'chai';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';

const valueOf = async (metrics: Metrics, line: string): Promise<number> => {
  const printed = (await metrics.print()).text.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(printed?.slice(line.length + 1));
};

describe('the metrics', () => {
  it('count turns with their time, by outcome', async () => {
    const metrics = createMetrics();
    metrics.turnEnded('answer', 300);
    metrics.turnEnded('answer', 1_700);
    expect(await valueOf(metrics, 'bot_turns_total{outcome="answer"}')).to.equal(2);
    expect(await valueOf(metrics, 'bot_turn_duration_seconds_sum{outcome="answer"}')).to.equal(2);
    expect(await valueOf(metrics, 'bot_turn_duration_seconds_bucket{le="0.5",outcome="answer"}')).to.equal(1);
  });

  it('count tokens that could not be had, and the age of what waits', async () => {
    const metrics = createMetrics();
    metrics.tokenFailed('bot');
    metrics.followOutbound(() => 12_000);
    expect(await valueOf(metrics, 'bot_token_failures_total{whose="bot"}')).to.equal(1);
    expect(await valueOf(metrics, 'bot_outbound_oldest_seconds')).to.equal(12);
  });

  it('tell the days that secrets are good for, as they are when somebody looks', async () => {
    const life = { name: 'MicrosoftAppPassword', daysLeft: 5 };
    const metrics = createMetrics(() => [{ ...life }]);
    expect(await valueOf(metrics, 'bot_secret_days_left{name="MicrosoftAppPassword"}')).to.equal(5);
    life.daysLeft = -1;
    expect(await valueOf(metrics, 'bot_secret_days_left{name="MicrosoftAppPassword"}')).to.equal(-1);
  });

  it('remember when a self-test last passed', async () => {
    const metrics = createMetrics();
    metrics.selfTested(true, new Date(5_000));
    metrics.selfTested(false, new Date(9_000));
    expect(await valueOf(metrics, 'bot_self_test_passed_timestamp_seconds')).to.equal(5);
    expect(await valueOf(metrics, 'bot_self_tests_total{result="failed"}')).to.equal(1);
  });

  it('give an activity type that a sender made up no label of its own', async () => {
    const metrics = createMetrics();
    metrics.activityHandled('invented', 200, 1);
    expect(await valueOf(metrics, 'bot_activity_duration_seconds_count{type="other",status="200"}')).to.equal(
      1,
    );
  });
});
