import type { DealTexts } from './text-types.ts';

/** The Italian sentences. */
export const it: DealTexts = {
  slots: {
    recreates: { words: ['deal di partenza'] },
    later: { words: [] },
    kind: {
      words: ['tipo', 'tipo di deal', 'tipologia', 'visibilità'],
      text: 'Che tipo di deal è?',
      why: 'Decide se Microsoft lo vede e se ti aiuta a venderlo.',
      invalid: 'Non capisco il tipo. Scrivi co-sell, condiviso o privato.',
      choices: {
        'co-sell': {
          label: 'Co-sell con Microsoft',
          words: [
            'co-sell',
            'cosell',
            'coselling',
            'mano da Microsoft',
            'aiuto di Microsoft',
            'supporto di Microsoft',
            'co-selling',
            'con aiuto',
            'con Microsoft',
            'insieme a Microsoft',
          ],
        },
        shared: {
          label: 'Condiviso, senza aiuto',
          words: [
            'condiviso',
            'condivisa',
            'shared',
            'visibile',
            'senza aiuto',
            'partner-led',
            'visibile a Microsoft',
          ],
        },
        private: {
          label: 'Privato',
          words: ['privata', 'private', 'solo nostro', 'solo per noi', 'nascosto'],
        },
      },
    },
    customer: {
      words: ['cliente', 'nome del cliente', 'azienda', 'ragione sociale'],
      text: 'Chi è il cliente?',
      why: 'Scrivi la ragione sociale: Microsoft la usa per riconoscerlo.',
      invalid: 'Mi serve il nome dell’azienda, per esempio Fabrikam S.p.A.',
    },
    address: {
      words: ['indirizzo', 'via', 'città', 'paese', 'indirizzo del cliente'],
      text: ({ customer }) =>
        `Qual è l’indirizzo ${customer === '' ? 'del cliente' : `di ${customer}`}? Via, città e paese.`,
      why: 'Il Centro per i partner lo chiede per ogni cliente.',
    },
    contact: {
      words: ['contatto', 'contatto del cliente', 'referente', 'telefono', 'e-mail', 'email'],
      text: ({ customer }) =>
        `Chi è il contatto ${customer === '' ? 'del cliente' : `di ${customer}`}? Nome, cognome, telefono ed e-mail.`,
      why: 'Microsoft lo chiede quando vuoi aiuto.',
    },
    solution: {
      words: ['soluzione', 'prodotto'],
      text: 'Quale soluzione proponi?',
      why: 'Un deal nasce da una soluzione pubblicata.',
    },
    readiness: {
      words: ['soluzione pronta'],
      text: ({ solution }) => `${solution} è pubblicata, ma non è ancora pronta per il co-sell.`,
      why: 'Scegline una pronta, o tieni il deal privato (la fonte non conferma che basti).',
      invalid: 'Scegli una soluzione pronta per il co-sell oppure il deal privato.',
      choices: {
        private: {
          label: 'Deal privato',
          words: ['privata', 'private', 'solo nostro', 'solo per noi', 'nascosto'],
        },
      },
    },
    otherSolutions: {
      words: [
        'altre soluzioni',
        'soluzioni aggiuntive',
        'ulteriori soluzioni',
        'più soluzioni',
        'soluzioni',
        'altra soluzione',
        'un’altra soluzione',
      ],
      text: 'Quali altre soluzioni aggiungo al deal?',
      why: 'Facoltative. Scrivi uno o più nomi, o "togli" e il nome.',
    },
    solutionArea: {
      words: ['area', 'area della soluzione'],
      text: 'In quale area rientra la soluzione?',
      why: 'Il Centro per i partner la chiede per il co-sell.',
      invalid: 'Scegli una delle aree qui sotto.',
    },
    solutionPlay: {
      words: ['iniziativa', 'iniziativa di vendita'],
      text: 'Quale iniziativa di vendita?',
      why: 'È la voce di Microsoft dentro l’area scelta.',
      invalid: 'Scegli una delle iniziative qui sotto.',
    },
    partnerRole: {
      words: ['ruolo nel progetto', 'ruolo', 'nostro ruolo'],
      text: 'Che ruolo avete in questo progetto?',
      why: 'Il Centro per i partner lo chiede per i servizi.',
      invalid: 'Scegli uno dei ruoli qui sotto, o scrivine il nome.',
    },
    value: {
      words: ['valore', 'importo', 'valuta', 'prezzo', 'cifra'],
      text: ({ currency }) =>
        currency === null
          ? 'Quanto vale il deal? Importo e valuta, per esempio 80.000 €.'
          : 'Quanto vale il deal? Per esempio 80.000 o 80k.',
      why: ({ currency }) =>
        currency === null ? 'È la stima per tutta la durata.' : `Se non scrivi altro, in ${currency}.`,
    },
    smallValue: {
      words: ['valore sotto soglia'],
      text: ({ isUsd, value }) =>
        isUsd
          ? 'Sotto i 25.000 USD, se Microsoft rifiuta non mostra il motivo. Vado avanti?'
          : `Vale ${value}: la soglia è 25.000 USD, qui non ho un cambio. Vado avanti?`,
      why: ({ isUsd }) =>
        isUsd
          ? 'E il deal non può ottenere l’incentivo Azure IP co-sell.'
          : 'Sotto la soglia Microsoft non mostra il motivo di un rifiuto, e l’incentivo Azure IP co-sell non spetta.',
      invalid: 'Vado avanti così, cambi il valore o lo rendiamo privato?',
      choices: {
        'go-on': {
          label: 'Vai avanti',
          words: ['avanti', 'sì', 'si', 'ok', 'va bene', 'continua', 'procedi', 'yes'],
        },
        change: { label: 'Cambia il valore', words: ['cambia', 'cambialo', 'altro valore', 'no'] },
        private: { label: 'Rendilo privato', words: ['privato', 'private', 'fallo privato'] },
      },
    },
    closingDate: {
      words: ['chiusura', 'data', 'data di chiusura', 'scadenza'],
      text: 'Quando pensi di chiudere? Per esempio fine marzo o 15/03.',
      why: 'Microsoft ordina i deal anche per data.',
    },
    helpCode: {
      words: ['aiuto', 'aiuto richiesto', 'tipo di aiuto'],
      text: 'Che aiuto vuoi da Microsoft?',
      why: 'Lo legge il venditore Microsoft che riceve il deal.',
      invalid: 'Scegli uno degli aiuti qui sotto; se nessuno va bene, Altro.',
      choices: {
        WorkloadSpecificValueProposition: {
          label: 'Proposta di valore',
          words: [
            'valore della soluzione',
            'value proposition',
            'presentare il valore',
            'argomenti di vendita',
          ],
        },
        CustomerTechnicalArchitecture: {
          label: 'Architettura tecnica',
          words: ['architettura', 'tecnico', 'aiuto tecnico', 'architecture', 'progetto tecnico'],
        },
        ProofOfConceptOrDemo: {
          label: 'Demo o prova',
          words: ['demo', 'poc', 'proof of concept', 'prova', 'dimostrazione', 'pilota'],
        },
        QuotesOrLicensing: {
          label: 'Offerta o licenze',
          words: ['offerta', 'preventivo', 'licenze', 'prezzi', 'prezzo', 'licensing', 'quotazione'],
        },
        PostSalesCustomerSuccess: {
          label: 'Dopo la vendita',
          words: ['post vendita', 'postvendita', 'adozione', 'customer success', 'successo del cliente'],
        },
        GeneralOrOther: {
          label: 'Altro',
          words: ['generale', 'altro aiuto', 'general', 'other', 'un po’ di tutto'],
        },
      },
    },
    marketplaceIntent: {
      words: ['marketplace', 'acquisto dal marketplace', 'intenzione'],
      text: 'Il cliente comprerà dal marketplace commerciale?',
      why: 'Il Centro per i partner lo chiede per ogni deal.',
      invalid: 'Rispondi sì, no o non ancora deciso.',
      choices: {
        Yes: { label: 'Sì', words: ['si', 'yes', 'certo', 'dal marketplace'] },
        No: { label: 'No', words: ['non dal marketplace', 'fuori dal marketplace'] },
        HaveNotDecided: {
          label: 'Non ancora deciso',
          words: ['non deciso', 'da decidere', 'non lo so', 'non so', 'boh', 'forse', 'non ha deciso'],
        },
      },
    },
    partnerLocation: {
      words: ['sede', 'nostra sede', 'location'],
      text: 'Per quale sede della tua azienda?',
      why: 'Dopo la creazione non si può più cambiare.',
      invalid: 'Scegli una delle sedi della tua azienda.',
    },
    notes: {
      words: ['note', 'nota', 'le note'],
      text: ({ kind }) =>
        kind === 'private'
          ? 'Vuoi aggiungere una nota al deal? Scrivila, o la scrivo io dai campi.'
          : 'Vuoi aggiungere una nota per Microsoft? Scrivila, o la scrivo io dai campi.',
      why: ({ kind }) =>
        kind === 'private'
          ? 'Facoltativa: la legge chi nella tua azienda vede il deal.'
          : 'Facoltativa: aiuta il venditore a capire il caso.',
      invalid: 'È troppo lunga: tieni la nota sotto i 2.000 caratteri.',
      choices: {
        write: {
          label: 'Scrivile tu',
          words: [
            'scrivila tu',
            'scrivi tu',
            'scrivi tu le note',
            'scrivi le note',
            'scrivimele',
            'fai tu',
            'falle tu',
            'falla tu',
            'note automatiche',
            'generale',
            'genera le note',
            'preparale tu',
          ],
        },
      },
    },
    notesReview: {
      words: ['bozza delle note'],
      text: 'La tengo?',
      why: 'Puoi anche scriverne una tua.',
      invalid: 'È troppo lunga: tieni la nota sotto i 2.000 caratteri.',
      choices: {
        keep: {
          label: 'Tienila',
          words: ['sì', 'si', 'ok', 'va bene', 'tieni', 'tienile', 'perfetto', 'yes'],
        },
        another: {
          label: 'Un’altra versione',
          words: [
            'altra versione',
            'un altra',
            'un’altra',
            'altra',
            'rifalla',
            'rigenera',
            'no',
            'non va bene',
            'troppo lunga',
            'troppo corta',
            'più corta',
            'più breve',
            'più lunga',
            'accorciala',
            'cambiala',
          ],
        },
        shorter: { label: 'Più corta', words: ['più breve', 'accorciala', 'più corto'] },
        formal: { label: 'Più formale', words: ['più professionale', 'più seria'] },
        happy: { label: 'Utile', words: ['mi piace', 'contento', 'felice', 'happy'] },
        sad: { label: 'Poco utile', words: ['non mi piace', 'scontento', 'triste', 'sad'] },
      },
    },
    dealName: {
      words: ['nome', 'nome del deal', 'titolo'],
      text: 'Come chiamiamo il deal?',
      why: 'È il nome che vedrai nelle Segnalazioni.',
      invalid: 'Scrivi un nome di al massimo 200 caratteri.',
    },
    ownContact: {
      words: ['nostro contatto', 'mio contatto', 'contatto nostro', 'i miei dati'],
      text: 'A chi scrive Microsoft da voi? Nome, cognome, telefono ed e-mail.',
      why: 'Nella rubrica manca qualcosa.',
    },
    team: {
      words: ['altri nel team', 'team', 'membri del team', 'persone nel team', 'colleghi', 'squadra'],
      text: 'Chi altro metto nel team del deal?',
      why: 'Scrivi un collega, o nome, cognome, telefono ed e-mail. Chi è nel team vede il deal.',
      invalid: 'Scrivi il nome di un collega, oppure nome, cognome, telefono ed e-mail.',
    },
    crmId: {
      words: ['id CRM', 'CRM', 'id nel CRM'],
      text: 'Qual è l’id del deal nel vostro CRM?',
      why: 'Collega i due; i connettori CRM saltano i deal con un id che non trovano.',
      invalid: 'Scrivi solo l’id, senza spazi, per esempio OPP-1042.',
    },
  },
  confirm: 'Crea il deal',
  changeLater:
    'Sì: finché non lo creo cambi tutto da qui, basta dirmelo. Dopo, finché il deal è aperto, nel Centro per i partner «Modifica» ne cambia nome, valore, chiusura, note, ID, team e soluzioni, non la sede.',
  kindWithoutHelp:
    'I venditori Microsoft possono vedere il deal? Senza il loro aiuto può essere condiviso o privato.',
  solutionById: {
    text: 'Quale soluzione proponi? Scrivi il suo id.',
    why: 'Non ho l’elenco: lo trovi in Co-sell, Soluzioni (SOL-12345-ABC).',
  },
  solutionInvalid: (names) => `Non trovo questa soluzione. Le tue sono ${names}.`,
  solutionByIdInvalid: 'Non è l’id di una soluzione. Scrivilo così: SOL-12345-ABC.',
  solutionWhich: 'Quale di queste soluzioni?',
  solutionIsMain: (name) => `${name} è già la soluzione principale del deal.`,
  solutionKept: (name) => `${name} è la soluzione principale: per cambiarla scrivi "cambia la soluzione".`,
  solutionNotThere: 'Questa soluzione non è tra quelle aggiunte.',
  solutionsAdded: (names) => `aggiunta ${names}.`,
  solutionsNotReady: (names) => `Non ancora pronta per il co-sell, quindi resta fuori: ${names}.`,
  solutionsLeftOut: (names) =>
    `Resta fuori da questo deal, perché non è ancora pronta per il co-sell: ${names}.`,
  solutionsTooMany: 'Un deal può avere al massimo 50 soluzioni.',
  notesNoneWords: [
    'no',
    'nessuna',
    'nessuna nota',
    'niente',
    'niente note',
    'no grazie',
    'senza note',
    'togli le note',
  ],
  notesNone: 'nessuna',
  notesDrafted: 'Bozza compilata in automatico dai campi del deal:',
  noteVariants: [
    ({ customer, solution, partner, value, country, kind }) =>
      `${partner} propone ${solution} a ${customer} (${country}). Valore stimato: ${value}.${kind === 'co-sell' ? ' Chiediamo il supporto di Microsoft per portare avanti la trattativa.' : ''}`,
    ({ customer, solution, partner, value, country }) =>
      `Opportunità con ${customer}, ${country}: il cliente valuta ${solution} di ${partner}, per un valore stimato di ${value}.`,
    ({ customer, solution, partner, value, country }) =>
      `In breve. Cliente: ${customer} (${country}). Soluzione: ${solution}. Partner: ${partner}. Valore stimato: ${value}.`,
  ],
  teamWhich: (typed) => `Quale "${typed}"?`,
  teamMeant: (typed) =>
    `Non trovo "${typed}" tra i colleghi. Intendi qui sotto? Se no, scrivi nome, cognome, telefono ed e-mail.`,
  teamUnknown: (names, first) =>
    `Non trovo tra i colleghi: ${names}. Scrivi telefono ed e-mail di ${first}, o "lascia fuori".`,
  teamCreator: 'Questo è già il contatto da parte vostra.',
  teamTooMany: 'Oltre a te ci stanno al massimo 20 persone.',
  teamNotThere: 'Questa persona non è nel team del deal.',
  partnerRoleWords: {
    'Presales envisioning': ['prevendita', 'presales', 'visione'],
    'Solution design': ['progettazione', 'disegno della soluzione', 'design'],
    'Proof of concept': ['prova', 'poc', 'pilota', 'demo'],
    'Business strategy': ['strategia', 'consulenza strategica'],
    'Deployment services': ['implementazione', 'installazione', 'messa in opera', 'deployment', 'migrazione'],
    'Adoption and change management': ['adozione', 'formazione', 'change management'],
    Transaction: ['vendita', 'rivendita', 'transazione', 'licenze'],
    'Managed services': ['servizi gestiti', 'gestione', 'managed'],
  },
  duplicate: (customer, deal) =>
    `C’è già un deal aperto con ${customer}: ${deal}. Aprilo, oppure vai avanti con un altro.`,
  openDeal: 'Apri il deal',
  openDealWords: [
    'apri',
    'aprilo',
    'apri quello',
    'apri quello vecchio',
    'apri quello esistente',
    'apri quello aperto',
    'apri quello che c’è',
    'fammelo vedere',
    'fammi vedere quello',
    'vedi il deal',
    'mostramelo',
  ],
  otherCustomer: 'Altro cliente',
  summaryTitle: (customer) => `Riepilogo: deal con ${customer}`,
  summaryNews: (customer, value, day) => `Confermi il deal con ${customer}, ${value}, chiusura ${day}?`,
  consent: 'Confermando dichiari di avere il consenso di cliente e contatti a condividere i dati.',
  isSample: 'Dati di esempio: a Microsoft non arriva nulla.',
  duplicateShort: 'Con questo cliente e questa soluzione c’è già un deal aperto.',
  recreating: (customer, isDeclined) =>
    `Ricreo il deal con ${customer}: i campi sono già compilati.` +
    (isDeclined ? ' Se Microsoft ha rifiutato per un motivo, è probabile che si ripeta.' : ''),
  likeDeal: (customer) =>
    `Parto dal deal con ${customer}: riprendo tipo, soluzione e valore, se non mi dici altro.`,
  noModel: (typed) => `Non trovo un tuo deal con "${typed}": partiamo da zero.`,
  addNotes: 'Aggiungi note',
  canCreate: (role, solutions) =>
    `Puoi creare un deal. Il tuo ruolo: ${role}. Soluzioni pronte per il co-sell: ${solutions}.`,
  roleUserOnly:
    'Ti metto nel team del deal. La FAQ cita il ruolo di amministratore delle segnalazioni, quindi il portale potrebbe rifiutare.',
  roleUnknown:
    'Non posso vedere i tuoi ruoli: se manca quello giusto, lo dirà il Centro per i partner alla fine.',
  solutionsUnknown: 'Non ho l’elenco delle vostre soluzioni: serve almeno una pronta per il co-sell.',
  cannot: 'Per ora non puoi creare un deal.',
  roleMet: 'Ruolo nelle Segnalazioni: c’è.',
  roleMissing: 'Ruolo di amministratore delle segnalazioni: manca.',
  solutionMet: (solutions) => `Soluzione pubblicata e pronta per il co-sell: c’è (${solutions}).`,
  solutionMissing: 'Soluzione pubblicata nel marketplace commerciale e pronta per il co-sell: manca.',
  unknownPerson: 'Non ti trovo nella rubrica della tua azienda, quindi non vedo nessun ruolo.',
  whoGrants: (people) => `Te lo possono dare: ${people}.`,
  youGrant:
    'Il ruolo puoi dartelo tu: in Impostazioni account apri Gestione utenti, scegli te e assegnalo. Poi riprova.',
  whoGrantsUnknown:
    'Non so chi sia l’amministratore dell’account: lo trovi in Impostazioni account, Gestione utenti.',
  whoMendsSolution:
    'La pubblica e la rende pronta chi gestisce le offerte nel Centro per i partner; poi il pulsante Nuovo deal si attiva.',
  messageTitle: 'Ecco un messaggio pronto da mandare:',
  message: (name, company) =>
    `Ciao, per creare deal di co-sell nel Centro per i partner mi serve il ruolo di amministratore delle segnalazioni (Referrals admin) per ${company}. Me lo puoi assegnare? Grazie, ${name}`,
  roles: {
    'referrals-admin': 'amministratore delle segnalazioni',
    'referrals-user': 'utente delle segnalazioni',
    'account-admin': 'amministratore dell’account',
    'business-profile-admin': 'amministratore del profilo aziendale',
    'global-admin': 'amministratore globale',
    'user-admin': 'amministratore utenti',
  },
  oldDealGone: 'Non trovo più il deal di partenza: partiamo da zero.',
  created: (customer) => `Fatto: il deal con ${customer} è creato.`,
  alreadyCreated: (customer) => `Il deal con ${customer} era già creato, non ne ho fatto un altro.`,
  createdId: 'Id',
  waiting: (days, until) =>
    `Dal nostro lato è attivo. Microsoft ha ${days} per rispondere, fino a ${until}; se non risponde, la richiesta scade.`,
  shared:
    'È attivo. I venditori Microsoft possono vederlo, ma non hai chiesto aiuto: non c’è nulla da accettare.',
  private: 'È attivo e lo vede solo la tua azienda: non c’è nulla che Microsoft debba accettare.',
  incentives: (needs) => `Incentivi: potrà essere registrato per Azure IP co-sell. Servono: ${needs}.`,
  incentivesNeeds: {
    'value-threshold': 'un valore di almeno 25.000 USD',
    'eligible-solution': 'una soluzione idonea agli incentivi',
    'accepted-by-microsoft': 'il sì di Microsoft',
    'managed-customer': 'un cliente gestito da Microsoft',
    won: 'il deal vinto, non prima di 72 ore',
  },
  incentivesNot: {
    'shared-with-microsoft': 'Incentivi: un deal privato non si può registrare.',
    'eligible-solution': 'Incentivi: non si può registrare, perché la soluzione non è idonea agli incentivi.',
    'value-threshold': 'Incentivi: sotto i 25.000 USD non si può registrare per Azure IP co-sell.',
  },
  setInPortal: (values) =>
    `Da qui non posso inviare questi campi: controllali nel Centro per i partner. ${values}.`,
  openPortal: 'Apri in Partner Center',
  oneByOne: (first, others) => `Uno alla volta: parto da ${first}, poi ${others}.`,
  nextOffer: (customer) => `Passo al deal con ${customer}?`,
  nextDeal: (customer) => `Deal con ${customer}`.slice(0, 40),
  seeStatus: 'Vedi lo stato',
  dropKept: 'Non inviarlo',
  failedNotInvitedField: (label) =>
    `Il deal è creato da noi, ma l’invito a Microsoft no: il Centro per i partner non accetta questo campo: ${label}. Rivediamolo, poi rimando solo l’invito.`,
  failedUnreadable:
    'Non riesco a leggere quello che avevo segnato di questo deal, quindi non lo invio: potrebbe esistere già. Guarda nel Centro per i partner e avvisa chi mi gestisce.',
  failedBy: {
    'kept-for-later':
      'Il Centro per i partner non ha risposto. Tengo il deal confermato, lo invio appena risponde (una volta sola) e ti scrivo qui.',
    'kept-by-store-fault':
      'Tengo il deal confermato, ma lo spazio per i miei dati non risponde. Appena torna lo porto a termine (una volta sola) e ti scrivo qui.',
    'invitation-pending':
      'Il deal è creato dal nostro lato, ma l’invito a Microsoft non è ancora partito. Lo mando appena si può, e ti scrivo qui.',
    'invitation-refused':
      'Il deal è creato da noi, ma il Centro per i partner ha rifiutato l’invito a Microsoft. Con «Riprova» rimando solo l’invito.',
    'made-unread':
      'Il deal è già creato, ma ora il Centro per i partner non risponde e non posso mostrartelo. Riprova tra poco.',
  },
  failedUnreachable:
    'Il servizio dei deal non risponde. Non ho creato nulla e la bozza è salva. Riprova tra poco.',
  failedStore:
    'Non ho creato il deal: non riesco a salvare i miei dati. Riprova tra poco; se continua, avvisa chi gestisce l’assistente.',
  failedRole: (people) =>
    `Il Centro per i partner ha rifiutato: il tuo ruolo non basta. La bozza è salva. ${people}`,
  failedRefused: 'Il Centro per i partner ha rifiutato il deal. Non ho creato nulla e la bozza è salva.',
  failedField: (label) => `Il Centro per i partner non accetta questo campo: ${label}. Rivediamolo.`,
  retry: 'Riprova',
};
