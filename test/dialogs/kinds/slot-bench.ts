import { saidIn } from '../../../dialogs/engine/answer.ts';
import type { Parsed, Said, Slot, SlotContext } from '../../../dialogs/engine/slot.ts';
import type { Scene } from '../../../dialogs/engine/values.ts';
import { sara } from '../../../src/directory/sample-people.ts';
import type { Locale } from '../../../src/language/locale.ts';
import { NOW, turnOf } from '../engine/runner.ts';

/** A slot by itself: what it makes of words that are read as in a form that asked it. */
export class SlotBench<V, K extends keyof V & string> {
  readonly slot: Slot<V, null, K>;
  readonly #scene: Scene & { readonly facts: null };

  constructor(
    slot: Slot<V, null, K>,
    { locale = 'it', known = [] }: { locale?: Locale; known?: readonly string[] } = {},
  ) {
    this.slot = slot;
    this.#scene = { turn: turnOf(sara, locale, NOW, [], known), locale, today: '2026-11-24', facts: null };
  }

  context(values: Partial<V> = {}, partial?: unknown): SlotContext<V, null> {
    const context = { ...this.#scene, values, draftId: 'd1' };
    return partial === undefined ? context : { ...context, partial };
  }

  said(text: string, asked: string | null = this.slot.name): Said {
    return saidIn(text, asked, this.#scene);
  }

  /** What an answer to the slot's own question is read as. */
  answer(text: string, values: Partial<V> = {}, partial?: unknown): Parsed<V[K]> {
    return this.slot.parse(this.said(text), this.context(values, partial));
  }

  /** The value of an answer, null where it isn't one. */
  value(text: string, values: Partial<V> = {}, partial?: unknown): V[K] | null {
    const read = this.answer(text, values, partial);
    return read.kind === 'value' ? read.value : null;
  }

  /** What is found in words at another question; null for nothing, the kind where it isn't a value. */
  found(text: string, values: Partial<V> = {}): V[K] | 'choose' | 'partial' | null {
    const taken = this.slot.take?.(this.said(text, 'another'), this.context(values)) ?? null;
    return taken === null ? null : taken.kind === 'value' ? taken.value : taken.kind;
  }

  /** The ids of the choices an answer leads to, empty where it leads to none. */
  choices(text: string, values: Partial<V> = {}): readonly string[] {
    const read = this.answer(text, values);
    return read.kind === 'choose' ? read.choices.map(({ id }) => id) : [];
  }

  chosen(id: string, values: Partial<V> = {}, partial?: unknown): V[K] | undefined {
    return this.slot.choose?.(id, this.context(values, partial));
  }

  shown(value: V[K]): string | null {
    return this.slot.show(value, this.context());
  }
}
