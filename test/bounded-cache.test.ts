import { expect } from 'chai';
import { createBoundedCache } from '../src/bounded-cache.ts';

describe('a bounded cache', () => {
  it('forgets what was used longest ago', () => {
    const cache = createBoundedCache<object>(2);
    const [a, b, c] = [{ a: 1 }, { b: 1 }, { c: 1 }];
    cache.set('a', a);
    cache.set('b', b);
    cache.get('a');
    cache.set('c', c);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).to.deep.equal([a, undefined, c]);
  });
});
