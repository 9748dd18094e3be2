import type { Locale } from './locale.ts';

/**
 * Words that hold a sentence together and name nothing: articles, pronouns, prepositions, auxiliaries,
 * question words. Folded. A language is told by them, and what is left are the content words.
 */
export const FUNCTION_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  it: new Set(
    (
      'il lo la i gli le l un uno una di da del dello della dei degli delle dal dallo dalla dai dalle nel nello nella nei ' +
      'nelle al allo alla ai agli alle sul sulla sui sulle col con su per tra fra a in e ed o ma se che chi cui cosa come ' +
      'dove quando quanto quanta quanti quante quale quali perche non nn xke xche ke ki cs cm sono sei siamo siete era ho ' +
      'hai ha abbiamo avete hanno posso puoi puo possiamo potete possono devo devi deve dobbiamo devono vorrei voglio vuoi ' +
      'vuole mi ti ci vi si ne me te mio mia miei mie tuo tua tuoi tue suo sua suoi nostro nostra questo questa questi ' +
      'queste quello quella quelli quelle anche ancora gia mai piu meno poi quindi allora essere avere ' +
      'va vanno fare fatto faccio fa dare d c dell nell all sull quest un qualche'
    ).split(' '),
  ),
  en: new Set(
    (
      'the a an of to in on at for with from by about into is are was were be been being am do does did doing done has ' +
      'have had having can could will would shall should may might must not dont doesnt didnt cant wont isnt arent im ive ' +
      'i you your yours he she it its we our they them their my mine me us this that these those what which who whom whose ' +
      'when where why how and or but if because than then there here any some s t m re ve ll d u ur so as just also'
    ).split(' '),
  ),
};

/** The words of a list of folded words that name something. */
export function contentWords(words: readonly string[], locale: Locale): string[] {
  return words.filter((word) => !FUNCTION_WORDS[locale].has(word));
}
