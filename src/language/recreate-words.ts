import { stripCourtesy } from './courtesy.ts';
import { flatten } from './flat.ts';
import { afterPhrase } from './phrases.ts';
import { anyOf, made } from './said.ts';

const object = made(() => new RegExp(`\\b${anyOf('deal-nouns', 'pointers')}\\b`, 'u'));

/** The verb has its object: "ricrealo", "rifarla", "create it again". */
const HAS_OBJECT = /(?:l[oa]|\bit\b.*)$/u;

/**
 * A wish to make a deal anew ("ricrealo", "voglio ricreare il deal con Contoso"): what follows the verb, which may
 * name the deal and say what is to be other ("ricrealo ma a 30k"); null where it is no such wish.
 *
 * @param names whether the text names one of the person's deals: then what follows needs no word for a deal
 */
export function readRecreate(text: string, names = false): string | null {
  if (text.length > 300 || text.trimEnd().endsWith('?')) return null;
  const said = stripCourtesy(text);
  const rest = afterPhrase(said, 'recreate');
  if (rest === null || rest === '' || names || object().test(flatten(rest).text)) return rest;
  const verb = flatten(said).text.trim().slice(0, -rest.length).trim();
  return HAS_OBJECT.test(verb) ? rest : null;
}
