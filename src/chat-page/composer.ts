import { find } from './elements.ts';

/** The box at the bottom. */
export interface Composer {
  focus(): void;
}

/** Sends with Enter, makes a new line with Shift+Enter, grows with what is typed, and keeps the focus. */
export function createComposer(onSend: (text: string) => void): Composer {
  const form = find('composer', HTMLFormElement);
  const box = find('box', HTMLTextAreaElement);

  const fit = () => {
    box.style.height = 'auto';
    box.style.height = `${String(box.scrollHeight)}px`;
  };
  const send = () => {
    const text = box.value.trim();
    box.focus();
    if (text === '') return;
    box.value = '';
    fit();
    onSend(text);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    // While an input method composes a character, Enter ends the character and not the message.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  return { focus: () => box.focus() };
}
