import { type CardAct, renderCard } from './card-view.ts';
import { element } from './elements.ts';
import type { PageActivity, PageAttachment } from './events.ts';
import { renderMarkdown } from './markdown.ts';
import type { PageTexts } from './texts.ts';

/** What messages need from the page around them. */
export interface MessageContext {
  readonly texts: PageTexts;
  readonly onAct: (act: CardAct, activityId: string) => void;
  readonly onSuggestion: (text: string) => void;
}

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** The person's own message: text as it was typed, or the title of the button that was tapped. */
export function ownMessage(activity: PageActivity, texts: PageTexts): HTMLLIElement {
  const bubble = element('div', 'bubble own-bubble', activity.text ?? '');
  return listItem('own', activity, texts.you, bubble);
}

/** A message of the assistant: text, cards, suggested replies. */
export function botMessage(activity: PageActivity, context: MessageContext): HTMLLIElement {
  const bubble = element('div', 'bubble bot-bubble');
  if (activity.locale) bubble.lang = activity.locale.slice(0, 2);
  if (activity.text) bubble.append(textContent(activity.text, activity.textFormat === 'plain'));
  for (const attachment of activity.attachments ?? []) bubble.append(attached(attachment, activity, context));
  const suggestions = suggested(activity, context);
  if (suggestions !== null) bubble.append(suggestions);
  return listItem('bot', activity, context.texts.assistant, bubble);
}

function listItem(
  side: 'own' | 'bot',
  activity: PageActivity,
  who: string,
  bubble: HTMLElement,
): HTMLLIElement {
  const item = element('li', `message ${side}`, element('span', 'unseen', `${who}: `), bubble);
  item.dataset['activityId'] = activity.id;
  if (activity.timestamp)
    item.title = new Date(activity.timestamp).toLocaleString(document.documentElement.lang);
  return item;
}

function textContent(text: string, isPlain: boolean): HTMLElement {
  if (isPlain) return element('p', 'plain', text);
  const prose = element('div', 'prose');
  prose.innerHTML = renderMarkdown(text);
  return prose;
}

function attached(attachment: PageAttachment, activity: PageActivity, context: MessageContext): HTMLElement {
  const card =
    attachment.contentType === ADAPTIVE_CARD
      ? renderCard(attachment.content, (act) => context.onAct(act, activity.id))
      : null;
  return card ?? element('p', 'plain', activity.summary ?? context.texts.unreadableCard);
}

function suggested(activity: PageActivity, context: MessageContext): HTMLElement | null {
  const actions = activity.suggestedActions?.actions ?? [];
  if (actions.length === 0) return null;
  const buttons = actions.map(({ title, value }) => {
    const button = element('button', 'chip', title ?? '');
    button.type = 'button';
    button.addEventListener('click', () =>
      context.onSuggestion(typeof value === 'string' ? value : (title ?? '')),
    );
    return button;
  });
  return element('div', 'chips', ...buttons);
}
