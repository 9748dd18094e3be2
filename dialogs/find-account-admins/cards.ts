import { bullet } from '../../src/cards/line.ts';
import type { Markdown } from '../../src/cards/markdown.ts';
import { markdownBlocks } from '../../src/cards/markdown-blocks.ts';
import { type Button, type CardElement, type Reply, sayLines } from '../../src/cards/reply-data.ts';
import { lineBlock, textBlock } from '../../src/cards/text-block.ts';
import type { Admin, Person } from '../../src/directory/directory.ts';
import { joinList } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import { visibleLine } from '../../src/language/visible-text.ts';
import { PORTAL_URL } from '../portal.ts';
import { adminRow, ASIDE, type Asker, chatUrl, originOf } from './rows.ts';
import { adminTexts } from './texts.ts';

/** So many people have a button: with the portal that makes three ways on. */
const MOST_WRITTEN_TO = 2;

/**
 * The people who can grant a role, so that their names are seen at once; then why they can, where that is known from,
 * and the way to it in the portal. Where nobody is known, the portal's steps one by one.
 *
 * @param but others who can, whom the asker named themselves
 */
export function adminsCard(admins: readonly Admin[], asker: Asker, but: readonly Admin[] = []): Reply {
  const texts = adminTexts[asker.locale];
  const others = admins.filter((admin) => !isSelf(admin, asker.person));
  const hasSelf = others.length < admins.length;
  const lead = leadOf(others, hasSelf, but, asker.locale);
  return {
    summary: lead,
    shows: { deals: [], current: null, people: others.map(({ name }) => name) },
    body: [
      lineBlock({ heading: lead }),
      ...others.map((admin, index) => adminRow(admin, index < MOST_WRITTEN_TO, asker)),
      ...reasons(admins, asker.locale).map((reason) => textBlock(reason, ASIDE)),
      ...origins(admins, asker).map((line) => lineBlock(line, ASIDE)),
      ...(admins.length > 0 ? [textBlock(texts.path, ASIDE)] : stepsAlone(asker.locale)),
    ],
    buttons: [...writeButtons(others, asker), { title: texts.portal, url: PORTAL_URL }],
  };
}

/** One of the people that the card names, in its order, with the request for them; null where there are fewer. */
export function adminReplies(admins: readonly Admin[], at: number, asker: Asker): readonly Reply[] | null {
  const others = admins.filter((admin) => !isSelf(admin, asker.person));
  const admin = others[at];
  if (admin === undefined) return null;
  const texts = adminTexts[asker.locale];
  const card: Reply = {
    summary: texts.one(admin.name, admin.email),
    // The others stay at hand: "e il secondo?".
    shows: { deals: [], current: null, people: others.map(({ name }) => name) },
    body: [adminRow(admin, true, asker), ...origins([admin], asker).map((line) => lineBlock(line, ASIDE))],
    buttons: writeButtons([admin], asker),
  };
  const message = messageReply([admin], asker);
  return message === null ? [card] : [card, message];
}

/** The request in plain text, to copy as it is; null where the asker can grant roles. */
export function messageReply(admins: readonly Admin[], asker: Asker): Reply | null {
  const texts = adminTexts[asker.locale];
  if (admins.some((admin) => isSelf(admin, asker.person))) return null;
  return sayLines([texts.messageIntro, { verbatim: messageTo(admins[0] ?? null, asker) }]);
}

/** How to reach those who were named, with the message to send: nobody writes it for the asker. */
export function reachReply(admins: readonly Admin[], asker: Asker): Reply {
  const texts = adminTexts[asker.locale];
  const others = admins.filter((admin) => !isSelf(admin, asker.person));
  const reached = others.map(({ name, email }) => bullet(`${name}: ${email}`));
  const reply = sayLines(
    [texts.youWrite, ...reached, { verbatim: messageTo(others[0] ?? null, asker) }],
    ...writeButtons(others, asker),
  );
  return { ...reply, shows: { deals: [], current: null, people: others.map(({ name }) => name) } };
}

function isSelf(admin: Admin, person: Person | null): boolean {
  if (person === null) return false;
  if (admin.objectId !== null) return admin.objectId === person.objectId;
  return admin.email.toLowerCase() === person.email.toLowerCase();
}

function leadOf(others: readonly Admin[], hasSelf: boolean, but: readonly Admin[], locale: Locale): string {
  const texts = adminTexts[locale];
  const listOf = (people: readonly Admin[], by: 'or' | 'and'): string =>
    joinList([...new Set(people.map(({ name }) => name))], locale, by);
  const list = listOf(others, 'or');
  if (hasSelf) return others.length === 0 ? texts.leadSelf : texts.leadAlsoSelf(list);
  if (but.length === 0) return others.length === 0 ? texts.leadNobody : texts.lead(list);
  return others.length === 0
    ? texts.leadNobodyBut(listOf(but, 'and'))
    : texts.leadBut(list, listOf(but, 'and'));
}

function reasons(admins: readonly Admin[], locale: Locale): Markdown[] {
  const texts = adminTexts[locale];
  const has = (role: Admin['role']): boolean => admins.some((admin) => admin.role === role);
  return [
    ...(admins.length === 0 || has('account-admin') ? [texts.whyAccountAdmin] : []),
    ...(has('global-admin') ? [texts.whyGlobalAdmin] : []),
    ...(has('user-admin') ? [texts.whyUserAdmin] : []),
  ];
}

/** Where the names are known from, and what can't be known. */
function origins(admins: readonly Admin[], asker: Asker): string[] {
  const texts = adminTexts[asker.locale];
  const lines = new Set(admins.map((admin) => originOf(admin, asker)));
  return [...lines, texts.notKnowable];
}

function stepsAlone(locale: Locale): CardElement[] {
  const texts = adminTexts[locale];
  return [
    lineBlock({ heading: texts.stepsTitle }, { spacing: 'medium' }),
    ...markdownBlocks(texts.steps),
    lineBlock({ heading: texts.noAdminTitle }, { spacing: 'medium' }),
    textBlock(texts.noAdmin),
    lineBlock(texts.noAdminSource, ASIDE),
  ];
}

function writeButtons(others: readonly Admin[], asker: Asker): Button[] {
  return others.slice(0, MOST_WRITTEN_TO).map((admin) => ({
    title: adminTexts[asker.locale].write(firstNameOf(admin)),
    url: `${chatUrl(admin.email)}&message=${encodeURIComponent(messageTo(admin, asker))}`,
  }));
}

function messageTo(admin: Admin | null, { person, locale }: Asker): string {
  const from = person === null ? null : visibleLine(`${person.firstName} ${person.lastName}`);
  const isForColleague = person?.roles?.includes('referrals-admin') === true;
  return adminTexts[locale].message({ to: admin === null ? null : firstNameOf(admin), from, isForColleague });
}

function firstNameOf(admin: Admin): string {
  return visibleLine(admin.name).trim().split(' ')[0] ?? '';
}
