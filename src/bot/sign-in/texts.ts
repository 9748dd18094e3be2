import type { Localized } from '../../language/locale.ts';

/** Why somebody has to sign in. */
export type SignInReason =
  | 'asked'
  | 'not-signed-in'
  | 'expired'
  | 'consent'
  | 'claims'
  | 'other-account'
  | 'failed'
  | 'wrong-code';

/** The sentences around signing in and out. */
export interface SignInTexts {
  readonly why: Readonly<Record<SignInReason, string>>;
  /** Added where something is half done. */
  readonly draftKept: string;
  /** Added where the page shows digits to bring back. */
  readonly bringCode: string;
  readonly button: string;
  readonly done: string;
  readonly cancelled: string;
  readonly signedOut: string;
  readonly wasNotSignedIn: string;
  /** The same where the person's deals were looked after while they were away. */
  readonly signedOutAndStopped: string;
}

const it: SignInTexts = {
  why: {
    asked: 'Accedi con il tuo account del Centro per i partner.',
    'not-signed-in':
      'Per questo devi accedere: sui deal vedo e faccio solo quello che al Centro per i partner puoi fare tu.',
    expired: 'Il tuo accesso è scaduto. Accedi di nuovo e riprendo da qui.',
    consent:
      'Manca il consenso a usare il Centro per i partner a tuo nome. Accedi e accetta; se la pagina chiede un amministratore, manda a lui la richiesta.',
    claims: 'Per questo la tua azienda chiede una verifica in più. Accedi di nuovo e completala.',
    'other-account':
      'Hai fatto l’accesso con un altro account, quindi l’ho chiuso. Accedi con quello che usi qui.',
    failed: 'L’accesso automatico non è riuscito. Accedi con il pulsante.',
    'wrong-code': 'Questo codice non vale, o è scaduto. Accedi di nuovo.',
  },
  draftKept: 'La bozza è salva.',
  bringCode: 'Dopo l’accesso scrivi qui il codice di sei cifre che ti mostra la pagina.',
  button: 'Accedi',
  done: 'Accesso fatto.',
  cancelled: 'Accesso annullato. Alle domande rispondo comunque; per i deal serve l’accesso.',
  signedOut: 'Fatto: non uso più il tuo account. Per tornare ai deal scrivi «accedi».',
  wasNotSignedIn: 'Non hai fatto l’accesso, quindi non c’è niente da chiudere.',
  signedOutAndStopped:
    'Fatto: non uso più il tuo account, e smetto di controllare i tuoi deal quando non ci sei. Per tornare ai deal scrivi «accedi».',
};

const en: SignInTexts = {
  why: {
    asked: 'Sign in with your Partner Center account.',
    'not-signed-in':
      'You need to sign in for this: with deals, I see and do only what you can in Partner Center.',
    expired: 'Your sign-in has ended. Sign in again and I’ll pick up from here.',
    consent:
      'I don’t have consent to use Partner Center on your behalf. Sign in and accept; if the page asks for an administrator, send them the request.',
    claims: 'Your company asks for an extra check here. Sign in again and complete it.',
    'other-account':
      'You signed in with a different account, so I signed it out. Sign in with the one you use here.',
    failed: 'Automatic sign-in didn’t work. Sign in with the button.',
    'wrong-code': 'That code doesn’t work, or has expired. Sign in again.',
  },
  draftKept: 'Your draft is safe.',
  bringCode: 'After signing in, type the six-digit code from that page here.',
  button: 'Sign in',
  done: 'You’re signed in.',
  cancelled: 'Sign-in cancelled. I still answer questions; deals need a sign-in.',
  signedOut: 'Done: I no longer use your account. To get back to deals, write “sign in”.',
  wasNotSignedIn: 'You aren’t signed in, so there’s nothing to end.',
  signedOutAndStopped:
    'Done: I no longer use your account, and I’ve stopped checking your deals while you’re away. To get back to deals, write “sign in”.',
};

export const signInTexts: Localized<SignInTexts> = { it, en };
