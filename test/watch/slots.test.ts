import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../../src/language/dates/calendar.ts';
import { minuteIn, momentAt } from '../../src/language/dates/clock.ts';
import { dueSlot, isQuiet, lastSlot, nextSlot } from '../../src/watch/slots.ts';

const ROME = 'Europe/Rome';
const ZONES = [
  ROME,
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];
const at = (iso: string): Date => new Date(iso);
const monday = { weekday: 1, at: 9 * 60, since: '2026-01-01T00:00:00Z' };

describe('the clock of a time zone', () => {
  it('shows the minute that a moment was made for, but where it is put forward over it', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, fc.nat(1439), (zone, day, minute) => {
        const shown = minuteIn(zone, momentAt(zone, day, minute));
        // Nobody puts a clock forward by more than an hour, and never in the daytime.
        if (minute >= 4 * 60) expect(shown).to.equal(minute);
        else expect([0, 60]).to.include(shown - minute);
      }),
    );
  });

  it('is put forward and back in Rome', () => {
    expect(momentAt(ROME, '2026-03-28', 540)).to.deep.equal(at('2026-03-28T08:00:00Z'));
    expect(momentAt(ROME, '2026-03-30', 540)).to.deep.equal(at('2026-03-30T07:00:00Z'));
    expect(momentAt(ROME, '2026-03-29', 150)).to.deep.equal(at('2026-03-29T01:30:00Z'));
    expect(momentAt(ROME, '2026-10-26', 540)).to.deep.equal(at('2026-10-26T08:00:00Z'));
  });
});

describe('the weekly list', () => {
  it('is due from its minute on, until it is sent', () => {
    expect(dueSlot(monday, '2026-11-23', ROME, at('2026-11-30T07:59:59Z'))).to.equal(null);
    const slot = dueSlot(monday, '2026-11-23', ROME, at('2026-11-30T08:00:00Z'));
    expect(slot?.day).to.equal('2026-11-30');
    expect(dueSlot(monday, '2026-11-30', ROME, at('2026-12-06T23:00:00Z'))).to.equal(null);
    // Whoever was away for days still gets it.
    expect(dueSlot(monday, '2026-11-23', ROME, at('2026-12-05T08:00:00Z'))?.day).to.equal('2026-11-30');
  });

  it('is not due for a time before it was asked for', () => {
    const late = { ...monday, since: '2026-11-30T08:30:00Z' };
    expect(dueSlot(late, null, ROME, at('2026-11-30T09:00:00Z'))).to.equal(null);
    expect(dueSlot(late, null, ROME, at('2026-12-07T08:00:00Z'))?.day).to.equal('2026-12-07');
  });

  it('has each day once, wherever clocks are put forward or back', () => {
    const zones = fc.constantFrom(...ZONES);
    const digests = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), at: fc.nat(1439) });
    fc.assert(
      fc.property(zones, digests, fc.integer({ min: 0, max: 60 }), (zone, digest, week) => {
        const wish = { ...digest, since: '2026-01-01T00:00:00Z' };
        const now = new Date(at('2026-03-01T12:00:00Z').getTime() + week * 7 * 86_400_000);
        const [last, next] = [lastSlot(wish, zone, now), nextSlot(wish, zone, now)];
        expect(next.day).to.equal(addDays(last.day, 7));
        expect(weekdayOf(last.day)).to.equal(digest.weekday);
        expect(last.at.getTime()).to.be.at.most(now.getTime());
        expect(next.at.getTime()).to.be.above(now.getTime());
        expect(lastSlot(wish, zone, next.at).day).to.equal(next.day);
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { from: 20 * 60, to: 8 * 60 };
  it('go over midnight, by the clock of where the person is', () => {
    const quiet = ['T18:59', 'T19:00', 'T23:30', 'T06:59', 'T07:00'].map((time) =>
      isQuiet(night, ROME, at(`2026-11-24${time}:00Z`)),
    );
    expect(quiet).to.deep.equal([false, true, true, true, false]);
    expect(isQuiet(night, 'America/New_York', at('2026-11-24T19:00:00Z'))).to.equal(false);
  });

  it('end by the clock in the night in which it is put forward or back', () => {
    const ends = ['2026-03-29T05:59', '2026-03-29T06:00', '2026-10-25T06:59', '2026-10-25T07:00'].map(
      (time) => isQuiet(night, ROME, at(`${time}:00Z`)),
    );
    expect(ends).to.deep.equal([true, false, true, false]);
  });

  it('within a day leave the night alone, and none are none', () => {
    expect(isQuiet({ from: 12 * 60, to: 14 * 60 }, ROME, at('2026-11-24T12:00:00Z'))).to.equal(true);
    expect(isQuiet({ from: 12 * 60, to: 14 * 60 }, ROME, at('2026-11-24T23:00:00Z'))).to.equal(false);
    expect(isQuiet(null, ROME, at('2026-11-24T23:00:00Z'))).to.equal(false);
  });
});
