import { element, find } from './elements.ts';
import type { PageLocale, PageTexts } from './texts.ts';

/** Puts the page's own words into the page: text, labels, titles and placeholders named in the HTML. */
export function showTexts(locale: PageLocale, texts: PageTexts): void {
  document.documentElement.lang = locale;
  for (const node of document.querySelectorAll<HTMLElement>('[data-text]')) {
    node.textContent = word(texts, node.dataset['text']);
  }
  for (const [attribute, key] of [
    ['aria-label', 'label'],
    ['title', 'hint'],
    ['placeholder', 'placeholder'],
  ] as const) {
    for (const node of document.querySelectorAll<HTMLElement>(`[data-${key}]`)) {
      node.setAttribute(attribute, word(texts, node.dataset[key]));
    }
  }
}

/** Fills the empty conversation with things to start from. */
export function showStarters(texts: PageTexts, onStart: (text: string) => void): void {
  const buttons = texts.starters.map((text) => {
    const button = element('button', 'chip', text);
    button.type = 'button';
    button.addEventListener('click', () => onStart(text));
    return button;
  });
  find('starters', HTMLElement).replaceChildren(...buttons);
}

function word(texts: PageTexts, key: string | undefined): string {
  const value = texts[key as keyof PageTexts];
  return typeof value === 'string' ? value : '';
}
