import { toPhrase } from '../../language/flat.ts';
import { isFunctionWord } from '../../language/function-words.ts';
import { inLists, made, patternOf, tableOf } from '../../language/said.ts';
import { STRENGTH } from './candidate.ts';
import type { ProposedFact } from './candidate.ts';
import type { Typed } from './typed.ts';

const won = patternOf('g')`(?<![a-z'])${'told-won'}(?![a-z]|'[a-z])`;
const lost = patternOf('g')`(?<![a-z'])${'told-lost'}(?![a-z])`;
/** A part of its own: "ma no, l'abbiamo preso!", and not "l'abbiamo preso in ritardo". */
const wonAfterAll = patternOf(
  'g',
)`(?<=^|[,;.!:] ?|(?<![a-z])(?:${'but'}|${'taking-back'}|${'beside-taking-back'}) )${'told-won-after-all'}(?= *(?:[,;.!]|$))`;
/** "Mi sono perso", "ho perso tempo", "non ho niente da perdere" tell of no deal. */
const astrayBefore = patternOf()`${'astray-before'} $`;
const astrayAfter = patternOf()`^ ${'astray-after'}(?![a-z])`;

/** "Al 90% vinto", "vinto all'80 per cento" is no end yet. */
const shareBefore = patternOf()`(?<!\d)\d{1,2} ?(?:%|${'percent'}) $`;
const shareAfter = patternOf()`^ (?:[a-z']{1,5} ?)?\d{1,2} ?(?:%|${'percent'})`;

/** Who has lost something ("ho perso …"), where no pronoun before says that it is the deal ("l'abbiamo perso"). */
const ownBefore = patternOf()`(?:^|[^a-z' ] *|(?<!(?:^|[^a-z])${'object-pronouns'}) )${'having-ended'} $`;
const objectAfter = patternOf()`^ (?:${'thing-articles'}|${'articles-or-pronouns'}) (?<noun>[a-z]{3,})`;
const isPresent = inLists('ends-to-come');
const isDealLike = inLists('deal-nouns', 'deals-nouns', 'won-or-lost');
const places = made(() => tableOf<number>('places'));

/** How a deal ended or may end, as the words have it: what it is good for, the act tells. */
export function findOutcomes(typed: Typed): ProposedFact[] {
  const turned = typed.context.asked === 'reason' ? outcomesOf(typed, wonAfterAll(), 'Won') : [];
  return [...outcomesOf(typed, won(), 'Won'), ...outcomesOf(typed, lost(), 'Lost'), ...turned];
}

/** "Ho perso il numero di Giulia", "I won the bet": what is lost or won is another thing than a deal, and no name. */
function isOfThing({ text, plain, context }: Typed, start: number, end: number): boolean {
  // "Si perde l'incentivo", "stiamo perdendo la pazienza"
  const isToCome = isPresent(plain.slice(start, end));
  if (!isToCome && !ownBefore().test(plain.slice(Math.max(0, start - 24), start))) return false;
  if (losesWith(plain.slice(end, end + FAR), context.known)) return true;
  const found = objectAfter().exec(plain.slice(end, end + 30));
  const noun = found?.groups?.['noun'] ?? '';
  const at = end + (found?.[0].length ?? 0) - noun.length;
  if (noun === '' || /\p{Lu}/u.test(text.charAt(at)) || places().has(noun)) return false;
  return !isDealLike(noun) && !context.known.some((name) => name.toLowerCase().startsWith(noun));
}

/** "We lost touch with Fabrikam", "ho perso traccia di Contoso": something with the customer who is known, and not the deal. */
function losesWith(after: string, known: readonly string[]): boolean {
  const [, noun = '', of = ''] = bareAfter().exec(after) ?? [];
  const isKnown = (word: string): boolean =>
    word.length >= 3 && known.some((name) => toPhrase(name).startsWith(word));
  return noun !== '' && !isDealLike(noun) && !isFunctionWord(noun) && !isKnown(noun) && isKnown(of);
}
const ofMeeting = patternOf()`(?<![a-z])${'meeting-nouns'}(?![a-z])[^,;.:!?]*$`;
const bareAfter = patternOf()`^ ([a-z]{3,}) (?:${'at-places'}|${'customer-cues'}|of|di) ([a-z]+)`;
const FAR = 50;

function outcomesOf(typed: Typed, pattern: RegExp, value: 'Won' | 'Lost'): ProposedFact[] {
  const { plain } = typed;
  return [...plain.matchAll(pattern)].flatMap((found) => {
    const end = found.index + found[0].length;
    const [before, after] = [
      plain.slice(Math.max(0, found.index - 24), found.index),
      plain.slice(end, end + 24),
    ];
    const isShare = shareBefore().test(before) || shareAfter().test(after);
    // "La riunione con Northwind è saltata"
    const isOfMeeting =
      value === 'Lost' && ofMeeting().test(plain.slice(Math.max(0, found.index - FAR), found.index));
    const isAstray = isShare || isOfMeeting || astrayBefore().test(before) || astrayAfter().test(after);
    const guess = { kind: 'outcome', value, start: found.index, end } as const;
    return isAstray || isOfThing(typed, found.index, end) ? [] : [{ guess, strength: STRENGTH.formed }];
  });
}

const CO_SELL =
  /(?<![a-z-])co-? ?sell?(?:ing)?(?![a-z]| ?-?ready| desk| incentiv| eligib| solution| assist)/g;
const besideShared = patternOf(
  'g',
)`(?<![a-z])(?:(?:${'deal-said'}|${'deal-meant'}) (?!${'denying'} )(?:(?!${'denying'} )[a-z:]{1,10} ){0,2}(?<kind>${'told-shared'})|(?<kind2>${'told-shared'}) (?:${'deal-said'}|${'deal-meant'}))(?![a-z])`;
const besidePrivate = patternOf(
  'g',
)`(?<![a-z])(?:(?:${'deal-said'}|${'deal-meant'}) (?!${'denying'} )(?:(?!${'denying'} )[a-z:]{1,10} ){0,2}(?<kind>${'told-private'})|(?<kind2>${'told-private'}) (?:${'deal-said'}|${'deal-meant'}))(?![a-z])`;
const BESIDE_DEAL = [
  [besideShared, 'shared'],
  [besidePrivate, 'private'],
] as const;
/** Alone between two marks, before another that is denied, or made of something: "7k, private", "condiviso e non co-sell", "rendilo condiviso", "as shared". */
const alone = patternOf(
  'g',
)`(?:^|[,;:=\n(]| \/|(?<![a-z])(?:${'contrasting'}|${'correcting'})(?= ))\s*(?:(?:${'before-kinds'}|${'is-not'}|[a-z]{2,12}${'object-endings'}) )*(?<kind>${'told-shared'}|${'told-private'})(?=(?: ${'after-kinds'})?\s*(?:$|[,;.!)\n]|\/ |(?: ${'joining'})? ${'denying'} ))`;

/** "Se lo metto privato poi posso …", "make it shared now", "ricrearlo come privato". */
const madeSo = patternOf(
  'g',
)`(?<![a-z])(?:${'makes-kind'}|[a-z]{3,12}${'object-endings'}) (?:${'before-kinds'} )?(?<kind>${'told-shared'}|${'told-private'})(?![a-z'])`;

/** "Apri un privato con Tailspin", "a shared one for Ottica Ferrante". */
const asNoun = patternOf(
  'g',
)`(?<![a-z])(?:${'indefinite'}) (?<kind>${'told-shared'}|${'told-private'})(?= (?:${'customer-cues'}|${'that-one'}) )`;

/** At the end of what is said, behind a sum, a year or a legal form, which no "privato" belongs to: "da 7k privato", "Rossi srl private". */
const atEnd = patternOf(
  'g',
)`(?:\d ?(?:[b$£]|${'multipliers'}|${'currencies'})?|(?<![a-z])(?:s\.?r\.?l\.?s?|s\.?p\.?a\.?|s\.?n\.?c\.?|ltd|inc|llc|gmbh)) (?<kind>${'told-shared'}|${'told-private'})(?=\s*(?:$|[,;.!)\n]))`;

/** Behind a sum of a deal, with no name opened in between: "20k privato analytics 10 aprile", "45k sterline wms condiviso fine anno". */
const behindSum = patternOf(
  'g',
)`(?<=(?<![a-z])(?:${'deal-said'}|${'deal-meant'})(?![a-z])[^.;:?\n]{0,60}\d ?(?:[b$£€]|${'multipliers'}|${'currencies'})?(?: (?!(?:${'opens-names'}|${'denying'}|${'joining'}) )[a-z\d'-]{1,15}){0,6}) (?<kind>${'told-shared'}|${'told-private'})(?![a-z']| (?:${'articles'}) )`;

/** Before a company with its legal form, where it is no part of the name: "private Ferro Battuto srl 22k". */
const atStart = patternOf(
  'g',
)`^\s*(?<kind>${'told-shared'}|${'told-private'})(?= (?:[a-z\d&'.-]{1,30} ){1,5}(?:s\.?r\.?l\.?s?|s\.?p\.?a\.?|s\.?n\.?c\.?|ltd|inc|llc|gmbh)(?![a-z]))`;

const programmeBefore = patternOf()`(?:^|[^a-z])${'before-programmes'}['" ]*$`;
const wishBefore = patternOf()`${'wishes-kind'}[a-z]* (?:${'after-wishes'} ){0,2}$`;
const dealBeside = patternOf()`^ (?:${'deal-said'}|${'deal-meant'})(?![a-z])`;
const mayHold = patternOf()`co-? ?sel|microsoft|${'told-shared'}|${'told-private'}`;
/** "Non voglio che Microsoft lo veda", "senza coinvolgere Microsoft", "Microsoft non lo deve vedere". */
const unseen = patternOf(
  'g',
)`(?<![a-z])(?:microsoft (?:[a-z']{1,9} )?)?${'negation'} (?:[a-z']{1,9} ){0,4}?(?:microsoft (?:[a-z']{1,9} ){0,2}?${'seeing'}[a-z']*|${'seeing'}[a-z']*(?: [a-z']{1,9}){0,2}? microsoft|(?<=microsoft [^,.;:]{0,40})${'seeing'}[a-z']*)(?![a-z])`;
/** "Tienilo nascosto a Microsoft". */
const keptFrom = patternOf('g')`(?<![a-z])${'kept-from-microsoft'}(?![a-z])`;
const isPrivate = inLists('told-private');

/** "Come funziona il co-sell?" speaks of the programme, "un deal co-sell" and "voglio il co-sell" of a deal's kind. */
function isOfProgramme(plain: string, at: number, word: string): boolean {
  const before = plain.slice(Math.max(0, at - 30), at);
  const isOfDeal = dealBeside().test(plain.slice(at + word.length, at + word.length + 20));
  return programmeBefore().test(before) && !wishBefore().test(before) && !isOfDeal;
}

/** Whether Microsoft is asked in, may see the deal, or neither. */
export function findDealKinds({ plain, context }: Typed): ProposedFact[] {
  if (!mayHold().test(plain)) return [];
  const named = [...plain.matchAll(CO_SELL)].flatMap((found) => {
    const isProgramme = isOfProgramme(plain, found.index, found[0]);
    return isProgramme ? [] : [kindAt('co-sell', found.index, found[0])];
  });
  const hidden = [unseen(), keptFrom()].flatMap((pattern) =>
    Array.from(plain.matchAll(pattern), ({ index, 0: words }) => kindAt('private', index, words)),
  );
  if (hidden.length > 0) return isBareOrder(plain, hidden, context.asked) ? [] : hidden;
  const others = BESIDE_DEAL.flatMap(([pattern, value]) =>
    Array.from(plain.matchAll(pattern()), (found) => {
      const word = found.groups?.['kind'] ?? found.groups?.['kind2'] ?? '';
      return kindAt(value, found.index + found[0].lastIndexOf(word), word);
    }),
  );
  if (others.length > 0 || context.asked === 'notes') return [...named, ...others];
  const byThemselves = Array.from(
    [alone, madeSo, asNoun, atEnd, atStart, behindSum].flatMap((pattern) => [...plain.matchAll(pattern())]),
    (found) => {
      const word = found.groups?.['kind'] ?? '';
      return kindAt(
        isPrivate(word) ? 'private' : 'shared',
        found.index + found[0].length - word.length,
        word,
      );
    },
  );
  return [...named, ...byThemselves];
}

/** "Non mandatelo a Microsoft" with nothing of a deal beside it forbids something, and describes no deal. */
function isBareOrder(
  plain: string,
  hidden: readonly ProposedFact[],
  asked: Typed['context']['asked'],
): boolean {
  const [{ guess }] = hidden as [ProposedFact];
  const rest = plain.slice(0, guess.start) + plain.slice(guess.end);
  return asked === null && !/\d/.test(rest) && (rest.match(/[a-z]+/g)?.length ?? 0) <= MOST_BESIDE_ORDER;
}
/** Words: "per favore", "on this one". */
const MOST_BESIDE_ORDER = 4;

function kindAt(value: 'co-sell' | 'shared' | 'private', start: number, word: string): ProposedFact {
  return { guess: { kind: 'deal-kind', value, start, end: start + word.length }, strength: STRENGTH.formed };
}
