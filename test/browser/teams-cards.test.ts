import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Box } from '../../src/cards/box.ts';
import { boxCard } from '../../src/cards/box-card.ts';
import { helpReply } from '../../src/cards/help-card.ts';
import { toActivity } from '../../src/cards/reply.ts';
import { LOCALES } from '../../src/language/locale.ts';
import { outsideReplies } from '../cards/outside-replies.ts';
import { teamsHost } from '../cards/teams-host.ts';
import { useChromium } from './chromium.ts';
import { openTeamsPage } from './teams-page.ts';

/** What text needs against what it stands on (WCAG 2.2, success criterion 1.4.3). */
const ENOUGH = 4.5;
/** A side panel or a phone, and a chat on a desktop, in CSS pixels. */
const WIDTHS = [300, 600] as const;
const THEMES = ['light', 'dark'] as const;
const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** One of each look, held against long names too: a deal, lists, a summary, news, questions, people, an answer. */
const LOOKS = [
  ...['deal card deal-0', 'deal card deal-2', 'overview', 'review', 'won', 'admins', 'none', 'answer'],
  ...['weekly list', 'summary', 'created', 'question kind', 'drafts'],
];
/** Names that the cards are about, in both languages: all cards with a usual one, the looks with a longer one, and a few with one long word. */
const NAMES = [
  ['Lagunare Srl', () => true],
  ['Bianchi Servizi Industriali', (card: string) => LOOKS.includes(card)],
  ['amministrazione@lagunare-servizi.example', (card: string) => ['summary', 'overview'].includes(card)],
] as const;

/** What can't be read of a drawn card, each with the first of its letters. */
interface Drawn {
  readonly clipped: readonly string[];
  readonly faint: readonly string[];
  readonly letters: number;
}

/**
 * Draws a card as Teams' renderer does and looks at each of its texts; runs in the page, so it is passed as text. A
 * text is clipped that reaches over the card, or over a box that hides what doesn't fit. Clients draw buttons by
 * themselves and put as many in a line as there is room for, so each has to fit by itself; links and buttons have colours
 * that no host configuration states.
 */
const DRAW = `({ card, host, width, enough }) => {
  const stage = document.createElement('div');
  stage.style.width = width + 'px';
  document.body.replaceChildren(stage);
  const shown = new AdaptiveCards.AdaptiveCard();
  shown.hostConfig = new AdaptiveCards.HostConfig(host);
  shown.parse(card);
  stage.append(shown.render());
  const edge = stage.getBoundingClientRect();
  const numbers = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const groundOf = (element) => {
    if (element === null) return [255, 255, 255];
    const own = numbers(getComputedStyle(element).backgroundColor);
    return own[3] === 0 ? groundOf(element.parentElement) : over(own, groundOf(element.parentElement));
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrastOf = (element) => {
    const ground = groundOf(element);
    const [low, high] = [light(ground), light(over(numbers(getComputedStyle(element).color), ground))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const isCut = (box) => box.left < edge.left - 1 || box.right > edge.right + 1;
  const MARGINS = 60;
  const widthOf = (text) => {
    const line = document.createElement('span');
    line.style = 'white-space: nowrap; font: 600 14px sans-serif; position: absolute';
    line.textContent = text;
    document.body.append(line);
    const { width } = line.getBoundingClientRect();
    line.remove();
    return width;
  };
  const isHidden = (element) => {
    for (let at = element; at !== null && at !== stage; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === 'hidden' && at.scrollWidth > at.clientWidth + 1) return true;
      if (overflowY === 'hidden' && at.scrollHeight > at.clientHeight + 1) return true;
    }
    return false;
  };
  const clipped = [];
  const faint = [];
  let letters = 0;
  const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const node = texts.currentNode;
    const text = node.data.trim();
    const element = node.parentElement;
    if (text === '' || element.closest('option') !== null) continue;
    letters += text.length;
    if (element.closest('button') !== null) {
      if (widthOf(text) > width - MARGINS) clipped.push(text.slice(0, 40));
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(isCut) || isHidden(element)) clipped.push(text.slice(0, 40));
    if (element.closest('a') === null && contrastOf(element) < enough) faint.push(text.slice(0, 40));
  }
  return { clipped, faint, letters };
}`;

const box: Box = {
  title: 'Nuovo deal',
  draftId: 'd1',
  lines: ['Questi valori li so già.'],
  groups: [
    {
      name: 'customer',
      label: 'Cliente, come è registrato in Centro per i partner',
      isOptional: false,
      isFolded: false,
      problem: 'Non trovo un importo in "un sacco". Scrivi un numero, per esempio 80.000 € o 80k.',
      fields: [
        { part: '', kind: 'line', value: 'Bianchi Servizi Industriali', hint: 'Nome o numero' },
        { part: 'day', kind: 'day', label: 'Chiusura', value: '2027-03-31' },
        {
          part: 'list',
          kind: 'choice',
          look: 'list',
          label: 'Che cosa chiedi a Microsoft',
          options: [{ id: 'one', label: 'Supporto tecnico per l’architettura della soluzione' }],
          value: 'one',
        },
      ],
    },
  ],
  shown: {},
};

describe('cards as Teams draws them, in Chromium', function () {
  const browser = useChromium(this);
  let page: Page;
  const cards: { readonly name: string; readonly card: unknown }[] = [];

  before(async () => {
    page = await openTeamsPage(browser());
    for (const locale of LOCALES)
      for (const [customer, isWanted] of NAMES)
        for (const { name, reply } of await outsideReplies(customer, locale)) {
          // What is only kept says nothing.
          if (reply.summary === '' || !isWanted(name)) continue;
          const [attachment] = toActivity(reply, locale).attachments ?? [];
          if (attachment?.contentType !== ADAPTIVE) continue;
          cards.push({ name: `${name} (${locale}, ${customer})`, card: attachment.content });
        }
    cards.push({ name: 'help', card: toActivity(helpReply('it', true), 'it').attachments?.[0]?.content });
    cards.push({ name: 'box', card: boxCard(box, 'it') });
  });
  after(() => page.close());

  const draw = (card: unknown, theme: 'light' | 'dark', width: number): Promise<Drawn> =>
    page.evaluate(`(${DRAW})(${JSON.stringify({ card, host: teamsHost(theme), width, enough: ENOUGH })})`);

  for (const theme of THEMES)
    for (const width of WIDTHS)
      it(`can be read whole, ${theme} and ${String(width)} pixels wide`, async () => {
        expect(cards).to.have.length.above(150);
        for (const { name, card } of cards) {
          const { clipped, faint, letters } = await draw(card, theme, width);
          expect(letters, name).to.be.above(20);
          expect(clipped, `${name}: clipped`).to.deep.equal([]);
          expect(faint, `${name}: too faint`).to.deep.equal([]);
        }
      });

  it('are found out where they can’t', async () => {
    const words = 'x'.repeat(80);
    const text = { type: 'TextBlock', text: words, color: 'warning', wrap: false };
    const { clipped, faint } = await draw(
      { type: 'AdaptiveCard', version: '1.5', body: [text] },
      'light',
      300,
    );
    expect([clipped.length, faint.length]).to.deep.equal([1, 1]);
  });
});
