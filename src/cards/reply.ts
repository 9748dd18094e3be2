import { type Activity, CardFactory, InputHints, MessageFactory } from 'botbuilder';
import type { Locale } from '../language/locale.ts';
import { markdownBlocks, plainBlock } from './markdown-blocks.ts';
import type { Button, CardElement, Reply, SignInPrompt } from './reply-data.ts';

/** Teams shows six actions of a card and hides the rest. */
export const MOST_BUTTONS = 6;

/** The language of a reply, as channels and screen readers name it. */
const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { it: 'it-IT', en: 'en-US' };

/**
 * Makes the activity of a reply: text alone as a message, anything more as one Adaptive Card. Both carry
 * the news as `summary`, which is what a phone's notification shows.
 *
 * @throws Error when there are more than six buttons: that is a mistake of ours, not of the user
 */
export function toActivity(reply: Reply, locale: Locale): Partial<Activity> {
  const buttons = reply.buttons ?? [];
  if (buttons.length > MOST_BUTTONS) {
    throw new Error(`reply: ${String(buttons.length)} buttons, at most ${String(MOST_BUTTONS)} can be shown`);
  }
  return {
    ...contentOf(reply, buttons, locale),
    summary: reply.summary,
    inputHint: InputHints.AcceptingInput,
    locale: LANGUAGE_TAGS[locale],
  };
}

function contentOf(reply: Reply, buttons: readonly Button[], locale: Locale): Partial<Activity> {
  if (reply.signIn !== undefined) return signInActivity(reply, reply.signIn);
  const hasCard = buttons.length > 0 || reply.body !== undefined;
  return hasCard ? cardActivity(reply, buttons, locale) : textActivity(reply);
}

function signInActivity(
  { summary }: Reply,
  { connectionName, title, url, exchange }: SignInPrompt,
): Partial<Activity> {
  const { providerId = null, ...resource } = exchange ?? {};
  const exchanged =
    exchange === null ? undefined : { ...resource, ...(providerId === null ? {} : { providerId }) };
  return MessageFactory.attachment(CardFactory.oauthCard(connectionName, title, summary, url, exchanged));
}

function textActivity(reply: Reply): Partial<Activity> {
  const text = reply.markdown ?? reply.summary;
  return { ...MessageFactory.text(text), textFormat: reply.isPlain === true ? 'plain' : 'markdown' };
}

function cardActivity(reply: Reply, buttons: readonly Button[], locale: Locale): Partial<Activity> {
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    fallbackText: reply.markdown ?? reply.summary,
    msteams: { width: 'Full' },
    body: bodyOf(reply),
    ...(buttons.length === 0 ? {} : { actions: buttons.map(actionOf) }),
  };
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}

/** The text, then the body; the summary stands for a text only where there is nothing else to show. */
function bodyOf({ summary, markdown, body = [], isPlain }: Reply): CardElement[] {
  const text = markdown ?? (body.length === 0 ? summary : undefined);
  if (text === undefined) return [...body];
  return [...(isPlain === true ? [plainBlock(text)] : markdownBlocks(text)), ...body];
}

function actionOf(button: Button): object {
  if ('url' in button) return { type: 'Action.OpenUrl', title: button.title, url: button.url };
  const { title, action, style } = button;
  return { type: 'Action.Submit', title, data: { ...action }, ...(style === undefined ? {} : { style }) };
}
