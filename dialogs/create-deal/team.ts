import type { Amendment } from '../../src/language/amendment.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import type { Amended, Parsed, Said } from '../engine/slot.ts';
import { colleaguesInTeamOf, fullName, SAYS_TEAM, whoIs } from './colleagues.ts';
import { addToTeam } from './team-adding.ts';
import { isCalled, joined, listed, wholeMember } from './team-members.ts';
import type { Team } from './team-members.ts';
import { isWaiting, waitingNames } from './team-waiting.ts';
import { MEMBER_ONLY, partsOf, withoutAround } from './team-words.ts';
import { dealTexts } from './texts.ts';
import { MAX_TEAM } from './values.ts';
import type { DealContext } from './values.ts';

const ALL = /^(?:tutti|tutt[aeo]|all|all of them|everybody|everyone)$/;

/** "con Marco nel team": the colleagues that a sentence names for it. */
export function teamIn({ rest, text }: Said, context: DealContext): Team | undefined {
  const people = SAYS_TEAM.test(flatten(rest).text) ? colleaguesInTeamOf(text, context.facts) : [];
  const members = people.flatMap((person) => wholeMember(person) ?? []);
  const value = joined(listed(context), members);
  return value.length === listed(context).length ? undefined : value;
}

/** "metti Marco nel team", "togli Paolo"; a name alone counts where it is a colleague's. */
export function amendTeam(wish: Amendment, said: Said, context: DealContext): Amended<Team> | null {
  const isSaid =
    SAYS_TEAM.test(flatten(wish.what).text) || /\b(?:colleg(?:a|hi|he)|colleagues?)\b/i.test(wish.what);
  const who = withoutAround(wish.what);
  if (isSaid && (who === '' || MEMBER_ONLY.test(toPhrase(who)))) {
    return wish.kind === 'add' ? { kind: 'ask' } : null;
  }
  const parts = partsOf(who);
  if (wish.kind === 'remove') {
    if (isWaiting(who, context.partial)) return nobodyMore(context);
    const isOn = parts.every((part) => listed(context).some((member) => isCalled(member, part)));
    return isSaid || isOn ? removeFromTeam(who, context) : null;
  }
  const isTeam = parts.length > 0 && parts.length <= MAX_TEAM;
  const areKnown = isTeam && parts.every((part) => whoIs(part, context.facts).exact.length > 0);
  // A likeness is asked about, where what was typed looks like a name: "aggiungi Marko".
  const isWritten = wish.isBare !== true && /^\p{Lu}/u.test(who) && isNameLike(who);
  const isLike = isWritten && whoIs(who, context.facts).close.length > 0;
  return isSaid || areKnown || isLike ? addToTeam(who, said, context) : null;
}

/** The team as it is; who was waited for is given up, and said to be. */
export function nobodyMore(context: DealContext): Parsed<Team> {
  const names = waitingNames(context.partial);
  const value = listed(context);
  if (names.length === 0) return { kind: 'value', value };
  const shown = joinList(names, context.locale, 'and');
  return { kind: 'value', value, note: dealTexts(context.locale).teamRemoved(shown) };
}

/** The team without those that words name. */
export function removeFromTeam(words: string, context: DealContext): Parsed<Team> {
  const texts = dealTexts(context.locale);
  const who = withoutAround(words);
  const now = listed(context);
  const gone = ALL.test(toPhrase(who))
    ? now
    : now.filter((member) => partsOf(who).some((part) => isCalled(member, part)));
  if (gone.length === 0) return { kind: 'invalid', text: texts.teamNotThere };
  const names = joinList(gone.map(fullName), context.locale, 'and');
  const value = now.filter((member) => !gone.includes(member));
  return { kind: 'value', value, note: texts.teamRemoved(names) };
}
