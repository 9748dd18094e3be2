import { readChoice } from '../../src/language/choice.ts';
import { readCommand } from '../../src/language/commands.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { findQuoted } from '../../src/language/quoted.ts';
import { holdsPhrase, patternOf } from '../../src/language/said.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { does, doesOnly } from '../../src/reading/contents.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import { givesName, listLabelledTexts } from '../../src/reading/labelled.ts';
import type { Clause, Fact, FactKind, Place, Reading } from '../../src/reading/reading.ts';
import { toStored } from './state.ts';
import { contextOf, type Finding, isSame, type PartFound, type Play, type Scene, shownOf } from './values.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken } from './slot.ts';

/** What a message says about the slots of a form. */
export interface Gathered {
  readonly findings: readonly Finding[];
  /** Values that are there in part, or have several readings: asked about when their turn comes. */
  readonly parts: readonly PartFound[];
}

/** The same, with the facts that say no more than the form holds already. */
export interface Changes extends Gathered {
  readonly known: readonly Fact[];
}

/** Whether anything was found. */
export function holdsAny({ findings, parts }: Gathered): boolean {
  return findings.length + parts.length > 0;
}

/** What an answer was read as: values for one or several slots, or why not. */
export type SlotAnswer =
  | (Gathered & { readonly kind: 'found' })
  /** The slot's own answer needs more; what else was said is taken all the same. */
  | (Gathered & { readonly kind: 'unsettled'; readonly parsed: Exclude<Parsed, { kind: 'value' }> });

/** Acts whose clause gives no value: what is asked, supposed or denied is not so. */
const GIVES_NOTHING: ReadonlySet<Clause['act']> = new Set([
  'question',
  'what-if',
  'negation',
  'complaint',
  'plan',
  'not-now',
]);

/** Acts by which a value that is there already is put in the place of another. */
const REPLACES: ReadonlySet<Clause['act']> = new Set(['correction', 'order']);

/** Facts that are told by words which readers of words may need, too. */
const LEFT_IN_TEXT: ReadonlySet<FactKind> = new Set(['outcome', 'deal-kind', 'number-id']);

/** "Non mandarlo a Microsoft" tells a kind by what it forbids, and whoever says so later means it too. */
const isToHide = ({ kind, ...fact }: Fact): boolean =>
  kind === 'deal-kind' && 'value' in fact && fact.value === 'private';

const tellsClosing = holdsPhrase('closing-to-come');

/** "Contiamo di firmare a marzo", "chiudiamo a febbraio": every closing is still to come; one that is doubted ("chiuderemmo") is none yet. */
function isPlannedClosing({ kind, start }: Fact, clause: Clause): boolean {
  const isOfDeal = clause.facts.every((fact) => fact.kind !== 'outcome' && fact.kind !== 'known-name');
  const before = toPlain(clause.text.slice(0, Math.max(0, start - clause.start)));
  return clause.act === 'plan' && kind === 'day' && isOfDeal && tellsClosing(before);
}

/** What a closing of another deal is asked for: there "chiudiamo domani" puts it off. */
const OF_CLOSING: ReadonlySet<string | null> = new Set(['review', 'deal', 'outcome', 'reason']);

/** "Chiudiamo la prossima settimana, via Roma 1, 37100 Verona" tells of the deal, and puts nothing off. */
function withPlannedClosing(reading: Reading, asked: string | null): Reading {
  // "Martedì gli faccio la demo e firmano il 30 marzo" plans something else, too.
  const isTold = (clause: Clause): boolean => {
    const days = clause.facts.filter(({ kind }) => kind === 'day');
    return days.length > 0 && days.every((fact) => isPlannedClosing(fact, clause));
  };
  if (OF_CLOSING.has(asked) || !reading.clauses.some(isTold)) return reading;
  const clauses = reading.clauses.map((clause): Clause =>
    isTold(clause) ? { ...clause, act: 'statement', isOwn: null } : clause,
  );
  return { ...reading, clauses };
}

/** Reads words for the form that stands at `asked`, `review` or (null) before its first question. */
export function saidIn(text: string, asked: string | null, { turn }: Scene): Said {
  const reading = withPlannedClosing(turn.read(text, asked), asked);
  const texts = listLabelledTexts(reading);
  const facts = reading.clauses
    .flatMap((clause) =>
      GIVES_NOTHING.has(clause.act)
        ? clause.facts.filter((fact) => isToHide(fact) || isPlannedClosing(fact, clause))
        : clause.facts,
    )
    // The day of "note: chiamare il 3 maggio" is the note's.
    .filter((fact) => !texts.some(({ start, end }) => start <= fact.start && fact.end <= end));
  const named = reading.facts.filter(({ kind }) => !LEFT_IN_TEXT.has(kind));
  return { text, reading, facts, rest: withoutFacts({ text, facts: named }) };
}

/** The same of a request that was held back and is meant now: "lunedì apro un deal con X" names X, and no closing day. */
export function meantIn(text: string, scene: Scene): Said {
  const said = saidIn(text, null, scene);
  const { facts } = said.reading;
  return {
    ...said,
    facts: facts.filter((fact) => fact.kind !== 'day' || fact.role !== null || said.facts.includes(fact)),
  };
}

/** A text with the places of facts blank: full stops and commas part what stood around them, so that no reader reads over one. */
export function withoutFacts({ text, facts }: { text: string; facts: readonly Place[] }): string {
  return facts.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} , ${rest.slice(end)}`, text);
}

/** Reads an answer to a slot's question, and what else it says about other slots. */
export function readAnswer(play: Play, slot: Slot, said: Said): SlotAnswer {
  const parsed = parseSlot(play, slot, said);
  const own = 'facts' in parsed ? (parsed.facts ?? []) : [];
  const others =
    slot.isFreeText === true || isQuoted(said.text) ? NOTHING : takeFrom(play, without(said, own), slot);
  const { findings, parts } = others;
  const isGuess = parsed.kind === 'partial' || (parsed.kind === 'value' && own.length === 0);
  if (isGuess && findings.length > 0 && givesName(said.text)) return { kind: 'found', findings, parts };
  const named = isGuess && others !== NOTHING ? valuesCalled(play, slot, said) : [];
  if (named.length > 0) return { kind: 'found', findings: named, parts: [] };
  // "Senza aiuto" tells of the kind, and is no name: words that say something are no guess at what any words could be.
  const isTold = parts.some(({ facts }) => facts.length === 0);
  if (slot.isOpenEnded === true && isGuess && isTold) return { kind: 'found', findings, parts };
  if (parsed.kind === 'value') {
    return { kind: 'found', findings: [{ slot, ...parsed }, ...findings], parts };
  }
  const isElsewhere = parsed.kind === 'invalid' && findings.length + parts.length > 0;
  return isElsewhere ? { kind: 'found', findings, parts } : { kind: 'unsettled', parsed, findings, parts };
}

/** What words would answer, were it asked; nothing where they are conversation, or wouldn't. */
export function readFor(play: Play, slot: Slot, text: string): Gathered {
  const said = saidIn(text, slot.name, play.scene);
  const isAnswer = slot.isFreeText !== true && said.reading.clauses.every(({ act }) => act === 'statement');
  const parsed = isAnswer ? parseSlot(play, slot, said) : null;
  if (parsed === null || parsed.kind === 'invalid') return NOTHING;
  if (parsed.kind === 'value') return { findings: [{ slot, ...parsed }], parts: [] };
  return { findings: [], parts: [partOf(slot, parsed)] };
}

/** Values of other slots of which all the words are the name: "edge", where a town is asked. */
function valuesCalled(play: Play, asked: Slot, said: Said): readonly Finding[] {
  const words = ` ${toPhrase(said.text)} `;
  const { findings } = takeFrom(play, { ...said, facts: [], rest: said.text }, asked);
  return findings.filter((finding) => ` ${toPhrase(shownOf(play, finding))} `.includes(words));
}

const NOTHING: Gathered = { findings: [], parts: [] };

/** Reads an answer as one slot's value: a choice that was left open, its own words, else one of its choices. */
export function parseSlot(play: Play, slot: Slot, said: Said): Parsed {
  const context = contextOf(play.form, play.scene, slot);
  const open = play.form.partials[slot.name]?.choices ?? [];
  const picked = pickOpen(said, open);
  const value = picked === null ? undefined : slot.choose?.(picked.id, context);
  if (value !== undefined) return { kind: 'value', value, facts: said.facts };
  const parsed = slot.parse(said, context);
  if (parsed.kind !== 'invalid') return parsed;
  // "Is that the closing date?" – "No": the question itself is asked.
  if (open.length === 1 && readYesNo(said.text) === 'no') return { ...parsed, text: slot.ask(context).text };
  return parseChoice(slot, said, context) ?? parsed;
}

/**
 * What a sentence says about any slot but `except`. A value that the user gave gives way only to a fact that is named
 * for its slot ("valore 95k"), or that stands in a correction or an order.
 */
export function takeFrom(play: Play, said: Said, except: Slot | null = null): Gathered {
  const { history, values } = play.form;
  const isCorrecting = said.reading.clauses.some(({ act }) => act === 'correction');
  return gather(play, said, (slot, { kind, facts = [] }) => {
    if (slot === except) return false;
    const isOpen = !history.includes(slot.name) || values[slot.name] === undefined;
    if (isOpen || slot.name === except?.about) return true;
    // What isn't told by facts may be passing words; a question about it takes nothing.
    const isNamed = except?.isFreeText !== true && namesSlot(slot, said.text);
    if (facts.length === 0) return isCorrecting || kind === 'choose' || isNamed;
    // "Il valore si abbassa a 45k".
    if (isNamed) return true;
    return facts.some(
      (fact) => fact.role !== null || fact.kind === 'outcome' || isToHide(fact) || isReplacing(fact, said),
    );
  });
}

/** Whether words call a slot by one of its names. */
export function namesSlot(slot: Slot, text: string): boolean {
  const said = ` ${toPhrase(text.replace(/['’]/g, ' '))} `;
  return [...slot.words.it, ...slot.words.en].some((word) => said.includes(` ${toPhrase(word)} `));
}

/** New values for slots that have one already: what a correction at the review says. */
export function takeChanges(play: Play, said: Said): Changes {
  return gather(play, said, () => true);
}

function isReplacing(fact: Fact, { reading, text }: Said): boolean {
  const isCorrected = reading.clauses.some(
    ({ act, start, end }) => REPLACES.has(act) && fact.start >= start && fact.end <= end,
  );
  return (
    isCorrected ||
    fact.isInstead === true ||
    (COMPANIES.has(fact.kind) && anotherOne().test(toPlain(text).slice(0, fact.start)))
  );
}

const COMPANIES: ReadonlySet<FactKind> = new Set(['organisation', 'known-name']);
/** "No, un altro Contoso: Contoso Sud srl", "non quello, Fabrikam Nord". */
const anotherOne = patternOf()`^(?:[a-z']{1,6}[ ,]+){0,3}?${'another-one'}(?![a-z])`;

/** The values of a message that are news. What one slot takes is no other's; a slot sees what those before it took. */
function gather(play: Play, said: Said, isMeant: (slot: Slot, taken: Taken) => boolean): Changes {
  const findings: Finding[] = [];
  const parts: PartFound[] = [];
  let seen = play.form;
  let left = said;
  for (const slot of play.definition.slots) {
    const taken = slot.take?.(left, contextOf(seen, play.scene, slot)) ?? null;
    if (taken === null || !isMeant(slot, taken)) continue;
    left = without(left, taken.facts ?? []);
    if (taken.kind === 'value') {
      findings.push({ slot, ...taken });
      seen = { ...seen, values: { ...seen.values, [slot.name]: taken.value } };
    } else {
      parts.push(partOf(slot, taken));
    }
  }
  const isNews = ({ slot, value }: Finding): boolean => !isSame(value, play.form.values[slot.name]);
  const known = findings.filter((each) => !isNews(each)).flatMap(({ facts = [] }) => facts);
  return { findings: findings.filter(isNews), parts, known };
}

/** What there is of a value, or its several readings, as it waits for its turn to be asked about. */
function partOf(slot: Slot, found: Exclude<Taken, { kind: 'value' }>): PartFound {
  const { kept = null, text, facts = [] } = found;
  const choices = found.kind === 'choose' ? { choices: toStored(found.choices) } : {};
  return { slot, partial: { kept, text, ...choices }, facts };
}

function without(said: Said, facts: readonly Fact[]): Said {
  return facts.length === 0 ? said : { ...said, facts: said.facts.filter((fact) => !facts.includes(fact)) };
}

/** The facts of a message that went into no slot. */
export function leftOver(said: Said, { findings, parts }: Gathered): readonly Fact[] {
  const used = new Set([
    ...findings.flatMap(({ facts = [] }) => facts),
    ...parts.flatMap(({ facts }) => facts),
  ]);
  return said.facts.filter((fact) => !used.has(fact));
}

/** The clauses with values that went into no slot since they are doubted, supposed, planned or denied there, and those. */
export function heldBack(
  { reading }: Said,
  { findings, parts }: Gathered,
): readonly { readonly clause: Clause; readonly facts: readonly Fact[] }[] {
  const used = new Set([...findings, ...parts].flatMap(({ facts = [] }) => facts));
  return (
    reading.clauses
      .filter(({ act, text }) => GIVES_NOTHING.has(act) && !text.endsWith('?'))
      .map((clause) => ({ clause, facts: clause.facts.filter((fact) => !used.has(fact)) }))
      // "Chiude dopo le feste" holds no day, and tells when all the same.
      .filter(({ clause, facts }) => facts.length > 0 || tellsClosing(toPlain(clause.text)))
  );
}

/** The value of a tapped choice; null when it is none (any more). */
export function readTap({ form, scene }: Play, slot: Slot, id: string): Finding | null {
  const value = slot.choose?.(id, contextOf(form, scene));
  return value === undefined ? null : { slot, value };
}

/** True when the whole text stands in quotes: then it is a value, whatever it looks like. */
export function isQuoted(text: string): boolean {
  const [quoted, ...more] = findQuoted(text);
  return quoted !== undefined && more.length === 0 && text.trim().length <= quoted.text.length + 2;
}

/** Whether a text is one of these phrases, however it is written. */
export function isOneOf(text: string, phrases: readonly string[]): boolean {
  const said = toPhrase(text);
  return phrases.some((phrase) => toPhrase(phrase) === said);
}

const AGREEING: readonly Clause['act'][] = ['assent', 'courtesy', 'filler'];

/** The same of choices that a form left open: "ok" below "uso «Molino Bassi» come nome del cliente?" takes the only one. */
export function pickOpen({ text, reading }: Said, choices: readonly Choice[]): Choice | null {
  const [only, ...more] = choices;
  const isYes = doesOnly(reading, AGREEING) && does(reading, 'assent');
  const isAgreed = more.length === 0 && (isYes || readCommand(text)?.kind === 'confirm');
  return pickChoice(text, choices) ?? (isAgreed ? (only ?? null) : null);
}

/** The choice a typed answer means; null when none or several. */
export function pickChoice(text: string, choices: readonly Choice[]): Choice | null {
  const read = readChoice(text, choices);
  if (read === null || read.kind === 'several') return null;
  return choices.find(({ id }) => id === read.id) ?? null;
}

/** The choice that a whole answer means, as the slot's value; null where it is none. */
function parseChoice(slot: Slot, { text }: Said, context: SlotContext): Parsed | null {
  // "La data si sposta" is no "sì": a choice that is a yes or a no is one by itself.
  const isPlain = readYesNo(text) !== null;
  const choices = (slot.ask(context).choices ?? []).filter(
    ({ label }) => isPlain || readYesNo(label) === null,
  );
  const read = choices.length === 0 ? null : readChoice(text, choices);
  if (read === null) return null;
  if (read.kind === 'several') {
    const several = choices.filter(({ id }) => read.ids.includes(id));
    return { kind: 'choose', text: slot.ask(context).text, choices: several };
  }
  const value = slot.choose?.(read.id, context);
  return value === undefined ? null : { kind: 'value', value };
}
