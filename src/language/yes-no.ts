import { listOf, made } from './said.ts';
import { toPhrase } from './flat.ts';
import type { Locale } from './locale.ts';

const list = (text: string): readonly string[] => text.split('|');

/** Phrases as compared: folded, without punctuation, long vowels shortened. */
const YES = list(
  'si|sii|certo|certo che si|certamente|va bene|va benissimo|va bene cosi|bene|benissimo|benone|ok|okay|okey|oki|okk|okki|k|kk|ook|vai|' +
    'vai pure|vai avanti|avanti|avanti pure|vado|andiamo|andiamo avanti|confermo|confermo tutto|conferma|confermato|' +
    "procedi|procedi pure|procediamo|fallo|fallo pure|fai pure|fa pure|si puo fare|daccordo|d'accordo|perfetto|" +
    "esatto|esattamente|giusto|corretto|proprio cosi|assolutamente|assolutamente si|senz'altro|senzaltro|ovvio|" +
    'ovviamente|ovvio che si|volentieri|credo di si|penso di si|direi di si|mi sa di si|per me si|per me va bene|' +
    'x me va bene|x me ok|per me ok|mi va bene|come no|perche no|sicuro|sicuramente|s|y|yes|yes sir|ye|yea|yeah|yeh|yep|' +
    "yup|yess|ya|sure|sure thing|of course|go|go ahead|go on|go for it|do it|lets do it|let's do it|lets go|let's go|" +
    "proceed|confirm|confirmed|i confirm|correct|right|that's right|thats right|exactly|exact|absolutely|definitely|" +
    "fine|that's fine|thats fine|sounds good|looks good|alright|all right|why not|yes i do|yes i am|i do|i agree|agreed|" +
    'please do|i think so|good|great|perfect|lo voglio|li voglio|ci sto|affermativo|affermative|affirmative|' +
    'va bn|vabene|vabbe|vabe|va be|va beh|tutto giusto|tutto ok|tutto corretto|e giusto|e corretto|e tutto giusto|tutto a posto|' +
    "all good|all correct|it's correct|its correct|it's right|that is correct|that is right|si lo so|lo so|lo confermo",
);
const NO = list(
  'no|noo|nope|nah|n|no no|non va bene|non va|non ok|non ancora|meglio di no|meglio no|direi di no|credo di no|penso di no|' +
    'per me no|mi sa di no|certo che no|ovviamente no|ovvio che no|assolutamente no|no assolutamente|per niente|per nulla|' +
    'niente affatto|neanche per idea|neanche per sogno|nemmeno per sogno|macche|no grazie|niente|niente grazie|non adesso|non ora|' +
    'ora no|adesso no|per ora no|non per ora|per il momento no|non voglio|non lo voglio|non mi va|non mi serve|non serve|' +
    'non confermo|non procedere|non farlo|non va bene cosi|non e giusto|non e corretto|sbagliato|e sbagliato|mai|negativo|' +
    'no thanks|no thank you|not yet|not now|not really|of course not|certainly not|absolutely not|definitely not|no way|never|' +
    "i don't|i dont|i don't think so|i dont think so|i'd rather not|rather not|better not|don't|dont|do not|don't do it|" +
    "not ok|not okay|not good|not correct|that's wrong|thats wrong|wrong|it's wrong|incorrect|negative|no need|nothing|" +
    "non sono d'accordo|i disagree|i do not|no i don't|no i dont|non credo|non penso|anche no|no dai",
);
/** What may stand beside a yes or a no without changing it. */
const BESIDE = list(
  'per me|x me|tutto|tutto bene|pure|dai|e|ed|and|then|allora|grazie lo stesso|proprio|infatti|davvero|lo confermo|' +
    "i am|it is|sono sicuro|sono sicura|ne sono sicuro|i'm sure|im sure|cosi|cosi com'e|direi|eh|eh eh|ma grazie|though|man|" +
    "that's it|e tutto|a posto|per ora|for now|adesso|ora|now|subito|right now|se puoi|if you can",
);

const MARKS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/[\u{1f44d}\u{1f44c}\u2705\u2714\u{1f197}\u{1f64f}\u{1f4af}]/gu, ' ok '],
  [/[\u{1f44e}\u274c\u2716\u{1f6ab}\u26d4\u{1f645}]/gu, ' no '],
  [/(?<![\p{L}\p{N}])\+1(?![\p{L}\p{N}])/gu, ' ok '],
];

type Kind = 'yes' | 'no' | 'beside';
const phraseKinds = made(
  () =>
    new Map<string, Kind>([
      ...BESIDE.map((phrase) => [phrase, 'beside'] as const),
      ...[...listOf('courtesy'), ...listOf('greetings'), ...listOf('thanking')].map(
        (phrase) => [phrase, 'beside'] as const,
      ),
      ...YES.map((phrase) => [phrase, 'yes'] as const),
      ...NO.map((phrase) => [phrase, 'no'] as const),
    ]),
);
const WHY_NOT = new Set(['perche no', 'xche no', 'xke no', 'why not', 'come no']);
/** Before a final "no" these only say "I see". */
const MILD_YES =
  /^(?:(?:ok|okay|va bene|bene|allora|giusto|d'accordo|fine|good|right) )+no(?: grazie| thanks)?$/;
const LONGEST_PHRASE = 5;
const MOST_WORDS = 9;

function toWords(text: string): string[] {
  let marked = text.slice(0, 300);
  for (const [pattern, word] of MARKS) marked = marked.replace(pattern, word);
  return toPhrase(marked)
    .replace(/([a-z])\1{2,}/g, '$1')
    .split(' ')
    .filter((word) => word !== '');
}

/** Cuts the words into known phrases, longest first; null when a word belongs to none. */
function toKinds(words: readonly string[]): Kind[] | null {
  const kinds: Kind[] = [];
  for (let at = 0; at < words.length;) {
    let size = Math.min(LONGEST_PHRASE, words.length - at);
    while (size > 0 && !phraseKinds().has(words.slice(at, at + size).join(' '))) size -= 1;
    const kind = phraseKinds().get(words.slice(at, at + size).join(' '));
    if (kind === undefined) return null;
    kinds.push(kind);
    at += size;
  }
  return kinds;
}

/**
 * A yes or a no in either language, or null: "sì", "va bene", "ok procedi", "no grazie", "non va bene".
 * Whatever says more than that ("sì ma cambia il valore", "sì?") is null; so is a yes beside a no, unless
 * the message ends or begins with a plain "no" ("ok no", "no, va bene così").
 */
export function readYesNo(text: string, _locale: Locale): 'yes' | 'no' | null {
  const words = toWords(text);
  if (text.trimEnd().endsWith('?')) return WHY_NOT.has(words.join(' ')) ? 'yes' : null;
  const kinds = words.length > MOST_WORDS ? null : toKinds(words);
  if (kinds === null) return null;
  const saysYes = kinds.includes('yes');
  const saysNo = kinds.includes('no');
  if (!saysYes && !saysNo) return null;
  if (saysYes && saysNo) return words[0] === 'no' || MILD_YES.test(words.join(' ')) ? 'no' : null;
  return saysYes ? 'yes' : 'no';
}
