/** What can be tapped in a message to say something: buttons, and rows of a list. What opens a page stays of use. */
const TAPPABLE = '.chip, .ac-pushButton:not([role=link]), .ac-selectable:not([role=link])';

/**
 * Takes the life out of a message's buttons: what they offered is over. The one that was chosen stays marked.
 *
 * @param said what the person said instead, or the title of what they tapped; null where it was no answer to this one
 */
export function quieten(message: HTMLElement, said: string | null): void {
  message.classList.add('quiet');
  for (const each of message.querySelectorAll<HTMLElement>(TAPPABLE)) {
    if (said !== null && titleOf(each) === said.trim()) {
      each.classList.add('chosen');
      each.ariaPressed = 'true';
    }
    if (each instanceof HTMLButtonElement) each.disabled = true;
    else {
      each.removeAttribute('tabindex');
      each.ariaDisabled = 'true';
    }
  }
}

function titleOf(element: HTMLElement): string {
  return element.title || (element.textContent ?? '').trim();
}
