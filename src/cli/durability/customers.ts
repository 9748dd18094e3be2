const PARTS = 'kro vex jul zan wor myk dru pli tosk gral fen bry qui hob lusk neb'.split(' ');

/** Invents customers that nobody has heard of, each once: "Krovexjul Zanwormyk". */
export function customerNames(random: () => number): () => string {
  const given = new Set<string>();
  const part = (): string => PARTS[Math.floor(random() * PARTS.length)] ?? 'kro';
  const word = (): string => {
    const letters = part() + part() + part();
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  return () => {
    for (;;) {
      const name = `${word()} ${word()}`;
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}
