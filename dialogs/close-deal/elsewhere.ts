import { sayWith } from '../../src/cards/reply-data.ts';
import { readCommand } from '../../src/language/commands.ts';
import { namedBeforeEnd } from '../../src/reading/focus.ts';
import { isDealName } from '../deals/search.ts';
import { findNames } from '../../src/lookup/names.ts';
import type { Fact, Reading } from '../../src/reading/reading.ts';
import { does, doesOnly, isNo } from '../engine/aside.ts';
import type { Elsewhere, Standing } from '../engine/definition.ts';
import type { Said } from '../engine/slot.ts';
import { findTold } from './reasons.ts';
import { searchToClose } from './searching.ts';
import { endingIn, reasonLabel } from './slots.ts';
import type { CloseContext } from './slots.ts';
import { closeTexts } from './texts.ts';

/**
 * Words about another deal than the one at hand begin anew with that one, so that what they say of it never closes
 * this one. A name inside a reason ("hanno scelto Fabrikam") is part of the reason. A reason for losing beside Won
 * contradicts it: the end is asked again.
 */
export function elsewhere(said: Said, { asked }: Standing, context: CloseContext): Elsewhere | null {
  const { values, locale } = context;
  const texts = closeTexts[locale];
  const command = readCommand(said.text, locale);
  if (command !== null && command.kind !== 'change') return null;
  if (asked === 'deal' && isNo(said.reading)) return { kind: 'stay', text: texts.noneClosed };
  if (values.deal === undefined) return null;
  return (
    contradiction(said, context) ?? (isAboutAnother(said, asked, context) ? anew(said.text, context) : null)
  );
}

function contradiction(said: Said, { values, locale }: CloseContext): Elsewhere | null {
  const reason = values.outcome === 'Won' && endingIn(said) === null ? findTold(said.text) : null;
  if (reason === null) return null;
  return {
    kind: 'ask',
    slot: 'outcome',
    text: closeTexts[locale].reasonForWon(reasonLabel(reason.text, locale)),
  };
}

function isAboutAnother(
  { text, reading, facts }: Said,
  asked: string | null,
  { values, facts: { deals }, turn }: CloseContext,
): boolean {
  const isName = isDealName(text, deals);
  const [only, ...more] = facts.filter((fact) => fact.kind === 'known-name');
  if (does(reading, 'correction') && only?.kind === 'known-name' && more.length === 0) {
    const isOther = only.value !== values.deal?.customer;
    return isOther && (asked !== 'reason' || namesInstead(reading, only, values.deal?.customer ?? ''));
  }
  const isMeant =
    does(reading, 'order', 'correction') || (asked !== 'reason' && does(reading, 'statement', 'refusal'));
  const isNamed =
    facts.some(({ kind }) => NAMES.has(kind)) || does(reading, 'order') || namedBeforeEnd(reading) !== null;
  if (!isName && !(isMeant && isNamed)) return false;
  const search = searchToClose(text, deals, turn, reading);
  if (search.kind === 'unsaid' || search.kind === 'all') return false;
  if (search.kind === 'one') return search.deal.id !== values.deal?.id;
  return search.kind !== 'several' || !search.deals.some(({ id }) => id === values.deal?.id);
}

/** "No scusa, Fabrikam", "non Contoso, Fabrikam": a name and no reason, also where the reason is asked. */
function namesInstead(reading: Reading, name: Fact, customer: string): boolean {
  const { clauses, text, unclaimed } = reading;
  if (unclaimed.length > 0 || !doesOnly(reading, ['correction', 'refusal', 'courtesy'])) return false;
  const isAlone = clauses.some(({ start, end }) => start === name.start && end === name.end);
  return isAlone || findNames(text.slice(0, name.start), [customer], (each) => each).length > 0;
}

/** Kinds of facts by which a deal is named. */
const NAMES: ReadonlySet<string> = new Set(['known-name', 'organisation', 'link', 'number-id', 'money']);

/** Of a correction that names two deals the one that is meant: "not Litware, Northwind". */
function nameIn(text: string, turn: CloseContext['turn']): string | null {
  const names = turn.read(text, 'review').facts.filter((fact) => fact.kind === 'known-name');
  const [only, ...more] = names;
  const hasOutcome = turn.read(text, 'review').facts.some(({ kind }) => kind === 'outcome');
  return only !== undefined && more.length === 0 && !hasOutcome ? only.value : null;
}

/** A correction of the deal alone keeps what was said of the end; a new end takes its place. */
function anew(text: string, { values, locale, turn }: CloseContext): Elsewhere {
  const { deal, outcome, reason } = values;
  const isNewEnd = outcome === undefined || endingIn({ text, facts: turn.read(text, null).facts }) !== null;
  const kept = isNewEnd ? {} : { outcome, ...(reason === undefined ? {} : { reason }) };
  return {
    kind: 'instead',
    dialog: 'close-deal',
    request: { utterance: nameIn(text, turn) ?? text, with: kept },
    replies: deal === undefined ? [] : [sayWith(closeTexts[locale].leaves(deal.customer))],
  };
}
