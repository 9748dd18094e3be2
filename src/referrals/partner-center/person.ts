import type { Directory, Person } from '../../directory/directory.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../identity/actor.ts';

/** The actor's entry; null too when the directory is away, or knows no address: a deal doesn't wait for it. */
export async function findPersonIfPossible(directory: Directory, actor: Actor): Promise<Person | null> {
  try {
    const person = await directory.findPerson(actor);
    return person?.email ? person : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
