import {
  ActionTypes,
  type Activity,
  CardFactory,
  InputHints,
  MessageFactory,
  type SuggestedActions,
} from 'botbuilder';
import type { Locale } from '../language/locale.ts';
import { cutLine, visibleLine } from '../language/visible-text.ts';
import { actionOf, makeCard } from './card.ts';
import { citedText } from './citations.ts';
import { elementsOf } from './join-replies.ts';
import { isItem, linesText } from './line.ts';
import type { Line } from './line.ts';
import { type Button, type CardElement, MOST_BUTTONS, type Reply, type SignInPrompt } from './reply-data.ts';
import { ratingRow } from './rating-row.ts';
import { refreshAction } from './refresh-action.ts';
import { wordsIn, scriptWarning } from './script-warning.ts';
import { markTaps, submitTaps, type TappedCard } from './tap-action.ts';
import { lineBlock } from './text-block.ts';

/** What a card says of itself when somebody taps or looks at it: its name, and the person that it is for. */
export interface OnCard {
  readonly id: string;
  /** As the channel names people. */
  readonly userId: string;
  /** True where it takes the place of the card as it was sent. */
  readonly isAnew?: true;
}

/** What the channel and the moment allow beside a reply's own. */
export interface Shown {
  /** Null where it is nobody's own, or is not kept. */
  readonly card?: OnCard | null;
  /** Whether a tap is executed, and a card made anew by itself; absent means that it is. */
  readonly hasExecute?: boolean;
  /** Whether sources are shown beside the words. */
  readonly hasCitations?: boolean;
  /** What the person may want to say after a text that has no buttons; whom it is for is said where it is sent. */
  readonly suggestions?: readonly string[] | null;
}

/** A phone shows some 80 letters of the news; all else is in the message, of which Teams takes no more than 28 KB. */
const LONGEST_SUMMARY = 400;

/** The language of a reply, as channels and screen readers name it. */
const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { it: 'it-IT', en: 'en-US' };

/**
 * Makes the activity of a reply: text alone as a message, anything more (a list too) as one Adaptive Card. Both carry
 * the news as `summary`, which is what a phone's notification shows. Whatever a reply holds of others' words
 * is shown as it stands, and a name that mixes scripts is pointed out.
 *
 * @throws Error when there are more than six buttons: that is a mistake of ours, not of the user
 */
export function toActivity(reply: Reply, locale: Locale, shown: Shown = {}): Partial<Activity> {
  const buttons = reply.buttons ?? [];
  if (buttons.length > MOST_BUTTONS) {
    throw new Error(`reply: ${String(buttons.length)} buttons, at most ${String(MOST_BUTTONS)} can be shown`);
  }
  return {
    ...contentOf(reply, buttons, locale, shown),
    // Teams documentation, "Bot messages with AI-generated content": its own thumbs, which are told by an invoke.
    ...(reply.rates?.by === 'thumbs' ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
    summary: cutLine(reply.summary, LONGEST_SUMMARY),
    inputHint: InputHints.AcceptingInput,
    locale: LANGUAGE_TAGS[locale],
  };
}

function contentOf(
  reply: Reply,
  buttons: readonly Button[],
  locale: Locale,
  shown: Shown,
): Partial<Activity> {
  if (reply.signIn !== undefined) return signInActivity(reply, reply.signIn);
  const hasCard = buttons.length > 0 || reply.body !== undefined || linesOf(reply).some(isItem);
  return hasCard ? cardActivity(reply, buttons, locale, shown) : textActivity(reply, locale, shown);
}

function signInActivity(
  { summary }: Reply,
  { connectionName, title, url, exchange }: SignInPrompt,
): Partial<Activity> {
  const { providerId = null, ...resource } = exchange ?? {};
  const exchanged =
    exchange === null ? undefined : { ...resource, ...(providerId === null ? {} : { providerId }) };
  return MessageFactory.attachment(
    CardFactory.oauthCard(connectionName, title, visibleLine(summary), url, exchanged),
  );
}

function textActivity(reply: Reply, locale: Locale, { suggestions = null }: Shown): Partial<Activity> {
  const lines = linesOf(reply);
  const warning = scriptWarning(linesText(lines), locale);
  const text = linesText(warning === null ? lines : [...lines, warning]);
  const said = { ...MessageFactory.text(text), textFormat: 'plain' };
  // A question of its own wants an answer of its own.
  return suggestions === null || reply.offer !== undefined
    ? said
    : { ...said, suggestedActions: suggested(suggestions) };
}

/** Teams knows one kind: the words are sent as the person's own (Microsoft's documentation of suggested actions). */
function suggested(words: readonly string[]): SuggestedActions {
  return { to: [], actions: words.map((title) => ({ type: ActionTypes.ImBack, title, value: title })) };
}

function cardActivity(
  reply: Reply,
  buttons: readonly Button[],
  locale: Locale,
  { card: of = null, hasCitations = false, hasExecute = true }: Shown,
): Partial<Activity> {
  const cited = hasCitations ? reply.cited : undefined;
  const { rates } = reply;
  const row = rates?.by === 'button' ? [ratingRow(rates.question, locale)] : [];
  const body = [...(cited === undefined ? elementsOf(reply) : cited.body), ...row];
  const said = cited === undefined ? {} : citedText(cited);
  if (body.length + buttons.length === 0) return said;
  const titles = buttons.map(({ title }) => title);
  const warning = scriptWarning([reply.summary, wordsIn(body), ...titles].join(' '), locale);
  const shown = warning === null ? body : withWarning(body, warning);
  const made = makeCard(linesText(linesOf(reply)), shown, locale, buttons.map(actionOf));
  const marked = of === null ? made : markTaps(made, tappedOn(of));
  const refresh = of === null ? {} : refreshOf(reply, of);
  const card = hasExecute ? { ...marked, ...refresh } : submitTaps(marked);
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), ...said };
}

function tappedOn({ id: card, isAnew }: OnCard): TappedCard {
  return isAnew === true ? { card, isAnew } : { card };
}

function refreshOf({ refresh }: Reply, { id, userId }: OnCard): { readonly refresh?: object } {
  return refresh === undefined ? {} : { refresh: refreshAction(refresh, id, [userId]) };
}

/** Right behind the news, so that it is seen without scrolling. */
function withWarning([news, ...rest]: readonly CardElement[], warning: string): CardElement[] {
  const block = lineBlock(warning, { isBold: true, spacing: 'small' });
  return news === undefined ? [block] : [news, block, ...rest];
}

/** The message as text: the summary where there is no other. */
function linesOf({ text, summary }: Reply): readonly Line[] {
  return text ?? [summary];
}
