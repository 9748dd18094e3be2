/** What people say to steer a form, both languages, as compared phrases (folded, without punctuation). */

const list = (text: string): readonly string[] => text.split('|');

/** Whole utterances by command. */
export const COMMAND_PHRASES = {
  cancel: list(
    "annulla|anulla|annula|annullare|annulla tutto|annulla la creazione|annulla il deal|annulliamo|annulla l'operazione|lascia perdere|" +
      'lascia stare|lasciamo perdere|lasciamo stare|lascia perdere tutto|stop|stoppa|basta|basta cosi|fermati|ferma|ferma tutto|esci|uscire|' +
      'voglio uscire|voglio annullare|vorrei annullare|chiudi|chiudi tutto|interrompi|ho cambiato idea|non voglio piu|non voglio piu farlo|' +
      'non mi interessa piu|abbandona|cancella tutto|butta via|butta via tutto|elimina la bozza|cancella la bozza|scarta la bozza|' +
      'cancel|cancle|cancel it|cancel this|cancel everything|cancel that|quit|exit|abort|never mind|nevermind|forget it|forget about it|' +
      'stop it|stop this|i want to cancel|i want to stop|drop it|discard|discard the draft|i changed my mind|changed my mind|leave it|' +
      "no lascia perdere|no annulla|no stop|let's stop|lets stop",
  ),
  back: list(
    'indietro|torna indietro|torna|vai indietro|un passo indietro|torna un passo indietro|passo indietro|precedente|domanda precedente|' +
      'torna alla domanda precedente|torniamo indietro|torna alla domanda di prima|domanda di prima|quella di prima|indetro|inditro|' +
      'torna a prima|fammi tornare indietro|voglio tornare indietro|posso tornare indietro|' +
      'back|go back|one step back|step back|previous|previous question|go back one step|take me back|let me go back|undo|' +
      'can i go back|go to the previous question',
  ),
  skip: list(
    'salta|saltala|saltalo|saltiamo|saltiamola|saltiamolo|salta questa|salta questo|salta la domanda|salta questa domanda|salta il passaggio|' +
      'passa oltre|passa|passo|passiamo oltre|vai oltre|prossima|prossima domanda|la prossima|senza|lascia vuoto|lascialo vuoto|lasciala vuota|' +
      'skip|skip it|skip this|skip that|skip this one|skip the question|pass|next question|leave it empty|leave it blank|leave blank|' +
      "let's skip|lets skip|let's skip it",
  ),
  repeat: list(
    'ripeti|ripetere|puoi ripetere|ripeti la domanda|mi ripeti la domanda|puoi ripetere la domanda|ripetimi la domanda|ridimmi|ridillo|' +
      'dimmelo di nuovo|qual era la domanda|quale era la domanda|come scusa|come hai detto|non ho capito|non ho capito la domanda|' +
      'non ho capito puoi ripetere|che cosa mi hai chiesto|cosa mi hai chiesto|cosa hai chiesto|di nuovo la domanda|' +
      'repeat|repeat it|repeat that|repeat the question|say again|say that again|come again|can you repeat|can you repeat that|' +
      "could you repeat|could you repeat that|can you repeat the question|could you repeat the question|i didn't get that|i didnt get that|" +
      "i didn't understand|i didnt understand|i don't understand|i dont understand|what was the question|what did you ask|pardon",
  ),
  status: list(
    'a che punto siamo|a che punto sono|a che punto eravamo|dove siamo|dove eravamo|dove eravamo rimasti|riepilogo|riassunto|riepiloga|' +
      'riassumi|fammi un riepilogo|fammi un riassunto|fai un riepilogo|fai il punto|facciamo il punto|mostrami il riepilogo|mostra il riepilogo|' +
      'mostra la bozza|mostrami la bozza|fammi vedere la bozza|vedi la bozza|cosa manca|che cosa manca|cosa manca ancora|quanto manca|' +
      'quante ne mancano|quante domande mancano|quante domande ancora|cosa hai segnato|cosa hai segnato finora|cosa abbiamo finora|' +
      'cosa ho scritto finora|cosa hai capito|cosa hai capito finora|che cosa hai capito|mostra i dati|mostrami i dati|ricapitola|ricapitoliamo|' +
      'where are we|where were we|where am i|summary|summarize|summarise|recap|show summary|show the summary|show me the summary|show the draft|' +
      "show draft|show me the draft|what's left|whats left|what is left|what's missing|whats missing|what is missing|how many left|" +
      'how many more|how many questions left|how many more questions|what do you have so far|what do we have so far|what have you got so far|' +
      'what have you got|how far are we',
  ),
  restart: list(
    'ricomincia|ricominciamo|ricominciare|ricomincia da capo|ricominciamo da capo|da capo|tutto da capo|riparti|riparti da zero|ripartiamo|' +
      'ripartiamo da zero|riparti da capo|da zero|reset|azzera|azzera tutto|rifacciamo|rifacciamo tutto|rifacciamo da capo|rifai tutto|' +
      'voglio ricominciare|vorrei ricominciare|comincia da capo|inizia da capo|iniziamo da capo|rincomincia|' +
      "restart|start over|start again|begin again|from the beginning|from the start|from scratch|start from scratch|let's start over|" +
      'lets start over|start from the beginning|i want to start over|redo everything',
  ),
  confirm: list(
    'confermo|conferma|confermato|confermiamo|confermo tutto|conferma tutto|conferma pure|si confermo|si conferma|ok confermo|va bene confermo|' +
      'ok conferma|crea|ok crea|si crea|crea pure|crea il deal|ok crea il deal|si crea il deal|confermo la creazione|confermo i dati|confermo il deal|crealo|crealo pure|si crealo|ok crealo|' +
      'confirm|i confirm|confirmed|yes confirm|confirm it|confirm all|ok confirm|yes i confirm|create it|yes create it|create the deal|ok create it|yes create the deal',
  ),
  retry: list(
    'riprova|riprovaci|riprova ora|riprova adesso|riproviamo|ritenta|prova di nuovo|prova ancora|provaci ancora|prova ancora una volta|' +
      'riprova per favore|puoi riprovare|rifallo|' +
      'retry|try again|try it again|try once more|please retry|again|one more time|can you try again|give it another try',
  ),
  help: list(
    "aiuto|aiutami|mi aiuti|puoi aiutarmi|mi puoi aiutare|mi serve aiuto|ho bisogno di aiuto|ho bisogno d'aiuto|serve aiuto|aito|auto aiuto|" +
      'help|help me|i need help|need help|can you help|can you help me|could you help me|please help|menu',
  ),
  drafts: list(
    'le mie bozze|mie bozze|bozze|mostra le bozze|mostrami le bozze|mostrami le mie bozze|mostra le mie bozze|fammi vedere le bozze|' +
      'fammi vedere le mie bozze|elenco bozze|elenco delle bozze|vedi le bozze|ho delle bozze|quali bozze ho|che bozze ho|deal in bozza|' +
      'le mie bozze di deal|bozze salvate|apri le bozze|riprendi la bozza|hai bozze mie|ho bozze aperte|bozze aperte|' +
      'my drafts|drafts|show my drafts|show me my drafts|show drafts|list my drafts|list drafts|do i have drafts|do i have any drafts|' +
      'saved drafts|open drafts|see my drafts|view my drafts',
  ),
} as const;

/** What can be changed in a form: only these begin "il cliente è …" as a command. */
export const FIELD_NOUNS =
  'valore|importo|prezzo|cifra|cliente|nome del cliente|nome cliente|azienda|nome|nome del deal|titolo|data|data di chiusura|chiusura|scadenza|' +
  'soluzione|prodotto|valuta|moneta|tipo|tipo di deal|contatto|referente|email|e-mail|mail|telefono|numero di telefono|cellulare|paese|nazione|' +
  'citta|indirizzo|via|cap|note|nota|aiuto|tipo di aiuto|motivo|marketplace|intenzione|cognome|nome del contatto|email del contatto|' +
  'value|amount|price|customer|customer name|company|name|deal name|title|date|closing date|close date|solution|product|currency|type|' +
  'deal type|kind|contact|contact name|email address|phone|phone number|country|city|address|street|postcode|postal code|zip|zip code|notes|' +
  'note|help|reason|first name|last name|surname|state|region|regione|provincia';

/** Nouns after "cambia" that aren't fields: "cambia lingua" is another wish, "cambia idea" a cancel. */
export const NOT_A_FIELD = new Set(
  'lingua|la lingua|language|the language|argomento|subject|topic|idea|discorso|tema|qualcosa|something|persona|utente|password'.split(
    '|',
  ),
);
