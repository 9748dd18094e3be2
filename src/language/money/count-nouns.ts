/** What is counted, not paid: a number before one of these is no amount. */
const COUNT_NOUNS: ReadonlySet<string> = new Set(
  (
    'utente utenti user users licenza licenze license licenses licence licences seat seats postazioni anno anni year years ' +
    'mese mesi month months giorno giorni day days settimana settimane week weeks ora ore hour hours minuti minutes ' +
    'cliente clienti customer customers dipendente dipendenti employee employees persona persone people deal deals ' +
    'trattative affari opportunita sede sedi sito siti site sites negozi store stores pezzi unita unit units device devices ' +
    'dispositivi server servers macchine camion magazzini referral referrals segnalazioni soluzioni solutions volte times ' +
    'consigli tips cose things km mq kg gb tb mb punti points lead leads venditori sellers colleghi partner partners ' +
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre january february march ' +
    'april may june july august september october november december gen feb mar apr mag giu lug ago set ott nov dic'
  ).split(' '),
);

/** Whether a folded word is something counted ("utenti", "mesi", "marzo"). */
export function isCounted(word: string): boolean {
  return COUNT_NOUNS.has(word);
}
