/** The parts of a turn that are spans of their own. */
export type SpanName = 'turn' | 'read' | 'match' | 'dialog' | 'save' | 'send';

/** Port to whoever writes down how long the parts of a turn take, and what they set going. */
export interface Trace {
  /** Runs the work as a span below the one that runs now; it ends when the work, or its promise, does. */
  span<T>(name: SpanName, work: () => T): T;
  /** Adds to the span that runs now: ids and codes, never words, names or tokens. */
  note(facts: Readonly<Record<`cosell.${string}`, string>>): void;
  /** The id of the trace that runs now; null where none does. */
  traceId(): string | null;
}

/** The same object with spans around some of its methods. */
export function withSpans<T extends object>(
  target: T,
  spans: Readonly<Partial<Record<keyof T, SpanName>>>,
  trace: Pick<Trace, 'span'>,
): T {
  return new Proxy(target, {
    get(from, name) {
      const member: unknown = Reflect.get(from, name, from);
      if (typeof member !== 'function') return member;
      const span = spans[name as keyof T];
      // On the object itself: behind a proxy its private fields are out of reach.
      const call = (...args: readonly unknown[]): unknown => Reflect.apply(member, from, args);
      return span === undefined
        ? call
        : (...args: readonly unknown[]) => trace.span(span, () => call(...args));
    },
  });
}
