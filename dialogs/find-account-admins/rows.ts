import type { CardElement } from '../../src/cards/reply-data.ts';
import { lineBlock, type TextStyle } from '../../src/cards/text-block.ts';
import type { Admin } from '../../src/directory/directory.ts';
import { dayIn, formatDay } from '../../src/language/format.ts';
import { visibleLine } from '../../src/language/visible-text.ts';
import type { DialogTurn } from '../turn.ts';
import type { Colleague } from './colleagues.ts';
import { adminTexts } from './texts.ts';

/** Who asks and how a day is written for them. */
export type Asker = Pick<DialogTurn, 'person' | 'locale' | 'timeZone'>;

/** What stands below the names. */
export const ASIDE: TextStyle = { isSubtle: true, size: 'small', spacing: 'small' };

/** Who somebody is and how to reach them; a chat is behind a button where they have one. */
export function adminRow(admin: Admin, hasButton: boolean, asker: Asker): CardElement {
  const texts = adminTexts[asker.locale];
  const notes = [
    texts.roles[admin.role],
    ...(admin.isGuest ? [texts.guest] : []),
    ...(admin.isEligibleOnly === true ? [texts.eligibleOnly] : []),
  ].join(', ');
  return personRow(admin, notes, !hasButton, asker);
}

/** Somebody's name with what is known of them, and how to reach them. */
export function personRow(
  { name, email }: Pick<Admin, 'name' | 'email'>,
  notes: string,
  hasChat: boolean,
  { locale }: Asker,
): CardElement {
  const chat = [{ text: ' · ' }, { text: adminTexts[locale].chat, url: chatUrl(email) }];
  const links = [{ text: email, url: mailUrl(email) }, ...(hasChat ? chat : [])];
  return {
    type: 'Container',
    spacing: 'medium',
    items: [
      lineBlock([{ text: name, isBold: true }, { text: `, ${notes}` }]),
      lineBlock(links, { spacing: 'none' }),
    ],
  };
}

/** Where somebody is known from. */
export function originOf(
  { source, asOf }: Pick<Colleague, 'source' | 'asOf'>,
  { locale, timeZone }: Asker,
): string {
  const texts = adminTexts[locale].source;
  if (asOf === null) return source === 'sample' ? texts.sample : texts.listed;
  const day = formatDay(dayIn(timeZone, new Date(asOf)), locale);
  switch (source) {
    case 'sample':
      return texts.sample;
    case 'company-list':
      return texts.companyList(day);
    case 'graph':
      return texts.graph(day);
  }
}

/** Writes to an address; escaped whole, so that it can bring no further recipient ("a@b.example?bcc=…"). */
function mailUrl(email: string): string {
  return `mailto:${encodeURIComponent(visibleLine(email)).replace('%40', '@')}`;
}

/** Opens a chat with a person (Teams documentation, deep link to a chat). */
export function chatUrl(email: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(visibleLine(email))}`;
}
