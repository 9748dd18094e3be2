import { expect } from 'chai';
import { type SpanName, withSpans } from '../../src/telemetry/trace.ts';

class Counting {
  #count = 0;
  readonly name = 'counting';
  add(by: number): number {
    return (this.#count += by);
  }
  peek(): number {
    return this.#count;
  }
}

describe('spans around methods', () => {
  it('run what is named as a span, and leave the rest as it is', () => {
    const spans: SpanName[] = [];
    const trace = {
      span<T>(name: SpanName, work: () => T): T {
        spans.push(name);
        return work();
      },
    };
    const counting = withSpans(new Counting(), { add: 'save' }, trace);
    expect([counting.add(2), counting.add(3), counting.peek()]).to.deep.equal([2, 5, 5]);
    expect(counting.name).to.equal('counting');
    expect(spans).to.deep.equal(['save', 'save']);
  });
});
