/**
 * A bounded cache of texts by key that forgets the least recently used first. It holds texts and not objects,
 * so that nobody can change what is cached by changing what they got.
 */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  delete(key: string): void;
  /** Forgets every key that begins so. */
  deleteBelow(start: string): void;
}

/** @param size how many texts are kept; 0 keeps none. */
export function createTextCache(size: number): TextCache {
  // A Map keeps the order of insertion: what was used last is put at its end.
  const texts = new Map<string, string>();
  const put = (key: string, text: string) => {
    texts.delete(key);
    texts.set(key, text);
    const oldest = texts.keys().next();
    if (texts.size > size && oldest.done !== true) texts.delete(oldest.value);
  };
  return {
    get(key) {
      const text = texts.get(key);
      if (text !== undefined) put(key, text);
      return text;
    },
    set: put,
    delete: (key) => void texts.delete(key),
    deleteBelow(start) {
      for (const key of texts.keys()) if (key.startsWith(start)) texts.delete(key);
    },
  };
}
