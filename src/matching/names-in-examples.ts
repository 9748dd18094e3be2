import { tokenize } from '../language/tokens.ts';
import type { Entry } from './entries.ts';

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
        const isName = entry.kind === 'dialog' && at > 0 && /^\p{Lu}\p{Ll}+$/u.test(token.raw);
        if (isName) capitalised.set(token.text, (capitalised.get(token.text) ?? 0) + 1);
        else if (at > 0 || entry.kind === 'answer' || !/^\p{Lu}/u.test(token.raw)) elsewhere.add(token.text);
      });
    }
  }
  return [...capitalised.keys()].filter((word) => !elsewhere.has(word));
}
