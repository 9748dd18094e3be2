import { readAmendment } from '../../src/language/amendment.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import { toMember } from '../../src/referrals/team.ts';
import type { Amended, Choice, Parsed, Slot } from '../engine/slot.ts';
import { colleaguesInTeamOf, fullName, SAYS_TEAM, whoIs } from './colleagues.ts';
import { ADD, add } from './team-adding.ts';
import {
  isCalled,
  isSame,
  joined,
  keyOf,
  listed,
  otherMembers,
  shownMember,
  wholeMember,
} from './team-members.ts';
import type { Team } from './team-members.ts';
import { isGivingUp, isWaiting, waitingNames } from './team-waiting.ts';
import { MEMBER_ONLY, partsOf, withoutAround } from './team-words.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { MAX_TEAM, validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const REMOVE = 'remove:';
const MAX_BUTTONS = 5;
const ALL = /^(?:tutti|tutt[aeo]|all|all of them|everybody|everyone)$/;
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
  const parts = partsOf(who);
  const isTeam = parts.length > 0 && parts.length <= MAX_TEAM;
  const areKnown = isTeam && parts.every((part) => whoIs(part, context.facts).exact.length > 0);
  if (wish.kind === 'remove') {
    if (isWaiting(who, context.partial)) return withoutWaiting(context);
    const isOn = parts.every((part) => listed(context).some((member) => isCalled(member, part)));
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

/** The team as it is; who was waited for is given up, and said to be. */
function withoutWaiting(context: DealContext): Parsed<Team> {
  const names = waitingNames(context.partial);
  const value = listed(context);
  if (names.length === 0) return { kind: 'value', value };
  const shown = joinList(names, context.locale, 'and');
  return { kind: 'value', value, note: dealTexts(context.locale).teamRemoved(shown) };
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

function isNone(text: string, { locale }: DealContext): boolean {
  const said = toPhrase(text);
  return dealTexts(locale).noneWords.some((word) => toPhrase(word) === said);
}
