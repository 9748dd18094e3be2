import { stripCourtesy } from './courtesy.ts';
import type { Locale } from './locale.ts';

const WISH =
  "(?:(?:vorrei|voglio|devo|posso|puoi|possiamo|dobbiamo|bisogna|si può|ok|allora|sì|no|i want to|i'd like to|can you|can i|could you|let's|please|yes)[,]?\\s+)*";
const AGAIN =
  '(?:(?:ricre|rif)(?:a|are|arlo|arla|ai|allo|alla|iamo|iamolo|alo|ala)|rifallo|rifalla|ricrealo|ricreala|recreate(?: it)?|re-create(?: it)?|create it again|make it again)';
const RECREATE = new RegExp(`^${WISH}${AGAIN}(?!\\p{L})`, 'iu');
const OBJECT =
  /\b(?:deal|trattativa|affare|opportunit[àa]|opportunity|referral|segnalazione|lo|la|it|quell[oa]|that|con|with)\b/iu;

/**
 * A wish to make a deal anew ("ricrealo", "voglio ricreare il deal con Contoso"): what follows the verb, which may
 * name the deal; null where it is no such wish.
 */
export function readRecreate(text: string, locale: Locale): string | null {
  if (text.length > 300 || text.trimEnd().endsWith('?')) return null;
  const bare = stripCourtesy(text, locale).trim();
  const verb = RECREATE.exec(bare)?.[0];
  if (verb === undefined) return null;
  const rest = bare.slice(verb.length).trim();
  return rest === '' || OBJECT.test(rest) ? rest : null;
}
