/** The two languages the assistant speaks. Italian comes first. */
export type Locale = 'it' | 'en';

/** Both languages, in the order in which they are shown. */
export const LOCALES: readonly Locale[] = ['it', 'en'];

/** One value a language. */
export type Localized<T> = Readonly<Record<Locale, T>>;
