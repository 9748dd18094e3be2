import { does } from '../../src/reading/contents.ts';
import { withoutDenied } from '../../src/language/denied.ts';
import { readChoice, readName } from '../../src/language/choice.ts';
import { patternOf } from '../../src/language/said.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { lastCorrection, withoutSecondThought } from '../../src/language/second-thoughts.ts';
import type { Choice, Said, Slot, SlotContext, Taken } from '../engine/slot.ts';
import { choiceField, chosen } from './input.ts';
import { fromRow, type Row } from './row.ts';
import { kindTexts } from './texts.ts';

/** A "no" with one or two words right behind it, and no comma between. */
const barelyDenied = patternOf('iu')`^\s*${'before-denied'} [\p{L}-]{4,}(?: [\p{L}-]+)?[\s.!]*$`;

/** Teams shows six buttons. */
const MOST_SHOWN = 6;

interface ChoiceRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** All there are; the first six are buttons, the others can be typed. */
  readonly options: (context: SlotContext<V, F>) => readonly Choice[];
  readonly invalid: (context: SlotContext<V, F>) => string;
  /** Reads words before any choice is looked for by its name ("sì" to "does the customer buy there?"). */
  readonly read?: (said: Said, context: SlotContext<V, F>) => V[K] | undefined;
  /** Finds it in a sentence that says several things. */
  readonly find?: (said: Said, context: SlotContext<V, F>) => Taken<V[K]> | null;
  /** How it is shown; default: the choice's label. */
  readonly show?: Slot<V, F, K>['show'];
}

/** One of a set: the kind of deal, a help code, a place of the company. Its value is the id of the choice. */
export function choice<V, F, K extends keyof V & string>(row: ChoiceRow<V, F, K>): Slot<V, F, K> {
  const valueOf = (id: string, context: SlotContext<V, F>): V[K] | undefined => {
    const isThere = row.options(context).some((option) => option.id === id);
    const parsed = row.schema.safeParse(id);
    return isThere && parsed.success ? parsed.data : undefined;
  };
  return {
    ...fromRow(row),
    ask: (context) => {
      const options = row.options(context);
      const typed = options.slice(MOST_SHOWN).map(({ label }) => label);
      const asking = { choices: options.slice(0, MOST_SHOWN), isClosed: true, ...row.ask(context) };
      if (typed.length === 0) return asking;
      return {
        ...asking,
        why: `${asking.why ?? ''} ${kindTexts[context.locale].choice.alsoTyped(typed)}`.trim(),
      };
    },
    parse(said, context) {
      // "Not sure yet", "no idea" are no "no".
      const own = row.read?.(said, context);
      if (own !== undefined) return { kind: 'value', value: own };
      // "No co-sell" may mean "no, co-sell" or "not co-sell": it is asked again.
      const isFirst = context.values[row.name] === undefined;
      if (isFirst && barelyDenied().test(said.text)) return { kind: 'invalid', text: row.invalid(context) };
      // Where its facts tell it, they know what is taken back ("vinto no perso").
      const found = row.find?.(said, context) ?? null;
      if (found?.kind === 'value') return found;
      // "No, anzi sì", "no scusa sì" is what it is corrected to.
      const meant = lastCorrection(said.text) ?? withoutSecondThought(said.text);
      // "La data si sposta" is no "sì".
      const isPlain = readYesNo(meant) !== null;
      const options = row.options(context).filter(({ label }) => isPlain || readYesNo(label) === null);
      const named = readChoice(meant.trim() === '' ? said.text : meant, options);
      const value = named?.kind === 'one' ? valueOf(named.id, context) : undefined;
      if (value !== undefined) return { kind: 'value', value };
      return found ?? { kind: 'invalid', text: row.invalid(context) };
    },
    choose: valueOf,
    asInput: (context) => [choiceField(row.options(context), String(context.values[row.name] ?? ''))],
    fromInput: ({ '': id }, context) => chosen(id, valueOf, context),
    take: (said, context) => row.find?.(said, context) ?? corrected(said, context),
    show:
      row.show ??
      ((value, context) => row.options(context).find(({ id }) => id === value)?.label ?? String(value)),
  };

  /** "In realtà privato": in a correction a choice is meant by its name alone. */
  function corrected({ text, reading }: Said, context: SlotContext<V, F>): Taken<V[K]> | null {
    if (!does(reading, 'correction') || row.isAskedWhen?.(context) === false) return null;
    // "Shared, not private" means no private one.
    const meant = withoutDenied(text);
    const found = reading.unclaimed.flatMap((words) => {
      if (!meant.includes(words)) return [];
      const named = readName(words, row.options(context));
      return named === null ? [] : (valueOf(named, context) ?? []);
    });
    const [only, ...more] = found;
    return only === undefined || more.length > 0 ? null : { kind: 'value', value: only };
  }
}

/** Things that have an id and a name, as choices. */
export function asChoices(
  things: readonly { readonly id: string; readonly name: string }[],
  words: Readonly<Record<string, readonly string[]>> = {},
): readonly Choice[] {
  return things.map(({ id, name }) => ({ id, label: name, words: words[id] ?? [] }));
}

/** What was chosen before, while it is still there; else the only one there is. */
export function onlyOr<T extends { readonly id: string }>(
  things: readonly T[],
  earlier: string | undefined,
): string | undefined {
  const [only, ...more] = things;
  return things.find(({ id }) => id === earlier)?.id ?? (more.length === 0 ? only?.id : undefined);
}
