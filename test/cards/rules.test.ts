import { expect } from 'chai';
import { answeredCard, type Card, chosenLine } from '../../src/cards/card.ts';
import { toActivity } from '../../src/cards/reply.ts';
import { LOCALES } from '../../src/language/locale.ts';
import { cardProblems } from './card-problems.ts';
import { outsideReplies } from './outside-replies.ts';
import { ATTACKS } from './outside-words.ts';

/** Teams takes 28 KB of an activity, in two bytes a character; a quarter is left for what it adds itself. */
const MOST_BYTES = 28 * 1024 * 0.75;

/** Microsoft's documentation: so many people at most are asked for on whose behalf a card is made anew. */
const MOST_REFRESHED = 60;

const shown = {
  card: { id: `${'x'.repeat(12)}.${'y'.repeat(12)}`, userId: `29:${'z'.repeat(36)}` },
  hasCitations: true,
  suggestions: null,
};

interface Made {
  readonly name: string;
  readonly activity: object;
  readonly card: Card;
}

async function cardsWith(words: string): Promise<Made[]> {
  const made = LOCALES.map(async (locale) => {
    const replies = await outsideReplies(words, locale);
    // What is only kept asks nothing.
    const said = replies.filter(({ reply }) => reply.summary !== '');
    return said.flatMap(({ name, reply }): Made[] => {
      const activity = toActivity(reply, locale, shown);
      const content: unknown = activity.attachments?.[0]?.content;
      const isCard = activity.attachments?.[0]?.contentType === 'application/vnd.microsoft.card.adaptive';
      return isCard ? [{ name: `${name} (${locale})`, activity, card: content as Card }] : [];
    });
  });
  return (await Promise.all(made)).flat();
}

function* partsOf(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const each of Object.values(value)) yield* partsOf(each);
}

describe('every card', function () {
  this.timeout(240_000);
  let cards: readonly Made[] = [];
  before(async () => {
    cards = await cardsWith('Fabrikam');
  });

  it('is of schema 1.5, says itself to who can’t see it, and has six buttons at most', () => {
    expect(cards).to.have.length.above(60);
    for (const { name, card } of cards) {
      expect(card['version'], name).to.equal('1.5');
      expect(card['speak'], name).to.be.a('string').with.length.above(0);
      expect(card.fallbackText, name).to.have.length.above(0);
      expect((card['actions'] as unknown[] | undefined) ?? [], name).to.have.length.below(7);
      expect(cardProblems(card), name).to.deep.equal([]);
    }
  });

  it('fits Teams with room to spare, also where each name has eighty letters', async () => {
    const all = [...cards, ...(await cardsWith('W'.repeat(80)))];
    for (const { name, activity } of all) {
      expect(Buffer.byteLength(JSON.stringify(activity), 'utf16le'), name).to.be.below(MOST_BYTES);
    }
  });

  it('has no colour on a text, and does by a tap what a client that can only submit does too', () => {
    let taps = 0;
    for (const { name, card } of cards) {
      for (const { type, color, fallback } of partsOf({ ...card, refresh: null })) {
        expect(color, name).to.equal(undefined);
        if (type !== 'Action.Execute') continue;
        taps += 1;
        expect(fallback, name).to.have.property('type', 'Action.Submit');
      }
    }
    expect(taps).to.be.above(100);
  });

  it('that refreshes itself does so for few, and for somebody', () => {
    const refreshing = cards.flatMap(({ card }) => card['refresh'] ?? []) as { readonly userIds: string[] }[];
    expect(refreshing).to.have.length.above(4);
    for (const { userIds } of refreshing) expect(userIds).to.have.length.within(1, MOST_REFRESHED);
  });

  it('that was tapped is a card too, with nothing to tap, whatever was chosen', () => {
    for (const { name, card } of cards) {
      for (const title of ['Co-sell', ...ATTACKS.slice(0, 5)]) {
        const answered = answeredCard(card, chosenLine(title, 'it'), 'it');
        expect(cardProblems(answered), name).to.deep.equal([]);
        expect(JSON.stringify(answered), name).not.to.match(/"Action\.(?:Execute|Submit)"/);
        expect(JSON.stringify(answered.body.at(-1)), name).not.to.contain('"TextBlock"');
      }
    }
  });
});
