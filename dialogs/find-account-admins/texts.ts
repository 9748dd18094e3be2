import { type Markdown, ourMarkdown } from '../../src/cards/markdown.ts';
import type { PartnerRole } from '../../src/directory/directory.ts';
import type { Localized } from '../../src/language/locale.ts';

/** Who asks, for the message to an admin. */
interface Asking {
  /** First name of who is written to. */
  readonly to: string | null;
  /** Who asks; null where the person isn't known. */
  readonly from: string | null;
  /** True where who asks has the role already: then it is for somebody else. */
  readonly isForColleague: boolean;
}

export interface AdminTexts {
  readonly lead: (names: string) => string;
  readonly leadNobody: string;
  readonly one: (name: string, email: string) => string;
  /** Who else can, beside those whom the asker named. */
  readonly leadBut: (names: string, but: string) => string;
  readonly leadNobodyBut: (but: string) => string;
  readonly leadSelf: string;
  readonly leadAlsoSelf: (names: string) => string;
  readonly roles: Readonly<Record<PartnerRole, string>>;
  readonly colleague: (names: string, howMany: number) => string;
  readonly noRoles: string;
  readonly unknownRoles: string;
  readonly guest: string;
  readonly eligibleOnly: string;
  readonly chat: string;
  readonly whyAccountAdmin: Markdown;
  readonly whyGlobalAdmin: Markdown;
  readonly whyUserAdmin: Markdown;
  readonly source: {
    readonly sample: string;
    readonly companyList: (day: string) => string;
    /** The same where the day isn't known. */
    readonly listed: string;
    readonly graph: (day: string) => string;
  };
  readonly notKnowable: string;
  /** The way to it in the portal, in a line. */
  readonly path: Markdown;
  readonly stepsTitle: string;
  readonly steps: Markdown;
  readonly noAdminTitle: string;
  readonly noAdmin: Markdown;
  readonly noAdminSource: string;
  readonly messageIntro: string;
  readonly youWrite: string;
  readonly message: (asking: Asking) => string;
  readonly write: (firstName: string) => string;
  readonly portal: string;
}

const it: AdminTexts = {
  lead: (names) => `Puoi chiedere a ${names}.`,
  one: (name, email) => `${name}: scrivi a ${email}.`,
  leadNobody:
    "Non so chi sia il tuo amministratore dell'account: da qui non posso leggerlo, ma nel portale lo trovi in quattro passi.",
  leadBut: (names, but) => `Oltre a ${but} puoi chiedere a ${names}.`,
  leadNobodyBut: (but) =>
    `Oltre a ${but} non so chi altro possa dare ruoli: nel portale lo vedi in quattro passi.`,
  leadSelf: "Puoi farlo tu: per quanto ne so, qui sei l'unica persona che può dare ruoli.",
  leadAlsoSelf: (names) => `Puoi farlo tu, oppure ${names}.`,
  roles: {
    'referrals-admin': 'amministratore delle segnalazioni',
    'referrals-user': 'utente delle segnalazioni',
    'account-admin': "amministratore dell'account",
    'business-profile-admin': 'amministratore del profilo aziendale',
    'global-admin': 'amministratore globale',
    'user-admin': 'amministratore utenti',
  },
  colleague: (names, howMany) =>
    howMany === 1 ? `${names} è tra i tuoi colleghi.` : `Sono tra i tuoi colleghi: ${names}.`,
  noRoles: 'nessun ruolo, che io sappia',
  unknownRoles: 'che ruoli abbia non lo so',
  guest: 'ospite',
  eligibleOnly: 'deve prima attivare il ruolo',
  chat: 'scrivi in Teams',
  whyAccountAdmin: ourMarkdown`L'amministratore dell'account concede l'accesso all'area Segnalazioni e i suoi ruoli *(FAQ segnalazioni)*.`,
  whyGlobalAdmin: ourMarkdown`Anche l'amministratore globale può concederli: lo dice la pagina dei ruoli del Centro per i partner, non la FAQ.`,
  whyUserAdmin: ourMarkdown`L'amministratore utenti gestisce gli utenti dell'azienda; che possa dare questi ruoli le mie fonti non lo dicono.`,
  source: {
    sample: 'Persone di esempio, inventate per provare.',
    companyList: (day) => `Dall'elenco tenuto dalla tua azienda, aggiornato ${day}.`,
    listed: "Dall'elenco tenuto dalla tua azienda.",
    graph: (day) => `Letto da Microsoft Entra ${day}.`,
  },
  notKnowable:
    'Chi ha un ruolo del Centro per i partner si vede per certo solo nel portale: nessun servizio me lo fa leggere.',
  path: ourMarkdown`Nel portale: *Impostazioni* (ingranaggio), *Impostazioni account*, *Gestione utenti*, filtro *amministratore account*.`,
  stepsTitle: 'Per vederlo con i tuoi occhi nel Centro per i partner',
  steps: ourMarkdown`1. Accedi e scegli l'icona *Impostazioni* (ingranaggio).
2. Apri *Impostazioni account*.
3. Apri *Gestione utenti*.
4. Nel filtro scegli *amministratore account*: vedi nomi e dettagli.`,
  noAdminTitle: "Se un amministratore dell'account non c'è più",
  noAdmin: ourMarkdown`1. Cerca un amministratore globale della tua azienda: può dare tutti i ruoli.
2. Se manca anche quello, apri un ticket di assistenza dal portale di Azure.
3. Se nessuno riesce più ad accedere, serve l'acquisizione del dominio come amministratore.`,
  noAdminSource: 'Fonte: guida del Centro per i partner su che cosa fare quando manca un amministratore.',
  youWrite: 'Non scrivo al posto tuo, ma il messaggio è pronto: copialo, o tocca un nome per aprire la chat.',
  messageIntro: 'Messaggio pronto da inviare:',
  message: ({ to, from, isForColleague }) =>
    [
      `Ciao${to === null ? '' : ` ${to}`},`,
      isForColleague
        ? 'a una persona del team serve il ruolo di amministratore delle segnalazioni nel Centro per i partner, per lavorare sui deal di co-sell.'
        : 'per lavorare sui deal di co-sell mi serve il ruolo di amministratore delle segnalazioni nel Centro per i partner.',
      `Puoi ${isForColleague ? 'assegnarglielo' : 'assegnarmelo'}? Si fa da Impostazioni account, Gestione utenti.`,
      from === null ? 'Grazie' : `Grazie, ${from}`,
    ].join('\n'),
  write: (firstName) => `Scrivi a ${firstName}`,
  portal: 'Apri in Partner Center',
};

const en: AdminTexts = {
  lead: (names) => `You can ask ${names}.`,
  one: (name, email) => `${name}: write to ${email}.`,
  leadNobody:
    "I don't know who your Account admin is: I can't read that from here, but the portal shows it in four steps.",
  leadBut: (names, but) => `Besides ${but} you can ask ${names}.`,
  leadNobodyBut: (but) =>
    `I don't know who else besides ${but} can grant roles: the portal shows it in four steps.`,
  leadSelf: "You can do it yourself: as far as I know, you're the only one here who can grant roles.",
  leadAlsoSelf: (names) => `You can do it yourself, or ask ${names}.`,
  roles: {
    'referrals-admin': 'Referrals admin',
    'referrals-user': 'Referrals user',
    'account-admin': 'Account admin',
    'business-profile-admin': 'Business profile admin',
    'global-admin': 'Global admin',
    'user-admin': 'User admin',
  },
  colleague: (names, howMany) =>
    howMany === 1 ? `${names} is one of your colleagues.` : `These are your colleagues: ${names}.`,
  noRoles: 'no role that I know of',
  unknownRoles: "which roles they have I don't know",
  guest: 'guest',
  eligibleOnly: 'has to activate the role first',
  chat: 'message in Teams',
  whyAccountAdmin: ourMarkdown`The Account admin grants access to the Referrals workspace and its roles *(referrals FAQ)*.`,
  whyGlobalAdmin: ourMarkdown`A Global admin can grant them too: that's from Partner Center's roles page, not from the FAQ.`,
  whyUserAdmin: ourMarkdown`A User admin manages the company's users; my sources don't say that they can grant these roles.`,
  source: {
    sample: 'Sample people, made up so you can try things.',
    companyList: (day) => `From the list your company keeps, updated on ${day}.`,
    listed: 'From the list your company keeps.',
    graph: (day) => `Read from Microsoft Entra on ${day}.`,
  },
  notKnowable:
    'Who holds a Partner Center role can only be seen for certain in the portal: no service lets me read it.',
  path: ourMarkdown`In the portal: *Settings* (gear), *Account settings*, *User management*, filter *Account admin*.`,
  stepsTitle: 'To see for yourself in Partner Center',
  steps: ourMarkdown`1. Sign in and select the *Settings* (gear) icon.
2. Open *Account settings*.
3. Open *User management*.
4. Filter on *Account admin* to see names and details.`,
  noAdminTitle: "If there's no Account admin any more",
  noAdmin: ourMarkdown`1. Find a Global admin of your company: they can grant every role.
2. If there's none either, open a support ticket in the Azure portal.
3. If nobody can sign in any more, the domain has to be taken over as its admin.`,
  noAdminSource: "Source: Partner Center's guide on what to do when there's no admin.",
  youWrite: "I don't write for you, but the message is ready: copy it, or tap a name to open the chat.",
  messageIntro: 'A message ready to send:',
  message: ({ to, from, isForColleague }) =>
    [
      `Hi${to === null ? '' : ` ${to}`},`,
      isForColleague
        ? 'somebody on the team needs the Referrals admin role in Partner Center, to work on co-sell deals.'
        : 'to work on co-sell deals I need the Referrals admin role in Partner Center.',
      `Could you assign it to ${isForColleague ? 'them' : 'me'}? It's done under Account settings, User management.`,
      from === null ? 'Thanks' : `Thanks, ${from}`,
    ].join('\n'),
  write: (firstName) => `Message ${firstName}`,
  portal: 'Open in Partner Center',
};

/** What is said of the people who can grant access, by language. */
export const adminTexts: Localized<AdminTexts> = { it, en };
