import type { Localized } from '../../language/locale.ts';

/** What is said beside the conversation: in boxes and searches. */
interface TeamsTexts {
  /** A box closes. */
  readonly goesOnInChat: string;
  /** An input that isn't searched, or of a form that is no more. */
  readonly nothingToSearch: string;
}

export const teamsTexts: Localized<TeamsTexts> = {
  it: {
    goesOnInChat: 'Segnato. Continuiamo in chat.',
    nothingToSearch: 'Qui non c’è niente da cercare: il modulo non è più aperto.',
  },
  en: {
    goesOnInChat: 'Noted. Let’s carry on in the chat.',
    nothingToSearch: 'There’s nothing to search here: the form is no longer open.',
  },
};
