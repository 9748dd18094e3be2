import * as z from 'zod';
import { type Draft, draftSchema, type PartialValue } from '../../src/storage/person-record.ts';
import type { FormDefinition } from './definition.ts';
import type { Choice, Slot, Values } from './slot.ts';

const choiceSchema = z.object({ id: z.string(), label: z.string(), words: z.array(z.string()).readonly() });

/** A question of the form's own that waits for an answer, beside the slot asked. */
const pendingSchema = z.discriminatedUnion('kind', [
  /** Throw the draft away? */
  z.object({ kind: z.literal('cancel') }),
  /** Start over? */
  z.object({ kind: z.literal('restart') }),
  /** What should be changed? */
  z.object({ kind: z.literal('change') }),
  /** Go on with a kept draft, or make a new one? */
  z.object({ kind: z.literal('offer') }),
  /** Something was pointed out: going on asks what is open. */
  z.object({ kind: z.literal('notice') }),
  /** The summary was put off: what comes next may be an answer to "I'll wait". */
  z.object({ kind: z.literal('held') }),
  /** Which of these readings? */
  z.object({ kind: z.literal('choose'), slot: z.string(), choices: z.array(choiceSchema).readonly() }),
]);

/** What the session keeps of an open form: a position, never the values of a draft that is kept. */
export const formStateSchema = z.object({
  schema: z.literal(1),
  draftId: z.string(),
  /** The slot asked; null at the review. */
  asked: z.string().nullable(),
  pending: pendingSchema.nullable().catch(null),
  /** Ids of the notices shown. */
  notices: z.array(z.string()).readonly(),
  /** Slots put off, asked after the others. */
  later: z.array(z.string()).readonly().catch([]),
  /** The draft itself while nothing was typed, and for forms whose drafts aren't kept. */
  draft: draftSchema.nullable(),
});

export type Pending = z.infer<typeof pendingSchema>;
export type FormState = z.infer<typeof formStateSchema>;

/** An open form in memory: its draft with values that were checked, and where the conversation is. */
export interface OpenForm {
  readonly draft: Draft;
  readonly values: Values;
  /** Names of the slots that the user answered or skipped, in order. */
  readonly history: readonly string[];
  readonly asked: string | null;
  readonly pending: Pending | null;
  readonly notices: readonly string[];
  /** Names of the slots put off ("lo so domani"), asked after the others. */
  readonly later: readonly string[];
  /** What there is of values that are not whole yet, by slot. */
  readonly partials: Partials;
}

export type Partials = Readonly<Record<string, PartialValue>>;

/** A choice with its words, as a pending question keeps it. */
export function toStored(choices: readonly Choice[]): z.infer<typeof choiceSchema>[] {
  return choices.map(({ id, label, words }) => ({ id, label, words: words ?? [] }));
}

/** The slot by name, null when this release has none of that name. */
export function slotNamed(definition: FormDefinition, name: string | null): Slot | null {
  return definition.slots.find((slot) => slot.name === name) ?? null;
}

/** Keeps what there is of a value until the rest is given. */
export function withPartial(form: OpenForm, name: string, partial: PartialValue): OpenForm {
  return { ...form, partials: { ...form.partials, [name]: partial } };
}

/** Forgets what there was of a slot's value: it is whole now, or given up. */
export function withoutPartial(form: OpenForm, name: string): OpenForm {
  if (!Object.hasOwn(form.partials, name)) return form;
  const partials = Object.entries(form.partials).filter(([other]) => other !== name);
  return { ...form, partials: Object.fromEntries(partials) };
}

/** A form with nothing in it. */
export function emptyForm(definition: FormDefinition, id: string, now: Date): OpenForm {
  const { name, version } = definition;
  const at = now.toISOString();
  const times = { createdAt: at, updatedAt: at };
  const draft: Draft = { id, dialog: name, version, values: {}, history: [], title: null, ...times };
  return openDraft(definition, draft);
}

/** Where a conversation stands that hasn't begun. */
const START = { asked: null, pending: null, notices: [], later: [] } as const;

/** Opens a draft of this or an older release: the values that can still be read are kept, others dropped. */
export function openDraft(
  definition: FormDefinition,
  draft: Draft,
  position: Partial<Pick<OpenForm, keyof typeof START>> = {},
): OpenForm {
  const values = readValues(definition, draft.values);
  const isReadable = (name: string): boolean => {
    const slot = slotNamed(definition, name);
    return slot !== null && (slot.name in values || !(name in draft.values));
  };
  return {
    draft,
    values,
    history: draft.history.filter(isReadable),
    partials: partialsOf(draft),
    ...START,
    ...position,
  };
}

function partialsOf({ partial, partials }: Draft): Partials {
  if (partials !== undefined || partial === undefined || partial === null) return partials ?? {};
  return { [partial.slot]: { kept: partial.kept, text: partial.text } };
}

function readValues(definition: FormDefinition, stored: Draft['values']): Values {
  const values: Record<string, unknown> = {};
  for (const slot of definition.slots) {
    const value = Object.hasOwn(stored, slot.name) ? stored[slot.name] : undefined;
    if (value !== undefined && slot.isValid(value)) values[slot.name] = value;
  }
  return values;
}

/** The draft as it is to be kept. */
export function closeDraft(definition: FormDefinition, form: OpenForm, now: Date): Draft {
  const { partial: _former, ...draft } = form.draft;
  return {
    ...draft,
    partials: { ...form.partials },
    version: definition.version,
    values: { ...unknownValues(definition, form.draft.values), ...form.values },
    history: [...form.history],
    title: definition.titleOf(form.values),
    updatedAt: now.toISOString(),
  };
}

/** Values of slots that this release doesn't have: a newer one does, and finds them again. */
function unknownValues(definition: FormDefinition, stored: Draft['values']): Draft['values'] {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => slotNamed(definition, name) === null));
}

/** A short fingerprint of the values, so that a summary confirms what it showed and nothing else. */
export function revisionOf(values: Values): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return fingerprint(JSON.stringify(entries));
}

/** A few letters that tell one text from another (FNV-1a, 32 bits); no secret, and no proof. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
