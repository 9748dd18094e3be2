import { marco, nadia } from '../../src/directory/sample-people.ts';
import { describeConversations } from './table.ts';

describeConversations('checking acceptance', [
  {
    name: '40: an exact name wins, the other one is a tap away; accepted with seller and both sides',
    turns: [
      {
        say: 'Microsoft ha accettato il deal con Contoso?',
        expect: [/Contoso/, /accettato/i, /120\.000 €/, /Lato nostro|Da parte nostra|Noi/i, /Microsoft/],
        buttons: [/Contoso Pharma/],
      },
    ],
  },
  {
    name: '40: "contos" fits two: pick',
    turns: [{ say: 'Microsoft ha accettato il deal con contos?', buttons: [/Contoso/, /Contoso Pharma/] }],
  },
  {
    name: '41: waiting, with the days left and until when',
    turns: [{ say: 'hanno risposto per Fabrikam?', expect: [/Fabrikam/, /9 giorni/, /giovedì 3 dicembre/] }],
  },
  {
    name: '42: declined, what it means, and recreating with the warning',
    turns: [
      {
        say: 'com’è andata con Northwind?',
        expect: [/rifiutato/i, /Northwind/, /nessun venditore|No Microsoft seller/i],
        buttons: [/Ricrea/],
      },
      { tap: 'Ricrea il deal', expect: [/Northwind/], not: [/deal aperto/i] },
    ],
  },
  {
    name: '43: declined without a reason, under the threshold; expired',
    turns: [
      { say: 'stato del deal con Litware', expect: [/rifiutato/i, /25[.,]000/, /14 giorni|in tempo|scad/i] },
      { say: 'e il deal con Adventure Works?', expect: [/scadut|14 giorni/i], buttons: [/Ricrea/] },
    ],
  },
  {
    name: '44: private and shared deals have nothing to accept',
    turns: [
      { say: 'Microsoft ha risposto su Tailspin?', expect: [/Tailspin/, /privato/i] },
      { say: 'Microsoft ha risposto su Wingtip?', expect: [/Wingtip/, /aiuto/i] },
    ],
  },
  {
    name: '45: all of mine, most urgent first',
    turns: [{ say: 'stato dei miei deal', expect: [/Contoso Pharma[\s\S]*Fabrikam/, /1 giorno/] }],
  },
  {
    name: '45: Marco sees his two alone',
    as: marco,
    turns: [
      {
        say: 'stato dei miei deal',
        expect: [/Northwind/, /Litware/],
        not: [/Contoso|Fabrikam|Wingtip|Tailspin/],
      },
    ],
  },
  {
    name: '46: Marco is not told whether a Contoso deal exists',
    as: marco,
    turns: [
      {
        say: 'Microsoft ha accettato il deal con Contoso?',
        expect: [/non (trovo|vedo|c’è)/i],
        not: [/120\.000|accettato il deal|Pharma/],
      },
    ],
  },
  {
    name: '46: Nadia sees her own Contoso deal alone',
    as: nadia,
    turns: [
      {
        say: 'Microsoft ha accettato il deal con Contoso?',
        expect: [/Contoso/],
        not: [/120\.000|Pharma|Aurelia/],
      },
    ],
  },
  {
    name: '47: a typo, a value, a GUID',
    turns: [
      { say: 'Microsoft ha accettato il deal con Contosso?', expect: [/Contoso/, /accettato/i] },
      { say: 'com’è messo quello da 64mila?', expect: [/Northwind/, /rifiutato/i] },
    ],
  },
  {
    name: '47: an id alone is looked up, and one that is not there, or not mine, is said not to be',
    turns: [
      { say: 'd0000000-0000-4000-8000-000000000009', expect: [/Contoso Pharma/, /1 giorno/] },
      {
        say: 'a1b2c3d4-0000-4000-8000-00000000abcd',
        expect: [/Non trovo un tuo deal con questo id/],
        not: [/Questo non lo so/],
      },
      { say: 'sì', expect: [/Vedi 9 deal/] },
    ],
  },
  {
    name: "47: another one's id is no deal of mine",
    as: nadia,
    turns: [
      {
        say: 'deal d0000000-0000-4000-8000-000000000001',
        expect: [/Non trovo un tuo deal con questo id/],
        not: [/Contoso|120/],
      },
    ],
  },
  {
    name: "40: a customer's name alone is a check: of two that fit one is picked, a typo is forgiven",
    turns: [
      { say: 'contos', expect: [/Quale intendi con "contos"\?/], buttons: [/^Contoso$/, /^Contoso Pharma$/] },
      { tap: 'Contoso', expect: [/accettato il deal con Contoso\./] },
      { say: 'contoso', expect: [/accettato il deal con Contoso\./], buttons: [/Contoso Pharma/] },
      { say: 'fabrikm', expect: [/non ha ancora risposto per Fabrikam/] },
    ],
  },
  {
    name: '40: a name alone (en)',
    turns: [
      { say: 'show me my deals' },
      {
        say: 'contos',
        expect: [/Which one is "contos"\?|Which/],
        buttons: [/^Contoso$/, /^Contoso Pharma$/],
      },
    ],
  },
  {
    name: "46: a name alone of somebody else's customer",
    as: marco,
    turns: [
      { say: 'Contoso?', expect: [/Non trovo un tuo deal con "Contoso"/] },
      { say: 'sì', expect: [/Vedi 2 deal/] },
    ],
  },
  {
    name: 'a follow-up with a customer nobody knows says that there is no deal',
    turns: [
      { say: 'Microsoft ha accettato il deal con Contoso?' },
      { say: 'e Pluto S.p.A.?', expect: [/Non trovo un tuo deal con "Pluto S\.p\.A/] },
      { say: 'e Pluto?', expect: [/Non trovo un tuo deal con "Pluto"/] },
      { say: 'e fabrikam?', expect: [/Fabrikam/, /9 giorni/] },
    ],
  },
  {
    name: 'a follow-up with a customer nobody knows says that there is no deal (en)',
    turns: [
      { say: 'Did Microsoft accept the deal with Contoso?' },
      { say: 'what about Pluto Ltd?', expect: [/can't find a "Pluto Ltd" deal of yours/] },
      { say: 'yes', expect: [/You can see 9 deals/] },
    ],
  },
  {
    name: "who at Microsoft looks after a deal, where there is somebody and where there isn't",
    turns: [
      {
        say: 'chi è il venditore microsoft di contoso',
        expect: [/^Per Contoso il venditore Microsoft è Giulia Ferri/],
      },
      { say: 'chi segue fabrikam?', expect: [/^Per Fabrikam non vedo un venditore Microsoft\./, /9 giorni/] },
      {
        say: 'who is the microsoft seller for contoso?',
        expect: [/^The Microsoft seller for Contoso is Giulia Ferri/],
      },
    ],
  },
  {
    name: 'the rest of a list, in words, to its end',
    turns: [
      { say: 'stato dei miei deal', expect: [/Dall'1 al 5 di 9/] },
      { say: 'altri', expect: [/Dal 6 al 9 di 9/, /Tailspin/] },
      { say: 'altri', expect: [/visti tutti/] },
    ],
  },
  {
    name: 'the rest of a list, in words, to its end (en)',
    turns: [
      { say: 'status of my deals', expect: [/1 to 5 of 9/] },
      { say: 'more', expect: [/6 to 9 of 9/] },
      { say: 'show more', expect: [/seen them all/] },
    ],
  },
  {
    name: 'the rest of the deals to choose from',
    turns: [
      { say: 'controlla un deal', expect: [/Quale deal/] },
      { say: 'gli altri', expect: [/Ecco gli altri/], buttons: [/Tailspin/, /Proseware/] },
      { tap: 'Tailspin Toys', expect: [/privato/i] },
      { say: 'close a deal', expect: [/Which deal|Quale deal/] },
      { say: 'more', buttons: [/Tailspin/] },
    ],
  },
  {
    name: "a word to nothing gets a short answer in the page's language",
    turns: [
      { say: 'no', expect: [/^Va bene\./] },
      { say: 'indietro', expect: [/niente di aperto/] },
    ],
  },
  {
    name: '42: recreating in words: the deal just shown, or the one named',
    turns: [
      { say: 'com’è andata con Northwind?', expect: [/rifiutato/] },
      { say: 'ricrealo', expect: [/Ricreo il deal con Northwind Traders/], buttons: [/Crea il deal/] },
      { say: 'stato del deal con Fabrikam' },
      { say: 'voglio ricreare il deal con adventure works', expect: [/Ricreo il deal con Adventure Works/] },
    ],
  },
  {
    name: '42: recreating in words (en); one that Microsoft accepted is only shown',
    turns: [
      { say: 'how did it go with Litware?', expect: [/declined/] },
      { say: 'recreate it', expect: [/Recreating the deal with Litware/] },
      { say: 'cancel' },
      { say: 'yes' },
      { say: 'recreate the Contoso deal', expect: [/accepted the Contoso deal/], not: [/Recreating/] },
    ],
  },
  {
    name: '43: an expired deal is no open one, of which a new one would be a duplicate',
    turns: [
      {
        say: 'crea un deal co-sell da 45k euro con Adventure Works per fine marzo',
        expect: [/Adventure Works/],
        not: [/aperto/],
      },
    ],
  },
  { name: '48: my last deal', turns: [{ say: 'com’è messo il mio ultimo deal?', expect: [/Tailspin/] }] },
  {
    name: '40 (en): accepted, in English',
    turns: [{ say: 'Did Microsoft accept the deal with Contoso?', expect: [/accepted/i, /€120,000/] }],
  },
]);

describeConversations('what is supposed of a deal that is named is met by the deal as it stands', [
  ...(
    [
      ['Litware l’hanno bocciato per via del cliente non gestito, vero?', /non mostra un motivo/],
      [
        'Northwind è stato rifiutato perché mancava il record cliente, giusto?',
        /Microsoft ha rifiutato.*Northwind/,
      ],
      ['come mai hanno accettato Contoso Pharma così presto?', /non ha ancora risposto per Contoso Pharma/],
      ['perché mai Microsoft ha già accettato Fabrikam?', /non ha ancora risposto per Fabrikam/],
      ['sai dirmi se Marco ha già chiuso Tailspin come perso? io no', /Tailspin Toys/],
      ['hai idea se qualcuno ha segnato vinto Litware?', /Litware/],
      ['Litware was turned down since nobody manages that customer, right?', /shows no reason/],
      ['why on earth did they accept Contoso Pharma this fast?', /hasn't answered on Contoso Pharma/],
      ['how come Microsoft has accepted Fabrikam already?', /hasn't answered on Fabrikam/],
      ['do you know whether somebody marked Tailspin as lost?', /Tailspin Toys/],
      ['can you tell me if Marco has closed Litware?', /Litware/],
    ] as const
  ).map(([say, shown]) => ({
    name: `«${say}»`,
    turns: [{ say, expect: [shown], not: [/Perché avete perso|Segno il deal|Why was|Mark the/] }],
  })),
]);

describeConversations('whether a shared deal can be private again is answered with a no', [
  ...[
    'potrei rendere un’altra volta privato un deal condiviso?',
    'si può rimettere privato un deal che i venditori Microsoft vedono?',
    'posso togliere la condivisione da una trattativa?',
    'can I make a shared opportunity private once more?',
    'may I take a deal back to private after sharing it?',
  ].map((say) => ({
    name: `«${say}»`,
    turns: [{ say, expect: [/(?:^|\n)No[:,]/], not: [/(?:^|\n)(?:Sì|Yes)[,:.]/] }],
  })),
]);

describeConversations('what follows a card or a list is about it', [
  ...(
    [
      ['com’è messo Contoso?', 'come posso sentire il loro venditore?', /giulia\.ferri@/],
      ['com’è messo Contoso?', 'e come lo raggiungo?', /giulia\.ferri@/],
      ['check Contoso please', 'how should I get in touch with their seller?', /giulia\.ferri@/],
      ['quali deal hanno rifiutato?', 'aprimi quello in dollari', /deal con Litware/],
      ['quali deal hanno rifiutato?', 'e quello in euro?', /Northwind/],
      ['which deals did they decline?', 'let me see the one in dollars', /the Litware deal/],
      ['quali sono in attesa?', 'il più recente dei due', /Fabrikam/],
      ['quali sono in attesa?', 'e qual è il più grosso dei due?', /Contoso Pharma/],
    ] as const
  ).map(([first, say, shown]) => ({
    name: `«${first}», «${say}»`,
    turns: [{ say: first }, { say, expect: [shown] }],
  })),
]);

describeConversations('everything that is open is the list of deals, and an unknown name is quoted', [
  ...(
    [
      ['fammi vedere tutto quello che abbiamo in piedi', /Vedi 9 deal/],
      ['elenca tutto quello che ho ancora aperto', /Vedi 9 deal/],
      ['mostrami tutto ciò che ho in ballo', /Vedi 9 deal/],
      ['show me everything I have in progress', /You can see 9 deals/],
      ['list everything we still have open', /You can see 9 deals/],
      ['any word from Coho Vineyard?', /"Coho Vineyard"/],
      ['any news from Blue Yonder Airlines?', /"Blue Yonder Airlines"/],
      ['have you heard from Southridge Video?', /"Southridge Video"/],
      ['ci sono novità da Tre Pini?', /"Tre Pini"/],
      ['any update from Lamna Healthcare?', /"Lamna Healthcare"/],
    ] as const
  ).map(([say, shown]) => ({ name: `«${say}»`, turns: [{ say, expect: [shown] }] })),
]);

describeConversations('words of both languages, names and addresses turn no chat to another language', [
  ...[
    'status litware',
    'check litware',
    'co-sell Gamma Tech srl 31k wms 12/9/28 rif Ada Gamma ada@gammatech.it',
    'shared Delta Pack spa 18k edge 3/4/28 ref@deltapack.it',
    'litware status?',
  ].map((say) => ({ name: `«${say}»`, turns: [{ say }, { say: 'e Fabrikam?', not: [/Microsoft hasn't/] }] })),
]);
