import type { Directory, Person } from '../directory/directory.ts';
import { AppError } from '../errors.ts';
import type { Actor } from './gateway.ts';

/** The actor's entry; null too when the directory is away: a deal doesn't wait for it. */
export async function findPersonIfPossible(directory: Directory, actor: Actor): Promise<Person | null> {
  try {
    return await directory.findPerson(actor);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
