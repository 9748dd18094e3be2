/** CPU time in ms under which a figure is mostly noise, late in a long run too; a reader that does harm takes seconds. */
const NOISE = 60;
/** Twice the text is twice the work, and four times where it is compared with itself. */
const MOST_GROWTH = 3;
const SURE_GROWTH = 2.3;
const TRIES = 12;
const LOOKS = 3;

/** How often a text was made, so that no two are the same and nothing is remembered of one that was read. */
let made = 0;

/**
 * How the work of reading grows where a text doubles: the root of the CPU time of a whole by that of its quarter, the
 * best of several each (one doubling alone is too near to what a busy machine does to either); null where the whole
 * costs next to nothing or doesn't grow too much.
 */
export async function growth(
  read: (text: string) => unknown,
  whole: string,
  quarter: string,
): Promise<number | null> {
  let [bestWhole, bestQuarter] = [Infinity, Infinity];
  for (let tried = 0; tried < TRIES; tried += 1) {
    bestWhole = Math.min(bestWhole, await cost(read, whole));
    bestQuarter = Math.min(bestQuarter, await cost(read, quarter));
    const grown = Math.sqrt(bestWhole / bestQuarter);
    // One try tells what is far from it.
    if (bestWhole < NOISE || grown < (tried > 0 ? MOST_GROWTH : SURE_GROWTH)) return null;
  }
  return Math.sqrt(bestWhole / bestQuarter);
}

/**
 * Whether reading half of the longest text costs so little that the whole does no harm: where twice the text is four
 * times the work, the whole costs less than what can be told from noise.
 */
export async function isCheap(read: (text: string) => unknown, half: string): Promise<boolean> {
  // A busy machine makes a cheap one look dear, and to see how that one grows takes much longer than to look again.
  for (let tried = 0; tried < LOOKS; tried += 1) if ((await cost(read, half)) < NOISE / 4) return true;
  return false;
}

async function cost(read: (text: string) => unknown, text: string): Promise<number> {
  made += 1;
  const fresh = `${text} ${String(made)}`;
  const before = process.cpuUsage();
  const startedMs = performance.now();
  await read(fresh);
  const { user, system } = process.cpuUsage(before);
  // CPU time counts what other threads tidy up meanwhile, and the clock counts what other programs do: the less of
  // both is nearer to the work.
  return Math.min((user + system) / 1000, performance.now() - startedMs);
}
