/**
 * All phrases that a pattern stands for, in the order of its words: `(a|b)` is one of them and `[a]` may be missing, so
 * "[è] (tutto|quasi) giusto" is four phrases. A phrase without brackets stands for itself.
 */
export function phraseForms(pattern: string): readonly string[] {
  if (!/[([]/.test(pattern)) return [pattern];
  const parts = pattern.match(/[()[\]|]|[^\s()[\]|]+/g) ?? [];
  let at = 0;
  const oneOf = (): readonly string[] => {
    const ways: string[] = [];
    for (;;) {
      let forms: readonly string[] = [''];
      for (; at < parts.length && !/[)\]|]/.test(parts[at] ?? ''); at += 1) {
        const part = parts[at] ?? '';
        if (part === '(' || part === '[') at += 1;
        const next = part === '(' ? oneOf() : part === '[' ? ['', ...oneOf()] : [part];
        forms = forms.flatMap((form) => next.map((word) => `${form} ${word}`.trim()));
      }
      ways.push(...forms);
      if (parts[at] !== '|') return ways;
      at += 1;
    }
  };
  return oneOf();
}
