/** The languages the assistant speaks, in the order in which they are shown. */
export const LOCALES = ['it', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** One value a language. */
export type Localized<T> = Readonly<Record<Locale, T>>;

/** The same made for each language. */
export const inEach = <T>(make: (locale: Locale) => T): Localized<T> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Localized<T>;
