import { AppError } from '../errors.ts';

/** One thing the doctor looked at. `soon` can wait, `broken` can't. */
export interface Diagnosis {
  readonly level: 'fine' | 'advice' | 'soon' | 'broken';
  /** A plain sentence with the cure; names no secret. */
  readonly text: string;
}

export const fine = (text: string): Diagnosis => ({ level: 'fine', text });
export const advice = (text: string): Diagnosis => ({ level: 'advice', text });
export const broken = (text: string): Diagnosis => ({ level: 'broken', text });

/** One check: a sentence when all is well, the error's own sentence when not. */
export async function check(work: () => Promise<string>): Promise<Diagnosis> {
  try {
    return fine(await work());
  } catch (error) {
    if (error instanceof AppError) return broken(error.message);
    throw error;
  }
}
