import type { Action } from '../cards/action.ts';
import type { Localized } from '../language/locale.ts';

/** What is said where others read, instead of what is a person's own. */
export interface GateTexts {
  readonly private: string;
  /** The same with a button that opens the person's own chat. */
  readonly privateByButton: string;
  readonly openChat: string;
  /** What to write there instead of tapping a button here, by what the button does. */
  readonly words: Readonly<Record<PrivateAct, string>>;
}

/** What a button does that is a person's own; a dialog is named by its button. */
export type PrivateAct = Exclude<
  Action['action'],
  'begin' | 'answer' | 'none-of-these' | 'help' | 'language' | 'dismiss' | 'rate' | 'expert'
>;

const it: GateTexts = {
  private: 'Qui leggono tutti: per questo scrivimi in una chat personale, con le stesse parole.',
  privateByButton: 'Qui leggono tutti: di questo parliamo nella nostra chat. Trovi il messaggio già scritto.',
  openChat: 'Apri la nostra chat',
  words: {
    page: 'i miei deal',
    drafts: 'le mie bozze',
    'delete-draft': 'le mie bozze',
    form: 'le mie bozze',
    'open-box': 'le mie bozze',
    'fill-box': 'le mie bozze',
    'forget-me': 'cancella i miei dati',
    watch: 'avvisami',
    'sign-in': 'accedi',
    retry: 'riprova',
    'ask-expert': 'chiedi a un esperto',
  },
};

const en: GateTexts = {
  private: 'Everyone here can read this. Send me the same words in a personal chat.',
  privateByButton:
    'Everyone here can read this, so let’s do it in our own chat. Your message is ready there.',
  openChat: 'Open our chat',
  words: {
    page: 'my deals',
    drafts: 'my drafts',
    'delete-draft': 'my drafts',
    form: 'my drafts',
    'open-box': 'my drafts',
    'fill-box': 'my drafts',
    'forget-me': 'delete my data',
    watch: 'notify me',
    'sign-in': 'sign in',
    retry: 'try again',
    'ask-expert': 'ask an expert',
  },
};

export const gateTexts: Localized<GateTexts> = { it, en };
