import { LOCALES } from '../language/locale.ts';
import * as z from 'zod';
import { DIALOG_NAMES } from './dialog-name.ts';
import { readSent } from './sent.ts';

const short = z.string().min(1).max(200);

/**
 * What a button or a card's input form sends back: `activity.value`, always with our `action` key. A
 * button carries ids, never text that would be matched again.
 */
export const actionSchema = z.discriminatedUnion('action', [
  /** Shows an answer. */
  z.object({ action: z.literal('answer'), id: short }),
  /** Begins a dialog, with what is known already (an id of a deal, an earlier request). */
  z.object({
    action: z.literal('begin'),
    dialog: z.enum(DIALOG_NAMES),
    /** Whether its words were only spoken of, and are meant now that this is chosen. */
    isMeant: z.boolean().optional(),
    /** A deal the dialog is about. */
    referralId: short.optional(),
    /** A deal to recreate. */
    recreates: short.optional(),
    /** A draft to go on with. */
    draftId: short.optional(),
    /** Anything else a dialog's own cards send to its start. */
    with: z.record(short, z.string().max(500)).optional(),
  }),
  /** Shows a passage of an imported document: the id of its section. */
  z.object({ action: z.literal('passage'), id: z.string().min(1).max(500) }),
  /** None of the candidates of a clarification. */
  z.object({ action: z.literal('none-of-these') }),
  /** The small commands. */
  z.object({ action: z.literal('help') }),
  z.object({ action: z.literal('language'), locale: z.enum(LOCALES) }),
  z.object({ action: z.literal('forget-me'), isConfirmed: z.boolean() }),
  /** Says no to an offer: nothing happens. */
  z.object({ action: z.literal('dismiss') }),
  z.object({ action: z.literal('drafts') }),
  z.object({ action: z.literal('delete-draft'), draftId: short }),
  /** A further page of an overview. */
  z.object({ action: z.literal('page'), of: z.literal('deals'), page: z.number().int().min(0).max(1000) }),
  /** An act inside a form. `draftId` ties the button to one draft: an old card changes nothing. */
  z.object({
    action: z.literal('form'),
    draftId: short,
    do: z.enum([
      'choose',
      'confirm',
      'back',
      'skip',
      'cancel',
      'cancel-really',
      'keep',
      'restart',
      'repeat',
      'status',
      'change',
      'go-on',
    ]),
    /** The slot chosen for, or to change. */
    slot: short.optional(),
    /** The value's id among the slot's choices. */
    choice: short.optional(),
  }),
  /** Opens a form as a box. */
  z.object({ action: z.literal('open-box'), draftId: short }),
  /** What a box sends beside its inputs: whether the summary is wanted, and fingerprints of what stood in them. */
  z.object({
    action: z.literal('fill-box'),
    draftId: short,
    isWhole: z.boolean(),
    shown: z.record(short, z.string().max(20)),
  }),
  /** Begins a sign-in. */
  z.object({ action: z.literal('sign-in') }),
  /** Lets the assistant look after deals while the person is away, or ends that. */
  z.object({ action: z.literal('watch'), do: z.enum(['on', 'off']) }),
  /** How content the person is with what was said to a question of theirs. */
  z.object({ action: z.literal('rate'), question: short, as: z.enum(['like', 'dislike']) }),
  /** What somebody asks the experts: the text, its sending, and how it goes on. */
  z.object({
    action: z.literal('ask-expert'),
    do: z.enum(['draft', 'show', 'change', 'send', 'list', 'close', 'reopen']),
    question: short.optional(),
  }),
  /** What an expert does with a question in their channel; the answer comes from the card's own field. */
  z.object({
    action: z.literal('expert'),
    do: z.enum(['take', 'answer', 'hand-back', 'close', 'reopen', 'propose']),
    question: short,
    answer: z.string().max(4000).optional(),
  }),
  /** Repeats the act that failed because a service was not reached. */
  z.object({ action: z.literal('retry') }),
]);

/** A parsed submit. */
export type Action = z.infer<typeof actionSchema>;

/** Any value that is a button's by its look: one of an older or a newer release, too. */
const buttonSchema = z.looseObject({ action: z.string() });

/**
 * Reads `activity.value`. Null when it is not one of ours: such a value is ignored politely, whatever it holds.
 */
export function parseAction(value: unknown): Action | null {
  // Words bring none, and to find that out by a schema takes as long as to read a clause.
  return value === undefined || value === null ? null : readSent(value, actionSchema);
}

/** Whether `activity.value` is that of a button as we make them, though it may be none we know (any more). */
export function isFromButton(value: unknown): boolean {
  return typeof value === 'object' && buttonSchema.safeParse(value).success;
}
