/** How one slot is brought to its question, and how its question and answers look. */
export interface SlotCase {
  readonly form: 'create-deal' | 'close-deal';
  readonly slot: string;
  /** What is said until the slot is asked; at least one value has been given by then. */
  readonly path: readonly string[];
  /** Recognises the slot's own question. */
  readonly asks: RegExp;
  readonly good: string;
  /** Recognises what is asked or shown after the good answer. */
  readonly then: RegExp;
  readonly bad: string;
  /** Recognises the sentence about the bad answer. */
  readonly objects: RegExp;
  /** The question that "back" asks. */
  readonly before: RegExp;
  readonly isOptional?: boolean;
  /** What follows a skip, where it isn't what follows a good answer. */
  readonly skipped?: RegExp;
  /** What follows a skip where the slot has its value already, which then stays. */
  readonly kept?: RegExp;
  /** A change of another slot, and how it is shown back. */
  readonly change: readonly [said: string, shown: RegExp];
  /** The first question of the form, after a restart. */
  readonly first: RegExp;
}

const KIND = /Che tipo di deal è\?/;
const CUSTOMER = /Chi è il cliente\?/;
const ADDRESS = /Qual è l’indirizzo di/;
const CONTACT = /Chi è il contatto di/;
const SOLUTION = /Quale soluzione proponi\?/;
const VALUE = /Quanto vale il deal\?/;
const SMALL = /25\.000 USD/;
const DATE = /Quando pensi di chiudere\?/;
const HELP = /Che aiuto vuoi da Microsoft\?/;
const INTENT = /comprerà dal marketplace/;
const NOTES = /Vuoi aggiungere una nota/;
const REVIEW_NOTES = /La tengo\?/;
const SUMMARY = /Riepilogo: deal con/;

const LONG = 'molto '.repeat(400);
const START = ['crea un deal co-sell', 'Rossi Logistica'];
const ADDRESSED = [...START, 'Via Roma 1, 37100 Verona, Italia'];
const CONTACTED = [...ADDRESSED, 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456'];
const VALUED = [...CONTACTED, 'wms', '80k'];
const DATED = [...VALUED, 'fine marzo'];
const NOTED = [...DATED, 'demo', 'no'];

const DATE_CHANGE = ['cambia la data in 15 aprile', /giovedì 15 aprile 2027/] as const;
const VALUE_CHANGE = ['cambia il valore in 95k', /95\.000 €/] as const;
const deal = { form: 'create-deal', first: KIND } as const;
const closing = { form: 'close-deal', first: /Quale deal|chiudere\?/ } as const;

/** Every slot that can be asked, in the order of the conversation. */
export const SLOT_CASES: readonly SlotCase[] = [
  {
    ...deal,
    slot: 'kind',
    path: ['crea un deal da 80k'],
    asks: KIND,
    good: 'privato',
    then: CUSTOMER,
    bad: 'sommergibile',
    objects: /Scrivi co-sell, condiviso o privato/,
    before: VALUE,
    change: DATE_CHANGE,
  },
  {
    ...deal,
    slot: 'customer',
    path: ['crea un deal privato'],
    asks: CUSTOMER,
    good: 'Rossi Logistica',
    then: ADDRESS,
    bad: LONG,
    objects: /nome dell’azienda/,
    before: KIND,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'address',
    path: START,
    asks: ADDRESS,
    good: 'Via Roma 1, 37100 Verona, Italia',
    then: CONTACT,
    bad: 'sommergibile',
    objects: /Via Roma 1, 37100 Verona, Italia|[Mm]anca/,
    before: CUSTOMER,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'contact',
    path: ADDRESSED,
    asks: CONTACT,
    good: 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456',
    then: SOLUTION,
    bad: '12',
    objects: /Mario Rossi, \+39/,
    before: ADDRESS,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'solution',
    path: CONTACTED,
    asks: SOLUTION,
    good: 'wms',
    then: VALUE,
    bad: 'sommergibile',
    objects: /Non trovo questa soluzione/,
    before: CONTACT,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'readiness',
    path: [...CONTACTED, 'edge'],
    asks: /non è ancora pronta/,
    good: 'Aurelia Analytics',
    then: VALUE,
    bad: 'sommergibile',
    objects: /soluzione pronta per il co-sell oppure/,
    before: SOLUTION,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'value',
    path: [...CONTACTED, 'wms'],
    asks: VALUE,
    good: '80k',
    then: DATE,
    bad: 'un sacco',
    objects: /Non trovo un importo/,
    before: SOLUTION,
    change: DATE_CHANGE,
  },
  {
    ...deal,
    slot: 'smallValue',
    path: [...CONTACTED, 'wms', '20.000 dollari'],
    asks: SMALL,
    good: 'vai avanti',
    then: DATE,
    bad: 'sommergibile',
    objects: /cambi il valore o lo rendiamo privato/,
    before: VALUE,
    change: DATE_CHANGE,
  },
  {
    ...deal,
    slot: 'closingDate',
    path: VALUED,
    asks: DATE,
    good: 'fine marzo',
    then: HELP,
    bad: 'presto',
    objects: /Non trovo una data/,
    before: VALUE,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'helpCode',
    path: DATED,
    asks: HELP,
    good: 'demo',
    then: INTENT,
    bad: 'sommergibile',
    objects: /Scegli uno degli aiuti/,
    before: DATE,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'marketplaceIntent',
    path: [...DATED, 'demo'],
    asks: INTENT,
    good: 'non ancora deciso',
    then: NOTES,
    bad: 'sommergibile',
    objects: /Rispondi sì, no/,
    before: HELP,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'notes',
    path: NOTED,
    asks: NOTES,
    good: 'Il cliente conosce già la soluzione',
    then: SUMMARY,
    bad: LONG,
    objects: /2\.000 caratteri/,
    before: INTENT,
    isOptional: true,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'notesReview',
    path: [...NOTED, 'scrivile tu'],
    asks: REVIEW_NOTES,
    good: 'tienila',
    then: SUMMARY,
    bad: LONG,
    objects: /2\.000 caratteri/,
    before: NOTES,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'dealName',
    path: [...NOTED, 'salta', 'cambia il nome'],
    asks: /Come chiamiamo il deal\?/,
    good: 'Magazzino Rossi',
    then: /Nome: Magazzino Rossi/,
    bad: LONG,
    objects: /al massimo 200/,
    before: NOTES,
    kept: /Nome: Rossi Logistica, Aurelia WMS/,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'ownContact',
    path: [...NOTED, 'salta', 'cambia il nostro contatto'],
    asks: /A chi scrive Microsoft da voi\?/,
    good: 'Ada Neri, ada.neri@aureliasistemi.example, +39 055 111222',
    then: /Nostro contatto\nAda Neri/,
    bad: '12',
    objects: /Mario Rossi, \+39/,
    before: NOTES,
    kept: /Nostro contatto\nSara Conti/,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'otherSolutions',
    path: [...NOTED, 'salta', 'cambia le altre soluzioni'],
    asks: /Quali altre soluzioni aggiungo/,
    good: 'aurelia analytics',
    then: /Altre soluzioni: Aurelia Analytics/,
    bad: 'sommergibile',
    objects: /Non trovo questa soluzione/,
    before: NOTES,
    kept: SUMMARY,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'team',
    path: [...NOTED, 'salta', 'metti Paolo nel team', 'cambia il team'],
    asks: /Chi altro metto nel team/,
    good: 'Marco Galli',
    then: /Altri nel team: Paolo Serra e Marco Galli/,
    bad: '12',
    objects: /nome di un collega/,
    before: NOTES,
    kept: /Altri nel team: Paolo Serra/,
    change: VALUE_CHANGE,
  },
  {
    ...deal,
    slot: 'crmId',
    path: [...NOTED, 'salta', 'cambia il crm'],
    asks: /nel vostro CRM/,
    good: 'OPP-1042',
    then: /OPP-1042/,
    bad: 'un codice lungo con spazi',
    objects: /senza spazi/,
    before: NOTES,
    isOptional: true,
    skipped: SUMMARY,
    change: VALUE_CHANGE,
  },
  {
    ...closing,
    slot: 'deal',
    path: ['segna un deal come vinto'],
    asks: /Quale deal|chiudere\?/,
    good: 'Contoso',
    then: /Contoso/,
    bad: 'Pippo Baudo',
    objects: /Non trovo/,
    before: /Com['’]è/,
    change: ['cambia esito in perso', /[Pp]erso/],
  },
  {
    ...closing,
    slot: 'outcome',
    path: ['chiudi il deal con Tailspin'],
    asks: /Com['’]è/,
    good: 'vinto',
    then: /72 ore|final/i,
    bad: 'sommergibile',
    objects: /vinto|perso/i,
    before: /Quale deal|chiudere\?/,
    change: ['cambia cliente in Wingtip', /Wingtip/],
  },
  {
    ...closing,
    slot: 'reason',
    path: ['segna il deal con Tailspin come perso'],
    asks: /[Pp]erché/,
    good: 'budget',
    then: /final|conferm/i,
    bad: 'x'.repeat(501),
    objects: /500/,
    before: /./,
    change: ['cambia cliente in Wingtip', /Wingtip/],
  },
];
