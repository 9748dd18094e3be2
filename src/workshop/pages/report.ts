import type { QueueEntry } from '../../questions/queue.ts';
import type { Editor, WorkshopAnswer, WorkshopRequest } from '../editor.ts';
import { html, type Html } from '../html.ts';
import type { WorkshopParts } from '../parts.ts';
import { daysUpTo, type DialogReport, type Report, reportCsv, reportOf } from '../report.ts';
import { workshopTexts } from '../texts.ts';
import { ASKED_OUTCOMES, TIME_BOUNDS } from '../usage.ts';
import { bar, stackedBars } from './bars.ts';
import { at, pageOf } from './layout.ts';

/** Periods that can be chosen, in days. */
const PERIODS = [7, 30, 90] as const;
const MOST_ROWS = 15;

type Counted = readonly (readonly [string, number])[];

/** What was asked and done, as a page with charts. */
export async function showReport(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
  queue: readonly QueueEntry[] | null,
): Promise<WorkshopAnswer> {
  const { report: texts } = workshopTexts[editor.locale];
  const period = periodIn(query);
  const report = await readReport(period, editor, parts);
  const options = PERIODS.map(
    (days) =>
      html`<option value="${days}" ${days === period ? html` selected` : null}>${texts.days(days)}</option>`,
  );
  const content = html`<div class="tools">
      <form method="get" action="/workshop/report">
        <input type="hidden" name="lang" value="${editor.locale}" /> <label for="days">${texts.period}</label
        ><span class="joined"
          ><select id="days" name="days">
            ${options}</select
          ><button>${texts.show}</button></span
        >
      </form>
      <a class="button" href="${at(editor, '/report.csv', { days: String(period) })}">${texts.csv}</a>
    </div>
    <p class="hint">${texts.since}</p>
    ${daysChart(report, editor)} ${counted(texts.answers, report.answers, titlesIn(parts, editor), editor)}
    ${counted(texts.misses, missesOf(queue), (words) => words, editor)} ${dialogTable(report.dialogs, editor)}
    ${timeTable(report.times, editor)}`;
  const address = { path: '/report', query: { days: String(period) } };
  return pageOf({ editor, title: texts.heading, section: 'report', ...address }, content);
}

/** The same as CSV. */
export async function sendReport(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
  queue: readonly QueueEntry[] | null,
): Promise<WorkshopAnswer> {
  const report = await readReport(periodIn(query), editor, parts);
  const content = reportCsv(report, missesOf(queue));
  return { kind: 'file', type: 'text/csv; charset=utf-8', name: 'report.csv', content };
}

function periodIn(query: URLSearchParams): number {
  return PERIODS.find((days) => String(days) === query.get('days')) ?? 30;
}

async function readReport(period: number, { tenantId }: Editor, parts: WorkshopParts): Promise<Report> {
  const days = daysUpTo(parts.now(), period);
  return reportOf(await parts.usage(tenantId, days[0] ?? ''), days);
}

function missesOf(queue: readonly QueueEntry[] | null): Counted {
  return (queue ?? []).map(({ questions }) => [questions.at(-1)?.words ?? '', questions.length] as const);
}

function titlesIn(parts: WorkshopParts, { locale }: Editor): (id: string) => string {
  const { answers } = parts.known().knowledge;
  return (id) => answers.get(id)?.texts[locale]?.question ?? id;
}

function daysChart({ days, totals }: Report, { locale }: Editor): Html {
  const { report: texts } = workshopTexts[locale];
  const short = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;
  const bars = days.map(({ day, asked }) => ({
    label: short(day),
    parts: ASKED_OUTCOMES.map((each) => asked[each]),
  }));
  const key = ASKED_OUTCOMES.map(
    (outcome, part) =>
      html`<li>
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
          <rect class="part-${part}" width="10" height="10" />
        </svg>
        ${texts.outcomes[outcome]}: <strong>${totals[outcome]}</strong>
      </li>`,
  );
  const asked = days.filter((day) => ASKED_OUTCOMES.some((outcome) => day.asked[outcome] > 0));
  const rows = asked.map(
    (day) =>
      html`<tr>
        <th scope="row">${workshopTexts[locale].day(day.day)}</th>
        ${ASKED_OUTCOMES.map((each) => html`<td class="figure">${day.asked[each]}</td>`)}
      </tr>`,
  );
  const heads = ASKED_OUTCOMES.map(
    (each) => html`<th scope="col" class="figure">${texts.outcomes[each]}</th>`,
  );
  return html`<section aria-labelledby="per-day">
    <h2 id="per-day">${texts.perDay}</h2>
    <div class="chart">${stackedBars(bars, texts.perDay)}</div>
    <ul class="key">
      ${key}
    </ul>
    ${
      rows.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<details>
            <summary>${texts.table}</summary>
            <div class="scrolled" tabindex="0" role="region" aria-labelledby="per-day">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${texts.day}</th>
                    ${heads}
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>
            </div>
          </details>`
    }
  </section>`;
}

function counted(heading: string, all: Counted, titleOf: (key: string) => string, { locale }: Editor): Html {
  const { report: texts } = workshopTexts[locale];
  const most = all[0]?.[1] ?? 0;
  const rows = all.slice(0, MOST_ROWS).map(
    ([key, count]) =>
      html`<tr>
        <th scope="row">${titleOf(key)}</th>
        <td class="figure">${count}</td>
        <td class="drawn">${bar(count, most)}</td>
      </tr>`,
  );
  const table = html`<table class="counts">
    <thead class="unseen">
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col">${texts.count}</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return html`<section>
    <h2>${heading}</h2>
    ${rows.length === 0 ? html`<p>${texts.none}</p>` : table}
  </section>`;
}

function dialogTable(dialogs: readonly DialogReport[], { locale }: Editor): Html {
  const { report: texts } = workshopTexts[locale];
  const { dialogColumns: columns } = texts;
  const rows = dialogs.map(({ name, begun, finished, left }) => {
    const places = left.map(([slot, count]) => `${slot} (${String(count)})`).join(', ');
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="figure">${begun}</td>
      <td class="figure">${finished}</td>
      <td>${places}</td>
    </tr>`;
  });
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">${columns.name}</th>
        <th scope="col" class="figure">${columns.begun}</th>
        <th scope="col" class="figure">${columns.finished}</th>
        <th scope="col">${columns.left}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return html`<section>
    <h2>${texts.dialogs}</h2>
    ${rows.length === 0 ? html`<p>${texts.none}</p>` : table}
  </section>`;
}

function timeTable(times: readonly number[], editor: Editor): Html {
  const { report: texts } = workshopTexts[editor.locale];
  const label = (place: number): string => {
    const bound = TIME_BOUNDS[place];
    if (bound === undefined) return texts.longer;
    return texts.within(bound < 1_000 ? `${String(bound)} ms` : `${String(bound / 1_000)} s`);
  };
  const isEmpty = times.every((count) => count === 0);
  const most = Math.max(...times);
  const rows = times.map(
    (count, place) =>
      html`<tr>
        <th scope="row">${label(place)}</th>
        <td class="figure">${count}</td>
        <td class="drawn">${bar(count, most)}</td>
      </tr>`,
  );
  return html`<section>
    <h2>${texts.time}</h2>
    ${
      isEmpty
        ? html`<p>${texts.none}</p>`
        : html`<table class="counts">
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
  </section>`;
}
