import { expect } from 'chai';
import type { FoundDeal } from '../../src/cli/durability/bot-process.ts';
import type { TakenReply } from '../../src/cli/durability/connector.ts';
import type { PersonTurn } from '../../src/cli/durability/conversation.ts';
import type { Wish } from '../../src/cli/durability/seller.ts';
import { type Tally, tallyOf } from '../../src/cli/durability/tally.ts';

const turn = (id: string, changes: Partial<PersonTurn> = {}): PersonTurn => ({
  id,
  conversationId: 'chat',
  deliveries: 1,
  endedDeliveries: 1,
  isAnswered: true,
  ...changes,
});

const reply = (replyTo: string, text: string, over = 0, begun = over): TakenReply => ({
  conversationId: 'chat',
  replyTo,
  content: JSON.stringify({ text }),
  kills: { begun, over },
});

const CREATED = 'Fatto: il deal con Kro Vex è creato.';
const WON = 'Fatto: il deal con Kro Vex è Vinto.';
const KRO: FoundDeal = { customer: 'Kro Vex', state: 'Active/Accepted' };

/** The counts of one chat, in which one wish was confirmed by turn 1 and perhaps closed by turn 2. */
function tally(
  turns: readonly PersonTurn[],
  taken: readonly TakenReply[],
  deals: readonly FoundDeal[] = [],
  news: readonly string[] = [],
): Tally {
  const of = (id: string) => turns.filter((each) => each.id === id);
  const wish: Wish = { customer: 'Kro Vex', creations: of('1'), closings: of('2') };
  return tallyOf({ turns, taken, deals, ledger: { wishes: [wish], givenUp: 0 }, news });
}

describe('the tally of a durability run', () => {
  it('finds nothing wrong where all went well', () => {
    const counts = tally(
      [turn('1'), turn('2')],
      [reply('1', CREATED), reply('2', WON)],
      [{ ...KRO, state: 'Closed/Won' }],
    );
    expect(counts).to.include({ turns: 2, replies: 2, confirmed: 1, found: 1, closed: 1 });
    const { lost, doubled, unasked, closingsLost, silent, repeated, repeatedAfterKill, outOfOrder } = counts;
    expect([
      lost,
      doubled,
      unasked,
      closingsLost,
      silent,
      repeated,
      repeatedAfterKill,
      outOfOrder,
    ]).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('a deal that was said to be created, or confirmed into silence, and isn’t there is lost', () => {
    expect(tally([turn('1')], [reply('1', CREATED)])).to.include({ confirmed: 1, found: 0, lost: 1 });
    expect(tally([turn('1')], [])).to.include({ confirmed: 1, lost: 1, silent: 1 });
  });

  it('a confirmation that was refused, or never reached the bot, promises no deal', () => {
    expect(tally([turn('1')], [reply('1', 'Non ho creato nulla.')])).to.include({ confirmed: 0, lost: 0 });
    expect(tally([turn('1', { isAnswered: false })], [])).to.include({
      confirmed: 0,
      undelivered: 1,
      silent: 0,
    });
  });

  it('two deals of one customer are doubled; one that nobody confirmed is unasked', () => {
    expect(tally([turn('1')], [reply('1', CREATED)], [KRO, KRO])).to.include({ doubled: 1, lost: 0 });
    expect(tally([turn('3')], [reply('3', 'ciao')], [KRO])).to.include({ unasked: 1, confirmed: 0 });
  });

  it('a deal that was said to be won and is open has lost its end', () => {
    const counts = tally([turn('1'), turn('2')], [reply('1', CREATED), reply('2', WON)], [KRO]);
    expect(counts).to.include({ closed: 1, closingsLost: 1, lost: 0 });
  });

  it('tells a reply repeated after a kill from one repeated without', () => {
    const counts = tally(
      [turn('3')],
      [reply('3', 'a'), reply('3', 'b'), reply('3', 'a'), reply('3', 'a', 1)],
    );
    expect(counts).to.include({ replies: 2, repeated: 1, repeatedAfterKill: 1 });
  });

  it('a reply repeated while a killed process may still be read is one after a kill', () => {
    const taken = [reply('3', 'a'), reply('3', 'b'), reply('3', 'a', 0, 1), reply('3', 'b', 1)];
    expect(tally([turn('3')], taken)).to.include({ replies: 2, repeated: 0, repeatedAfterKill: 1 });
  });

  it('a reply to an earlier turn after one to a later is out of order, a repeated one is not', () => {
    const turns = [turn('3'), turn('4'), turn('5', { conversationId: 'other' })];
    expect(tally(turns, [reply('4', 'b'), reply('3', 'a')])).to.include({ outOfOrder: 1 });
    expect(tally(turns, [reply('3', 'a'), reply('4', 'b'), reply('3', 'a', 1)])).to.include({
      outOfOrder: 0,
    });
    const other = { ...reply('5', 'c'), conversationId: 'other' };
    expect(tally(turns, [other, reply('3', 'a')])).to.include({ outOfOrder: 0 });
  });

  it('counts each delivery after the first', () => {
    const turns = [turn('3', { deliveries: 3 }), turn('4', { deliveries: 0, isAnswered: false })];
    expect(tally(turns, [reply('3', 'a')])).to.include({ redeliveries: 2, undelivered: 1 });
  });

  it('counts what nobody asked for apart: a message that never came, and one that came again', () => {
    const taken = [reply('', 'Vero Uno'), reply('3', 'a'), reply('', 'Vero Uno', 1)];
    const counts = tally([turn('3')], taken, [], ['Vero Uno', 'Vero Due']);
    expect(counts).to.include({ news: 2, newsLost: 1, newsRepeated: 1, replies: 1, repeated: 0 });
    expect(counts).to.include({ outOfOrder: 0, repeatedAfterKill: 0 });
  });
});
