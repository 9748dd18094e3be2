/** One line of a test with what an engine made of it. */
export interface Scored {
  /** The right id, or null where the line is out of scope. */
  readonly gold: string | null;
  /** The engine's ranking, best first, at least three ids where there are as many. */
  readonly ids: readonly string[];
  /** The score of the first; a probability for engines that give one. */
  readonly score: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? NaN : part / whole);

/** Share of the in-scope lines whose right id is among the first `count`, whatever the score. */
export function topShare(lines: readonly Scored[], count: number): number {
  const inScope = lines.filter((line) => line.gold !== null);
  return share(
    inScope.filter((line) => line.ids.slice(0, count).includes(line.gold ?? '')).length,
    inScope.length,
  );
}

/** The chance that a random in-scope line has a higher score than a random out-of-scope line; ties count half. */
export function areaUnderCurve(lines: readonly Scored[]): number {
  const inScope = lines.filter((line) => line.gold !== null).length;
  const sorted = [...lines].sort((a, b) => a.score - b.score);
  let won = 0;
  let outBelow = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (sorted[to]?.score === sorted[from]?.score && to < sorted.length) to++;
    const tied = sorted.slice(from, to);
    const tiedIn = tied.filter((line) => line.gold !== null).length;
    won += tiedIn * (outBelow + (tied.length - tiedIn) / 2);
    outBelow += tied.length - tiedIn;
    from = to;
  }
  return share(won, inScope * (lines.length - inScope));
}

/** The share of out-of-scope lines under the score that 90 % of the in-scope lines reach. */
export function outOfScopeRecallAtCoverage(lines: readonly Scored[], coverage = 0.9): number {
  const inScope = lines
    .filter((line) => line.gold !== null)
    .map((line) => line.score)
    .sort((a, b) => a - b);
  const threshold = inScope[Math.floor((1 - coverage) * inScope.length + 1e-9)] ?? 0;
  const out = lines.filter((line) => line.gold === null);
  return share(out.filter((line) => line.score < threshold).length, out.length);
}

/** Share of in-scope lines answered rightly at the out-of-scope recall given: the lowest threshold that reaches it. */
export function accuracyAtRecall(lines: readonly Scored[], recall: number): number {
  const out = lines
    .filter((line) => line.gold === null)
    .map((line) => line.score)
    .sort((a, b) => a - b);
  const threshold = out[Math.min(out.length - 1, Math.ceil(recall * out.length))] ?? -Infinity;
  return inScopeAccuracy(lines, threshold);
}

/** Share of in-scope lines whose first id is right and reaches the threshold. */
export function inScopeAccuracy(lines: readonly Scored[], threshold: number): number {
  const inScope = lines.filter((line) => line.gold !== null);
  return share(
    inScope.filter((line) => line.score >= threshold && line.ids[0] === line.gold).length,
    inScope.length,
  );
}

/** Share of in-scope lines answered with a wrong id. */
export function wronglyAnswered(lines: readonly Scored[], threshold: number): number {
  const inScope = lines.filter((line) => line.gold !== null);
  return share(
    inScope.filter((line) => line.score >= threshold && line.ids[0] !== line.gold).length,
    inScope.length,
  );
}

/** Multiclass Matthews correlation coefficient, out of scope being one more class. */
export function matthews(lines: readonly Scored[], threshold: number): number {
  const none = '\u0000none';
  const golds = new Map<string, number>();
  const guesses = new Map<string, number>();
  let right = 0;
  for (const line of lines) {
    const gold = line.gold ?? none;
    const guess = line.score >= threshold ? (line.ids[0] ?? none) : none;
    golds.set(gold, (golds.get(gold) ?? 0) + 1);
    guesses.set(guess, (guesses.get(guess) ?? 0) + 1);
    if (gold === guess) right++;
  }
  const n = lines.length;
  const both = [...golds].reduce((sum, [label, count]) => sum + count * (guesses.get(label) ?? 0), 0);
  const spread = (counts: Map<string, number>): number =>
    n * n - [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  const scale = Math.sqrt(spread(golds) * spread(guesses));
  return scale === 0 ? 0 : (right * n - both) / scale;
}

/** The best of {@link matthews} over 60 thresholds between the lowest and the highest score: chosen on the test, so generous. */
export function bestMatthews(lines: readonly Scored[]): number {
  const scores = lines.map((line) => line.score).sort((a, b) => a - b);
  let best = -1;
  for (let step = 0; step < 60; step++) {
    best = Math.max(best, matthews(lines, scores[Math.floor((step / 60) * scores.length)] ?? 0));
  }
  return best;
}

/**
 * Expected calibration error in ten equal bins: how far confidence is from the share that is right, never
 * right where the line is out of scope. With `outOfScopeShare`, lines weigh so that out of scope makes up
 * that share of a set that has any.
 */
export function calibrationError(lines: readonly Scored[], outOfScopeShare: number | null = null): number {
  const out = lines.filter((line) => line.gold === null).length;
  const weights = lineWeights(lines.length, out, outOfScopeShare);
  const bins = Array.from({ length: 10 }, () => ({ weight: 0, confidence: 0, right: 0 }));
  for (const line of lines) {
    const bin = bins[Math.min(9, Math.floor(line.score * 10))];
    const weight = line.gold === null ? weights.out : weights.in;
    if (bin === undefined) continue;
    bin.weight += weight;
    bin.confidence += weight * line.score;
    if (line.ids[0] === line.gold) bin.right += weight;
  }
  const all = bins.reduce((sum, bin) => sum + bin.weight, 0);
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / all;
}

function lineWeights(all: number, out: number, outOfScopeShare: number | null): { in: number; out: number } {
  if (outOfScopeShare === null || out === 0 || out === all) return { in: 1, out: 1 };
  return { in: (1 - outOfScopeShare) / (all - out), out: outOfScopeShare / out };
}
