import { STRENGTH } from './candidate.ts';
import type { ProposedFact } from './candidate.ts';
import type { Typed } from './typed.ts';

const WON =
  /(?<![a-z'])(?:vint[oaie]|vinc(?:ere|iamo|eremo|er[oa]|e|ono)|won(?!')|win|winning|aggiudicat[oaie]|(?:hanno|ha|abbiamo|han|have|has|they|they've) (?:poi |already |gia |finally )?(?:firmato|signed)(?: con noi| with us)?|(?:firmato|signed) (?:con noi|with us)|(?:scelto|preferito) noi|(?:chose|picked|went with|selected) us|(?:accettato|accepted) (?:la nostra |our )(?:offerta|proposta|offer|proposal|quote)|portat[oaie] a casa)(?![a-z])/g;
const LOST =
  /(?<![a-z'])(?:pers[oaie]|perdut[oaie]|perd(?:ere|iamo|eremo|er[oa]|e|ono)|lost|lose|losing|(?:sfuggit|scappat|sfumat|saltat)[oaie]|slipped away|got away|fell through|(?:rifiutato|bocciato|rejected|turned down) (?:la nostra |our )(?:offerta|proposta|offer|proposal|quote))(?![a-z])/g;
/** "Mi sono perso", "ho perso tempo", "non ho niente da perdere" tell of no deal. */
const ASTRAY_BEFORE = /(?:mi sono|ti sei|si e|lasci[a-z]*|i'm|i am|got|get) (?:quasi |un po' )?$/;
const ASTRAY_AFTER =
  /^ (?:tempo|il filo|la testa|la pazienza|time|track|the thread|patience|password|(?:il |la |le |the |my )?(?:file|mail|bozza|draft|link|accesso|access))/;

/** How a deal ended or may end, as the words have it: what it is good for, the act tells. */
export function findOutcomes({ plain }: Typed): ProposedFact[] {
  return [...outcomesOf(plain, WON, 'Won'), ...outcomesOf(plain, LOST, 'Lost')];
}

function outcomesOf(plain: string, pattern: RegExp, value: 'Won' | 'Lost'): ProposedFact[] {
  return [...plain.matchAll(pattern)].flatMap((found) => {
    const end = found.index + found[0].length;
    const isAstray =
      ASTRAY_BEFORE.test(plain.slice(Math.max(0, found.index - 24), found.index)) ||
      ASTRAY_AFTER.test(plain.slice(end, end + 24));
    const guess = { kind: 'outcome', value, start: found.index, end } as const;
    return isAstray ? [] : [{ guess, strength: STRENGTH.formed }];
  });
}

const CO_SELL = /(?<![a-z-])co-? ?sell(?:ing)?(?![a-z]| ?-?ready| desk| incentiv| eligib| solution| assist)/g;
const DEAL =
  '(?:deal|dela|dael|trattativ[ae]|affare|referral|opportunita|opportunity|segnalazione|one|it|tipo|kind|type|lead)';
const SHARED = '(?<kind>condivis[oaie]|shared|partner-?led)';
const PRIVATE = '(?<kind>privat[oaie]|private)';
const beside = (kind: string): RegExp =>
  new RegExp(
    `(?<![a-z])(?:${DEAL} (?!non |not )(?:(?!non |not )[a-z:]{1,10} ){0,2}${kind}|${kind.replace('<kind>', '<kind2>')} ${DEAL})(?![a-z])`,
    'g',
  );
const BESIDE_DEAL = [
  [beside(SHARED), 'shared'],
  [beside(PRIVATE), 'private'],
] as const;
/** Alone between two marks, or made of something: "7k, private", "rendilo condiviso", "as shared". */
const ALONE =
  /(?:^|[,;:\n(])\s*(?:(?:lo|il|in|as|make it|keep it|leave it|come|meglio|no|si|anzi|direi|facciamo|[a-z]{2,12}(?:lo|la)) )*(?<kind>condivis[oa]|shared|partner-?led|privat[oa]|private)(?=(?: (?:invece|piuttosto|allora|instead|rather|then|pls|please|per favore|grazie|thanks))?\s*(?:$|[,;.!)\n]))/g;

/** At the end of what is said, behind a sum, a year or a legal form, which no "privato" belongs to: "da 7k privato", "Rossi srl private". */
const AT_END =
  /(?:\d ?(?:[kmb€$£]|mila|mln|euro?|usd|gbp|chf)?|(?<![a-z])(?:s\.?r\.?l\.?s?|s\.?p\.?a\.?|s\.?n\.?c\.?|ltd|inc|llc|gmbh)) (?<kind>condivis[oa]|shared|partner-?led|privat[oa]|private)(?=\s*(?:$|[,;.!)\n]))/g;

const PROGRAMME_BEFORE =
  /(?:^|[^a-z])(?:il|lo|del|dello|al|nel|sul|dal|col|the|of|for|with|about|through|via|ip|azure|per|di|su|programma?|program|vendite|team|sezione|area|pagina|voce|scheda)['" ]*$/;
const WISH_BEFORE =
  /(?:vogli|vorre|scelg|prefer|facciam|meglio|mett|pass|want|choose|rather|pick|take|go)[a-z]* (?:per |for |with |al )?(?:il |the )?$/;
const DEAL_BESIDE = new RegExp(`^ ${DEAL}(?![a-z])`);

/** "Come funziona il co-sell?" speaks of the programme, "un deal co-sell" and "voglio il co-sell" of a deal's kind. */
function isOfProgramme(plain: string, at: number, word: string): boolean {
  const before = plain.slice(Math.max(0, at - 30), at);
  const isOfDeal = DEAL_BESIDE.test(plain.slice(at + word.length, at + word.length + 20));
  return PROGRAMME_BEFORE.test(before) && !WISH_BEFORE.test(before) && !isOfDeal;
}

/** Whether Microsoft is asked in, may see the deal, or neither. */
export function findDealKinds({ plain, context }: Typed): ProposedFact[] {
  if (!/co-? ?sell|condivis|shared|partner-?led|priva/.test(plain)) return [];
  const named = [...plain.matchAll(CO_SELL)].flatMap((found) => {
    const isProgramme = isOfProgramme(plain, found.index, found[0]);
    return isProgramme ? [] : [kindAt('co-sell', found.index, found[0])];
  });
  const others = BESIDE_DEAL.flatMap(([pattern, value]) =>
    Array.from(plain.matchAll(pattern), (found) => {
      const word = found.groups?.['kind'] ?? found.groups?.['kind2'] ?? '';
      return kindAt(value, found.index + found[0].lastIndexOf(word), word);
    }),
  );
  if (others.length > 0 || context.asked === 'notes') return [...named, ...others];
  const alone = Array.from([...plain.matchAll(ALONE), ...plain.matchAll(AT_END)], (found) => {
    const word = found.groups?.['kind'] ?? '';
    return kindAt(
      /^priv/.test(word) ? 'private' : 'shared',
      found.index + found[0].length - word.length,
      word,
    );
  });
  return [...named, ...alone];
}

function kindAt(value: 'co-sell' | 'shared' | 'private', start: number, word: string): ProposedFact {
  return { guess: { kind: 'deal-kind', value, start, end: start + word.length }, strength: STRENGTH.formed };
}
