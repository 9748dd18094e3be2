import { describeConversations } from './table.ts';

const BEGUN = /Segno il deal|Com'è finito|Perché avete perso|Perso\?|Mark the|How did|Why was/;

describeConversations('closing: what tells no end of a deal begins nothing', [
  ...[
    'avevo perso le chiavi da Fabrikam',
    'ho perso il quaderno con gli appunti di Tailspin',
    'ho vinto un viaggio grazie a Contoso',
    'I lost the notebook with the Litware numbers',
    'we won a prize for the Contoso demo',
    'Litware vinto al 75%',
    'Fabrikam is 80 percent won',
    'rischiavamo di perdere Litware',
    'stavo per perdere Fabrikam, per fortuna ha risposto',
    'secondo Marco Tailspin lo perdiamo',
    'we are losing Fabrikam I fear',
    'abbiamo quasi sicuramente vinto Tailspin',
    'ho perso il contratto di Tailspin, dov’è finito?',
    'I lost the contract with Fabrikam, where is it?',
  ].map((say) => ({ name: `«${say}»`, turns: [{ say, not: [BEGUN] }] })),
]);

describeConversations(
  'closing: an end that is doubted, wished for or awaited begins nothing, nor does a yes to it',
  [
    ...[
      'il direttore vorrebbe segnare Wingtip come perso, ma secondo me si riprende',
      'vorrebbero chiudere Litware vinto però manca la firma',
      'occhio che Tailspin non è perso, manca solo il contratto',
      'non penso proprio che vinceremo Litware',
      'nn credo che abbiamo perso Tailspin',
      'quanto sarebbe bello vincere Wingtip',
      'ah avessimo vinto Litware',
      'speriamo di non perdere Tailspin',
      'Wingtip lo chiuderei come perso, ma aspetterei lunedì',
      'our CFO would like to mark Litware as won but I am not so sure',
      'they’d rather close Tailspin as lost',
      'dont think we’ve won Tailspin yet',
      'I really doubt we will win Wingtip',
      'I wish we’d won Litware, honestly',
      'hopefully we win Tailspin this year',
      'mark Wingtip as lost, but not yet',
      'careful, Litware isn’t won: the order is missing',
    ].map((say) => ({
      name: `«${say}»`,
      turns: [
        { say, not: [BEGUN] },
        { say: 'sure, ok', not: [BEGUN] },
      ],
    })),
  ],
);

describeConversations('closing: what others did behind an end says why, unless it says who tells of it', [
  ...(
    [
      ['Tailspin persa, il budget gliel’hanno tolto', /Tailspin Toys come Perso\?/],
      ['wingtip perso: hanno preferito un concorrente', /Wingtip Toys come Perso\?/],
      ['Contoso Pharma vinto! hanno firmato ieri sera', /Contoso Pharma come Vinto\?/],
      ['Litware persa, non hanno più risposto', /Litware come Perso\?/],
      ['tailspin perso, ci hanno trovati troppo cari', /Tailspin Toys/],
      ['Tailspin lost, they had no budget', /Tailspin Toys deal as Lost\?/],
      ['Wingtip lost: they chose another vendor', /Wingtip Toys deal as Lost\?/],
      ['Litware lost, they never answered', /Litware deal as Lost\?/],
      ['Contoso Pharma won, they have signed', /Contoso Pharma deal as Won\?/],
      ['Tailspin lost, their budget was cut', /Tailspin Toys deal as Lost\?/],
    ] as const
  ).map(([say, named]) => ({ name: `«${say}»`, turns: [{ say, expect: [named] }] })),
  ...[
    'Tailspin persa, mi ha detto Giulia',
    'Litware perso, Giulia sostiene che hanno tagliato il budget',
    'Tailspin lost, Giulia told me',
    'Wingtip perso, l’ha chiuso Marco',
    'Marco ha chiamato: Wingtip perso',
  ].map((say) => ({ name: `«${say}» is told by somebody else`, turns: [{ say, not: [BEGUN] }] })),
]);

describeConversations(
  'closing: another end below a summary, or where the reason is asked, is of the same deal',
  [
    ...(
      [
        [
          'abbiamo vinto Litware',
          'sì segnalo però perso, hanno scelto la concorrenza',
          /Litware come Perso\?/,
        ],
        [
          'abbiamo vinto Wingtip',
          'anzi chiudilo come perso, prezzo troppo alto',
          /Wingtip Toys come Perso\?/,
        ],
        ['segna Tailspin vinto', 'ok ma mettilo perso, non avevano budget', /Tailspin Toys come Perso\?/],
        ['mark Litware as won', 'yes but mark it lost, they chose a competitor', /Litware deal as Lost\?/],
        ['we won Wingtip', 'close it as lost instead, no budget', /Wingtip Toys deal as Lost\?/],
        ['abbiamo perso Litware', 'ma cosa dico, ce l’abbiamo fatta!', /Litware come Vinto\?/],
        ['abbiamo perso Wingtip', 'no aspetta l’abbiamo presa', /Wingtip Toys come Vinto\?/],
        ['ho perso il contratto di Litware', 'anzi no, è nostro', /Litware come Vinto\?/],
        ['we lost Litware', 'no sorry, we landed it', /Litware deal as Won\?/],
        ['we lost Wingtip', 'what am I saying, it’s ours!', /Wingtip Toys deal as Won\?/],
      ] as const
    ).map(([first, say, named]) => ({
      name: `«${first}», «${say}»`,
      turns: [{ say: first }, { say, expect: [named], not: [/Quale deal|Which deal/] }],
    })),
    {
      name: 'another deal stays another deal',
      turns: [
        { say: 'abbiamo vinto Litware' },
        { say: 'sì ma segna pluto come perso, prezzo alto', not: [/Litware come Perso/] },
      ],
    },
    {
      name: 'what went wrong is a reason, and no win',
      turns: [
        { say: 'abbiamo perso Litware' },
        { say: 'l’abbiamo preso troppo alla leggera', not: [/Vinto\?/] },
      ],
    },
  ],
);

describeConversations('leaving a form by saving it keeps the draft', [
  ...['salva e chiudi', 'salvala ed esci', 'salva tutto e chiudi', 'esci e salva'].map((say) => ({
    name: `«${say}»`,
    turns: [
      { say: 'crea un deal privato con Orto Blu Srl da 12k' },
      { say, expect: [/bozza|draft/], not: [/Quale deal|Which deal/] },
      { say: 'riprendi la bozza', expect: [/Orto Blu/] },
    ],
  })),
]);

describeConversations('leaving a form by saving it keeps the draft, in English', [
  ...['save and quit', 'save it and close', 'please save and exit', 'save the draft and close'].map(
    (say) => ({
      name: `«${say}»`,
      turns: [
        { say: 'create a private deal with Orto Blu Ltd worth 12k' },
        { say, expect: [/the draft stays/] },
        { say: 'resume the draft', expect: [/Orto Blu/] },
      ],
    }),
  ),
]);

describeConversations('closing: what tells one still begins it', [
  ...(
    [
      ['abbiamo perso la gara con Tailspin', /Tailspin Toys/],
      ['ho vinto il contratto di Contoso Pharma', /Contoso Pharma come Vinto/],
      ['Tailspin l’abbiamo persa', /Tailspin Toys/],
      ['segna Tailspin persa il cliente ha chiuso', /Tailspin Toys/],
      ['we lost the Tailspin order', /Tailspin Toys deal lost\?/],
      ['we won the Contoso Pharma tender', /Contoso Pharma deal as Won\?/],
    ] as const
  ).map(([say, named]) => ({ name: `«${say}»`, turns: [{ say, expect: [BEGUN, named] }] })),
]);

describeConversations('closing: an order to close is one, whatever is said around it', [
  ...(
    [
      ['segna Contoso Pharma (non Contoso) come vinto', /Contoso Pharma come Vinto\?/],
      ['chiudi Wingtip e non Tailspin come persa', /perso il deal con Wingtip Toys/],
      ['mark Tailspin (not Wingtip!) as won', /Tailspin Toys deal as Won\?/],
      ['su, chiudimi quella benedetta Tailspin, è andata!', /Com'è finito il deal con Tailspin Toys\?/],
      ['sposta Contoso in won', /Contoso come Vinto\?/],
    ] as const
  ).map(([say, asked]) => ({ name: `«${say}»`, turns: [{ say, expect: [asked] }] })),
  {
    name: 'of the deal on the screen, with why behind it',
    turns: [
      { say: 'controlla Fabrikam' },
      {
        say: 'mah, chiudilo perso che non hanno budget',
        expect: [/Fabrikam come Perso\?/, /Motivo: Budget/],
      },
    ],
  },
  ...[
    'non segnare Tailspin come persa',
    'Tailspin non va segnata come persa',
    'chiudi Tailspin, non persa',
  ].map((say) => ({ name: `«${say}» is none`, turns: [{ say, not: [BEGUN] }] })),
]);

describeConversations('closing: which deal is meant', [
  {
    name: 'the oldest one is one that can still be closed',
    turns: [{ say: 'segna quello meno recente come perso', expect: [/Contoso/], not: [/Proseware/] }],
  },
  {
    name: 'a place with no list on the screen is asked about, and the end stays',
    turns: [
      { say: 'stato di Litware' },
      { say: 'stato di Tailspin' },
      { say: 'segna la prima come persa', expect: [/Quale deal vuoi chiudere\?/], not: [/primo|prima"/] },
      { say: 'Litware', expect: [/Perché avete perso il deal con Litware\?/] },
    ],
  },
  {
    name: 'a place in a list is that deal',
    turns: [
      { say: 'i miei deal' },
      { say: 'chiudi il secondo come vinto', expect: [/Fabrikam come Vinto\?/] },
    ],
  },
  {
    name: 'one that is left out isn’t meant',
    turns: [
      { say: 'chiudi tutto tranne Fabrikam', expect: [/Quale deal vuoi chiudere\?/], not: [/con Fabrikam/] },
    ],
  },
  {
    name: 'what is no name at the reason leaves the deal at hand',
    turns: [{ say: 'segna Tailspin persa' }, { say: 'senti Marco', not: [/resta com'è/, /Non trovo/] }],
  },
]);

describeConversations('closing: a yes is to what was asked last', [
  ...(
    [
      ['segna Tailspin vinta', 'lascia stare, mostrami Fabrikam', 'sì'],
      ['segna Tailspin vinta', 'annulla e fammi vedere Fabrikam', 'sì'],
      ['mark Tailspin as won', 'cancel and show me Fabrikam', 'yes'],
    ] as const
  ).map(([order, aside, yes]) => ({
    name: `«${aside}» asks whether to throw it away, and «${yes}» does`,
    turns: [
      { say: order },
      { say: aside, expect: [/Butto via tutto|Throw/], not: [/Fabrikam come Vinto|Fabrikam deal as Won/] },
      { say: yes, expect: [/Non ho chiuso nessun deal|No deal was closed/], not: [/Fatto|Done/] },
    ],
  })),
  {
    name: 'a look at another deal closes that one neither',
    turns: [
      { say: 'segna Tailspin vinta' },
      { say: 'mostrami Fabrikam', expect: [/Segno il deal con Tailspin Toys/], not: [/Fabrikam come/] },
    ],
  },
  {
    name: 'how it ended is no reason',
    turns: [{ say: 'segna Tailspin come persa' }, { say: 'persa', expect: [/Mi serve un motivo/] }],
  },
]);
