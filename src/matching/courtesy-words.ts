// Phrases of courtesy, one list a use, folded, parted by semicolons. Both languages together, since people mix them.

const phrases = (text: string): string[] =>
  text.split(';').map((phrase) => phrase.trim().replace(/\s+/g, ' '));

/** They carry nothing at the beginning or the end of a message. */
export const AT_THE_EDGES: readonly string[] = phrases(
  `ciao; ciao a tutti; buongiorno; buon giorno; buonasera; buona sera; salve; ehi; ehila; hey; hi;
  hello; hi there; hello there; hey there; good morning; good afternoon; good evening; hi all; dear
  all; scusa; scusami; scusate; scusatemi; scusi; mi scusi; scusa il disturbo; chiedo scusa;
  perdonami; excuse me; sorry; sorry to bother you; pardon; pardon me; quick question; one question;
  una domanda; una domanda veloce; domanda; domanda veloce; senti; senta; ascolta; allora; dunque;
  grazie; grazie mille; grazie tante; molte grazie; tante grazie; grazie in anticipo; grazie per l
  aiuto; ti ringrazio; vi ringrazio; la ringrazio; grazie e ciao; grz; thanks; thank you; many thanks;
  thx; ty; thanks a lot; thank you so much; thank you very much; thanks in advance; thank you in
  advance; tia; cheers; thanks for your help; saluti; cordiali saluti; un saluto; distinti saluti;
  buona giornata; buon lavoro; a presto; regards; best regards; kind regards; best; have a nice day;
  have a good day; bye; inviato da iphone; inviato dal mio iphone; sent from my iphone; inviato da
  outlook per android; sent from outlook for ios; sent from outlook for android; inviato da outlook
  per ios; please help; aiutatemi; gentile assistente; gentile supporto; gentile team; gentili colleghi; senti un
  po; avrei una domanda; avrei una curiosita; mi aiuti; mi aiutate; mi puoi aiutare; puoi aiutarmi; mi potresti
  aiutare; potresti aiutarmi; would you be so kind; would you be so kind as to tell me`,
);

/** They carry nothing wherever they stand. */
export const ANYWHERE: readonly string[] = phrases(
  `per favore; perfavore; x favore; xfavore; p f; per piacere; x piacere; per cortesia; x cortesia; gentilmente; cortesemente; pf; please; pls; plz;
  plis; kindly`,
);

/** After them only a name may follow: "Grazie, Sara Conti". */
export const CLOSINGS: readonly string[] = phrases(
  `grazie; grazie mille; saluti; cordiali saluti; un saluto; ciao; a presto; thanks; thank you; many
  thanks; regards; best regards; kind regards; best; cheers; buona giornata; thx`,
);

/** They go with a phrase at the edges and carry nothing with it: "thanks in advance", "buongiorno a tutti". */
export const FILLERS: readonly string[] = phrases(
  `a tutti; a tutte; tutti; team; all; everyone; everybody; guys; folks; ragazzi; ragazze; bot; assistente; assistant;
  there; mille; tante; molte; in anticipo; in advance; a lot; so much; very much; again; ancora; davvero; really;
  di cuore; per l aiuto; for your help; for the help; dell aiuto; e; and; ma; pero; but; il disturbo; per il disturbo; to bother you`,
);
