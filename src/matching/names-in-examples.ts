import { isFunctionWord } from '../language/function-words.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { Entry } from './entries.ts';
import { type BesideNames, type Names } from './placeholders.ts';

/**
 * The customers' names that the examples of dialogs use ("il deal con Contoso"): words with a capital that no
 * answer uses and nobody writes small. They become a placeholder, so that the engine learns "a customer is
 * named" and never which one.
 */
export function findNames(entries: readonly Entry[]): string[] {
  const elsewhere = new Set<string>();
  const capitalised = new Map<string, number>();
  for (const entry of entries) {
    for (const example of entry.examples) {
      tokenize(example.text).forEach((token, at) => {
        const looksLikeName = at > 0 && /^\p{Lu}\p{Ll}+$/u.test(token.raw);
        // "the Contoso deal" may also stand among what is not ours, and Contoso stays a name.
        if (entry.kind === 'outside' && looksLikeName) return;
        if (entry.kind === 'dialog' && looksLikeName)
          capitalised.set(token.text, (capitalised.get(token.text) ?? 0) + 1);
        else if (at > 0 || entry.kind === 'answer' || !/^\p{Lu}/u.test(token.raw)) elsewhere.add(token.text);
      });
    }
  }
  return [...capitalised.keys()].filter((word) => !elsewhere.has(word));
}

/**
 * The words beside those names, so that a name that nobody wrote down is known by its place: "the Woodgrove deal". Words
 * that name something only, in small letters: "Microsoft" comes before its products.
 */
export function findBeside(entries: readonly Entry[], names: Names): BesideNames {
  const [before, after] = [new Set<string>(), new Set<string>()];
  for (const entry of entries.filter(({ kind }) => kind === 'dialog')) {
    for (const { text } of entry.examples) {
      const tokens = tokenize(text);
      tokens.forEach((token, at) => {
        if (!names.has(token.text)) return;
        const [left, right] = [tokens[at - 1], tokens[at + 1]];
        if (isPlainWord(left)) before.add(left.text);
        if (isPlainWord(right)) after.add(right.text);
      });
    }
  }
  return { before, after };
}

function isPlainWord(token: Token | undefined): token is Token {
  if (token === undefined || !/^\p{Ll}{3,}$/u.test(token.raw)) return false;
  return !isFunctionWord(token.text);
}
