import { stripCourtesy } from './courtesy.ts';
import { withoutEnd } from './ends.ts';
import { flatten, spanOf } from './flat.ts';
import { anyOf, made } from './said.ts';
import { withoutSecondThought } from './second-thoughts.ts';

/** Something that is to stand in the place of something else, both as typed. */
export interface Swap {
  readonly now: string;
  readonly old: string;
  /** Whether either may be meant: "WMS no Analytics". */
  readonly isEither?: boolean;
}

const patterns = made(() => {
  const lead = `(?:${anyOf('leads')}[ ,]+)?(?:${anyOf('wishes')} )?`;
  const puts = `(?:${lead}${anyOf('set-verbs', 'change-verbs', 'add-verbs', 'note-verbs')} )?`;
  // "WMS no, Analytics"
  const either = new RegExp(`^(?<old>\\S{2,20})[ ,]+(?:${anyOf('refusing')})[ ,]+(?<now>.{2,40})$`, 'd');
  const all = [
    new RegExp(`^${puts}(?<now>.{1,60}?)[ ,]+${anyOf('instead-of')} (?<old>.{1,60})$`, 'd'),
    // "Segna Contoso come perso" changes no Contoso.
    new RegExp(
      `^${lead}${anyOf('change-verbs')} (?<old>.{1,60}?) ${anyOf('into', 'replaced-by')} (?<now>.{1,60})$`,
      'd',
    ),
    either,
  ];
  return { all, either };
});
const MOST_LETTERS = 160;

/**
 * Reads "mettici Analytics al posto di WMS", "Analytics, non WMS", "cambia WMS in Analytics", "swap WMS for Analytics"; null
 * where nothing takes another's place, or the text asks. What the two are, whoever knows them decides.
 */
export function readSwap(text: string): Swap | null {
  if (text.length > MOST_LETTERS || text.trimEnd().endsWith('?')) return null;
  const flat = flatten(withoutEnd(withoutSecondThought(stripCourtesy(text)).trim(), ' .!…'));
  const { all, either } = patterns();
  for (const pattern of all) {
    const { now, old } = pattern.exec(flat.text)?.indices?.groups ?? {};
    if (now === undefined || old === undefined) continue;
    const [first, second] = [spanOf(flat, ...now).text.trim(), spanOf(flat, ...old).text.trim()];
    return { now: first, old: second, isEither: pattern === either };
  }
  return null;
}
