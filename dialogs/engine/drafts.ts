import { type Button, refusing, type Reply, sayLines, sayWith } from '../../src/cards/reply-data.ts';
import type { Draft } from '../../src/storage/person-record.ts';
import { type DialogName, isDialogName } from '../../src/cards/dialog-name.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import type { DialogServices } from '../services.ts';
import type { DialogTurn } from '../turn.ts';
import type { FormDefinition } from './definition.ts';
import { actButton } from './render.ts';
import { closeDraft, type FormState, formStateSchema, openDraft, type OpenForm } from './state.ts';
import { formTexts } from './texts.ts';

/** Days that an untouched draft is kept. */
export const DRAFT_DAYS = 14;

const DAY_MS = 86_400_000;

/** Drafts shown at once: two buttons each, six in all. */
const MAX_LISTED = 3;

/** The person's drafts, latest first, after dropping those untouched for 14 days. */
export function currentDrafts(turn: DialogTurn): readonly Draft[] {
  const oldest = turn.now.getTime() - DRAFT_DAYS * DAY_MS;
  turn.record.drafts = turn.record.drafts.filter((draft) => Date.parse(draft.updatedAt) >= oldest);
  return [...turn.record.drafts].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** The draft by id, null when it is gone. */
export function findDraft(turn: DialogTurn, id: string): Draft | null {
  return currentDrafts(turn).find((draft) => draft.id === id) ?? null;
}

/** Takes a draft out of the person's record; true when there was one. */
export function dropDraft(turn: DialogTurn, id: string): boolean {
  const count = turn.record.drafts.length;
  turn.record.drafts = turn.record.drafts.filter((draft) => draft.id !== id);
  return turn.record.drafts.length < count;
}

/** The draft's name in sentences. */
export function draftTitle(draft: Draft, turn: DialogTurn): string {
  return draft.title ?? formTexts(turn.locale).untitled;
}

/** A button that goes on with a draft; null for a draft of a dialog that is no more. */
export function resumeButton(draft: Draft, turn: DialogTurn, title?: string): Button | null {
  if (!isDialogName(draft.dialog)) return null;
  const action = { action: 'begin', dialog: draft.dialog, draftId: draft.id } as const;
  return { title: title ?? formTexts(turn.locale).resume, action };
}

/** The person's drafts, with buttons to go on with or delete each. */
export function draftsReply(turn: DialogTurn): Reply {
  const texts = formTexts(turn.locale);
  const drafts = currentDrafts(turn);
  if (drafts.length === 0) return sayWith(texts.noDrafts);
  const listed = drafts.slice(0, MAX_LISTED);
  const isOnly = listed.length === 1;
  const lines = listed.map((draft, index) => ({ mark: `${index + 1}.`, item: draftTitle(draft, turn) }));
  const rest = drafts.length - listed.length;
  const buttons = listed.flatMap((draft, index) => {
    const resume = resumeButton(draft, turn, isOnly ? texts.resume : `${texts.resume} ${index + 1}`);
    const title = isOnly ? texts.deleteDraft : texts.deleteNumber(index + 1);
    const remove: Button = { title, action: { action: 'delete-draft', draftId: draft.id } };
    return resume === null ? [remove] : [resume, remove];
  });
  return sayLines([texts.draftList, ...lines, ...(rest === 0 ? [] : [texts.moreDrafts(rest)])], ...buttons);
}

/** Asks whether to go on with a kept draft. */
export function offerReply(draft: Draft, turn: DialogTurn, hasMore: boolean): Reply {
  const texts = formTexts(turn.locale);
  const lines = [texts.offer(draftTitle(draft, turn)), ...(hasMore ? [texts.offerMore] : [])];
  return sayLines(
    lines,
    actButton(texts.resume, draft.id, { do: 'go-on' }),
    actButton(texts.startNew, draft.id, { do: 'restart' }),
    actButton(texts.deleteDraft, draft.id, { do: 'cancel-really' }, 'destructive'),
  );
}

/** Says that the deal exists and was not made again. */
export function alreadyCreatedReply(referral: Referral, turn: DialogTurn): Reply {
  const texts = formTexts(turn.locale);
  const text = texts.alreadyCreated(referral.customer.name);
  const action = { action: 'begin', dialog: 'check-acceptance', referralId: referral.id } as const;
  const id = [{ text: `${texts.dealId} ` }, { text: referral.id, isCode: true }];
  return { ...sayLines([text, id], { title: texts.seeStatus, action }), summary: text };
}

/**
 * Answers a button of a draft that isn't open: its deal was created, it is still kept, or it is gone
 * (then `gone` is said). Changes nothing.
 */
export async function staleReply(
  draftId: string,
  turn: DialogTurn,
  services: Pick<DialogServices, 'gateway'>,
  gone = formTexts(turn.locale).stale,
): Promise<Reply> {
  const texts = formTexts(turn.locale);
  const referral = await services.gateway.findByKey(turn.actor, draftId);
  if (referral !== null) return refusing(alreadyCreatedReply(referral, turn));
  const draft = findDraft(turn, draftId);
  if (draft === null) return refusing(sayWith(gone));
  const resume = resumeButton(draft, turn);
  return refusing(sayWith(texts.staleKept(draftTitle(draft, turn)), ...(resume === null ? [] : [resume])));
}

/**
 * What the session keeps of the form. A draft worth keeping goes into the person's record, where it is found
 * from another chat; an offered one stays as it is there.
 */
export function keepForm(definition: FormDefinition, form: OpenForm, turn: DialogTurn): FormState {
  const isOffer = form.pending?.kind === 'offer';
  const draft = isOffer ? form.draft : closeDraft(definition, form, turn.now);
  const isKept = definition.isDraftKept && form.history.length > 0;
  if (isKept && !isOffer) putDraft(draft, turn);
  const { asked, pending, notices, later } = form;
  return { schema: 1, draftId: draft.id, asked, pending, notices, later, draft: isKept ? null : draft };
}

/** A place on the stack for a kept draft that isn't open; null where there is none. */
export function frameOf(
  draftId: string,
  turn: DialogTurn,
): { readonly id: DialogName; state: unknown } | null {
  const dialog = findDraft(turn, draftId)?.dialog ?? '';
  const start = { schema: 1, asked: null, pending: null, notices: [], later: [], draft: null };
  return isDialogName(dialog) ? { id: dialog, state: { ...start, draftId } } : null;
}

/** Keeps a form that no session has open. */
export function keepDraft(definition: FormDefinition, form: OpenForm, turn: DialogTurn): void {
  putDraft(closeDraft(definition, form, turn.now), turn);
}

function putDraft(draft: Draft, turn: DialogTurn): void {
  turn.record.drafts = [...turn.record.drafts.filter(({ id }) => id !== draft.id), draft];
}

/** The form as the session kept it; null when its draft is gone or the state can't be read. */
export function readForm(definition: FormDefinition, state: unknown, turn: DialogTurn): OpenForm | null {
  const parsed = formStateSchema.safeParse(state);
  if (!parsed.success) return null;
  const { draftId, draft: own, ...position } = parsed.data;
  const draft = own ?? findDraft(turn, draftId);
  return draft === null ? null : openDraft(definition, draft, position);
}
