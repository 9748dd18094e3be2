import type { Person } from '../../src/directory/directory.ts';
import { readAmendment } from '../../src/language/amendment.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import { readContact } from '../../src/language/people.ts';
import type { TeamMember } from '../../src/referrals/referral.ts';
import { toMember } from '../../src/referrals/team.ts';
import type { Amended, Choice, Parsed, Slot } from '../slot.ts';
import { colleaguesInTeamOf, fullName, SAYS_TEAM, whoIs } from './colleagues.ts';
import { parseContact } from './slots-contact.ts';
import { dealTexts, wordsOf } from './texts.ts';
import {
  isCalled,
  isCreator,
  isSame,
  joined,
  keyOf,
  listed,
  otherMembers,
  shownMember,
  wholeMember,
} from './team-members.ts';
import type { Team } from './team-members.ts';
import {
  isGivingUp,
  isNameWanted,
  isNearly,
  isWaiting,
  restOf,
  waitingNames,
  waitMore,
} from './team-waiting.ts';
import { MAX_TEAM, validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const ADD = 'add:';
const REMOVE = 'remove:';
const MAX_BUTTONS = 5;
const ALL = /^(?:tutti|tutt[aeo]|all|all of them|everybody|everyone)$/;
const SEPARATOR = /\s*(?:[,;\n+&]|(?<![\p{L}])(?:e|ed|and)(?![\p{L}]))\s*/u;
const AROUND =
  /(?<![\p{L}])(?:(?:al|nel|del|dal|il|to|on|in|from|off|of|for|per)?\s*(?:the |our |nostro )?(?:team|squadra|gruppo di lavoro)(?: del deal)?|come membro|as a member|(?:(?:il|lo|la|un|una|uno|i|gli|le|l'|dei|delle|my|a|the|our|mio|mia|miei|mie|nostro|nostra|nostri|nostre|altro|altra|another) ?)*(?:colleg(?:a|hi|he)|colleagues?)|anche|pure|also|too)(?![\p{L}])/giu;

/** Our people on the deal beside its creator: never asked, added in the summary or by a word at any time. */
export const teamSlot: Slot<DealValues, DealFacts, 'team'> = {
  name: 'team',
  isQuiet: true,
  words: wordsOf('team'),
  ask: (context) => ({ ...dealTexts(context.locale).team, choices: choicesOf(context) }),
  parse(text, context) {
    if (isNone(text, context) || (context.partial !== undefined && isGivingUp(text)))
      return withoutWaiting(context);
    const wish = readAmendment(text, context.locale);
    const what = wish?.what ?? text;
    return wish?.kind === 'remove' ? remove(withoutAround(what), context) : add(withoutAround(what), context);
  },
  choose(id, context) {
    const now = listed(context);
    if (id.startsWith(REMOVE)) return now.filter((member) => keyOf(member) !== id.slice(REMOVE.length));
    if (!id.startsWith(ADD)) return undefined;
    const wanted = id.slice(ADD.length).split('+');
    const people = wanted.flatMap(
      (one) => context.facts.colleagues.find(({ objectId }) => objectId === one) ?? [],
    );
    const members = people.flatMap((person) => wholeMember(person) ?? []);
    return members.length < wanted.length ? undefined : joined(now, members);
  },
  take(sentence, context) {
    const people = colleaguesInTeamOf(sentence, context.facts);
    const members = people.flatMap((person) => wholeMember(person) ?? []);
    const value = joined(listed(context), members);
    return value.length === listed(context).length ? undefined : value;
  },
  amend,
  propose: () => [],
  showPartial: (kept, { locale }) => {
    const names = waitingNames(kept);
    return names.length === 0 ? null : joinList(names, locale, 'and');
  },
  show: (_team, context) => {
    const shown = otherMembers(context).map(shownMember);
    return shown.length === 0 ? null : joinList(shown, context.locale, 'and');
  },
  isValid: validBy('team'),
};

/** "metti Marco nel team", "togli Paolo"; a name alone counts where it is a colleague's. */
function amend(sentence: string, context: DealContext): Amended<Team> | null {
  const wish = readAmendment(sentence, context.locale);
  if (wish === null) return null;
  const isSaid =
    SAYS_TEAM.test(flatten(wish.what).text) || /\b(?:colleg(?:a|hi|he)|colleagues?)\b/i.test(wish.what);
  const who = withoutAround(wish.what);
  if (isSaid && (who === '' || MEMBER_ONLY.test(toPhrase(who)))) {
    return wish.kind === 'add' ? { kind: 'ask' } : null;
  }
  const areKnown = who !== '' && partsOf(who).every((part) => whoIs(part, context.facts).exact.length > 0);
  if (wish.kind === 'remove') {
    if (isWaiting(who, context.partial)) return withoutWaiting(context);
    const isOn = partsOf(who).every((part) => listed(context).some((member) => isCalled(member, part)));
    return isSaid || isOn ? remove(who, context) : null;
  }
  // A likeness is asked about, where what was typed looks like a name: "aggiungi Marko".
  const isLike =
    wish.isBare !== true &&
    /^\p{Lu}/u.test(who) &&
    isNameLike(who) &&
    whoIs(who, context.facts).close.length > 0;
  return isSaid || areKnown || isLike ? add(who, context) : null;
}

const MEMBER_ONLY =
  /^(?:qualcuno|altri|un altro|un'altra|una persona|altra persona|persona|persone|altre persone|un membro|membri|someone|somebody|others|a person|another person|people|a member|members)$/;

/**
 * Colleagues by name, or somebody else as a contact is typed. Who can't be told yet stays waiting beside those who
 * are on the team, and is asked for until he is known or given up.
 */
function add(typed: string, context: DealContext): Parsed<Team> {
  const contact = readContact(typed);
  const isTyped = contact.email !== undefined || contact.phone !== undefined;
  const read = partsOf(typed).map((part) => ({ part, ...whoIs(part, context.facts) }));
  const sure = read.flatMap(({ exact }) => (exact.length === 1 ? exact : []));
  const open = read.filter(({ exact }) => exact.length !== 1);
  if (
    (isTyped && open.length > 0) ||
    (open.length === 1 && read.length === 1 && isNameWanted(context.partial))
  )
    return addTyped(typed, context);
  const [first, ...more] = open;
  if (first === undefined) return addKnown(sure, context);
  const meant = first.exact.length > 1 ? first.exact : first.close;
  if (more.length === 0 && meant.length > 0 && context.partial === undefined)
    return askWhich(first.part, first.exact.length > 1, meant, sure, context);
  if (!open.every(({ part }) => isNameLike(part)))
    return { kind: 'invalid', text: dealTexts(context.locale).teamInvalid };
  if (read.length === 1 && context.partial === undefined) return addTyped(typed, context);
  // A single word beside somebody who is waited for is rather an answer to something else.
  const isName = context.partial === undefined || read.length > 1 || /\s/.test(typed.trim());
  const rest = waitMore(
    (isName ? open : []).map(({ part }) => part),
    context,
  );
  const members = sure.flatMap((person) => wholeMember(person) ?? []);
  if (members.length === 0) return { kind: 'partial', ...rest };
  const added = withMembers(members, context);
  return added.kind === 'value' ? { ...added, rest } : added;
}

/** People of the directory; who was named before and isn't known is still waited for. */
function addKnown(people: readonly Person[], context: DealContext): Parsed<Team> {
  const incomplete = people.find((person) => wholeMember(person) === null);
  if (incomplete !== undefined) return addTyped(contactOf(incomplete), context);
  const added = withMembers(
    people.flatMap((person) => wholeMember(person) ?? []),
    context,
  );
  const waiting = waitingNames(context.partial).filter((name) => !isNearly(name, people));
  if (added.kind !== 'value' || waiting.length === 0) return added;
  return { ...added, rest: restOf(waiting, context) };
}

/** Somebody whom the company doesn't list, as a contact is typed; what is missing is asked for. */
function addTyped(typed: string, context: DealContext): Parsed<Team> {
  const [, ...more] = waitingNames(context.partial);
  const read = parseContact(typed, context, {});
  if (read.kind === 'invalid') return { kind: 'invalid', text: dealTexts(context.locale).teamInvalid };
  if (read.kind === 'partial') return { ...read, kept: { ...Object(read.kept), also: more } };
  if (read.kind !== 'value') return read;
  const listedOne = context.facts.colleagues.find(
    ({ email }) => email.toLowerCase() === read.value.email.toLowerCase(),
  );
  const member = { ...read.value, ...(listedOne ? { objectId: listedOne.objectId } : {}) };
  const added = withMembers([member], context);
  return added.kind === 'value' && more.length > 0 ? { ...added, rest: restOf(more, context) } : added;
}

/** The team as it is; who was waited for is given up, and said to be. */
function withoutWaiting(context: DealContext): Parsed<Team> {
  const names = waitingNames(context.partial);
  const value = listed(context);
  if (names.length === 0) return { kind: 'value', value };
  const shown = joinList(names, context.locale, 'and');
  return { kind: 'value', value, note: dealTexts(context.locale).teamRemoved(shown) };
}

function askWhich(
  typed: string,
  isName: boolean,
  people: readonly Person[],
  sure: readonly Person[],
  context: DealContext,
): Parsed<Team> {
  const texts = dealTexts(context.locale);
  const also = sure.map(({ objectId }) => objectId);
  const choices = people.slice(0, MAX_BUTTONS).map((person) => ({
    id: `${ADD}${[...also, person.objectId].join('+')}`,
    label: fullName(person),
    words: people.length === 1 ? texts.yesWords : [person.email],
  }));
  const text = isName ? texts.teamWhich(typed) : texts.teamMeant(typed);
  return { kind: 'choose', text, choices, kept: restOf([typed], context).kept };
}

function withMembers(members: readonly TeamMember[], context: DealContext): Parsed<Team> {
  const texts = dealTexts(context.locale);
  const others = members.filter((member) => !isCreator(member, context));
  if (others.length === 0) return { kind: 'invalid', text: texts.teamCreator };
  const value = joined(listed(context), others);
  return value.length > MAX_TEAM ? { kind: 'invalid', text: texts.teamTooMany } : { kind: 'value', value };
}

function remove(who: string, context: DealContext): Parsed<Team> {
  const texts = dealTexts(context.locale);
  const now = listed(context);
  const gone = ALL.test(toPhrase(who))
    ? now
    : now.filter((member) => partsOf(who).some((part) => isCalled(member, part)));
  if (gone.length === 0) return { kind: 'invalid', text: texts.teamNotThere };
  const names = joinList(gone.map(fullName), context.locale, 'and');
  return {
    kind: 'value',
    value: now.filter((member) => !gone.includes(member)),
    note: texts.teamRemoved(names),
  };
}

/** First who can be taken off, then colleagues who aren't on the team. */
function choicesOf(context: DealContext): readonly Choice[] {
  const texts = dealTexts(context.locale);
  const now = otherMembers(context);
  const addable = context.facts.colleagues.filter(
    (person) => wholeMember(person) !== null && !now.some((member) => isSame(member, toMember(person))),
  );
  const removals = now.slice(0, addable.length > 0 ? MAX_BUTTONS - 2 : MAX_BUTTONS);
  return [
    ...removals.map((member) => ({
      id: `${REMOVE}${keyOf(member)}`,
      label: texts.takeOut(fullName(member)),
      words: [],
    })),
    ...addable.map((person) => ({ id: `${ADD}${person.objectId}`, label: fullName(person) })),
  ].slice(0, MAX_BUTTONS);
}

function contactOf({ firstName, lastName, phone, email }: Person): string {
  return [`${firstName} ${lastName}`, phone, email].filter((part) => part.trim() !== '').join(', ');
}

const partsOf = (typed: string): readonly string[] => typed.split(SEPARATOR).filter((part) => part !== '');

const withoutAround = (typed: string): string =>
  typed
    .replace(AROUND, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:]+|[\s,:]+$/g, '');

function isNone(text: string, { locale }: DealContext): boolean {
  const said = toPhrase(text);
  return dealTexts(locale).noneWords.some((word) => toPhrase(word) === said);
}
