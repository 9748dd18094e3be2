import { flatten, spanOf } from './flat.ts';

/** Words with which people take back what they said before; folded. */
const TAKING_BACK =
  "no|nono|anzi|aspetta(?: un attimo| un momento)?|aspe|aspe'|asp|attendi|un attimo|un momento|ferm[aoi]|scusa(?:mi|te)?|pardon|ops|oops|in realta|" +
  'veramente|in verita|a dire il vero|per la verita|ripensandoci|a pensarci bene|pensandoci bene|ci ho ripensato|mi sono sbagliat[oa]|mi sbagliavo|' +
  'ho sbagliato|errore mio|mi correggo|volevo dire|meglio|o meglio|wait(?: a (?:second|minute|moment))?|hold on|hang on|sorry|my mistake|my bad|actually|' +
  'in fact|on second thoughts?|rather|i mean|i meant|i was wrong|scratch that|correction|no wait|no aspetta|no sorry';
/** Words that only stand around them. */
const BESIDE =
  'e|ed|ma|ok|okay|si|allora|pero|eh|ah|oh|uh|ehm|mmm*|hmm*|ecco|guarda|senti|dai|but|so|well|and|yes|oh no|ah no|eh no|then|um|hey';
const END = '(?:[\\s,.;:!…-]+|$)';
const LEAD = new RegExp(`^\\s*(?:(?:${TAKING_BACK}|${BESIDE})${END})+`);

/** What follows "no aspetta", "anzi", "in realtà", "ok ma", as typed; the whole text where it opens with none. */
export function withoutSecondThought(text: string): string {
  const flat = flatten(text);
  const lead = LEAD.exec(flat.text);
  return lead === null ? text : spanOf(flat, lead[0].length, flat.text.length).text;
}
