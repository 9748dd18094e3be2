import type { Locale } from '../language/locale.ts';
import { boxButton } from './box-button.ts';
import { restingRows } from './button-row.ts';
import { fallbackText } from './fallback-text.ts';
import { type Line, lineText } from './line.ts';
import type { Button, CardElement } from './reply-data.ts';
import { tapAction } from './tap-action.ts';
import { lineBlock } from './text-block.ts';
import { cardTexts } from './texts.ts';
import { visibleLine } from '../language/visible-text.ts';

/** An Adaptive Card of schema 1.5, as plain JSON. */
export type Card = Readonly<Record<string, unknown>> & {
  readonly body: readonly CardElement[];
  readonly fallbackText: string;
};

/** Makes a card; `said` is all of it as text, for a client that can't show it and for who listens. */
export function makeCard(
  said: string,
  body: readonly CardElement[],
  locale: Locale,
  actions: readonly object[] = [],
): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    fallbackText: fallbackText(said),
    speak: said,
    ...(body.every(isText) ? {} : { msteams: { width: 'Full' } }),
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** Lines of text are best read in the usual width; what has columns (a list, a review) wants all there is. */
const isText = ({ type }: CardElement): boolean => type === 'TextBlock' || type === 'RichTextBlock';

/** "You chose: …", as a card says it that was tapped. */
export function chosenLine(title: string, locale: Locale): Line {
  return [{ text: `${cardTexts[locale].chosen} ` }, { text: title, isBold: true }];
}

/**
 * What takes the place of a card that was tapped: the same card with a line below it, and nothing on it that could be
 * tapped again. Where the card isn't known any more it is the line alone.
 *
 * @param actions what can be done instead, where the tap could not be
 */
export function answeredCard(
  card: Card | null,
  line: Line,
  locale: Locale,
  actions: readonly object[] = [],
): Card {
  const said = lineText(line);
  const note = lineBlock(line);
  if (card === null) return makeCard(said, [note], locale, actions);
  const { actions: _over, refresh: _none, ...rest } = card;
  return {
    ...rest,
    fallbackText: `${card.fallbackText}\n\n${fallbackText(said)}`,
    speak: said,
    body: [...restingRows(card.body), { ...note, spacing: 'medium', separator: true }],
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** A button as a card has it. */
export function actionOf(button: Button): object {
  const title = visibleLine(button.title);
  if ('url' in button) return { type: 'Action.OpenUrl', title, url: button.url };
  if (button.action.action === 'open-box') return boxButton(title, button.action);
  const { style } = button;
  return { ...tapAction(title, button.action), ...(style === undefined ? {} : { style }) };
}
