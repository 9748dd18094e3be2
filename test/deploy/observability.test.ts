import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { createMetrics } from '../../src/http/metrics.ts';

const FOLDER = 'deploy/observability';
/** What Prometheus itself says of each job, and the labels that it adds to all. */
const OF_PROMETHEUS = ['up'];
const ADDED_LABELS = ['job', 'instance'];
const BUCKET_LABEL = 'le';

const alertsSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Assistant[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.object({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.object({ summary: z.string().min(1), description: z.string().min(1) }),
        }),
      ),
    }),
  ),
});
const dashboardSchema = z.looseObject({
  uid: z.string(),
  templating: z.object({ list: z.array(z.looseObject({ name: z.string(), query: z.string() })) }),
  panels: z.array(
    z.looseObject({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      targets: z.array(z.looseObject({ expr: z.string() })).min(1),
    }),
  ),
});

/** A metric in an expression with its selector: `bot_turns_total{outcome="none"}`. */
const SELECTED = /\b((?:bot|chat_page|process|nodejs)_\w+|up)\b(?:\{([^}]*)\})?/g;
const LABEL = /(\w+)\s*(?:=~|!=|!~|=)/g;
const GROUPED = /\bby \(([^)]*)\)/g;

/** Every metric that the server prints, each with its labels. */
async function printedMetrics(): Promise<Map<string, Set<string>>> {
  const metrics = createMetrics(() => [{ name: 'SECRET', daysLeft: 5 }]);
  metrics.turnEnded('answer', 1);
  metrics.activityHandled('message', 200, 1);
  metrics.errorHappened('refused');
  metrics.turnRefused('person');
  metrics.tokenFailed('bot');
  metrics.selfTested(true, new Date());
  metrics.answerRated('like', 'thumbs');
  const found = new Map<string, Set<string>>();
  for (const line of (await metrics.print()).text.split('\n')) {
    const [, name, labels = ''] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (name === undefined) continue;
    const known = found.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** What an expression speaks of that isn't there: metrics, and labels of metrics. */
function strangersIn(expr: string, known: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const selected = [...expr.matchAll(SELECTED)].map(([, name = '', selector = '']) => ({ name, selector }));
  const labels = new Set([...ADDED_LABELS, ...selected.flatMap(({ name }) => [...(known.get(name) ?? [])])]);
  return [
    ...(selected.length === 0 ? [`no metric in ${expr}`] : []),
    ...selected
      .filter(({ name }) => !known.has(name) && !OF_PROMETHEUS.includes(name))
      .map(({ name }) => name),
    ...selected.flatMap(({ name, selector }) =>
      [...selector.matchAll(LABEL)].flatMap(([, label = '']) =>
        known.get(name)?.has(label) === true || ADDED_LABELS.includes(label) ? [] : [`${name}{${label}}`],
      ),
    ),
    ...[...expr.matchAll(GROUPED)].flatMap(([, list = '']) =>
      list.split(/,\s*/).filter((label) => !labels.has(label)),
    ),
  ];
}

describe('the dashboard and the alert rules', () => {
  const alerts = alertsSchema.parse(parse(readFileSync(`${FOLDER}/alerts.yaml`, 'utf8')));
  const dashboard = dashboardSchema.parse(JSON.parse(readFileSync(`${FOLDER}/dashboard.json`, 'utf8')));
  const rules = alerts.groups.flatMap((group) => group.rules);
  const panels = dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ title, expr })),
  );
  let known: Map<string, Set<string>>;
  before(async () => void (known = await printedMetrics()));

  it('speak of metrics and labels that the assistant has', () => {
    for (const { alert, expr } of rules) expect(strangersIn(expr, known), alert).to.deep.equal([]);
    for (const { title, expr } of panels) expect(strangersIn(expr, known), title).to.deep.equal([]);
  });

  it('would be found out if they did not', () => {
    expect(strangersIn('rate(bot_turn_total[5m])', known)).to.deep.equal(['bot_turn_total']);
    expect(strangersIn('bot_turns_total{result="none"}', known)).to.deep.equal(['bot_turns_total{result}']);
    expect(strangersIn('sum by (kind) (bot_turns_total)', known)).to.deep.equal(['kind']);
    expect(known.get('bot_turn_duration_seconds_bucket')).to.include(BUCKET_LABEL);
  });

  it('alert on what an owner must hear of', () => {
    const spokenOf = (metric: string): boolean => rules.some(({ expr }) => expr.includes(metric));
    const wanted = [
      'up{',
      'bot_self_test_passed_timestamp_seconds',
      'bot_token_failures_total',
      'status=~"5.."',
      'bot_turn_duration_seconds_bucket',
      'bot_outbound_oldest_seconds',
      'bot_secret_days_left',
    ];
    expect(wanted.filter((metric) => !spokenOf(metric))).to.deep.equal([]);
    expect(new Set(rules.map(({ alert }) => alert))).to.have.length(rules.length);
  });

  it('have one place for each panel', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${String(x + (at % w))},${String(y + Math.floor(at / w))}`),
    );
    expect(new Set(cells)).to.have.length(cells.length);
    expect(new Set(dashboard.panels.map(({ id }) => id))).to.have.length(dashboard.panels.length);
  });
});
