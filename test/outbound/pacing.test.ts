import { expect } from 'chai';
import fc from 'fast-check';
import { createPacing } from '../../src/outbound/pacing.ts';

const sara = { conversation: 'sara', tenantId: 'aurelia' };

describe('keeping to the channels’ limits', () => {
  it('lets the eleventh message to a person within a minute wait for the first one’s minute to end', () => {
    const pacing = createPacing();
    for (let second = 0; second < 10; second += 1)
      expect(pacing.reserve(sara, second * 1000)).to.equal(second * 1000);
    expect(pacing.reserve(sara, 10_000)).to.equal(60_000);
    expect(pacing.reserve(sara, 10_000)).to.equal(61_000);
  });

  it('holds nobody up for another person’s messages, but for those of a whole company', () => {
    const pacing = createPacing();
    const one = (conversation: string, tenantId: string) => ({ conversation, tenantId });
    for (let person = 0; person < 2; person += 1) pacing.note(one(String(person), 'aurelia'), 0);
    expect(pacing.reserve(one('new', 'aurelia'), 50)).to.equal(80);
    expect(pacing.reserve(one('other', 'Aurelia'), 50)).to.equal(80);
    expect(pacing.reserve(one('new', 'fabrikam'), 50)).to.equal(50);
  });

  it('gives a crowd of one company its times at once, spread over each second', () => {
    const pacing = createPacing();
    const times = Array.from({ length: 300 }, (_, person) =>
      pacing.reserve({ conversation: String(person), tenantId: 'aurelia' }, 0),
    );
    expect(times.at(-1)).to.equal(149 * 80);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
  });

  it('never lets through more than the limits allow in any window, however messages come', () => {
    const arrivals = fc.array(fc.record({ who: fc.nat(3), after: fc.nat(4000) }), { maxLength: 150 });
    fc.assert(
      fc.property(arrivals, (list) => {
        const pacing = createPacing();
        const sent: { readonly who: number; readonly at: number }[] = [];
        let now = 0;
        for (const { who, after } of list) {
          now += after;
          const paced = { conversation: String(who), tenantId: 'one' };
          sent.push({ who, at: pacing.reserve(paced, now) });
        }
        for (const { who, at } of sent) {
          const since = (ms: number) => sent.filter((each) => each.at <= at && each.at > at - ms);
          expect(since(60_000).filter((each) => each.who === who)).to.have.length.at.most(10);
          expect(since(1_000).filter((each) => each.who === who)).to.have.length.at.most(7);
          expect(since(1_000)).to.have.length.at.most(30);
        }
      }),
      { numRuns: 60 },
    );
  });
});
