import { expect } from 'chai';
import { carry } from '../../src/backup/carried.ts';

describe('what a restore carries over of a record', () => {
  it('is no editor’s name beside a version of an answer', () => {
    const version = { text: 'a', eTag: 'b', over: 'none', at: '2026-11-01T10:00:00Z' };
    const by = { objectId: '1', name: 'Elena Riva' };
    const kept = { schema: 1, layers: { t: { 'answers/a.yaml': [{ ...version, by }] } } };
    expect(JSON.parse(carry('knowledge-layers', JSON.stringify(kept)) ?? '')).to.deep.equal({
      schema: 1,
      layers: { t: { 'answers/a.yaml': [{ ...version, by: null }] } },
    });
  });

  it('is all of what holds nothing to be left behind', () => {
    expect(carry('feedback', '{"schema":1}')).to.equal('{"schema":1}');
  });
});
