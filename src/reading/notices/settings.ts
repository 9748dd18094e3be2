import { type ClockTime, inSecondHalf } from '../../language/clock-times.ts';
import type { NewsWish, NoticeWish } from './wish.ts';
import type { WishParts } from './wish-parts.ts';

/** What the words of a message ask to be set; null where they ask for nothing of the kind. */
export function wishOf(parts: WishParts): NoticeWish | null {
  const { has, times, weekday, isOfAll, isToMe } = parts;
  const isHabit = weekday !== null || has.weekly;
  const isNamed = parts.names.length > 0 || parts.without.length > 0;
  const bounds = times.filter(({ how }) => how !== 'at');
  if (bounds.length > 0 && !isHabit && !isNamed) return quietOf(parts);
  if (isHabit && !isNamed) return digestOf(parts);
  if (times.length > 0 || isHabit) return null;
  const isOn = !has.stops;
  const isVerb = has.tells || has.sends;
  if (has.changes) return !isNamed && (isVerb || !isOn) ? { kind: 'changes', isOn } : null;
  // "Solo" belongs to what is waited for then, and not to whom it is about.
  const news = { ...newsOf({ ...parts, has: { ...has, only: false, but: false } }, isOn), ...allOf(isOfAll) };
  if (has.deadlines && isVerb) return { ...news, topic: 'deadlines' };
  if (has.answers && isVerb) return { ...news, topic: isOn ? 'all' : 'answers' };
  if (!isOn && has.lists && !isNamed) return { kind: 'digest-off' };
  if (has.lists) return null;
  if (has.tells || ((has.messages || (has.sends && isToMe)) && !isOn)) {
    if (!isOn && !isNamed) return { kind: 'nothing' };
    if (!isNamed) return { kind: 'news', isOn, topic: 'all', names: [], ...allOf(isOfAll) };
    return { ...newsOf(parts, isOn), ...allOf(isOfAll) };
  }
  return null;
}

/** A wish that goes on with the one before: whom else, whom not, which day. */
export function goingOn(parts: WishParts): NoticeWish | null {
  const { has, times, weekday, names, without } = parts;
  const isOn = !has.stops && !has.excepts;
  const [time, ...more] = times;
  if (names.length > 0 || without.length > 0)
    return time === undefined && weekday === null ? newsOf(parts, isOn) : null;
  if (times.some(({ how }) => how !== 'at')) return has.stops ? quietOf(parts) : null;
  // "Togli": which of all is shown.
  if (!isOn && time === undefined && weekday === null) return { kind: 'list' };
  if (!isOn || more.length > 0 || (time === undefined && weekday === null)) return null;
  return { kind: 'digest', weekday, at: minuteOf(time), isChange: true };
}

/** Whether a wish was parts to be of all deals. */
export const allOf = (isOfAll: boolean): { readonly isOfAll?: true } => (isOfAll ? { isOfAll } : {});
/** "Solo Contoso" and "tranne Contoso" tell of all others, too. */
function newsOf({ has: { only, but }, names, without }: WishParts, isOn: boolean): NewsWish {
  const alone = only || but ? { isAlone: true as const } : {};
  if (names.length === 0 && without.length > 0)
    return { kind: 'news', isOn: false, topic: 'all', names: without };
  const beside = without.length > 0 ? { without } : {};
  return { kind: 'news', isOn: but ? !isOn : isOn, topic: 'all', names, ...beside, ...alone };
}

function digestOf({ has, times, weekday, isOtherDay, isOften }: WishParts): NoticeWish | null {
  if (has.stops && !isOtherDay) return { kind: 'digest-off' };
  const [time] = times;
  if (isOtherDay && !has.stops) return { kind: 'digest', weekday, at: minuteOf(time), isChange: true };
  if (!has.lists && !has.tells) return null;
  return { kind: 'digest', weekday, at: minuteOf(time), ...(isOften ? { isOften } : {}) };
}

/** Nobody means five in the night by "alle cinque". */
function minuteOf(time: ClockTime | undefined): number | null {
  if (time === undefined) return null;
  return time.minute < EARLIEST ? inSecondHalf(time) : time.minute;
}

const EARLIEST = 6 * 60;

/** "Niente dopo le 18" and "tra le 20 e le 8" say when it is quiet, "scrivimi solo dalle 9 alle 18" when it isn't. */
function quietOf({ has, times }: WishParts): NoticeWish | null {
  const isVerb = has.stops || has.messages || has.only;
  const [first, second, ...more] = times;
  if (!isVerb || first === undefined || more.length > 0) return null;
  const to = second ?? (first.how === 'before' ? first : null);
  const from = first === to ? null : fromOf(first, to);
  const until = to?.minute ?? null;
  return has.only ? { kind: 'quiet', from: until, to: from } : { kind: 'quiet', from, to: until };
}

/** "Dopo le 6" is the evening, and "dalle 8 alle 8" begins there; "dalle 9 alle 18" in the morning. */
function fromOf(first: ClockTime, to: ClockTime | null): number {
  return to === null || to.minute === first.minute ? inSecondHalf(first) : first.minute;
}
