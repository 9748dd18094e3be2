import { LRUCache } from 'lru-cache';

/**
 * Remembers the `max` values that were used last. With `max` alone lru-cache reserves room for all of them at once,
 * which takes 4 ms for 20,000, of each cache at each start; counted by a size of one each, the room grows as it fills.
 *
 * @param max at least 1
 */
export function createBoundedCache<T extends NonNullable<unknown>>(max: number): LRUCache<string, T> {
  return new LRUCache({ maxSize: max, sizeCalculation: () => 1 });
}
