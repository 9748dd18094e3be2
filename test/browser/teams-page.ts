import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { teamsHost } from '../cards/teams-host.ts';

const { resolve } = createRequire(import.meta.url);

/** One thing that stands in a chat of Teams, or in the box beside it. */
export interface Part {
  /** Whose it is, as it stands above it. */
  readonly by: string;
  readonly isOwn?: boolean;
  readonly text?: string | undefined;
  readonly card?: unknown;
}

/** A page with Microsoft's renderer of cards on it, and nothing else. */
export async function openTeamsPage(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Page> {
  const page = await browser.newPage(options);
  await page.addScriptTag({ path: resolve('adaptivecards/dist/adaptivecards.min.js') });
  // Teams' own reader of Markdown isn't published; this one is the chat page's.
  await page.addScriptTag({ path: resolve('markdown-it/browser') });
  await page.evaluate(`AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  }`);
  return page;
}

/** Colours and buttons of the client around cards, which no host configuration states. */
const LOOK = {
  light: {
    scheme: 'light',
    ground: '#f5f5f5',
    text: '#242424',
    card: '#ffffff',
    line: '#d1d1d1',
    own: '#e8ebfa',
  },
  dark: {
    scheme: 'dark',
    ground: '#1f1f1f',
    text: '#ffffff',
    card: '#2d2c2c',
    line: '#525252',
    own: '#2f2f4a',
  },
} as const;

/** Draws parts one below the other; runs in the page, so it is passed as text. */
const DRAW = `({ parts, host, look }) => {
  const style = document.createElement('style');
  style.textContent = \`
    :root { color-scheme: \${look.scheme}; }
    body { margin: 0; padding: 16px; background: \${look.ground}; color: \${look.text}; font: 14px 'Segoe UI', sans-serif; }
    .part { max-width: 600px; margin: 0 auto 14px; }
    .own { text-align: right; }
    .by { font-size: 12px; margin-bottom: 4px; opacity: .8; }
    .bubble { border: 1px solid \${look.line}; border-radius: 6px; background: \${look.card}; }
    .own .bubble { display: inline-block; background: \${look.own}; padding: 8px 12px; }
    .said { padding: 10px 16px 0; white-space: pre-wrap; }
    .ac-actionSet { flex-wrap: wrap; gap: 8px; }
    .ac-actionSet > div:empty { display: none; }
    .ac-pushButton { background: transparent; color: inherit; border: 1px solid \${look.line}; border-radius: 4px;
      padding: 6px 12px; font: 600 14px 'Segoe UI', sans-serif; flex: none !important; max-width: 100%; }
    .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #ffffff; }
    .ac-pushButton.style-destructive { border-color: #c4314b; }
    .ac-input { width: 100%; box-sizing: border-box; padding: 6px 8px; font: inherit; color: inherit;
      background: \${look.ground}; border: 1px solid \${look.line}; border-radius: 4px; }
    .ac-choiceSetInput-filtered-container { border: 0; padding: 0; background: none; }
    .ac-choiceSetInput-filtered-dropdown { display: none; }
    input[type=radio], input[type=checkbox] { width: auto; }\`;
  document.head.replaceChildren(style);
  document.body.replaceChildren(...parts.map(({ by, isOwn, text, card }) => {
    const part = document.createElement('div');
    part.className = isOwn ? 'part own' : 'part';
    const name = Object.assign(document.createElement('div'), { className: 'by', textContent: by });
    const bubble = Object.assign(document.createElement('div'), { className: 'bubble' });
    if (text) bubble.append(Object.assign(document.createElement('div'), { className: isOwn ? '' : 'said', textContent: text }));
    if (text && !card && !isOwn) bubble.style.paddingBottom = '10px';
    if (card) {
      const shown = new AdaptiveCards.AdaptiveCard();
      shown.hostConfig = new AdaptiveCards.HostConfig(host);
      shown.parse(card);
      const drawn = shown.render();
      drawn.style.backgroundColor = 'transparent';
      // This renderer writes the id of what is chosen where Teams writes its title.
      for (const input of shown.getAllInputs()) {
        const title = input.choices?.find(({ value }) => value === input.defaultValue)?.title;
        const line = input.renderedElement?.querySelector('input[type=text]');
        if (title && line) line.value = title;
      }
      bubble.append(drawn);
    }
    part.append(name, bubble);
    return part;
  }));
}`;

/** Shows what stands in a chat, as Teams' renderer draws it. */
export async function drawParts(page: Page, theme: 'light' | 'dark', parts: readonly Part[]): Promise<void> {
  const host = teamsHost(theme);
  await page.evaluate(`(${DRAW})(${JSON.stringify({ parts, host, look: LOOK[theme] })})`);
}
