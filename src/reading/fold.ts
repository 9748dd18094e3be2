import type { Meaning } from '../knowledge/words.ts';
import { isAnotherOrder, isForAnother } from './another-order.ts';
import { DETAILS, isPlainDetail, isValue, type Clausal, type Folded } from './clausal.ts';
import type { ClausePart, WhereRead } from './clauses.ts';
import { corrects, goesOnWith, isContrast, isDoubtBehind, putsRight } from './going-on.ts';
import { GOVERNING, joinOpenings } from './openings.ts';
import type { Act } from './reading.ts';
import type { TakenBack } from './taken-back.ts';
import { withoutQuoted } from './told-parts.ts';
import { asTurnedBack } from './turning-back.ts';
import { onlyWaits, saysWhy, waits } from './pauses.ts';
import { isBeside } from './whole-act.ts';

/** "fammi vedere Contoso" looks, "cerca di chiudere Contoso" doesn't. */
function looks({ items }: ClausePart): boolean {
  const last = items.findLast(
    ({ verb, forms, meaning }) => verb !== null && meaning !== 'tell' && !forms.has('past'),
  );
  // "Dimmi di Litware" has no other verb.
  return last === undefined ? items.some(({ meaning }) => meaning === 'tell') : last.verb === 'look';
}

/** Kind words, and no yes: "perfetto", "ottimo lavoro". */
const praises = ({ items }: ClausePart): boolean =>
  items.some(({ meaning }) => meaning === 'agree-mildly' || meaning === 'acknowledge') &&
  !items.some(({ meaning }) => meaning === 'agree' || meaning === 'agree-alone');

/** Puts parts together to clauses: lists become one, a supposition takes its sentence, "anzi" takes what follows. */
export function foldParts(
  parts: readonly ClausePart[],
  around: WhereRead,
  takenBack: readonly TakenBack[],
): Folded[] {
  const clauses: Clausal[] = [];
  for (const part of withoutQuoted(joinOpenings(parts, around), around)) {
    const last = clauses.at(-1);
    const act = actIn(part, last, clauses, around);
    const start = part.items[0]?.start ?? 0;
    if (last !== undefined && isOneWith(last, act, part)) {
      const isPraise = last.isPraise && praises(part);
      // "Aspetta no, il 12": that it waits is still to be seen.
      const items =
        act === 'refusal' && onlyWaits(last.part) ? [...last.part.items, ...part.items] : part.items;
      const isPause = last.isPause === true && (waits(part) || saysWhy(part, around));
      clauses[clauses.length - 1] = {
        ...last,
        act: strongest(last, act),
        isPraise,
        isPause,
        part: { ...part, items },
      };
    } else {
      const [isLook, isPraise] = [act === 'order' && looks(part), act === 'assent' && praises(part)];
      const isAnother = act === 'order' && isForAnother(part);
      const [isOwn, isPause] = [part.force.isOwn, act === 'not-now' && waits(part)];
      clauses.push({ start, act, isOwn, isLook, isPraise, isAnother, isPause, part });
    }
  }
  return asTurnedBack(clauses, takenBack);
}

/** What a fragment after a comma may go on with: "segna Lucerne, esito vinto". */
const TAKES_FRAGMENTS: ReadonlySet<Act> = new Set<Act>([
  ...GOVERNING,
  'statement',
  'correction',
  'not-now',
  'complaint',
]);
const TAKES_BACK: ReadonlySet<Meaning> = new Set<Meaning>(['take-back', 'instead', 'wait']);

function actIn(
  part: ClausePart,
  last: Clausal | undefined,
  before: readonly Clausal[],
  around: WhereRead,
): Act {
  const act = part.force.act;
  if (
    last !== undefined &&
    part.joined !== 'sentence' &&
    act === null &&
    part.items.every((item) => item.kind === 'sign' || isBeside(item))
  )
    return last.act;
  if (last !== undefined && act !== null && isHeldBack(part, last)) return last.act;
  if (last !== undefined && goesOnWith(part, last)) return last.act;
  const takesBack =
    last !== undefined &&
    last.part.joined !== 'sentence' &&
    (last.part.items.some(({ meaning }) => meaning !== null && TAKES_BACK.has(meaning)) ||
      isExcusedNo(last, before));
  const hasValue = part.items.some(isValue);
  const says = act === null || act === 'statement' || act === 'report';
  if (says && around.asked !== null && (corrects(part, last) || putsRight(part, last))) return 'correction';
  if (says && last?.isPause === true && part.joined === 'comma' && saysWhy(part, around)) return last.act;
  if (says && takesBack && (hasValue || act !== null)) return 'correction';
  const isShown = around.asked === 'review';
  const isPut = act === 'order' && (takesBack || isShown) && putsDetail(part, takesBack, isShown);
  // "In realtà chiudiamo a giugno"
  const isPlanned = act === 'plan' && takesBack && isShown && part.items.some(isPlainDetail);
  if (isPut || isPlanned) return 'correction';
  // "No ma forse più avanti" asks nothing.
  if (act === 'question' && isDoubtBehind(part, last, around)) return 'not-now';
  const isFragment = act === null && part.joined !== 'sentence';
  if (isFragment && last?.act === 'order') return last.act;
  if (isFragment && last?.act === 'refusal' && !hasValue && !part.asks) return last.act;
  if (isFragment && last !== undefined && isBehindAside(part, last, before.at(-2))) return 'statement';
  const goesOn = last?.act === 'correction' && part.joined !== 'sentence';
  if (says && (goesOn || isContrast(part, last))) return 'correction';
  if (around.asked === 'review' && hasValue) {
    if (says && !(act === 'report' && before.length === 0 && part.force.isOwn === false)) return 'correction';
  }
  if (act !== null) return act;
  // "Un attimo, 35k" tells the value.
  const isWaiting = last !== undefined && onlyWaits(last.part);
  if (last !== undefined && !isWaiting && part.joined !== 'sentence' && TAKES_FRAGMENTS.has(last.act))
    return last.act;
  return 'statement';
}

/** "Facciamo 75k", "metti Verona": what puts a value in the place of what is shown, or was said. */
function putsDetail({ items }: ClausePart, takesBack: boolean, isShown: boolean): boolean {
  if (items.some(({ verb, fact }) => verb === 'put' && fact === null))
    return items.some(isShown ? isValue : isPlainDetail);
  const verb = items.find((item) => item.verb !== null);
  const isOurs = verb?.forms.has('we') === true && !verb.forms.has('imperative');
  const isOfDeal = items.some(({ meaning }) => meaning === 'deal' || meaning === 'new');
  const areDetails =
    items.some(isPlainDetail) && items.every(({ fact }) => fact === null || isPlainDetail({ fact }));
  return areDetails && (isOurs || (takesBack && !isOfDeal));
}

/** "…, 60k, chissà se marzo, contatto Anna Po": a value of another sort goes on with what stands before the doubt. */
function isBehindAside(part: ClausePart, last: Clausal, before: Clausal | undefined): boolean {
  const kinds = new Set(last.part.items.map(({ fact }) => fact?.kind));
  return (
    ASIDES.has(last.act) &&
    (before?.act === 'order' || before?.act === 'statement') &&
    part.joined === 'comma' &&
    part.items.some(({ fact }) => fact !== null && DETAILS.has(fact.kind) && !kinds.has(fact.kind))
  );
}

const ASIDES: ReadonlySet<Act> = new Set<Act>(['question', 'what-if', 'negation', 'plan', 'not-now']);

/** "No, scusa" before something takes back what was said. */
function isExcusedNo(last: Clausal, before: readonly Clausal[]): boolean {
  return last.part.items.some(({ meaning }) => meaning === 'excuse') && before.at(-2)?.act === 'refusal';
}

/** What a supposition, a doubt or a plan says of an order that goes on with it: "domani chiudi Contoso e apri Fabrikam". */
function isHeldBack(part: ClausePart, last: Clausal): boolean {
  if (part.joined === 'sentence' || part.joined === 'start') return false;
  if (last.act === 'what-if') return part.force.act !== 'courtesy';
  if (part.joined !== 'and' || part.force.act !== 'order') return false;
  if (last.act === 'negation')
    return part.items.some(({ forms }) => forms.has('imperative') && forms.has('infinitive'));
  return last.act === 'plan' || last.part.items.some(({ meaning }) => meaning === 'doubt');
}

function isOneWith(last: Clausal, act: Act, part: ClausePart): boolean {
  if (last.act === act) return act !== 'order' || !isAnotherOrder(part);
  // "Mi raccomando, non chiuderlo" and "non chiuderlo, mi raccomando" do one thing.
  if (act === 'filler' && part.joined !== 'sentence' && onlyPauses(part)) return true;
  const isOpening = last.act === 'filler' && onlyPauses(last.part);
  if (onlyWaits(last.part) && act === 'refusal') return true;
  // "Complimenti, mi hai fatto perdere mezz'ora", "oh brilliant, another error"
  if (
    act === 'complaint' &&
    part.joined !== 'sentence' &&
    praises(last.part) &&
    (last.isPraise || last.act === 'courtesy')
  )
    return true;
  if (act === 'correction')
    return (
      (last.act === 'correction' ||
        last.act === 'statement' ||
        last.act === 'not-now' ||
        isDeniedReport(last, part)) &&
      part.joined !== 'sentence'
    );
  return isOpening;
}

/** "Non è vinto, è perso" */
const isDeniedReport = ({ act, part: { items } }: Clausal, next: ClausePart): boolean =>
  act === 'report' && [...items, ...next.items.slice(0, 2)].some(({ meaning }) => meaning === 'negate');

const onlyPauses = ({ items }: ClausePart): boolean =>
  items.every(({ meaning, kind }) => kind === 'sign' || meaning === 'pause');

/** Of two acts that are one clause, what it does: a filler and a wait give way to what they open. */
function strongest(last: Clausal, act: Act): Act {
  return last.act === 'filler' || act === 'correction' || act === 'refusal' || act === 'complaint'
    ? act
    : last.act;
}
