import type * as Cards from 'adaptivecards';
import { CARD_STYLE } from './card-style.ts';
import { renderMarkdown } from './markdown.ts';

/** What the reader did on a card. */
export type CardAct =
  | { readonly kind: 'submit'; readonly title: string; readonly data: unknown }
  | { readonly kind: 'execute'; readonly title: string; readonly verb: string; readonly data: unknown };

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};

const hostConfig = new AdaptiveCards.HostConfig(CARD_STYLE);

/** Shows a card; null when it is none that can be read. */
export function renderCard(content: unknown, onAct: (act: CardAct) => void): HTMLElement | null {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => takeAction(action, onAct);
  try {
    card.parse(content);
    const shown = card.render() ?? null;
    if (shown !== null) nameRows(shown);
    return shown;
  } catch {
    return null;
  }
}

/** A row that can be tapped is read out whole; the renderer would have it called by the title of its action alone. */
function nameRows(card: HTMLElement): void {
  for (const row of card.querySelectorAll('.ac-container.ac-selectable')) row.removeAttribute('aria-label');
}

function takeAction(action: Cards.Action, onAct: (act: CardAct) => void): void {
  const title = action.title ?? '';
  if (action instanceof AdaptiveCards.OpenUrlAction) {
    openLink(action.url ?? '');
  } else if (action instanceof AdaptiveCards.ExecuteAction) {
    onAct({ kind: 'execute', title, verb: action.verb ?? '', data: action.data });
  } else if (action instanceof AdaptiveCards.SubmitAction) {
    onAct({ kind: 'submit', title, data: action.data });
  }
}

/** Only web and mail addresses: a card must not run anything. */
function openLink(url: string): void {
  if (/^(https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
