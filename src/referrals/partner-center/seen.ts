import { RemoteRefusal } from '../../remote/failure.ts';
import { toAppError } from './errors.ts';

/** What the actor may not see isn't there for them; a stronger sign-in is another matter. */
export async function seenOr<T>(work: Promise<T>, unseen: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isRefusal = error instanceof RemoteRefusal && [403, 404].includes(error.status);
    if (isRefusal && error.claims === null) return unseen;
    throw toAppError(error);
  }
}
