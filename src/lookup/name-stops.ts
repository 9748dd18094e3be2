const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words after which a customer is named, and how strongly they say so. */
export const OPENS_NAME: ReadonlyMap<string, number> = new Map([
  ['cliente', 3],
  ['customer', 3],
  ['client', 3],
  ['azienda', 3],
  ['con', 2],
  ['with', 2],
  ['per', 1],
  ['for', 1],
  ['x', 1],
  ['a', 0.5],
  ['to', 0.5],
  ['di', 0.4],
  ['of', 0.4],
  ['su', 0.3],
  ['presso', 2],
  ['w/', 2],
  ['at', 0.3],
  ['deal', 0.2],
  ['trattativa', 0.2],
  ['affare', 0.2],
  ['referral', 0.2],
  ['segnalazione', 0.2],
  ['opportunita', 0.2],
  ['opportunity', 0.2],
]);

/** What may stand between the preposition and the name: "con il cliente", "per la società", "called". */
export const PASSED_OVER = words(
  ": il lo la i gli le l' l the cliente customer client azienda societa ditta company impresa gruppo e is si chiama chiamato chiamata called named " +
    'nuovo nuova new un una a an our nostro nostra my mio mia che',
);

/** Words that end a name wherever they stand. */
export const CANNOT_CONTINUE = words(
  'da per entro con a in su tra fra dal dalla al alla nel nella sul che chi cui se ma o oppure quindi poi senza niente nessun nessuna ' +
    'vale valore importo chiude chiudiamo chiusura chiudere scade scadenza data soluzione prodotto prezzo circa verso ' +
    'come quando dove perche vorrei voglio puoi grazie prego anche ancora non sono siamo ha hanno ho hai stato accettato rifiutato ' +
    'from for with worth at by closing close closes due value about around on to is are was has have which who that and or but so then ' +
    'without no help please thanks via valued solution product as until till before deadline private privato privata shared condiviso condivisa ' +
    'il lo la i gli le un una the an this questo questa proposta using usando tramite mediante sulla sullo oggi domani',
);

/** Words that follow these prepositions and are no customer. */
export const CANNOT_BEGIN = words(
  'microsoft ms aiuto help supporto support cosell co-sell co fine meta inizio favore piacere cortesia esempio me te noi voi lui lei loro us you ' +
    'me him her them it deal deals affare trattativa referral segnalazione valore value euro dollari dollars importo soluzione solution ' +
    'questo questa quello quella questi this that these those those qualcuno qualcosa someone something nessuno nobody ora adesso now dopo later ' +
    'oggi domani today tomorrow venerdi lunedi martedi mercoledi giovedi sabato domenica friday monday tuesday wednesday thursday saturday sunday ' +
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre january february march april may june july august ' +
    'september october november december condivisione sapere creare fare vedere capire avere registrare chiudere end the start beginning next last ' +
    'cui quanto quale quali cosa chi dove quando stato state status tutti tutto all any some every ogni alcuni parte part',
);

/** Words that join two parts of one name. */
export const JOINS_NAMES = words('& + e and');

/** Words after "e" or "&" that go on with a name even in small letters: "Bianchi e figli". */
export const KIN = words(
  'figli figlio fratelli co soci associati partners c sons son brothers bros associates',
);

/** Kinds of customers named by a place: "comune di Verona". */
export const INSTITUTIONS = words(
  'comune provincia regione banca cassa camera universita ospedale asl consorzio cooperativa ordine fondazione museo teatro ' +
    'ministero agenzia autorita porto aeroporto city town university bank county council ministry port museum hospital',
);

const PARTICLES = words("di de del della dello dei degli delle da d' d dal la le lo van von der den of");

/** "di" in "Cassa di Risparmio", "of" in "Bank of Rome": inside a name between two capitalised words. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}
