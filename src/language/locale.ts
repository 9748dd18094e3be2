/** The languages the assistant speaks, in the order in which they are shown: those that have all texts. */
export const LOCALES = ['it', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/**
 * A language that is read, by its code of two letters (ISO 639-1): one that has words in the knowledge folder. Each
 * that is spoken is one; others are, as files are added.
 */
export type Language = string;

/** One value a language that is spoken. */
export type Localized<T> = Readonly<Record<Locale, T>>;

/** One value a language, for those that have one. */
export type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Whether a language is spoken, too. */
export const isSpoken = (language: Language | undefined): language is Locale =>
  LOCALES.some((locale) => locale === language);

/** The same made for each language that is spoken. */
export const inEach = <T>(make: (locale: Locale) => T): Localized<T> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Localized<T>;

/** Languages in the order in which they are shown: those that are spoken, then the others. */
export const spokenFirst = (languages: Iterable<Language>): readonly Language[] => {
  const all = new Set(languages);
  return [...new Set([...LOCALES.filter((locale) => all.has(locale)), ...all])];
};
