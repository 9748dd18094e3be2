import type { Person } from './connection.ts';
import { element, find } from './elements.ts';
import type { PageLocale, PageTexts, RoleName } from './texts.ts';

export interface HeaderListener {
  onPerson(personId: string): void;
  onLocale(locale: PageLocale): void;
  onNewConversation(): void;
}

/** The bar at the top: who one is, in which language, and a fresh start. */
export interface Header {
  show(people: readonly Person[], personId: string, locale: PageLocale, texts: PageTexts): void;
}

export function createHeader(listener: HeaderListener): Header {
  const select = find('person', HTMLSelectElement);
  const languages = [...document.querySelectorAll<HTMLButtonElement>('button[data-locale]')];
  select.addEventListener('change', () => listener.onPerson(select.value));
  for (const button of languages) {
    button.addEventListener('click', () =>
      listener.onLocale(button.dataset['locale'] === 'en' ? 'en' : 'it'),
    );
  }
  find('new-conversation', HTMLButtonElement).addEventListener('click', () => listener.onNewConversation());
  return {
    show(people, personId, locale, texts) {
      select.replaceChildren(...companies(people, texts));
      select.value = personId;
      for (const button of languages) {
        button.setAttribute('aria-pressed', String(button.dataset['locale'] === locale));
      }
    },
  };
}

/** One group a company, in the order in which they come. */
function companies(people: readonly Person[], texts: PageTexts): HTMLOptGroupElement[] {
  const names = [...new Set(people.map(({ company }) => company))];
  return names.map((name) => {
    const group = element('optgroup', '');
    group.label = name;
    group.append(...people.filter(({ company }) => company === name).map((person) => option(person, texts)));
    return group;
  });
}

function option(person: Person, texts: PageTexts): HTMLOptionElement {
  const roles = person.roles.flatMap((role) => texts.roles[role as RoleName] ?? []);
  const made = element(
    'option',
    '',
    `${person.firstName} ${person.lastName}, ${roles.join(', ') || texts.noRole}`,
  );
  made.value = person.id;
  return made;
}
