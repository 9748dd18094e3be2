import type { Person } from '../../src/directory/directory.ts';
import type { Amendment } from '../../src/language/amendment.ts';
import { withoutEnd } from '../../src/language/ends.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import { readName } from '../../src/language/people.ts';
import { isPhrase, patternOf } from '../../src/language/said.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { TeamMember } from '../../src/referrals/referral.ts';
import type { Amended, Parsed, Said } from '../engine/slot.ts';
import { contactIn, type PersonSaid } from '../kinds/contact-said.ts';
import { settle } from '../kinds/contact.ts';
import { addId, withMore } from '../kinds/list.ts';
import { knownParts } from '../kinds/row.ts';
import { kindTexts } from '../kinds/texts.ts';
import { colleaguesInTeamOf, fullName, saysTeam, whoIs } from './colleagues.ts';
import { isGivingUp, isWaiting, waitFor, waitingIn, waitingNames } from './team-waiting.ts';
import { dealTexts } from './texts.ts';
import { type DealContext, dealSchemas, type DealValues, MAX_TEAM } from './values.ts';

/** The people beside the creator, as the draft keeps them. */
type Team = DealValues['team'];

const MOST_CHOICES = 5;
const separator = patternOf('u')`[,;\n+&]|(?<!\p{L})${'team-links'}(?!\p{L})`;
const around = patternOf(
  'giu',
)`(?<!\p{L})(?:${'before-team'}? ?(?:${'own-team'} )?${'says-team'}(?: ${'of-the-deal'})?|${'around-team'}|(?:${'before-colleagues'} |${'elided'}'){0,4}${'colleagues'})(?!\p{L})`;
const saysColleague = patternOf('i')`\b${'colleagues'}\b`;
/** Words for anybody: who is meant must be asked. */
const isAnybody = isPhrase('anybody');

/** The names of an answer that names several. */
const partsOf = (typed: string): readonly string[] =>
  typed
    .split(separator())
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What is left of an answer without the words for the team and for colleagues. */
const withoutAround = (typed: string): string => {
  const names = typed.replace(/\s+/g, ' ').replace(around(), ' ');
  return withoutEnd(names.replace(/ +/g, ' ').replace(/^[ ,:]+/, ''), ' ,:');
};

const listed = ({ values }: DealContext): Team => values.team ?? [];

/** What tells one member from another. */
export const keyOf = ({ email }: Pick<TeamMember, 'email'>): string => email.toLowerCase();

/** The further members that go into the deal: nobody twice, and not its creator, who is on it as our contact. */
export function otherMembers(context: DealContext): Team {
  return listed(context).filter((member) => !isCreator(member, context));
}

function isCreator(member: TeamMember, { turn, values, facts }: DealContext): boolean {
  if (member.objectId?.toLowerCase() === turn.actor.objectId.toLowerCase()) return true;
  const own = [values.ownContact?.email, facts.person?.email].map((email) => email?.toLowerCase());
  return own.includes(keyOf(member));
}

/** People as members; without those whose phone or address isn't known, which the service wants. */
export function membersOf(people: readonly TeamMember[]): Team {
  return people.flatMap((person) => dealSchemas.team.element.safeParse(person).data ?? []);
}

/** Somebody listed is known by name; of somebody typed all is shown, since all of it is confirmed. */
export function shownMember(member: TeamMember): string {
  const { email, phone, objectId } = member;
  return objectId === undefined ? `${fullName(member)} (${email}, ${phone})` : fullName(member);
}

/** Those of the team whom words name, or that none is. */
export function membersNamed(words: string, context: DealContext): Team | string {
  const said = partsOf(withoutAround(words)).map(toPhrase);
  const isNamed = (member: TeamMember): boolean =>
    [fullName(member), member.firstName, member.lastName, member.email].some((name) =>
      said.includes(toPhrase(name)),
    );
  const named = listed(context).filter(isNamed);
  return named.length > 0 ? named : dealTexts[context.locale].teamNotThere;
}

/** "con Marco nel team": the colleagues that a sentence names for it. */
export function teamIn({ rest, text }: Said, context: DealContext): Team | undefined {
  const people = saysTeam(flatten(rest).text) ? colleaguesInTeamOf(text, context.facts) : [];
  const value = withMore(listed(context), membersOf(people), keyOf);
  return value.length === listed(context).length ? undefined : value;
}

/** "metti Marco nel team", "togli Paolo"; a name alone counts where it is a colleague's. */
export function amendTeam(wish: Amendment, context: DealContext): Amended<Team> | 'yes' | null {
  const { facts, partial } = context;
  const isSaid = saysTeam(flatten(wish.what).text) || saysColleague().test(wish.what);
  const who = withoutAround(wish.what);
  const said = toPhrase(who);
  if (isSaid && (said === '' || isAnybody(said))) return wish.kind === 'add' ? { kind: 'ask' } : null;
  const parts = partsOf(who);
  if (wish.kind === 'remove') {
    if (isWaiting(who, partial)) return nobodyMore(context);
    return isSaid || parts.every((part) => typeof membersNamed(part, context) !== 'string') ? 'yes' : null;
  }
  const isTeam = parts.length > 0 && parts.length <= MAX_TEAM;
  const areKnown = isTeam && parts.every((part) => whoIs(part, facts).exact.length > 0);
  // A likeness is asked about, where what was typed looks like a name: "aggiungi Marko".
  const isWritten = wish.isBare !== true && /^\p{Lu}/u.test(who) && isNameLike(who);
  const isLike = isWritten && whoIs(who, facts).close.length > 0;
  return isSaid || areKnown || isLike ? 'yes' : null;
}

/** The team as it is; who was waited for is given up, and said to be. */
export function nobodyMore(context: DealContext): Parsed<Team> {
  const { partial, locale } = context;
  const names = waitingNames(partial);
  const value = listed(context);
  if (names.length === 0) return { kind: 'value', value };
  const [label = ''] = dealTexts[locale].slots.team.words;
  const note = kindTexts[locale].list.without(label, joinList(names, locale, 'and'));
  return { kind: 'value', value, note };
}

/** Facts that whoever is named for the team is told by: they are nobody else's. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['person', 'phone', 'email']);

/**
 * Colleagues by name, or somebody else as a contact is typed. Who can't be told yet stays waiting beside those who
 * are on the team, and is asked for until he is known or given up.
 */
export function addToTeam(words: string, said: Said, context: DealContext): Parsed<Team> {
  if (context.partial !== undefined && isGivingUp(said.text)) return nobodyMore(context);
  const added = add(withoutAround(words), said, context);
  const facts = said.facts.filter(({ kind }) => OF_PEOPLE.has(kind));
  return added.kind === 'invalid' ? added : { ...added, facts };
}

function add(typed: string, said: Said, context: DealContext): Parsed<Team> {
  const { partial, facts, locale } = context;
  const { teamTooMany, slots } = dealTexts[locale];
  const objection = { kind: 'invalid', text: slots.team.invalid } as const;
  const parts = partsOf(typed);
  // More names than there is room for, or a text that is something else altogether.
  if (parts.length > MAX_TEAM)
    return parts.every(isNameLike) ? { ...objection, text: teamTooMany } : objection;
  const read = parts.map((part) => ({ part, ...whoIs(part, facts) }));
  const sure = read.flatMap(({ exact }) => (exact.length === 1 ? exact : []));
  const open = read.filter(({ exact }) => exact.length !== 1);
  const [first, ...more] = open;
  if (first === undefined) return addKnown(sure, context);
  const { firstName, lastName } = waitingIn(partial);
  const isNameWanted = partial !== undefined && (firstName === undefined || lastName === undefined);
  const isTyped = said.facts.some(({ kind }) => kind === 'email' || kind === 'phone');
  if (isTyped || (read.length === 1 && isNameWanted)) return addTyped(typed, said, context);
  const meant = first.exact.length > 1 ? first.exact : first.close;
  if (more.length === 0 && meant.length > 0 && partial === undefined)
    return askWhich(first.part, first.exact.length > 1, meant, sure, context);
  if (!open.every(({ part }) => isNameLike(part))) return objection;
  if (read.length === 1 && partial === undefined) return addTyped(typed, said, context);
  // A single word beside somebody who is waited for is rather an answer to something else.
  const isName = partial === undefined || read.length > 1 || /\s/.test(typed.trim());
  const waiting = [...waitingNames(partial), ...(isName ? open.map(({ part }) => part) : [])];
  return sure.length === 0
    ? { kind: 'partial', ...waitFor(waiting, context) }
    : withMembers(membersOf(sure), waiting, context);
}

/** People of the directory; who was named before and isn't known is still waited for, but for a slip of one of their names. */
function addKnown(people: readonly Person[], context: DealContext): Parsed<Team> {
  const incomplete = people.find((person) => membersOf([person]).length === 0);
  if (incomplete !== undefined) {
    const { firstName, lastName, phone, email } = incomplete;
    return settled(
      { parts: knownParts({ firstName, lastName, phone, email }), facts: [], phones: [] },
      context,
    );
  }
  const isNearly = (name: string): boolean => {
    const { exact, close } = lookUp(name, people, fullName);
    return exact.length + close.length > 0;
  };
  const waiting = waitingNames(context.partial).filter((name) => !isNearly(name));
  return withMembers(membersOf(people), waiting, context);
}

/** Somebody whom the company doesn't list, as a contact is typed; what is missing is asked for. */
function addTyped(typed: string, said: Said, context: DealContext): Parsed<Team> {
  const { parts = {}, facts = [], phones = [] } = contactIn(said) ?? {};
  return settled({ parts: { ...readName(typed), ...parts }, facts, phones }, context);
}

function settled(person: PersonSaid, context: DealContext): Parsed<Team> {
  const { also = [], ...base } = waitingIn(context.partial);
  const read = settle(person, base, dealSchemas.contact, context);
  const isSaid = Object.keys(person.parts).length > 0;
  if (isSaid && read.kind === 'partial') return { ...read, kept: { ...Object(read.kept), also } };
  if (read.kind !== 'value') return { kind: 'invalid', text: dealTexts[context.locale].slots.team.invalid };
  const colleague = context.facts.colleagues.find((each) => keyOf(each) === keyOf(read.value));
  const member = { ...read.value, ...(colleague ? { objectId: colleague.objectId } : {}) };
  return withMembers([member], also, context);
}

function askWhich(
  typed: string,
  isName: boolean,
  people: readonly Person[],
  sure: readonly Person[],
  context: DealContext,
): Parsed<Team> {
  const { teamWhich, teamMeant } = dealTexts[context.locale];
  const choices = people.slice(0, MOST_CHOICES).map((person) => ({
    id: addId([...sure, person].map(keyOf)),
    label: fullName(person),
    words: people.length === 1 ? kindTexts[context.locale].yesWords : [person.email],
  }));
  const text = isName ? teamWhich(typed) : teamMeant(typed);
  return { kind: 'choose', text, choices, kept: waitFor([typed], context).kept };
}

/** The team with more people, and who is still waited for. */
function withMembers(members: Team, waiting: readonly string[], context: DealContext): Parsed<Team> {
  const { teamCreator, teamTooMany } = dealTexts[context.locale];
  const others = members.filter((member) => !isCreator(member, context));
  if (others.length === 0) return { kind: 'invalid', text: teamCreator };
  const value = withMore(listed(context), others, keyOf);
  if (value.length > MAX_TEAM) return { kind: 'invalid', text: teamTooMany };
  return waiting.length === 0
    ? { kind: 'value', value }
    : { kind: 'value', value, rest: waitFor(waiting, context) };
}
