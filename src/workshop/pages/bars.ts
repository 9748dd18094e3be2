import { html, type Html } from '../html.ts';

/** One bar of several parts, one upon the other. */
export interface StackedBar {
  readonly label: string;
  readonly parts: readonly number[];
}

const WIDTH = 720;
const HEIGHT = 200;
/** Room for the labels below, and for the figures beside. */
const FOOT = 24;
const SIDE = 36;
/** So many labels fit below. */
const MOST_LABELS = 8;

/**
 * Bars of several parts over time as a picture in the page, coloured by classes `part-0`, `part-1` …: it takes the
 * page's colours, light and dark, and no style in itself. What it shows is said by a table beside it.
 *
 * @param label what it is called for whoever doesn't see it
 */
export function stackedBars(bars: readonly StackedBar[], label: string): Html {
  const totals = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const top = roundUp(Math.max(1, ...totals));
  const step = (WIDTH - SIDE) / Math.max(1, bars.length);
  const height = (count: number): number => (count / top) * (HEIGHT - FOOT - 8);
  const every = Math.ceil(bars.length / MOST_LABELS);
  const drawn = bars.map(({ parts, label: name }, at) => {
    const x = SIDE + at * step;
    let y = HEIGHT - FOOT;
    const rects = parts.map((count, part) => {
      y -= height(count);
      return count === 0
        ? null
        : html`<rect
            class="part-${part}"
            x="${(x + step * 0.1).toFixed(1)}"
            y="${y.toFixed(1)}"
            width="${(step * 0.8).toFixed(1)}"
            height="${height(count).toFixed(1)}"
          />`;
    });
    const text =
      at % every === 0
        ? html`<text x="${(x + step / 2).toFixed(1)}" y="${HEIGHT - 6}" text-anchor="middle">${name}</text>`
        : null;
    return html`${rects}${text}`;
  });
  const lines = [0, 0.5, 1].map((share) => {
    const y = HEIGHT - FOOT - height(top * share);
    return html`<line x1="${SIDE}" x2="${WIDTH}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" /><text
        x="${SIDE - 6}"
        y="${(y + 4).toFixed(1)}"
        text-anchor="end"
        >${(top * share).toLocaleString('en', { maximumFractionDigits: 1 })}</text
      >`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${lines}${drawn}</svg>`;
}

/** 17 → 20, 203 → 300: the least of 1, 2, 3, 5 times a power of ten that is no less. */
function roundUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(count));
  return ([1, 2, 3, 5, 10].find((factor) => factor * power >= count) ?? 10) * power;
}

/** One bar beside a figure, as long as its share of the greatest. */
export function bar(count: number, most: number): Html {
  const width = most === 0 ? 0 : (100 * count) / most;
  return html`<svg class="length" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect x="0" y="0" width="${width.toFixed(1)}" height="8" />
  </svg>`;
}
