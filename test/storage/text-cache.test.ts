import { expect } from 'chai';
import { createTextCache } from '../../src/storage/text-cache.ts';

describe('text cache', () => {
  it('forgets what was used the longest ago when it is full', () => {
    const cache = createTextCache(2);
    cache.set('a', '1');
    cache.set('b', '2');
    cache.get('a');
    cache.set('c', '3');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).to.deep.equal(['1', undefined, '3']);
  });

  it('counts a text written anew once, as the newest', () => {
    const cache = createTextCache(2);
    cache.set('a', '1');
    cache.set('b', '2');
    cache.set('a', '3');
    cache.set('c', '4');
    expect([cache.get('a'), cache.get('b')]).to.deep.equal(['3', undefined]);
  });

  it('forgets on demand, and keeps nothing at size 0', () => {
    const cache = createTextCache(1);
    cache.set('a', '1');
    cache.delete('a');
    expect(cache.get('a')).to.equal(undefined);
    const none = createTextCache(0);
    none.set('a', '1');
    expect(none.get('a')).to.equal(undefined);
  });

  it('forgets all keys that begin alike', () => {
    const cache = createTextCache(9);
    for (const key of ['a/1', 'a/2', 'ab', 'b/1']) cache.set(key, key);
    cache.deleteBelow('a/');
    expect(['a/1', 'a/2', 'ab', 'b/1'].filter((key) => cache.get(key) !== undefined)).to.deep.equal([
      'ab',
      'b/1',
    ]);
  });
});
