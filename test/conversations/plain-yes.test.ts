import { describeConversations, type Exchange } from './table.ts';

const CLOSING = 'chiudi Wingtip come vinto';
const CREATING = 'crea un deal privato con Wingtip da 30k per il 20 marzo 2028';
const ERASING = 'cancella i miei dati';

const DONE = /^(?:Fatto|Done):/m;

/** A yes with something beside it, in turn: each is asked about again, and the last plain yes alone does it. */
function heldBy(first: string, yeses: readonly string[], plain: string): readonly Exchange[] {
  return [
    { say: first, not: [DONE] },
    ...yeses.map((say): Exchange => ({ say, not: [DONE] })),
    { say: plain, expect: [DONE] },
  ];
}

describeConversations('a yes that isn’t alone does nothing that can’t be undone', [
  {
    name: 'closing: when, who else, what else',
    turns: heldBy(
      CLOSING,
      [
        'sì, anzi no',
        'sì però domani',
        'sì ok però lunedì',
        'sì a fine mese',
        'sì dal 1 dicembre',
        'sì tutti',
        'sì ma l’ha vinto sap',
        'sì chiedi a marco',
        'sì e anche Contoso',
        'sì ma aspettiamo la firma',
        'sì ops',
      ],
      'sì, chiudilo come vinto',
    ),
  },
  {
    name: 'closing (en)',
    turns: heldBy(
      'close Wingtip as won',
      [
        'yes, actually no',
        'yes but tomorrow',
        'yes, monday',
        'yes, ask marco',
        'yes show me',
        'yes and Tailspin',
      ],
      'yes, close it',
    ),
  },
  {
    name: 'creating',
    turns: heldBy(CREATING, ['sì, anzi no', 'ok anzi no', 'ok, ask marco', 'ok ma domani'], 'ok, crealo'),
  },
  {
    name: 'erasing',
    turns: heldBy(
      ERASING,
      ['sì forse', 'sì ma prima esporta', 'sì ma tieni le preferenze', 'yes but keep my drafts'],
      'sì, cancella tutto',
    ),
  },
  {
    name: 'throwing a draft away',
    turns: [
      { say: 'crea un deal con Acme da 20k' },
      { say: 'annulla', expect: [/Butto via/] },
      { say: 'sì però tienila', not: [/Annullato/] },
      { say: 'le mie bozze', expect: [/Acme/] },
    ],
  },
]);

describeConversations('a yes is alone', [
  ...['sì', 'sì grazie', 'sì sì', 'sì, chiudi il deal con Wingtip', 'sì va bene', 'sì dai chiudilo'].map(
    (say) => ({
      name: `in «${say}»`,
      turns: [{ say: CLOSING }, { say, expect: [DONE] }],
    }),
  ),
  ...['ok', 'crea', 'perfetto, crealo', 'sì crea il deal con Wingtip', 'va bene procedi', 'sì, 30k'].map(
    (say) => ({
      name: `in «${say}»`,
      turns: [{ say: CREATING }, { say, expect: [DONE] }],
    }),
  ),
]);
