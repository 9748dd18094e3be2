import { isSpoken } from '../../language/locale.ts';
import { phraseForms } from '../../language/phrase-forms.ts';
import type { KnowledgeFolder, LocaleEntry } from '../load.ts';
import type { Problem } from '../problem.ts';
import { FACT_LISTS, type FactList } from '../fact-words.ts';
import { LIST_GROUPS, MAY_LACK, PHRASE_GROUPS, TABLES, type ListName } from '../sayings.ts';
import { FOLLOW_UPS, MEANINGS, type Words } from '../words.ts';

/** What people say to one thing, and where it stands in the file. */
interface Section {
  readonly field: string;
  readonly phrases: readonly string[];
  /** What it is for, where the file's reader is told. */
  readonly means?: string;
}

/** Phrases that stand in two places of which a message can only mean one, or twice, and what one language lacks and another has: a fault where it is spoken. */
export function checkWords(folder: KnowledgeFolder): Problem[] {
  return folder.words.flatMap((entry) => [
    ...sectionsApart(entry.value).flatMap((sections) => checkPhrases(entry.file, sections)),
    ...checkLacks(entry, folder.words),
  ]);
}

/** Sections in sets: within a set a phrase stands once. */
function sectionsApart({ cues, phrases, lists }: Words): Section[][] {
  return [
    MEANINGS.map((name) => ({ field: `cues.${name}`, phrases: cues[name].flatMap(phraseForms) })),
    ...Object.values(PHRASE_GROUPS).map((names) =>
      names.map((name) => ({ field: `phrases.${name}`, phrases: phrases[name] })),
    ),
    ...Object.values(LIST_GROUPS).map((names) =>
      names.map((name: ListName) => ({ field: `lists.${name}`, phrases: lists[name] })),
    ),
    ...(Object.keys(FACT_LISTS) as FactList[]).map((name) => [
      { field: `lists.${name}`, phrases: lists[name], means: FACT_LISTS[name] },
    ]),
  ];
}

function checkPhrases(file: string, sections: readonly Section[]): Problem[] {
  const places = new Map<string, string>();
  return sections.flatMap(({ field, phrases, means }) =>
    phrases.flatMap((phrase, at) => {
      // Of the words of facts some are found as they are written, so "città" and "citta" are two.
      const compared = means === undefined ? comparable(phrase) : phrase.toLowerCase();
      const known = places.get(compared);
      places.set(compared, known ?? field);
      if (known === undefined) return [];
      const message = `"${phrase}" stands under ${known} already`;
      const cure = 'keep it where it means most';
      return [{ severity: 'error' as const, file, field: `${field}[${String(at)}]`, message, cure }];
    }),
  );
}

/** As the reader compares: without accents, but "è" is not "e" and "sì" is not "si". */
function comparable(phrase: string): string {
  const words = phrase.toLowerCase().split(/[\s'\u2019]+/);
  const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
  return words.map((word) => (/^(?:è|s[ìí])$/.test(word) ? word : bare(word))).join(' ');
}

/** All that a language should have something of. */
function sectionsOf(words: Words): Section[] {
  const { verbs, conjugations, followUps, tables, plainYes } = words;
  const lists = sectionsApart(words).flat();
  return [
    ...lists.filter(({ field }) => !MAY_LACK.some((name) => field === `lists.${name}`)),
    ...(['look', 'put', 'do'] as const).map((kind) => ({ field: `verbs.${kind}`, phrases: verbs[kind] })),
    { field: 'conjugations', phrases: conjugations.map(({ ending }) => ending) },
    ...FOLLOW_UPS.map((wish) => ({ field: `followUps.${wish}`, phrases: followUps[wish] })),
    ...TABLES.map((name) => ({ field: `tables.${name}`, phrases: Object.keys(tables[name]) })),
    { field: 'plainYes', phrases: plainYes },
  ];
}

function checkLacks(
  { file, locale, value }: LocaleEntry<Words>,
  all: readonly LocaleEntry<Words>[],
): Problem[] {
  const others = all.filter((entry) => entry.file !== file);
  return sectionsOf(value).flatMap(({ field, phrases, means }, at) => {
    const has = ({ value: words }: LocaleEntry<Words>): boolean =>
      sectionsOf(words)[at]?.phrases.length !== 0;
    const other = phrases.length > 0 ? undefined : others.find(has);
    if (other === undefined) return [];
    const cure = means === undefined ? 'write what people say to it' : `write what says this: ${means}`;
    const message = `nothing here, and something in ${other.file}`;
    return [{ severity: isSpoken(locale) ? 'error' : 'warning', file, field, message, cure }];
  });
}
