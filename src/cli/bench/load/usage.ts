import * as z from 'zod';

/** What a process tells of itself: what it used since it was asked before. */
export const usageSchema = z.object({
  /** Processor time, in milliseconds. */
  cpuMs: z.number(),
  /** Memory of the whole process as it is now, in MiB. */
  rssMiB: z.number(),
  /** By how much the event loop came late, in milliseconds. */
  loopDelay: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
});

export type Usage = z.infer<typeof usageSchema>;
