import { expect } from 'chai';
import fc from 'fast-check';
import { createPacing } from '../../src/outbound/pacing.ts';

const sara = { conversation: 'sara', tenantId: 'aurelia' };

describe('keeping to the channels’ limits', () => {
  it('lets the eleventh message to a person within a minute wait for the first one’s minute to end', () => {
    const pacing = createPacing();
    for (let second = 0; second < 10; second += 1) {
      expect(pacing.waitFor(sara, second * 1000)).to.equal(0);
      pacing.note(sara, second * 1000);
    }
    expect(pacing.waitFor(sara, 10_000)).to.equal(50_000);
    expect(pacing.waitFor(sara, 60_000)).to.equal(0);
  });

  it('holds nobody up for another person’s messages, but for those of a whole company', () => {
    const pacing = createPacing();
    const one = (conversation: string, tenantId: string) => ({ conversation, tenantId });
    for (let person = 0; person < 30; person += 1) pacing.note(one(String(person), 'aurelia'), 0);
    expect(pacing.waitFor(one('new', 'aurelia'), 500)).to.equal(500);
    expect(pacing.waitFor(one('new', 'Aurelia'), 500)).to.equal(500);
    expect(pacing.waitFor(one('new', 'fabrikam'), 500)).to.equal(0);
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
          const at = now + pacing.waitFor(paced, now);
          if (at > now) continue;
          pacing.note(paced, at);
          sent.push({ who, at });
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
