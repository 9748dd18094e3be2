import { expect } from 'chai';
import fc from 'fast-check';
import { toActivity } from '../../src/cards/reply.ts';
import type { Locale } from '../../src/language/locale.ts';
import { visibleLine, visibleText } from '../../src/language/visible-text.ts';
import { textOf, buttonsOf } from '../conversations/received.ts';
import { cardProblems } from './card-problems.ts';
import { livePartsOf } from './live-parts.ts';
import { outsideReplies } from './outside-replies.ts';
import { ATTACKS, outsideWords } from './outside-words.ts';

const HARMLESS = 'Fabrikam';

type Received = Parameters<typeof textOf>[0];

/** What is shown of an activity: its texts, the titles of its buttons. */
const shownOf = (received: Received): string =>
  [textOf(received), ...buttonsOf(received).map(({ title }) => title)].join('\n');

/** Every reply with these words in it, in the same order whatever they are. */
async function showing(words: string, locale: Locale) {
  const replies = await outsideReplies(words, locale);
  return replies.map(({ name, reply }) => {
    const activity = toActivity(reply, locale);
    const received = JSON.parse(JSON.stringify({ ...activity, type: 'message' })) as Received;
    return { name, parts: livePartsOf(activity), received, shown: shownOf(received) };
  });
}

type Showing = Awaited<ReturnType<typeof showing>>;

/** What a slot says to words depends on them; all else must be as it is with other words. */
const isAnswer = ({ name }: Showing[number]): boolean => name.startsWith('answer to');

function expectPlain(words: string, hostile: Showing, harmless: Showing): void {
  const rest = hostile.filter((each) => !isAnswer(each));
  const usual = harmless.filter((each) => !isAnswer(each));
  expect(rest.map(({ name }) => name)).to.deep.equal(usual.map(({ name }) => name));
  for (const [index, { name, parts, shown }] of rest.entries()) {
    expect(parts, name).to.deep.equal(usual[index]?.parts);
    const isShown = usual[index]?.shown.includes(HARMLESS) === true;
    if (isShown) expect(shown.includes(visibleLine(words)), `${name}: ${shown}`).to.equal(true);
  }
  for (const { name, parts, shown } of hostile) {
    expect(visibleText(shown), name).to.equal(shown);
    const isTap = (part: string): boolean => part === 'Action.Execute' || part === 'Action.Submit';
    if (name.startsWith('answer to')) expect(parts.every(isTap), name).to.equal(true);
  }
}

describe('words of others', function () {
  this.timeout(240_000);
  const harmless = { it: [] as Showing, en: [] as Showing };
  before(async () => {
    harmless.it = await showing(HARMLESS, 'it');
    harmless.en = await showing(HARMLESS, 'en');
  });

  it('are in every kind of reply', () => {
    const named = harmless.it.filter(({ shown }) => shown.includes(HARMLESS));
    expect(new Set(named.map(({ name }) => name)).size).to.be.above(40);
  });

  for (const locale of ['it', 'en'] as const) {
    for (const attack of ATTACKS) {
      it(`${JSON.stringify(attack)} (${locale}): nothing new is live, and it is shown as typed`, async () => {
        const words = `X ${attack} Y`;
        expectPlain(words, await showing(words, locale), harmless[locale]);
      });
    }
  }

  it('whatever they are, nothing of them is live, and they are shown as typed', () =>
    fc.assert(
      fc.asyncProperty(outsideWords, fc.constantFrom<Locale>('it', 'en'), async (words, locale) =>
        expectPlain(words, await showing(words, locale), harmless[locale]),
      ),
      { numRuns: 40 },
    ));

  it('make cards that Microsoft’s renderer takes', async () => {
    for (const { name, received } of await showing(ATTACKS.join(' '), 'it')) {
      for (const { content } of received.attachments ?? [])
        expect(cardProblems(content), name).to.deep.equal([]);
    }
  });
});
