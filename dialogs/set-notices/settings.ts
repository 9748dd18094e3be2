import type { Button, Reply } from '../../src/cards/reply-data.ts';
import { sayLines, sayWith } from '../../src/cards/reply-data.ts';
import { bullet, type Line } from '../../src/cards/line.ts';
import { formatMinute } from '../../src/language/dates/clock.ts';
import { weekdayNames } from '../../src/language/dates/names.ts';
import { dayIn, formatDay } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import { isAnything } from '../../src/watch/notices.ts';
import type { Notices } from '../../src/watch/watched.ts';
import type { NoticesHeld } from '../../src/watch/watching.ts';
import type { Viewer } from '../turn.ts';
import { namesIn, noticeTexts, type NoticeTexts } from './texts.ts';

/** What a button of this dialog asks for. */
export const SETTINGS = [
  'list',
  'newsOn',
  'newsOff',
  'changesOn',
  'changesOff',
  'digestOn',
  'digestOff',
  'quietOff',
  'nothing',
] as const satisfies readonly (keyof NoticeTexts['buttons'])[];

export type Setting = (typeof SETTINGS)[number];

/** A button that changes what is told, or shows it. */
export function settingsButton(setting: Setting, locale: Locale): Button {
  const action = { action: 'begin', dialog: 'set-notices', with: { setting } } as const;
  return { title: noticeTexts[locale].buttons[setting], action };
}

/** What a person is told as things stand, and how to change it. */
export function listReply(
  { notices, nextList, until }: NoticesHeld,
  needsLeave: boolean,
  reader: Viewer,
): Reply {
  const { locale } = reader;
  const texts = noticeTexts[locale];
  if (notices === null || !isAnything(notices)) {
    const quiet = notices?.quiet == null ? [] : quietLines(notices, locale);
    return sayLines(
      [texts.listNone, ...quiet],
      settingsButton('newsOn', locale),
      settingsButton('digestOn', locale),
      settingsButton('changesOn', locale),
    );
  }
  const lines = [...linesOf(notices, nextList, reader), ...quietLines(notices, locale)];
  const leave = needsLeave && until === null ? [texts.list.notNow] : [];
  return sayLines([texts.listLead, ...lines, ...leave], ...changesOf(notices, locale));
}

function linesOf(
  { answers, deadlines, changes, customers, digest }: Notices,
  nextList: Date | null,
  reader: Viewer,
): Line[] {
  const { list } = noticeTexts[reader.locale];
  const named = (isWanted: boolean): string =>
    namesIn(
      customers.flatMap((each) => (each.isWanted === isWanted ? [each.name] : [])),
      reader.locale,
    );
  const next = nextList === null ? '' : dayFor(nextList, reader);
  return [
    ...(answers ? [list.answers] : []),
    ...(deadlines ? [list.deadlines] : []),
    ...(changes ? [list.changes] : []),
    ...(named(true) === '' ? [] : [list.wanted(named(true))]),
    ...(named(false) === '' ? [] : [list.unwanted(named(false))]),
    ...(digest === null ? [] : [list.digest(everyOf(digest, reader.locale), formatMinute(digest.at), next)]),
  ].map((text) => bullet(text));
}

function quietLines({ quiet }: Notices, locale: Locale): Line[] {
  if (quiet === null) return [];
  return [bullet(noticeTexts[locale].list.quiet(formatMinute(quiet.from), formatMinute(quiet.to)))];
}

function changesOf(
  { answers, deadlines, changes, customers, digest, quiet }: Notices,
  locale: Locale,
): Button[] {
  const isNews = answers || deadlines || customers.some(({ isWanted }) => isWanted);
  const settings: readonly Setting[] = [
    isNews ? 'newsOff' : 'newsOn',
    digest === null ? 'digestOn' : 'digestOff',
    changes ? 'changesOff' : 'changesOn',
    ...(quiet === null ? [] : (['quietOff'] as const)),
    'nothing',
  ];
  return settings.map((setting) => settingsButton(setting, locale));
}

/** "ogni lunedì". */
export function everyOf({ weekday }: { readonly weekday: number }, locale: Locale): string {
  return noticeTexts[locale].every(weekdayNames(locale)[weekday - 1] ?? '');
}

/** A day written in full, where the reader is. */
export function dayFor(moment: Date, { timeZone, locale }: Viewer): string {
  return formatDay(dayIn(timeZone, moment), locale);
}

/** Something was changed: said, with what the person's sign-in is used for, and a way to see the whole. */
export function changedReply(outcome: string, until: Date | null, reader: Viewer): Reply {
  const leave = until === null ? '' : ` ${noticeTexts[reader.locale].until(dayFor(until, reader))}`;
  return sayWith(`${outcome}${leave}`, settingsButton('list', reader.locale));
}
