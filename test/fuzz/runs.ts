/** How many times as often as in the suite: `FUZZ_TIMES=100` for a night. */
export const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1);

/** How often a property is tried that the suite tries so often. */
export const runs = (inSuite: number): { readonly numRuns: number } => ({ numRuns: inSuite * TIMES });
