import type { Line } from './line.ts';

/** Something that can be chosen in a field. */
export interface FieldOption {
  readonly id: string;
  readonly label: string;
}

interface AnyField {
  /** Its name among the fields of one value ("currency"); empty for the main one. */
  readonly part: string;
  /** Its own label, where a value has several fields; absent where the value's label says it all. */
  readonly label?: string;
  /** What stands in it; of several choices their ids, with commas between them. */
  readonly value: string;
  /** What may be put in, shown while it is empty. */
  readonly hint?: string;
}

/**
 * One input of a box: words on a line or on several, a day (`YYYY-MM-DD`), or a choice. How a choice looks: `list`
 * opens, `open` shows all options at once, `many` takes several, `typed` is searched by typing, beyond its options too.
 */
export type Field = AnyField &
  (
    | { readonly kind: 'line' | 'lines' | 'day' }
    | {
        readonly kind: 'choice';
        readonly look: 'list' | 'open' | 'many' | 'typed';
        readonly options: readonly FieldOption[];
      }
  );

/** The fields of one value. */
export interface FieldGroup {
  /** The value's name; it begins the ids of its inputs ("value.currency"). */
  readonly name: string;
  readonly label: string;
  readonly isOptional: boolean;
  /** True for what is seldom changed: behind a button, unless something is wrong with it. */
  readonly isFolded: boolean;
  /** What is wrong with it, or still missing; null where nothing is. */
  readonly problem: string | null;
  readonly fields: readonly Field[];
}

/** A form beside the conversation: its values as inputs, in the order of the conversation. */
export interface Box {
  readonly title: string;
  readonly draftId: string;
  /** What is to be known before filling it in. */
  readonly lines: readonly Line[];
  readonly groups: readonly FieldGroup[];
  /** A fingerprint of what stands in each input without a problem: what comes back with the same one wasn't touched. */
  readonly shown: Readonly<Record<string, string>>;
}

/** What came back from a box. */
export interface FilledBox {
  readonly draftId: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, string>>;
  /** True where the summary is wanted, so that nothing may be missing; false where the chat goes on with what there is. */
  readonly isWhole: boolean;
}

/** The id of an input: "value.currency". */
export const fieldId = (name: string, part: string): string => `${name}.${part}`;
