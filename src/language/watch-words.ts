import type { Locale } from './locale.ts';
import { isWholePhrase, phraseSet } from './whole-phrases.ts';

const STOP = phraseSet(
  'non lavorare piu al posto mio|non lavorare piu per me|smetti di lavorare al posto mio|smetti di lavorare per me|' +
    'non lavorare al posto mio|non controllare piu i miei deal|smetti di controllare i miei deal|non controllare piu|' +
    'smetti di controllare|non avvisarmi piu|smetti di avvisarmi|basta avvisi|niente piu avvisi|revoca il consenso|' +
    'ritiro il consenso|revoco il consenso|ritira il consenso|togli il consenso|non leggere piu i miei deal|' +
    'non usare piu il mio accesso quando non ci sono|' +
    'stop working for me|stop working on my behalf|don t work on my behalf|do not work on my behalf|' +
    'don t work for me any more|don t work for me anymore|stop checking my deals|don t check my deals|' +
    'don t check my deals any more|don t check my deals anymore|stop watching my deals|stop notifying me|' +
    'don t notify me any more|don t notify me anymore|no more notifications|stop notifications|revoke consent|' +
    'revoke my consent|withdraw consent|withdraw my consent|i withdraw my consent|i revoke my consent',
);

const START = phraseSet(
  'avvisami|si avvisami|avvisami tu|avvisami quando microsoft risponde|avvisami se microsoft risponde|' +
    'avvisami quando risponde|tienimi aggiornato|tienimi aggiornata|lavora al posto mio|lavora tu al posto mio|' +
    'controlla tu i miei deal|controlla i miei deal al posto mio|continua ad avvisarmi|continua a controllare|' +
    'notify me|yes notify me|let me know when microsoft answers|notify me when microsoft answers|keep me posted|' +
    'work on my behalf|watch my deals|keep watching my deals|keep notifying me|keep checking',
);

/**
 * Whether a whole message lets the assistant work while the person is away, or ends that, in either language;
 * null for anything else.
 */
export function readWatchCommand(text: string, locale: Locale): 'on' | 'off' | null {
  if (text.length > 100) return null;
  if (isWholePhrase(text, locale, STOP)) return 'off';
  return isWholePhrase(text, locale, START) ? 'on' : null;
}
