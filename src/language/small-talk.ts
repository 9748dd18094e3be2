import { COURTESY, stripCourtesy } from './courtesy.ts';
import { toPhrase } from './flat.ts';
import { readLanguageWish } from './language-wish.ts';
import type { Locale } from './locale.ts';
import { isWholePhrase, phraseSet } from './whole-phrases.ts';

export type SaidInTalk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'help'
  | 'about-me'
  | 'forget-me'
  | 'languages'
  | 'speak-it'
  | 'speak-en';

const list = (text: string): readonly string[] => text.split('|');

const GREETINGS = list(
  'ciao|ciao ciao|buongiorno|buon giorno|buonasera|buona sera|buon pomeriggio|salve|ehi|ehila|ehy|hey|ciao bot|we|buondi|' +
    'ciao come stai|come stai|come va|ciao come va|tutto bene|buongiorno a te|buongiorno a tutti|ciao a tutti|ci sei|sei li|' +
    'hi|hello|hello there|hi there|good morning|good afternoon|good evening|hey there|morning|how are you|how are you doing|hi bot|' +
    "hello bot|how's it going|hows it going|are you there|hiya|yo",
);
const THANKS = list(
  'grazie|grazie mille|mille grazie|grazie tante|tante grazie|grz|ti ringrazio|grazie davvero|grazie infinite|molto gentile|gentilissimo|' +
    "gentilissima|grazie dell'aiuto|grazie per l'aiuto|grazie di tutto|ok grazie|perfetto grazie|ottimo grazie|bene grazie|va bene grazie|" +
    'ok grazie mille|perfetto grazie mille|va bene grazie mille|bene grazie mille|ottimo grazie mille|grazie mille davvero|' +
    'grazie a te|grazie ancora|ottimo lavoro|sei grande|sei stato utile|utilissimo|grazie sei stato utile|ottimo|fantastico|bravo|bravissimo|' +
    'thanks|thank you|many thanks|thanks a lot|thx|ty|cheers|thank you very much|thanks so much|thank you so much|thanks a million|' +
    'thanks mate|thanks a lot mate|thanks a bunch|ok thanks a lot|great thanks a lot|perfect thanks a lot|ok thank you very much|' +
    'ok thanks|ok thank you|great thanks|perfect thanks|thanks for your help|thanks for the help|much appreciated|appreciated|' +
    'great job|well done|awesome|thanks again|great thank you|perfect thank you|that was helpful|very helpful|tks|tnx',
);
const GOODBYES = list(
  'arrivederci|addio|a presto|a dopo|a domani|ci vediamo|ci sentiamo|buona giornata|buona serata|buona notte|buonanotte|buon lavoro|' +
    'buon weekend|buon fine settimana|alla prossima|a piu tardi|stammi bene|ciao grazie|ciao ciao grazie|grazie ciao|grazie e ciao|' +
    'grazie e buona giornata|grazie a presto|grazie arrivederci|grazie buona giornata|grazie mille ciao|ciao e grazie|ok ciao|' +
    'bye|bye bye|goodbye|good bye|see you|see you later|see ya|talk to you later|have a nice day|have a good day|good night|' +
    'thanks bye|thank you bye|ok bye|take care|ttyl|have a good one|cya|farewell|until next time',
);
const HELPS = list(
  "aiuto|aiutami|mi aiuti|puoi aiutarmi|mi puoi aiutare|mi serve aiuto|ho bisogno di aiuto|ho bisogno d'aiuto|help|help me|i need help|" +
    'can you help|can you help me|could you help me|cosa sai fare|che cosa sai fare|che sai fare|cosa puoi fare|che cosa puoi fare|' +
    'che puoi fare|cosa fai|che fai|che cosa fai|cosa sai|a cosa servi|a che servi|come funzioni|come ti uso|come posso usarti|' +
    'come si usa|chi sei|cosa sei|che cosa sei|come puoi aiutarmi|in cosa puoi aiutarmi|in che modo puoi aiutarmi|cosa posso chiederti|' +
    'cosa ti posso chiedere|che cosa posso chiederti|che cosa posso chiedere|cosa posso chiedere|cosa posso fare|che cosa posso fare qui|cosa posso fare qui|' +
    'che domande posso fare|quali domande posso fare|di cosa ti occupi|istruzioni|menu|opzioni|comandi|elenco comandi|guida|' +
    'what can you do|what do you do|what can i ask|what can i ask you|what can i do|what can i do here|who are you|what are you|how do you work|' +
    'how can you help|how can you help me|how does this work|how do i use this|how do i use you|what do you know|commands|options|' +
    'what are you for|show menu|show options|what is this|cosa sai dirmi|mostrami il menu|mostra menu|sei un bot|sei un robot|' +
    'sei umano|are you a bot|are you human|are you a robot',
);
const ABOUT_ME = list(
  'cosa sai di me|che cosa sai di me|che sai di me|cosa hai su di me|cosa conservi di me|che dati hai di me|che dati hai su di me|' +
    'quali dati hai su di me|quali dati hai di me|quali dati conservi|quali miei dati conservi|quali miei dati hai|i miei dati|mostra i miei dati|' +
    'mostrami i miei dati|che dati conservi|che dati hai|cosa ricordi di me|cosa ti ricordi di me|cosa hai salvato di me|' +
    'quali informazioni hai su di me|che informazioni hai su di me|cosa memorizzi|cosa memorizzi di me|chi sono|chi sono io|' +
    'what do you know about me|what do you have on me|what data do you have on me|what data do you have about me|what data do you keep|' +
    'what data do you store|my data|show my data|show me my data|what do you remember about me|what do you store about me|' +
    'what do you keep about me|what information do you have about me|who am i|which data do you have about me',
);
const FORGET_ME = list(
  'cancella i miei dati|cancella tutti i miei dati|elimina i miei dati|elimina tutti i miei dati|cancella tutto quello che sai di me|' +
    'cancella tutto cio che sai di me|dimenticami|dimenticati di me|dimentica tutto di me|dimentica i miei dati|rimuovi i miei dati|' +
    'voglio cancellare i miei dati|vorrei cancellare i miei dati|puoi cancellare i miei dati|posso cancellare i miei dati|' +
    'voglio che cancelli i miei dati|cancella quello che sai di me|cancella la mia cronologia|elimina la mia cronologia|cancellami|' +
    'delete my data|delete all my data|erase my data|erase all my data|forget me|forget everything about me|forget my data|remove my data|' +
    'i want to delete my data|i want my data deleted|can you delete my data|please delete my data|delete everything you know about me|' +
    'delete what you know about me|clear my data|wipe my data|delete my history',
);
const NONE_OF_THESE = phraseSet(
  'nessuna di queste|nessuno di questi|nessuna delle due|nessuno dei due|nessuna delle tre|nessuno dei tre|nessuna|nessuno|nessuna di loro|' +
    'niente di questo|niente di tutto questo|nulla di tutto questo|niente di cio|nessuna delle precedenti|nessuna di quelle|nessuno di quelli|' +
    "ne l'una ne l'altra|ne l'uno ne l'altro|no nessuna|no nessuna di queste|no nessuno di questi|altro|un'altra cosa|un altra cosa|" +
    "qualcos'altro|qualcosa d'altro|qualcosaltro|tutt'altro|non e nessuna di queste|non e nessuno di questi|nessuna delle opzioni|" +
    "nessuna opzione|non c'e quella giusta|non c'e|manca la mia|" +
    'none of these|none of those|none of them|none of the above|none|neither|neither of these|neither of them|neither one|not these|' +
    "not any of these|something else|another thing|no none of these|no neither|other|none apply|it's none of these|nothing of that",
);

const kinds: ReadonlyMap<string, SaidInTalk> = new Map<string, SaidInTalk>([
  ...GREETINGS.map((phrase) => [phrase, 'greeting'] as const),
  ...HELPS.map((phrase) => [phrase, 'help'] as const),
  ...THANKS.map((phrase) => [phrase, 'thanks'] as const),
  ...GOODBYES.map((phrase) => [phrase, 'goodbye'] as const),
  ...ABOUT_ME.map((phrase) => [phrase, 'about-me'] as const),
  ...FORGET_ME.map((phrase) => [phrase, 'forget-me'] as const),
]);

const MOST_LETTERS = 160;

function readSpeak(text: string): SaidInTalk | null {
  const wish = readLanguageWish(text);
  if (wish === null) return null;
  if (wish.kind === 'ask') return 'languages';
  return wish.locale === 'it' ? 'speak-it' : 'speak-en';
}

const onlyCourtesy: Readonly<Record<'thanks' | 'greeting', RegExp>> = {
  thanks: /\b(?:grazie|ringrazio|grz|thanks|thank|thx|ty|cheers)\b/,
  greeting: new RegExp(
    `\\b(?:${[...COURTESY.it, ...COURTESY.en].filter((word) => /^(?:ciao|bu|sal|ehi|he|hi|good)/.test(word)).join('|')})\\b`,
  ),
};

/** A message of nothing but courtesy: thanks weigh more than a greeting ("ciao, grazie" is thanks). */
function readCourtesy(phrase: string): SaidInTalk | null {
  if (onlyCourtesy.thanks.test(phrase)) return 'thanks';
  return onlyCourtesy.greeting.test(phrase) ? 'greeting' : null;
}

/**
 * What a message that asks nothing about deals wants, in either language, or null. Only whole messages
 * count: "ciao, come creo un deal" is null, and so is a name in quotes.
 */
export function readSmallTalk(text: string, locale: Locale): SaidInTalk | null {
  if (text.length > MOST_LETTERS || /["“«&]/.test(text)) return null;
  const phrase = toPhrase(text).replace(/([a-z])\1{2,}/g, '$1');
  const whole = kinds.get(phrase) ?? readSpeak(text);
  if (whole !== null && whole !== undefined) return whole;
  const bare = toPhrase(stripCourtesy(text, locale));
  if (bare === '') return readCourtesy(phrase);
  return kinds.get(bare) ?? readSpeak(stripCourtesy(text, locale));
}

/** "Nessuna di queste", "none of these": the answer to a clarification that fits none of its buttons. */
export function isNoneOfThese(text: string): boolean {
  return text.length <= MOST_LETTERS && isWholePhrase(text, 'it', NONE_OF_THESE);
}
