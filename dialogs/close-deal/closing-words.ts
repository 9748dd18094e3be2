import { withoutRequestWords } from '../deals/words.ts';

/** Courtesy and corrections before a request: "no, segna …", "ok then mark …". */
const BEFORE =
  "(?:(?:no|ok|okay|allora|anzi|invece|scusa|aspetta|poi|e|well|then|now|actually|sorry|please|per favore|vorrei|voglio|devo|puoi|i want to|i'd like to|let's|can you)[,.:]?\\s+)*";
const CLOSE_VERB =
  '(?:segn(?:a|are|ami|iamo)|marc(?:a|are)|mett(?:i|ere|iamo)|impost(?:a|are)|chiud(?:i|ere|imi|iamo)|mark|set|put|move|close)';
const CHECK_VERB =
  "(?:stato|status|controll(?:a|are|o|ami|iamo)|verific(?:a|are|o)|check(?: on)?|show(?: me)?|mostra(?:mi)?|fammi vedere|vedi|vediamo|guarda|novità|news|update on|a che punto|com['’]è|what about|where (?:is|are|does))";
const END = '(?:vint[oaie]|pers[oaie]|won|lost|win|loss)';
const DEAL_NOUN = '(?:deal|trattativa|affare|accordo|opportunit[àa]|opportunity|referral)';

const ASKS_TO_CLOSE = new RegExp(`^${BEFORE}${CLOSE_VERB}(?!\\p{L})`, 'iu');
const ASKS_TO_CHECK = new RegExp(`^${BEFORE}(?:the |lo |il )?${CHECK_VERB}(?!\\p{L})`, 'iu');
const POINTS_AT = new RegExp(
  `^${BEFORE}(?:(?:per |su |con |for )?quell[oa](?!\\p{L})|(?:il|la|l['’])\\s?(?:mi[oa] )?ultim[oa]|(?:the|my) .{1,30}\\bone\\b|my (?:last|latest) )`,
  'iu',
);
const OBJECT = [
  new RegExp(`^${BEFORE}${CLOSE_VERB}\\s+(.+?)\\s+(?:come|as|su|a|to|in)\\s+${END}(?!\\p{L})`, 'iu'),
  new RegExp(`^${BEFORE}${CLOSE_VERB}\\s+(?:the|my|our)\\s+(.+?)\\s+${DEAL_NOUN}(?!\\p{L})`, 'iu'),
];
/** Words that tell of a deal without naming it. */
const DESCRIBES =
  /\d|(?<!\p{L})(?:quell|quest|ultim|altr|entramb|tutt|prim|second|ennesim|vecchi|nuov|both|all|each|every|last|latest|first|other|another|next|old|new|big|small|same|whole|current|open|it|this|that|them|esito|outcome)/iu;

/** Whether words begin as a wish to close: "segna … come perso", "mark the …". */
export function asksToClose(text: string): boolean {
  return ASKS_TO_CLOSE.test(text.trim());
}

/** Whether words begin by pointing at a deal: "quello da 64mila", "no, the last one". */
export function pointsAtDeal(text: string): boolean {
  return POINTS_AT.test(text.trim());
}

/** Whether words begin as a wish to look at a deal: "status of …", "controlla …". */
export function asksToCheck(text: string): boolean {
  return ASKS_TO_CHECK.test(text.trim()) && !asksToClose(text);
}

/** What a wish to close calls its deal, where that is neither a description nor left out; else null. */
export function nameToClose(text: string): string | null {
  const said = OBJECT.map((pattern) => pattern.exec(text.trim())?.[1]).find((found) => found !== undefined);
  if (said === undefined || DESCRIBES.test(said)) return null;
  const name = withoutRequestWords(said);
  return name === '' || name.split(' ').length > 5 ? null : name;
}
