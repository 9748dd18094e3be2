import type { Conjugation, VerbForm, VerbForms, VerbKind, Words } from '../../knowledge/words.ts';
import { fold } from '../../language/tokens.ts';

/** What a word says as a form of one of the listed verbs, or by its ending. */
export interface VerbReading {
  readonly kind: VerbKind | null;
  readonly forms: ReadonlySet<VerbForm>;
  /** Whether a pronoun has grown to it: "chiudilo". */
  readonly hasClitic: boolean;
}

const KINDS: readonly VerbKind[] = ['do', 'put', 'look'];
/** A shorter word is no form of a verb that nobody listed: "sera", "osti". */
const SHORTEST_UNLISTED = 5;

/** All forms of the listed verbs, folded: "chiudere" gives `chiudi` (imperative, you), `chiuso` (past) and so on. */
export function conjugateAll(words: Words): Map<string, VerbReading> {
  const all = new Map<string, { kind: VerbKind; forms: Set<VerbForm>; hasClitic: boolean }>();
  for (const kind of KINDS) {
    for (const verb of words.verbs[kind]) {
      for (const [form, word] of formsOf(verb, words)) {
        const known = all.get(word);
        if (known === undefined) all.set(word, { kind, forms: new Set([form]), hasClitic: false });
        else all.set(word, { ...known, forms: known.forms.add(form) });
      }
    }
  }
  return all;
}

function formsOf(verb: string, words: Words): (readonly [VerbForm, string])[] {
  const conjugation = words.conjugations.find(({ ending }) => verb.endsWith(ending));
  const own: VerbForms = words.irregular[verb] ?? {};
  const regular = conjugation === undefined ? {} : inflect(verb, conjugation);
  return Object.entries({ ...regular, ...own }).flatMap(([form, list]) =>
    list.map((word) => [form as VerbForm, fold(word)] as const),
  );
}

function inflect(verb: string, { ending, forms, before }: Conjugation): VerbForms {
  // "-iare" and "-care" go like "-are": the stem keeps what stands before the shared ending.
  const [infinitive = ''] = forms.infinitive ?? [];
  const stem = verb.slice(0, verb.length - infinitive.length);
  const extra = ending.slice(0, ending.length - infinitive.length);
  const join = (suffix: string): string => {
    const letter = before[suffix.charAt(0)];
    if (letter === undefined) return stem + suffix;
    // An h comes between (cerc-h-erò); an i melts into the ending (invi-i is "invi").
    return letter === ''
      ? stem.slice(0, stem.length - (extra === 'i' ? 1 : 0)) + suffix
      : stem + letter + suffix;
  };
  return Object.fromEntries(Object.entries(forms).map(([form, suffixes]) => [form, suffixes.map(join)]));
}

/** What the ending of a verb that nobody listed says. The word is as typed: an accent tells "-erò" from "numero". */
export function unlistedForms(words: Words): (word: string) => VerbForm | null {
  const pastWords = new Set(words.pastWords.map(fold));
  const endings = new Map<string, VerbForm>();
  for (const [form, list] of Object.entries(words.endings)) {
    for (const each of list) endings.set(each, form as VerbForm);
  }
  const longest = Math.max(0, ...[...endings.keys()].map((each) => each.length));
  return (word) => {
    if (pastWords.has(word)) return 'past';
    if (word.length < SHORTEST_UNLISTED) return null;
    for (let size = Math.min(longest, word.length - 1); size > 0; size -= 1) {
      const form = endings.get(word.slice(-size));
      if (form !== undefined) return form;
    }
    return null;
  };
}
