/**
 * Words too common to stand for a name by themselves, or to be a mistyped one: "nuova" is no part of
 * "Nuova Edilizia", and "works" no part of "Adventure Works".
 */
const EVERYDAY = new Set(
  (
    'nuovo nuova nuovi nuove vecchio grande piccolo primo prima secondo seconda ultimo ultima deal deals affare affari trattativa ' +
    'trattative opportunita accordo referral referrals segnalazione segnalazioni lead cliente clienti partner microsoft azienda societa ' +
    'gruppo group servizi service services system systems sistemi solution solutions soluzione soluzioni consulting consulenza italia ' +
    'italy italiana italiano digital cloud data dati casa banca studio centro center central market store shop online world global ' +
    'international internazionale national tech technology technologies tecnologie the new old first second last best good great big ' +
    'stato status aiuto help annulla stop crea creare apri chiudi chiuso vinto perso accettato rifiutato scaduto privato valore ' +
    'contatto nome data mese anno settimana giorno oggi domani fine conto conte conti conta contato contano contano questo quello ' +
    'con per della dello delle degli dalla nella sulla come quando dove quanto quale chi che cosa perche anche ancora sono essere ' +
    'have with from that this what when where which your their about would could should works work trade traders toys wide world ' +
    'adesso mettere mette tutti tutto tutte molto poco sempre edge analytics pharma energia energy media sport food foods auto'
  ).split(' '),
);
/** Endings that tell parts of one brand apart may be everyday words: they count where the brand is shared. */
const TELLING = new Set([
  'edge',
  'analytics',
  'pharma',
  'energia',
  'energy',
  'media',
  'sport',
  'food',
  'foods',
  'auto',
]);

/** Whether a folded word is too common to be read as a name. */
export function isEverydayWord(word: string): boolean {
  return EVERYDAY.has(word) && !TELLING.has(word);
}
