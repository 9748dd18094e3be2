/**
 * One promise of the assistant that is a number: measured on this machine and printed beside its limit. A test
 * never asserts milliseconds, since a loaded machine would fail it for nothing; counts, orders and ratios are tests.
 */
export interface PromiseMeasure {
  /** What is measured, in words for whoever reads the table: "creating a deal beside 5,000 others, CPU". */
  readonly name: string;
  readonly unit: 'ms' | 's';
  /** The most that is promised, in `unit`. */
  readonly limit: number;
  /** Runs it once; what it opens it closes. */
  measure(): Promise<number>;
}

/** CPU time that this process used for `work`, in milliseconds; other processes on the machine don't count. */
export async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
