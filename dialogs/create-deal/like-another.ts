import { type Reply, sayWith } from '../../src/cards/reply-data.ts';
import { made, patternOf, phraseOf } from '../../src/language/said.ts';
import { toPhrase } from '../../src/language/flat.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { searchDeals } from '../deals/search.ts';
import { withKind } from '../deals/with-kind.ts';
import { namesSlot } from '../engine/answer.ts';
import type { Start } from '../engine/definition.ts';
import type { Said, Slot, Taken } from '../engine/slot.ts';
import { dealsWith } from './earlier-deals.ts';
import { valuesOf } from './new-referral.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

type Copied = ReturnType<typeof valuesOf>;
type DealSlot = Slot<DealValues, DealFacts>;

/** What of a deal's values holds for another customer, too. */
function soldIn(model: Referral, context: DealContext): Copied {
  const { kind, solution, otherSolutions, solutionArea, solutionPlay, partnerRole, ...more } = valuesOf(
    model,
    context,
  );
  const { value, helpCode, marketplaceIntent } = more;
  const sold = { solution, otherSolutions, solutionArea, solutionPlay };
  return { kind, ...sold, partnerRole, value, helpCode, marketplaceIntent };
}

/** Begins with what is sold in another deal, told by its id or its customer; who it is with and when is asked. */
export function likeAnother(
  like: string,
  utterance: string | undefined,
  context: DealContext,
  said: readonly Reply[],
): Start<DealValues> {
  const { deals } = context.facts;
  const told = utterance === undefined ? {} : { utterance: withKind(utterance, context.turn) };
  const search = searchDeals(like, deals, context.turn);
  const [named] = search.kind === 'one' ? [search.deal] : search.kind === 'several' ? search.deals : [];
  const model = deals.find(({ id }) => id === like) ?? named;
  const texts = dealTexts[context.locale];
  if (model === undefined)
    return { kind: 'go', ...told, values: {}, before: [...said, sayWith(texts.noModel(like))] };
  const line = texts.likeDeal(model.customer.name);
  return { kind: 'go', ...told, values: soldIn(model, context), before: [...said, sayWith(line)] };
}

const theSame = patternOf()`(?<![a-z])${'the-same'}(?![a-z])`;
const like = made(() => new RegExp(phraseOf('like-deal')));

/** "Lo stesso contatto di Litware", and where it is asked "come quello di Litware": the value of that customer's latest deal. */
function sameAs(slot: DealSlot, said: Said, context: DealContext): Taken<unknown> | null {
  const named = pointsElsewhere(said);
  if (named === null) return null;
  const [deal] = dealsWith(named.value, context);
  const value = deal === undefined ? undefined : valuesOf(deal, context)[slot.name];
  return value === undefined ? null : { kind: 'value', value, facts: [named] };
}

/** The customer whose deal has the value that is meant. */
function pointsElsewhere({ text, reading: { facts } }: Said): Extract<Fact, { kind: 'known-name' }> | null {
  const named = facts.find((fact) => fact.kind === 'known-name' && pointsAt(fact, text));
  return named?.kind === 'known-name' ? named : null;
}

function pointsAt(named: Fact, text: string): boolean {
  const phrase = toPhrase(leadTo(named, text));
  return theSame().test(phrase) || like().test(`${phrase} `);
}

/** What stands between the last mark and the name: "…, 40k, stessa soluzione di Contoso, contatto Rita Po" is of the solution alone. */
function leadTo({ start }: Fact, text: string): string {
  const from = Math.max(...[',', ';', '.', '\n', ':'].map((mark) => text.lastIndexOf(mark, start)));
  return text.slice(from + 1, start);
}

/**
 * The slot, which also takes its value from another deal that is named.
 *
 * @param all of the form: "la stessa chiusura di Contoso" is for the one that it names, whatever is asked
 */
export function orLikeAnother(slot: DealSlot, all: readonly DealSlot[]): DealSlot {
  const namesOther = (text: string): boolean => all.some((each) => each !== slot && namesSlot(each, text));
  const same = (said: Said, context: DealContext) =>
    sameAs(slot, said, context) as ReturnType<NonNullable<DealSlot['take']>>;
  return {
    ...slot,
    // "Come quello di Contoso" looks like a question, and asks nothing.
    isAnsweredByQuestion: (said) =>
      slot.isAnsweredByQuestion?.(said) === true ||
      (!said.text.includes('?') && pointsElsewhere(said) !== null),
    parse: (said, context) =>
      (namesOther(said.text) ? null : same(said, context)) ?? slot.parse(said, context),
    take: (said, context) => {
      const named = pointsElsewhere(said);
      const isOfThis = named !== null && namesSlot(slot, leadTo(named, said.text));
      return (isOfThis ? same(said, context) : null) ?? slot.take?.(said, context) ?? null;
    },
  };
}
