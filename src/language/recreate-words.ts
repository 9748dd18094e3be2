import { stripCourtesy } from './courtesy.ts';
import { flatten } from './flat.ts';
import { afterPhrase } from './phrases.ts';
import { anyOf, made } from './said.ts';

const object = made(() => new RegExp(`\\b${anyOf('deal-nouns', 'pointers')}\\b`, 'u'));

/**
 * A wish to make a deal anew ("ricrealo", "voglio ricreare il deal con Contoso"): what follows the verb, which may
 * name the deal; null where it is no such wish.
 */
export function readRecreate(text: string): string | null {
  if (text.length > 300 || text.trimEnd().endsWith('?')) return null;
  const rest = afterPhrase(stripCourtesy(text), 'recreate');
  return rest === null || rest === '' || object().test(flatten(rest).text) ? rest : null;
}
