import { dealCard, digestCard, newsCard, settingsButton } from '../../../dialogs/index.ts';
import { type Reply, sayLines, sayWith } from '../../cards/reply-data.ts';
import { dayIn, formatDay } from '../../language/format.ts';
import { formatMoment } from '../../language/format-moment.ts';
import type { Locale } from '../../language/locale.ts';
import type { WatchMessage } from '../../watch/teller.ts';
import { watchTexts } from './texts.ts';

/** For whom a reply is written. */
export interface WatchReader {
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
}

/** What a person is told without having asked: the parts of one message. */
export function messageReplies(message: WatchMessage, reader: WatchReader): readonly Reply[] {
  return message.kind === 'notices' ? noticeReplies(message, reader) : [messageReply(message, reader)];
}

/** One deal by its own card, several as a list, and the weekly list below them. */
function noticeReplies(
  { news, digest, readAt }: Extract<WatchMessage, { kind: 'notices' }>,
  { locale, timeZone }: WatchReader,
): readonly Reply[] {
  const viewer = { locale, timeZone, now: readAt };
  const [first, ...more] = news;
  const lists = digest === null ? [] : [digestCard(digest, viewer)];
  if (first === undefined) return lists;
  return [more.length === 0 ? dealCard(first.deal, [], viewer) : newsCard(news, viewer), ...lists];
}

function messageReply(message: Exclude<WatchMessage, { kind: 'notices' }>, reader: WatchReader): Reply {
  if (message.kind === 'consent') return consentReply(message, reader);
  if (message.kind === 'recall') return recallReply(message, reader);
  const texts = watchTexts[reader.locale];
  if (message.kind === 'sent') {
    const see = { action: 'begin', dialog: 'check-acceptance', referralId: message.dealId } as const;
    return sayWith(texts.sent(message.customer), { title: texts.seeStatus, action: see });
  }
  if (message.kind === 'kept-signed-out') {
    return sayWith(texts.keptSignedOut(message.customer), {
      title: texts.signIn,
      action: { action: 'sign-in' },
    });
  }
  const open = { action: 'begin', dialog: 'create-deal', draftId: message.draftId } as const;
  const text = message.kind === 'not-invited' ? texts.notInvited(message.customer) : texts.notSent;
  return sayWith(text, { title: texts.openDraft, action: open });
}

/** Two lines for each answer, a way to read the whole of it, and one to hear no more. */
function recallReply(
  { answers }: Extract<WatchMessage, { kind: 'recall' }>,
  { locale, timeZone }: WatchReader,
): Reply {
  const texts = watchTexts[locale];
  const lines = answers.flatMap(({ title, lead, gotAt }) => [
    texts.changed(title, formatDay(dayIn(timeZone, new Date(gotAt)), locale)),
    lead === null ? texts.changedForSome : texts.changedTo(lead),
  ]);
  const see = answers.map(({ answerId, title }) => ({
    title: answers.length === 1 ? texts.readAgain : title,
    action: { action: 'answer', id: answerId } as const,
  }));
  return sayLines(lines, ...see, settingsButton('changesOff', locale));
}

function consentReply(
  { notice, until, lastReadAt }: Extract<WatchMessage, { kind: 'consent' }>,
  reader: WatchReader,
): Reply {
  const texts = watchTexts[reader.locale];
  const moment = lastReadAt === null ? null : formatMoment(lastReadAt, reader.timeZone, reader.locale);
  const on = { action: 'watch', do: 'on' } as const;
  switch (notice) {
    case 'ending':
      return sayWith(
        texts.ending(dayFor(until, reader)),
        { title: texts.goOn, action: on },
        { title: texts.enough, action: { action: 'watch', do: 'off' } },
      );
    case 'term-over':
      return sayWith(`${texts.termOver} ${texts.lastRead(moment)}`, { title: texts.yes, action: on });
    case 'sign-in-over':
      return sayWith(`${texts.signInOver} ${texts.lastRead(moment)}`, {
        title: texts.signIn,
        action: { action: 'sign-in' },
      });
  }
}

/** The question whether to look while the person is away. */
export function askReply(locale: Locale): Reply {
  const texts = watchTexts[locale];
  return {
    summary: texts.ask,
    text: [[{ text: texts.ask, isBold: true }], texts.askDetails],
    buttons: [
      { title: texts.yes, action: { action: 'watch', do: 'on' } },
      { title: texts.no, action: { action: 'dismiss' } },
    ],
  };
}

/** The person agreed. */
export function grantedReply(until: Date, reader: WatchReader): Reply {
  const texts = watchTexts[reader.locale];
  return sayWith(texts.granted(dayFor(until, reader)), {
    title: texts.stop,
    action: { action: 'watch', do: 'off' },
  });
}

/** A day written in full, where the reader is. */
export function dayFor(moment: Date, { timeZone, locale }: WatchReader): string {
  return formatDay(dayIn(timeZone, moment), locale);
}
