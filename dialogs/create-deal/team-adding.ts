import type { Person } from '../../src/directory/directory.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import type { TeamMember } from '../../src/referrals/referral.ts';
import { readName } from '../../src/language/people.ts';
import type { Parsed, Said } from '../engine/slot.ts';
import type { ContactParts, PersonSaid } from '../kinds/contact.ts';
import { fullName, whoIs } from './colleagues.ts';
import { contactIn, settle } from '../kinds/contact.ts';
import { addId } from '../kinds/list.ts';
import { isCreator, joined, listed, wholeMember } from './team-members.ts';
import type { Team } from './team-members.ts';
import { isNameWanted, isNearly, restOf, waitingNames, waitMore } from './team-waiting.ts';
import { partsOf, withoutAround } from './team-words.ts';
import { dealTexts } from './texts.ts';
import { dealSchemas, MAX_TEAM } from './values.ts';
import type { DealContext } from './values.ts';

const MOST_CHOICES = 5;

/**
 * Colleagues by name, or somebody else as a contact is typed. Who can't be told yet stays waiting beside those who
 * are on the team, and is asked for until he is known or given up.
 */
export function addToTeam(words: string, said: Said, context: DealContext): Parsed<Team> {
  const added = add(words, said, context);
  const facts = said.facts.filter(({ kind }) => OF_PEOPLE.has(kind));
  return added.kind === 'value' || added.kind === 'partial' || added.kind === 'choose'
    ? { ...added, facts }
    : added;
}

/** Facts that whoever is named for the team is told by: they are nobody else's. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['person', 'phone', 'email']);

function add(words: string, said: Said, context: DealContext): Parsed<Team> {
  const typed = withoutAround(words);
  const isTyped = said.facts.some(({ kind }) => kind === 'email' || kind === 'phone');
  const parts = partsOf(typed);
  if (parts.length > MAX_TEAM) return { kind: 'invalid', text: tooMany(parts, context) };
  const read = parts.map((part) => ({ part, ...whoIs(part, context.facts) }));
  const sure = read.flatMap(({ exact }) => (exact.length === 1 ? exact : []));
  const open = read.filter(({ exact }) => exact.length !== 1);
  if (
    (isTyped && open.length > 0) ||
    (open.length === 1 && read.length === 1 && isNameWanted(context.partial))
  )
    return addTyped(typed, said, context);
  const [first, ...more] = open;
  if (first === undefined) return addKnown(sure, said, context);
  const meant = first.exact.length > 1 ? first.exact : first.close;
  if (more.length === 0 && meant.length > 0 && context.partial === undefined)
    return askWhich(first.part, first.exact.length > 1, meant, sure, context);
  if (!open.every(({ part }) => isNameLike(part)))
    return { kind: 'invalid', text: dealTexts(context.locale).teamInvalid };
  if (read.length === 1 && context.partial === undefined) return addTyped(typed, said, context);
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

/** More names than there is room for, or a text that is something else altogether. */
function tooMany(parts: readonly string[], { locale }: DealContext): string {
  const { teamTooMany, teamInvalid } = dealTexts(locale);
  return parts.every(isNameLike) ? teamTooMany : teamInvalid;
}

/** People of the directory; who was named before and isn't known is still waited for. */
function addKnown(people: readonly Person[], said: Said, context: DealContext): Parsed<Team> {
  const incomplete = people.find((person) => wholeMember(person) === null);
  if (incomplete !== undefined) return settled(personSaid(incomplete), context);
  const added = withMembers(
    people.flatMap((person) => wholeMember(person) ?? []),
    context,
  );
  const waiting = waitingNames(context.partial).filter((name) => !isNearly(name, people));
  if (added.kind !== 'value' || waiting.length === 0) return added;
  return { ...added, rest: restOf(waiting, context) };
}

/** Somebody whom the company doesn't list, as a contact is typed; what is missing is asked for. */
function addTyped(typed: string, said: Said, context: DealContext): Parsed<Team> {
  const found = contactIn(said);
  const name = readName(typed);
  if (found === null && name === null)
    return { kind: 'invalid', text: dealTexts(context.locale).teamInvalid };
  const parts = { ...name, ...found?.parts };
  return settled({ parts, facts: found?.facts ?? [], phones: found?.phones ?? [] }, context);
}

function settled(person: PersonSaid, context: DealContext): Parsed<Team> {
  const [, ...more] = waitingNames(context.partial);
  const { also: _also, ...base } = Object(context.partial) as ContactParts & { also?: unknown };
  const read = settle(person, base, dealSchemas.contact, context);
  if (read.kind === 'partial') return { ...read, kept: { ...Object(read.kept), also: more } };
  if (read.kind !== 'value') return { kind: 'invalid', text: dealTexts(context.locale).teamInvalid };
  const listedOne = context.facts.colleagues.find(
    ({ email }) => email.toLowerCase() === read.value.email.toLowerCase(),
  );
  const member = { ...read.value, ...(listedOne ? { objectId: listedOne.objectId } : {}) };
  const added = withMembers([member], context);
  return added.kind === 'value' && more.length > 0 ? { ...added, rest: restOf(more, context) } : added;
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
  const choices = people.slice(0, MOST_CHOICES).map((person) => ({
    id: addId([...also, person.objectId]),
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

function personSaid({ firstName, lastName, phone, email }: Person): PersonSaid {
  const known = Object.entries({ firstName, lastName, phone, email }).filter(
    ([, part]) => part.trim() !== '',
  );
  return { parts: Object.fromEntries(known), facts: [], phones: [] };
}
